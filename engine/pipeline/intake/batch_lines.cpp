// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/batch_lines.h"

#include <cstring>
#include <zstd.h>

namespace gavel::pipeline {

namespace {

constexpr int kLevel = 1; // fast enough to be beside the writer
constexpr unsigned long long kMostBytes = 1ULL << 30;

template<typename Number>
void put(std::string& to, Number number)
{
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &number, sizeof(Number));
    to.append(bytes, sizeof(Number));
}

void putText(std::string& to, std::string_view text)
{
    put(to, static_cast<std::uint32_t>(text.size()));
    to.append(text);
}

/// Takes numbers and texts off the front; false when there is too little.
class Taker
{
public:
    explicit Taker(std::string_view bytes)
        : m_rest(bytes)
    {
    }
    bool isAtEnd() const { return m_rest.empty(); }
    template<typename Number>
    bool take(Number& number)
    {
        if (m_rest.size() < sizeof(Number))
            return false;
        std::memcpy(&number, m_rest.data(), sizeof(Number));
        m_rest.remove_prefix(sizeof(Number));
        return true;
    }
    bool takeText(std::string_view& text)
    {
        std::uint32_t size = 0;
        if (!take(size) || m_rest.size() < size)
            return false;
        text = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return true;
    }

private:
    std::string_view m_rest;
};

Error broken()
{
    return {"STORE_CORRUPT", "batch_lines", "the lines of a batch cannot be read",
            "restore a backup; counters do not need them"};
}

} // namespace

std::string packLines(const std::vector<BatchLine>& lines)
{
    std::string plain;
    for (const BatchLine& line : lines) {
        put(plain, static_cast<std::uint8_t>(line.fate));
        put(plain, line.events);
        put(plain, line.position);
        putText(plain, line.original);
        putText(plain, line.changes);
    }
    std::string block(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size
        = ZSTD_compress(block.data(), block.size(), plain.data(), plain.size(), kLevel);
    block.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return block;
}

Result<UnpackedLines> unpackLines(std::string_view block)
{
    const auto size = ZSTD_getFrameContentSize(block.data(), block.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMostBytes)
        return broken();
    UnpackedLines unpacked;
    unpacked.text.resize(size);
    const std::size_t read
        = ZSTD_decompress(unpacked.text.data(), size, block.data(), block.size());
    if (ZSTD_isError(read) != 0U || read != size)
        return broken();
    Taker taker(unpacked.text);
    while (!taker.isAtEnd()) {
        BatchLine line;
        std::uint8_t fate = 0;
        if (!taker.take(fate) || fate > static_cast<std::uint8_t>(LineFate::Dead)
            || !taker.take(line.events) || !taker.take(line.position)
            || !taker.takeText(line.original) || !taker.takeText(line.changes))
            return broken();
        line.fate = static_cast<LineFate>(fate);
        unpacked.lines.push_back(line);
    }
    return unpacked;
}

} // namespace gavel::pipeline
