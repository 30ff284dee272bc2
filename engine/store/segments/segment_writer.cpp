// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/segments/auction_filter.h"
#include "engine/store/segments/segment_header.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <system_error>
#include <unistd.h>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

Error unwritten(const fs::path& file, int number)
{
    return {"SEGMENT_UNWRITTEN", file.string(), std::system_category().message(number),
            "check the folder, its permissions and the disk"};
}

} // namespace

FileHandle::~FileHandle()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

SegmentWriter::SegmentWriter(fs::path file, FileHandle handle, std::int64_t day)
    : m_file(std::move(file))
    , m_handle(std::move(handle))
{
    m_extent.day = day;
    m_extent.firstAt = std::numeric_limits<std::int64_t>::max();
    m_extent.lastAt = std::numeric_limits<std::int64_t>::min();
    for (auto& column : m_columns)
        column.reserve(kBlockEvents);
}

Result<std::unique_ptr<SegmentWriter>> SegmentWriter::begin(const fs::path& file, std::int64_t day)
{
    FileHandle handle(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (handle.get() < 0)
        return unwritten(file, errno);
    std::unique_ptr<SegmentWriter> writer(new SegmentWriter(file, std::move(handle), day));
    if (auto begun = writer->write(std::string(sizeof(SegmentHeader), '\0')); !begun)
        return begun.error();
    return writer;
}

Result<void> SegmentWriter::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_handle.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return unwritten(m_file, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        m_size += written;
    }
    return {};
}

Result<void> SegmentWriter::add(const EventRow& row)
{
    if (m_extent.events > 0 && row[kKeyColumn] <= m_extent.lastKey)
        return Error{"SEGMENT_UNWRITTEN", m_file.string(), "the keys do not rise",
                     "report this: the log was read out of order"};
    if (m_extent.events == 0)
        m_extent.firstKey = row[kKeyColumn];
    m_extent.lastKey = row[kKeyColumn];
    m_extent.firstAt = std::min(m_extent.firstAt, row[kAtColumn]);
    m_extent.lastAt = std::max(m_extent.lastAt, row[kAtColumn]);
    ++m_extent.events;
    if (isOfRealAuction(row))
        m_auctions.push_back(static_cast<std::uint64_t>(row[kAuctionColumn]));
    for (std::size_t column = 0; column < kEventColumns; ++column)
        m_columns[column].push_back(row[column]);
    return m_columns[kKeyColumn].size() < kBlockEvents ? Result<void>() : endBlock();
}

Result<void> SegmentWriter::endBlock()
{
    const auto& times = m_columns[kAtColumn];
    BlockPlace place;
    place.offset = m_size;
    place.events = static_cast<std::int64_t>(times.size());
    place.firstKey = m_columns[kKeyColumn].front();
    place.lastKey = m_columns[kKeyColumn].back();
    place.firstAt = *std::min_element(times.begin(), times.end());
    place.lastAt = *std::max_element(times.begin(), times.end());
    std::string bytes;
    for (std::size_t column = 0; column < kEventColumns; ++column) {
        const auto size = m_packer.addColumn(m_columns[column], bytes);
        if (!size)
            return size.error();
        place.sizes[column] = static_cast<std::int64_t>(*size);
        m_columns[column].clear();
    }
    m_blocks.push_back(place);
    return write(bytes);
}

Result<SegmentExtent> SegmentWriter::finish()
{
    if (!m_columns[kKeyColumn].empty())
        if (auto ended = endBlock(); !ended)
            return ended.error();
    std::sort(m_auctions.begin(), m_auctions.end());
    m_auctions.erase(std::unique(m_auctions.begin(), m_auctions.end()), m_auctions.end());
    const std::string filter = auctionFilter(m_auctions);
    SegmentHeader header;
    header.extent = m_extent;
    header.blocks = static_cast<std::int64_t>(m_blocks.size());
    header.filterAt = m_size;
    header.filterBlocks = static_cast<std::int64_t>(filter.size() / kFilterBlock);
    header.listAt = m_size + static_cast<std::int64_t>(filter.size());
    std::string tail = filter;
    const std::string_view list(reinterpret_cast<const char*>(m_blocks.data()),
                                m_blocks.size() * sizeof(BlockPlace));
    if (const auto packed = m_packer.addBytes(list, tail); !packed)
        return packed.error();
    if (auto written = write(tail); !written)
        return written.error();
    header.size = m_size;
    header.digest = header.wantedDigest();
    if (::pwrite(m_handle.get(), &header, sizeof header, 0) != static_cast<ssize_t>(sizeof header)
        || ::fsync(m_handle.get()) != 0)
        return unwritten(m_file, errno);
    return m_extent;
}

} // namespace gavel::store
