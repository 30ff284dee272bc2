// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/file_text.h"
#include "engine/pipeline/values/line_limit.h"

#include <optional>
#include <string>
#include <vector>

namespace gavel::pipeline {

/// One line of a source, as it came.
struct Line
{
    std::uint64_t number = 0; ///< of its file, or count in its source; from 1
    std::string text; ///< without its end; only the first 200 bytes of one that is too long
    bool isTooLong = false;

    bool operator==(const Line&) const = default;
};

inline constexpr std::size_t kShownBytes = 200; ///< of a longer line

/// A line of that text, cut between two characters when it is too long.
Line makeLine(std::uint64_t number, std::string_view text);

/// How far a file was read: the lines and the bytes of its (unpacked) text that are done.
struct LinePosition
{
    std::uint64_t lines = 0;
    std::uint64_t offset = 0;

    bool operator==(const LinePosition&) const = default;
};

/// Whether a file may still grow. Then a last line without its end waits for it, and packed data
/// that stop midway are no mistake.
enum class FileEnding : std::uint8_t { Open, Whole };

/// Reads lines of a file, ended by LF or CR LF. Empty lines count but are not given; a byte order
/// mark is left out.
class LineFile
{
public:
    /// Goes on behind `from`. Errors: those of FileText::open() and goTo().
    static Result<LineFile> open(const std::filesystem::path& path, FileEnding ending,
                                 LinePosition from = {});

    /// Appends up to `most` lines and says how many; 0 = no more now. An error comes after every
    /// line before it was given, and comes again. Errors: those of FileText::read(), FILE_BROKEN
    /// when a whole file ends midway.
    Result<std::size_t> next(std::vector<Line>& lines, std::size_t most);
    /// Goes on behind a position that is not before the present one.
    Result<void> goTo(LinePosition position);

    LinePosition position() const { return m_position; } ///< behind the last line given
    /// There is text behind the last line that is not a line yet.
    bool hasRest() const;
    const FileText& text() const { return m_text; }

private:
    LineFile(FileText text, FileEnding ending, std::filesystem::path path);
    std::optional<Line> takeLine();
    std::optional<Line> takeRest();
    Line lineOf(std::string_view raw, std::size_t bytes);
    void noteTooLong();
    Result<std::size_t> fill();

    FileText m_text;
    FileEnding m_ending;
    std::filesystem::path m_path;
    LinePosition m_position;
    std::string m_buffer; ///< text from m_begin on is not given yet
    std::size_t m_begin = 0;
    std::size_t m_searched = 0; ///< no line end before it
    std::uint64_t m_passed = 0; ///< bytes of the present line that were let go: it is too long
    std::string m_shown; ///< its first bytes
    bool m_isAfterRest = false; ///< the line before it was given without its end
};

} // namespace gavel::pipeline
