// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/line_file.h"

#include <cassert>

namespace gavel::pipeline {

namespace {

constexpr std::size_t kFillBytes = std::size_t{64} * 1024;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// The first bytes of a long line, without a character that was cut.
std::string firstBytes(std::string_view text)
{
    std::size_t length = std::min(text.size(), kShownBytes);
    while (length > 0 && length < text.size()
           && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return std::string(text.substr(0, length));
}

} // namespace

Line makeLine(std::uint64_t number, std::string_view text)
{
    const bool isTooLong = text.size() > kMostLineBytes;
    return {number, isTooLong ? firstBytes(text) : std::string(text), isTooLong};
}

LineFile::LineFile(FileText text, FileEnding ending, std::filesystem::path path)
    : m_text(std::move(text))
    , m_ending(ending)
    , m_path(std::move(path))
{
}

Result<LineFile> LineFile::open(const std::filesystem::path& path, FileEnding ending,
                                LinePosition from)
{
    auto text = FileText::open(path);
    if (!text)
        return text.error();
    LineFile file(std::move(*text), ending, path);
    if (auto gone = file.goTo(from); !gone)
        return gone.error();
    return file;
}

Result<void> LineFile::goTo(LinePosition position)
{
    assert(position.offset >= m_position.offset);
    if (position.offset == m_position.offset)
        return {};
    const std::uint64_t unread = m_buffer.size() - m_begin;
    m_position = position;
    m_passed = 0;
    // What is read already cannot be read again in a packed file: take it from the buffer.
    if (const std::uint64_t bufferEnd = m_text.offset();
        position.offset <= bufferEnd && bufferEnd - position.offset <= unread) {
        m_begin = m_buffer.size() - static_cast<std::size_t>(bufferEnd - position.offset);
        m_searched = m_begin;
        m_isAfterRest = m_begin > 0 && m_buffer[m_begin - 1] != '\n';
        return {};
    }
    m_buffer.clear();
    m_begin = m_searched = 0;
    if (auto gone = m_text.goTo(position.offset - 1); !gone)
        return gone;
    char before = '\n';
    auto got = m_text.read({&before, 1});
    if (!got)
        return got.error();
    if (*got == 0)
        return Error{"FILE_BROKEN", m_path.string(),
                     "it ends before byte " + std::to_string(position.offset)
                         + ", where reading is to go on",
                     "put the whole file back"};
    m_isAfterRest = before != '\n';
    return {};
}

Result<std::size_t> LineFile::next(std::vector<Line>& lines, std::size_t most)
{
    std::size_t given = 0;
    while (given < most) {
        auto line = takeLine();
        if (!line) {
            auto got = fill();
            if (!got && given == 0)
                return got;
            if (!got)
                break;
            if (*got > 0)
                continue;
            line = takeRest();
        }
        if (!line)
            break;
        if (!line->text.empty()) {
            lines.push_back(std::move(*line));
            ++given;
        }
    }
    return given;
}

/// 0 = no more now.
Result<std::size_t> LineFile::fill()
{
    m_buffer.erase(0, m_begin);
    m_searched -= m_begin;
    m_begin = 0;
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kFillBytes);
    auto got = m_text.read(std::span(m_buffer).subspan(before));
    m_buffer.resize(before + (got ? *got : 0));
    if (got && *got == 0 && m_ending == FileEnding::Whole && m_text.isCutOff())
        return Error{"FILE_BROKEN", m_path.string(),
                     "its packed data end midway, at byte " + std::to_string(m_text.packedOffset()),
                     "fetch the file again; what is before this place was read"};
    return got;
}

std::optional<Line> LineFile::takeLine()
{
    const std::size_t end = m_buffer.find('\n', m_searched);
    if (end == std::string::npos) {
        m_searched = m_buffer.size();
        // One byte more may be a CR.
        if (m_buffer.size() - m_begin > kMostLineBytes + 1 || m_passed > 0)
            noteTooLong();
        return std::nullopt;
    }
    Line line
        = lineOf(std::string_view(m_buffer).substr(m_begin, end - m_begin), end + 1 - m_begin);
    m_begin = m_searched = end + 1;
    return line;
}

std::optional<Line> LineFile::takeRest()
{
    if (m_ending == FileEnding::Open || (m_begin == m_buffer.size() && m_passed == 0))
        return std::nullopt;
    Line line = lineOf(std::string_view(m_buffer).substr(m_begin), m_buffer.size() - m_begin);
    m_begin = m_searched = m_buffer.size();
    m_isAfterRest = true;
    return line;
}

void LineFile::noteTooLong()
{
    if (m_passed == 0)
        m_shown = firstBytes(std::string_view(m_buffer).substr(m_begin));
    m_passed += m_buffer.size() - m_begin;
    m_begin = m_searched = m_buffer.size();
}

Line LineFile::lineOf(std::string_view raw, std::size_t bytes)
{
    if (raw.ends_with('\r'))
        raw.remove_suffix(1);
    if (m_position.offset == 0 && raw.starts_with(kByteOrderMark))
        raw.remove_prefix(kByteOrderMark.size());
    Line line = m_passed > 0 ? Line{0, std::move(m_shown), true} : makeLine(0, raw);
    // The end of a line that was given without it is no line of its own.
    if (!m_isAfterRest || !line.text.empty())
        ++m_position.lines;
    line.number = m_position.lines;
    m_position.offset += m_passed + bytes;
    m_isAfterRest = false;
    m_passed = 0;
    m_shown.clear();
    return line;
}

bool LineFile::hasRest() const
{
    return m_begin < m_buffer.size() || m_passed > 0 || m_text.isCutOff();
}

} // namespace gavel::pipeline
