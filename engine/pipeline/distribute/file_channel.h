// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/distribute/delivery.h"

#include <deque>
#include <filesystem>

namespace gavel::pipeline {

/// Writes parcels into files of one hour each (UTC): NAME-YYYYMMDD-HH.jsonl or .csv. The present
/// one is called .part and gets its name when its hour is over, so that a file with its name is
/// whole. A parcel is in the files once: what was written is in `.NAME.state`, and a parcel with a
/// key of the last ones is not written again. One writer a name.
class FileChannel
{
public:
    static constexpr std::size_t kKeptKeys = 64;

    /// Goes on after a crash: what was not noted is cut off, it will come again. Errors:
    /// FOLDER_MISSING, FILE_BROKEN for a state that cannot be read, FILE_UNWRITABLE.
    static Result<FileChannel> open(std::filesystem::path folder, std::string name);

    /// Durable when it returns. A time before the present file's hour writes into that file.
    /// Errors: FILE_UNWRITABLE, then nothing of it is in the file.
    Result<void> append(const Parcel& parcel, TimeMs at);
    /// Gives the present file its name; it goes on when its hour is not over. Errors:
    /// FILE_UNWRITABLE.
    Result<void> finish();

private:
    FileChannel(std::filesystem::path folder, std::string name);
    std::filesystem::path statePath() const;
    std::filesystem::path partPath() const;
    Result<void> readState();
    Result<void> writeState();
    Result<void> cutPart();
    Result<void> begin(const std::string& file);
    Result<void> write(const std::string& bytes);

    std::filesystem::path m_folder;
    std::string m_name;
    std::string m_file; ///< the present one under its later name; "" = none
    std::uint64_t m_size = 0; ///< of what is noted in it
    std::deque<std::string> m_keys; ///< oldest first
};

} // namespace gavel::pipeline
