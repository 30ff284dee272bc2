// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/intake/batch_lines.h"

#include "engine/store/connection.h"

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

std::string compressed(std::string_view plain)
{
    std::string block(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size
        = ZSTD_compress(block.data(), block.size(), plain.data(), plain.size(), kLevel);
    block.resize(ZSTD_isError(size) != 0U ? 0 : size);
    return block;
}

Result<std::string> unpacked(std::string_view block)
{
    const auto size = ZSTD_getFrameContentSize(block.data(), block.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMostBytes)
        return broken();
    std::string plain(size, '\0');
    const std::size_t read = ZSTD_decompress(plain.data(), size, block.data(), block.size());
    if (ZSTD_isError(read) != 0U || read != size)
        return broken();
    return plain;
}

} // namespace

void LineBlock::add(std::uint64_t position, std::string_view original, std::string_view changes)
{
    put(m_plain, position);
    putText(m_plain, original);
    putText(m_plain, changes);
}

std::string LineBlock::pack() const
{
    return compressed(m_plain);
}

void FateBlock::add(LineFate fate, std::uint8_t events)
{
    put(m_plain, static_cast<std::uint8_t>(fate));
    put(m_plain, events);
}

std::string FateBlock::pack() const
{
    return compressed(m_plain);
}

Result<UnpackedLines> unpackLines(std::string_view block, std::optional<std::string_view> fates)
{
    auto text = unpacked(block);
    auto fateText = fates ? unpacked(*fates) : Result<std::string>(std::string());
    if (!text || !fateText)
        return !text ? text.error() : fateText.error();
    UnpackedLines lines;
    lines.text = std::move(*text);
    Taker taker(lines.text);
    Taker fateTaker(*fateText);
    while (!taker.isAtEnd()) {
        Taker& fated = fates ? fateTaker : taker;
        BatchLine line;
        std::uint8_t fate = 0;
        if (!fated.take(fate) || fate > static_cast<std::uint8_t>(LineFate::Dead)
            || !fated.take(line.events) || !taker.take(line.position)
            || !taker.takeText(line.original) || !taker.takeText(line.changes))
            return broken();
        line.fate = static_cast<LineFate>(fate);
        lines.lines.push_back(line);
    }
    return lines;
}

Result<UnpackedLines> linesOf(const store::Statement& row, int column)
{
    if (row.isNull(column + 1))
        return unpackLines(row.bytes(column), std::nullopt);
    return unpackLines(row.bytes(column), row.bytes(column + 1));
}

} // namespace gavel::pipeline
