// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/unpackers.h"

#include <cassert>
#include <zlib.h>
#include <zstd.h>

namespace gavel::pipeline {

namespace {

class GzipUnpacker final : public Unpacker
{
public:
    GzipUnpacker()
    {
        constexpr int kGzipOnly = 16;
        [[maybe_unused]] const int ready = inflateInit2(&m_stream, MAX_WBITS + kGzipOnly);
        assert(ready == Z_OK);
    }
    ~GzipUnpacker() override { inflateEnd(&m_stream); }
    GzipUnpacker(const GzipUnpacker&) = delete;
    GzipUnpacker& operator=(const GzipUnpacker&) = delete;

    Step step(std::span<const char> packed, std::span<char> text) override
    {
        if (m_isBetween && !packed.empty()) {
            inflateReset(&m_stream);
            m_isBetween = false;
        }
        // zlib reads only; its type says otherwise.
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(text.data());
        m_stream.avail_out = static_cast<uInt>(text.size());
        const int result = inflate(&m_stream, Z_NO_FLUSH);
        m_isBetween = result == Z_STREAM_END;
        return {packed.size() - m_stream.avail_in, text.size() - m_stream.avail_out,
                result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR};
    }
    bool isBetween() const override { return m_isBetween; }

private:
    z_stream m_stream{};
    bool m_isBetween = true;
};

class ZstdUnpacker final : public Unpacker
{
public:
    ZstdUnpacker()
        : m_stream(ZSTD_createDStream())
    {
        assert(m_stream);
    }

    Step step(std::span<const char> packed, std::span<char> text) override
    {
        ZSTD_inBuffer in{packed.data(), packed.size(), 0};
        ZSTD_outBuffer out{text.data(), text.size(), 0};
        const std::size_t result = ZSTD_decompressStream(m_stream.get(), &out, &in);
        if (in.pos > 0 || out.pos > 0)
            m_isBetween = result == 0;
        return {in.pos, out.pos, ZSTD_isError(result) != 0};
    }
    bool isBetween() const override { return m_isBetween; }

private:
    struct Freer
    {
        void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Freer> m_stream;
    bool m_isBetween = true;
};

} // namespace

Packing packingOf(std::string_view firstBytes)
{
    if (firstBytes.starts_with("\x1f\x8b"))
        return Packing::Gzip;
    const bool isSkippable = firstBytes.size() >= 4
        && (static_cast<unsigned char>(firstBytes[0]) & 0xF0U) == 0x50U
        && firstBytes.substr(1).starts_with("\x2a\x4d\x18");
    return firstBytes.starts_with("\x28\xb5\x2f\xfd") || isSkippable ? Packing::Zstd
                                                                     : Packing::None;
}

std::unique_ptr<Unpacker> makeUnpacker(Packing packing)
{
    switch (packing) {
    case Packing::Gzip:
        return std::make_unique<GzipUnpacker>();
    case Packing::Zstd:
        return std::make_unique<ZstdUnpacker>();
    case Packing::None:
        break;
    }
    return nullptr;
}

} // namespace gavel::pipeline
