// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/segments/column_code.h"

#include <bit>
#include <cstring>
#include <zstd.h>

namespace gavel::store {

namespace {

static_assert(std::endian::native == std::endian::little, "segments hold little-endian numbers");

constexpr int kLevel = 6;
enum : char { kPlain = 0, kSteps = 1, kFixed = 2 };
constexpr std::size_t kMostVarint = 10;

/// Small numbers of either sign become small numbers.
constexpr std::uint64_t folded(std::int64_t value)
{
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unfolded(std::uint64_t value)
{
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

void addVarint(std::string& out, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        out.push_back(static_cast<char>(value | 0x80));
    out.push_back(static_cast<char>(value));
}

/// Moves `at` behind the number; false when there is none.
bool takeVarint(std::string_view bytes, std::size_t& at, std::uint64_t& value)
{
    value = 0;
    for (std::size_t i = 0; i < kMostVarint && at < bytes.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(bytes[at++]);
        value |= std::uint64_t{byte & 0x7fU} << (7 * i);
        if (byte < 0x80)
            return true;
    }
    return false;
}

// Differences wrap around, so that any two numbers have one.
std::int64_t minus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t plus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

Error damagedColumn(std::string what)
{
    return {"SEGMENT_DAMAGED", "", std::move(what), ""};
}

} // namespace

Packer::Packer()
    : m_context(ZSTD_createCCtx())
{
    ZSTD_CCtx_setParameter(m_context, ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(m_context, ZSTD_c_checksumFlag, 1);
}

Packer::~Packer()
{
    ZSTD_freeCCtx(m_context);
}

Result<std::size_t> Packer::addColumn(std::span<const std::int64_t> values, std::string& out)
{
    m_plain.assign(1, kPlain);
    m_steps.assign(1, kSteps);
    std::int64_t before = 0;
    for (const std::int64_t value : values) {
        addVarint(m_plain, folded(value));
        addVarint(m_steps, folded(minus(value, before)));
        before = value;
    }
    const std::string* smallest = m_steps.size() < m_plain.size() ? &m_steps : &m_plain;
    if (1 + values.size_bytes() <= smallest->size()) {
        m_fixed.assign(1, kFixed);
        m_fixed.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
        smallest = &m_fixed;
    }
    return addBytes(*smallest, out);
}

Result<std::size_t> Packer::addBytes(std::string_view bytes, std::string& out)
{
    const std::size_t before = out.size();
    out.resize(before + ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compress2(m_context, out.data() + before, out.size() - before,
                                            bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0)
        return Error{"SEGMENT_UNWRITTEN", "zstd", ZSTD_getErrorName(size), "free some memory"};
    out.resize(before + size);
    return size;
}

Unpacker::Unpacker()
    : m_context(ZSTD_createDCtx())
{
}

Unpacker::~Unpacker()
{
    ZSTD_freeDCtx(m_context);
}

Result<std::string> Unpacker::bytes(std::string_view frame, std::size_t most)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > most)
        return damagedColumn("a part of it is no zstd frame of the right size");
    std::string bytes(size, '\0');
    const std::size_t got
        = ZSTD_decompressDCtx(m_context, bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(got) != 0 || got != bytes.size())
        return damagedColumn(ZSTD_isError(got) != 0 ? ZSTD_getErrorName(got)
                                                    : "a frame is too short");
    return bytes;
}

Result<std::vector<std::int64_t>> Unpacker::column(std::string_view frame, std::size_t count)
{
    const auto unpacked = bytes(frame, 1 + count * kMostVarint);
    if (!unpacked)
        return unpacked.error();
    const char code = unpacked->empty() ? char{-1} : unpacked->front();
    std::vector<std::int64_t> values(count);
    if (code == kFixed && unpacked->size() == 1 + count * sizeof(std::int64_t)) {
        std::memcpy(values.data(), unpacked->data() + 1, count * sizeof(std::int64_t));
        return values;
    }
    if (code != kPlain && code != kSteps)
        return damagedColumn("a column is written in no known way");
    std::size_t at = 1;
    std::int64_t before = 0;
    for (std::int64_t& value : values) {
        std::uint64_t read = 0;
        if (!takeVarint(*unpacked, at, read))
            return damagedColumn("a column ends too early");
        value = code == kSteps ? plus(before, unfolded(read)) : unfolded(read);
        before = value;
    }
    if (at != unpacked->size())
        return damagedColumn("a column is too long");
    return values;
}

} // namespace gavel::store
