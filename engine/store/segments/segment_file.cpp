// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/segments/segment_file.h"

#include "engine/store/segments/auction_filter.h"
#include "engine/store/segments/segment_header.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <numeric>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kHeaderBytes = sizeof(SegmentHeader);
constexpr std::int64_t kMostBlocks = 1 << 20;

Error damaged(const fs::path& file, std::string what)
{
    return {"SEGMENT_DAMAGED", file.string(), std::move(what), "put a sound copy of it there"};
}

/// The same error with the file it is about.
Error of(const fs::path& file, const Error& error)
{
    return damaged(file, error.what);
}

} // namespace

Result<std::span<const std::int64_t>> SegmentBlock::column(std::size_t column, Unpacker& unpacker)
{
    auto& values = m_columns[column];
    if (values.empty() && m_place.sizes[column] == 0) {
        values.resize(events()); // a column that came later
    } else if (values.empty()) {
        const auto begin = std::accumulate(
            m_place.sizes.begin(), m_place.sizes.begin() + static_cast<std::ptrdiff_t>(column),
            std::int64_t{0});
        auto unpacked = unpacker.column(
            std::string_view(m_bytes).substr(static_cast<std::size_t>(begin),
                                             static_cast<std::size_t>(m_place.sizes[column])),
            events());
        if (!unpacked)
            return unpacked.error();
        values = std::move(*unpacked);
    }
    return std::span<const std::int64_t>(values);
}

SegmentFile::SegmentFile(fs::path file, FileHandle handle)
    : m_file(std::move(file))
    , m_handle(std::move(handle))
{
}

Result<std::shared_ptr<SegmentFile>> SegmentFile::open(const fs::path& file)
{
    FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (handle.get() < 0)
        return Error{"SEGMENT_MISSING", file.string(), std::system_category().message(errno),
                     "put the file back, or mount the folder"};
    std::shared_ptr<SegmentFile> segment(new SegmentFile(file, std::move(handle)));
    if (auto read = segment->readHeader(); !read)
        return read.error();
    return segment;
}

Result<std::string> SegmentFile::read(std::int64_t offset, std::int64_t bytes) const
{
    std::string text(static_cast<std::size_t>(bytes), '\0');
    std::size_t have = 0;
    while (have < text.size()) {
        const auto got = ::pread(m_handle.get(), text.data() + have, text.size() - have,
                                 offset + static_cast<std::int64_t>(have));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return damaged(m_file, std::system_category().message(errno));
        if (got == 0)
            return damaged(m_file, "the file is too short");
        have += static_cast<std::size_t>(got);
    }
    return text;
}

Result<void> SegmentFile::readHeader()
{
    struct stat status
    {
    };
    if (::fstat(m_handle.get(), &status) != 0 || status.st_size < kHeaderBytes)
        return damaged(m_file, "the file is shorter than its header");
    const auto bytes = read(0, kHeaderBytes);
    if (!bytes)
        return bytes.error();
    SegmentHeader header;
    std::memcpy(&header, bytes->data(), sizeof header);
    if (header.magic != kSegmentMagic)
        return damaged(m_file, "it does not begin as a segment does");
    if (header.digest != header.wantedDigest())
        return damaged(m_file, "the header does not fit its digest");
    if (header.columns < static_cast<std::int64_t>(kFirstEventColumns)
        || header.columns > static_cast<std::int64_t>(kEventColumns))
        return damaged(m_file,
                       "it holds " + std::to_string(header.columns) + " columns, not "
                           + std::to_string(kFirstEventColumns) + " to "
                           + std::to_string(kEventColumns));
    if (header.size != status.st_size)
        return damaged(m_file,
                       "the file has " + std::to_string(status.st_size) + " bytes, its header says "
                           + std::to_string(header.size));
    m_extent = header.extent;
    m_filterAt = header.filterAt;
    m_filterBlocks = header.filterBlocks;
    m_listAt = header.listAt;
    if (header.blocks < 0 || header.blocks > kMostBlocks || m_filterAt < kHeaderBytes
        || m_listAt < m_filterAt || m_listAt > header.size
        || m_filterBlocks * static_cast<std::int64_t>(kFilterBlock) != m_listAt - m_filterAt)
        return damaged(m_file, "the header's places are not in the file");
    m_blocks.resize(static_cast<std::size_t>(header.blocks));
    return readBlocks(header.size - m_listAt, static_cast<std::size_t>(header.columns));
}

Result<void> SegmentFile::readBlocks(std::int64_t bytes, std::size_t columns)
{
    const auto packed = read(m_listAt, bytes);
    if (!packed)
        return packed.error();
    const std::size_t placeBytes = offsetof(BlockPlace, sizes) + columns * sizeof(std::int64_t);
    const std::size_t wanted = m_blocks.size() * placeBytes;
    Unpacker unpacker;
    const auto list = unpacker.bytes(*packed, wanted);
    if (!list)
        return of(m_file, list.error());
    if (list->size() != wanted)
        return damaged(m_file, "the list of blocks is too short");
    const char* from = list->data();
    for (BlockPlace& block : m_blocks) {
        std::memcpy(&block, from, placeBytes); // it has no size of the columns that came later
        from += placeBytes;
    }
    std::int64_t at = kHeaderBytes;
    std::int64_t events = 0;
    for (const BlockPlace& block : m_blocks) {
        if (block.offset != at || block.events < 1
            || block.events > static_cast<std::int64_t>(kBlockEvents))
            return damaged(m_file, "the list of blocks is wrong");
        for (std::size_t column = 0; column < columns; ++column) {
            if (block.sizes[column] < 1 || block.sizes[column] > m_filterAt)
                return damaged(m_file, "the list of blocks is wrong");
            at += block.sizes[column];
        }
        events += block.events;
    }
    if (at != m_filterAt || events != m_extent.events)
        return damaged(m_file, "the blocks do not add up");
    return {};
}

Result<std::shared_ptr<SegmentBlock>> SegmentFile::block(std::size_t number) const
{
    const BlockPlace& place = m_blocks[number];
    auto bytes = read(place.offset,
                      std::accumulate(place.sizes.begin(), place.sizes.end(), std::int64_t{0}));
    if (!bytes)
        return bytes.error();
    return std::make_shared<SegmentBlock>(std::move(*bytes), place);
}

Result<bool> SegmentFile::mayHold(std::uint64_t auction) const
{
    if (m_filterBlocks == 0)
        return false;
    const std::size_t number = filterBlockOf(auction, static_cast<std::size_t>(m_filterBlocks));
    const auto block = read(m_filterAt + static_cast<std::int64_t>(number * kFilterBlock),
                            static_cast<std::int64_t>(kFilterBlock));
    if (!block)
        return block.error();
    return store::mayHold(*block, auction);
}

} // namespace gavel::store
