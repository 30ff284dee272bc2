// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/pipeline/collect/folder_checkpoint.h"

#include <optional>

namespace gavel::pipeline {

enum class FileFormat : std::uint8_t { JsonLines, Csv };

/// What a file is by its name: *.jsonl, *.json and *.csv, each also .gz or .zst. Nothing for
/// others.
std::optional<FileFormat> formatOf(std::string_view fileName);

/// Lines that follow each other in one file.
struct Portion
{
    std::string file; ///< its name in the folder
    FileFormat format{};
    std::string header; ///< the first line of a CSV file
    std::vector<Line> lines;
    std::string checkpoint; ///< to be stored together with the lines
    double progress = 0; ///< 0 to 1 of the bytes that were there when the round began
    bool isDone = false; ///< all that is there was given: no lines; asked again, it looks again
};

/// A file, or the files of a folder in the order of their names (not of folders in it; names that
/// begin with a dot are left out). Reads what is new: files, and lines at the end of known files.
/// A file that became another one (its first 4 KiB differ, or it is shorter) is read anew; one that
/// is gone is forgotten. A record of a CSV file is one line.
class FolderSource
{
public:
    struct Settings
    {
        std::filesystem::path place;
        std::optional<FileFormat> format; ///< of a single file whose name does not tell it
        FileEnding ending = FileEnding::Open;
        /// By its time a file that did not change for kQuietMs is whole, even when it may grow:
        /// its last line needs no end. nullptr = none is.
        const base::Clock* clock = nullptr;
    };

    static constexpr std::int64_t kQuietMs = base::kMinuteMs;

    /// Errors: those of the checkpoint. The place itself is looked at by next().
    static Result<FolderSource> open(Settings settings, std::string_view checkpoint);

    /// At least one line unless it is done; `mostLines` is at least 1. After an error of one file
    /// the next call goes on with the file after it; that file is tried again when it changed, or
    /// by a new source. Errors: FILE_MISSING, FILE_UNREADABLE, FILE_BROKEN, FILE_FORMAT.
    Result<Portion> next(std::size_t mostLines);

private:
    struct Found
    {
        std::string name;
        std::filesystem::path path;
        FileFormat format{};
        std::uint64_t size = 0;
        std::int64_t modified = 0;
    };

    FolderSource(Settings settings, FolderCheckpoint marks);
    Result<void> beginRound();
    Result<std::vector<Found>> found() const;
    Result<std::vector<Found>> foundInFolder() const;
    Result<Found> foundFile() const;
    bool isRead(const Found& file) const;
    FileEnding endingOf(const Found& file) const;
    Result<bool> openFile();
    Result<std::size_t> readLines(Portion& portion, std::size_t mostLines);
    Error putAside(Error error);
    void closeFile();
    Portion done();
    double progress() const;

    Settings m_settings;
    FolderCheckpoint m_marks;
    std::vector<Found> m_round; ///< the files of this round
    std::size_t m_turn = 0; ///< the file that is read now
    bool m_isInRound = false;
    std::optional<LineFile> m_file;
    std::string m_header;
    std::map<std::string, FileMark> m_aside; ///< size and time of files with an error
};

} // namespace gavel::pipeline
