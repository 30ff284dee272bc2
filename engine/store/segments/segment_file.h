// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/segments/column_code.h"
#include "engine/store/segments/event_row.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gavel::store {

// A segment file: a header of 128 bytes, blocks of up to kBlockEvents events, the filter of its
// real auctions, the list of blocks. A block is one zstd frame for each column, one after the
// other.

inline constexpr std::size_t kBlockEvents = 8192;

/// What a segment holds, as its header says.
struct SegmentExtent
{
    std::int64_t day = 0; ///< since 1970-01-01, UTC
    std::int64_t events = 0;
    std::int64_t firstKey = 0;
    std::int64_t lastKey = 0;
    std::int64_t firstAt = 0;
    std::int64_t lastAt = 0;
    bool operator==(const SegmentExtent&) const = default;
};

struct BlockPlace
{
    std::int64_t offset = 0;
    std::int64_t events = 0;
    std::int64_t firstKey = 0;
    std::int64_t lastKey = 0;
    std::int64_t firstAt = 0;
    std::int64_t lastAt = 0;
    std::array<std::int64_t, kEventColumns> sizes{}; ///< bytes; 0 = the column came later
};

/// A descriptor that is closed with its owner.
class FileHandle
{
public:
    explicit FileHandle(int descriptor = -1)
        : m_descriptor(descriptor)
    {
    }
    ~FileHandle();
    FileHandle(FileHandle&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// Writes one segment, key after key; all memory it takes is one block and eight bytes for each
/// event of a real auction. Errors: SEGMENT_UNWRITTEN with the file.
class SegmentWriter
{
public:
    static Result<std::unique_ptr<SegmentWriter>> begin(const std::filesystem::path& file,
                                                        std::int64_t day);
    /// Keys must rise.
    Result<void> add(const EventRow& row);
    /// Writes what is left and the header, and syncs the file.
    Result<SegmentExtent> finish();
    std::int64_t events() const { return m_extent.events; }

private:
    SegmentWriter(std::filesystem::path file, FileHandle handle, std::int64_t day);
    Result<void> endBlock();
    Result<void> write(std::string_view bytes);

    std::filesystem::path m_file;
    FileHandle m_handle;
    SegmentExtent m_extent;
    Packer m_packer;
    std::array<std::vector<std::int64_t>, kEventColumns> m_columns;
    std::vector<std::uint64_t> m_auctions; ///< real ones
    std::vector<BlockPlace> m_blocks;
    std::int64_t m_size = 0; ///< written so far
};

/// Events of one block; a column is unpacked when it is first asked for.
class SegmentBlock
{
public:
    SegmentBlock(std::string bytes, const BlockPlace& place)
        : m_bytes(std::move(bytes))
        , m_place(place)
    {
    }
    std::size_t events() const { return static_cast<std::size_t>(m_place.events); }
    /// Errors: SEGMENT_DAMAGED without a place.
    Result<std::span<const std::int64_t>> column(std::size_t column, Unpacker& unpacker);

private:
    std::string m_bytes;
    BlockPlace m_place;
    std::array<std::vector<std::int64_t>, kEventColumns> m_columns;
};

/// A segment that is read; for one thread at a time. Errors name the file: SEGMENT_MISSING,
/// SEGMENT_DAMAGED.
class SegmentFile
{
public:
    static Result<std::shared_ptr<SegmentFile>> open(const std::filesystem::path& file);

    const SegmentExtent& extent() const { return m_extent; }
    const std::filesystem::path& path() const { return m_file; }
    std::span<const BlockPlace> blocks() const { return m_blocks; }
    Result<std::shared_ptr<SegmentBlock>> block(std::size_t number) const;
    /// False: no event of a real auction of this number is here.
    Result<bool> mayHold(std::uint64_t auction) const;

private:
    SegmentFile(std::filesystem::path file, FileHandle handle);
    Result<void> readHeader();
    Result<void> readBlocks(std::int64_t bytes, std::size_t columns);
    Result<std::string> read(std::int64_t offset, std::int64_t bytes) const;

    std::filesystem::path m_file;
    FileHandle m_handle;
    SegmentExtent m_extent;
    std::int64_t m_filterAt = 0;
    std::int64_t m_filterBlocks = 0;
    std::int64_t m_listAt = 0;
    std::vector<BlockPlace> m_blocks;
};

} // namespace gavel::store
