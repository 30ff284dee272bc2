// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>

namespace gavel::pipeline {

enum class Packing : std::uint8_t { None, Gzip, Zstd };

/// Takes packed bytes apart. Made for one file, used from its begin to its end.
class Unpacker
{
public:
    virtual ~Unpacker() = default;
    struct Step
    {
        std::size_t taken = 0; ///< of the packed bytes
        std::size_t given = 0; ///< of the text
        bool isBroken = false;
    };
    virtual Step step(std::span<const char> packed, std::span<char> text) = 0;
    /// Everything so far made whole members (gzip) or frames (zstd).
    virtual bool isBetween() const = 0;
};

/// The text of a file, whatever it is packed in: plain, gzip (any number of members), zstd (any
/// number of frames), told by its first bytes. Forward only.
class FileText
{
public:
    static constexpr std::size_t kHeadBytes = 4096;

    /// Errors: FILE_MISSING, FILE_UNREADABLE (also for what is no regular file).
    static Result<FileText> open(const std::filesystem::path& path);

    /// Bytes written to `text`; 0 = no more now. Errors: FILE_UNREADABLE, FILE_BROKEN with the
    /// place in the file, after everything before it was given.
    Result<std::size_t> read(std::span<char> text);
    /// Goes on from this byte of the text. Only forward. Errors: FILE_BROKEN when the text is
    /// shorter.
    Result<void> goTo(std::uint64_t offset);

    Packing packing() const { return m_packing; }
    std::uint64_t offset() const { return m_offset; } ///< of the text
    std::uint64_t packedOffset() const; ///< of the file's own bytes
    std::uint64_t size() const { return m_size; } ///< of the file when it was opened
    /// It ends inside a member or frame: still being written, or cut off.
    bool isCutOff() const { return m_unpacker && !m_unpacker->isBetween(); }
    /// Of the first `bytes` bytes of the file as it is on disk.
    std::uint64_t fingerprint(std::size_t bytes) const;
    std::size_t headBytes() const { return m_head.size(); } ///< at most kHeadBytes

private:
    struct Closer
    {
        void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
    };

    FileText() = default;
    Result<void> readHead();
    Result<std::size_t> readRaw(std::span<char> bytes);
    Error broken() const;

    std::filesystem::path m_path;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::unique_ptr<Unpacker> m_unpacker;
    Packing m_packing{};
    std::string m_head;
    std::string m_packed; ///< read and not yet unpacked, from m_used on
    std::size_t m_used = 0;
    std::uint64_t m_read = 0; ///< bytes read of the file
    std::uint64_t m_offset = 0;
    std::uint64_t m_size = 0;
    bool m_isBroken = false;
};

} // namespace gavel::pipeline
