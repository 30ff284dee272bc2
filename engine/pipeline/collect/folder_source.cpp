// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/folder_source.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <simdjson.h>
#include <system_error>

namespace gavel::pipeline {

namespace {

namespace fs = std::filesystem;

Error badFormat(const fs::path& path, std::string what, std::string advice)
{
    return {"FILE_FORMAT", path.string(), std::move(what), std::move(advice)};
}

Error folderError(const fs::path& place, const std::error_code& failed)
{
    return {"FILE_UNREADABLE", place.string(), failed.message(),
            "see whether the folder and its files may be read"};
}

} // namespace

std::optional<FileFormat> formatOf(std::string_view fileName)
{
    for (const std::string_view packed : {".gz", ".zst"})
        if (fileName.ends_with(packed)) {
            fileName.remove_suffix(packed.size());
            break;
        }
    if (fileName.ends_with(".csv"))
        return FileFormat::Csv;
    if (fileName.ends_with(".jsonl") || fileName.ends_with(".json"))
        return FileFormat::JsonLines;
    return std::nullopt;
}

FolderSource::FolderSource(Settings settings, FolderCheckpoint marks)
    : m_settings(std::move(settings))
    , m_marks(std::move(marks))
{
}

Result<FolderSource> FolderSource::open(Settings settings, std::string_view checkpoint)
{
    auto marks = readFolderCheckpoint(checkpoint, settings.place.string() + " checkpoint");
    if (!marks)
        return marks.error();
    return FolderSource(std::move(settings), std::move(*marks));
}

Result<Portion> FolderSource::next(std::size_t mostLines)
{
    assert(mostLines > 0);
    if (!m_isInRound)
        if (auto begun = beginRound(); !begun)
            return begun.error();
    while (m_turn < m_round.size()) {
        if (!m_file) {
            const auto opened = openFile();
            if (!opened)
                return putAside(opened.error());
            if (!*opened) {
                ++m_turn;
                continue;
            }
        }
        Portion portion;
        auto got = readLines(portion, mostLines);
        if (!got)
            return putAside(got.error());
        if (*got > 0)
            return portion;
        closeFile();
    }
    return done();
}

Result<void> FolderSource::beginRound()
{
    auto round = found();
    if (!round)
        return round.error();
    m_round = std::move(*round);
    std::erase_if(m_marks, [this](const auto& mark) {
        return std::ranges::find(m_round, mark.first, &Found::name) == m_round.end();
    });
    m_turn = 0;
    m_isInRound = true;
    return {};
}

Result<std::vector<FolderSource::Found>> FolderSource::found() const
{
    std::error_code failed;
    const auto status = fs::status(m_settings.place, failed);
    if (status.type() == fs::file_type::not_found)
        return Error{"FILE_MISSING", m_settings.place.string(), "there is no such file or folder",
                     "check its path"};
    if (status.type() == fs::file_type::none)
        return folderError(m_settings.place, failed);
    if (status.type() == fs::file_type::directory)
        return foundInFolder();
    auto file = foundFile();
    if (!file)
        return file.error();
    return std::vector<Found>{std::move(*file)};
}

Result<FolderSource::Found> FolderSource::foundFile() const
{
    const fs::path& path = m_settings.place;
    const std::string name = path.filename().string();
    const auto format = m_settings.format ? m_settings.format : formatOf(name);
    if (!format)
        return badFormat(path, "its name does not tell what it is",
                         "name it *.jsonl or *.csv, or say its format");
    std::error_code failed;
    Found file{name, path, *format, fs::file_size(path, failed), 0};
    if (!failed)
        file.modified = fs::last_write_time(path, failed).time_since_epoch().count();
    if (failed)
        return folderError(path, failed);
    return file;
}

Result<std::vector<FolderSource::Found>> FolderSource::foundInFolder() const
{
    std::error_code failed;
    std::vector<Found> files;
    for (fs::directory_iterator entry(m_settings.place, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        const auto format = formatOf(name);
        std::error_code gone; // one that vanishes meanwhile is none
        if (!format || name.starts_with('.') || !entry->is_regular_file(gone))
            continue;
        const auto size = entry->file_size(gone);
        const auto modified = gone ? fs::file_time_type() : entry->last_write_time(gone);
        if (!gone)
            files.push_back(
                {name, entry->path(), *format, size, modified.time_since_epoch().count()});
    }
    if (failed)
        return folderError(m_settings.place, failed);
    std::ranges::sort(files, {}, &Found::name);
    return files;
}

bool FolderSource::isRead(const Found& file) const
{
    const auto same = [&](const FileMark& mark) {
        return mark.size == file.size && mark.modified == file.modified;
    };
    const auto aside = m_aside.find(file.name);
    if (aside != m_aside.end() && same(aside->second))
        return true;
    const auto mark = m_marks.find(file.name);
    return mark != m_marks.end() && mark->second.isAtEnd && same(mark->second);
}

FileEnding FolderSource::endingOf(const Found& file) const
{
    if (m_settings.clock == nullptr)
        return m_settings.ending;
    const fs::file_time_type changed{fs::file_time_type::duration(file.modified)};
    const auto since = std::chrono::file_clock::to_sys(changed).time_since_epoch();
    const std::int64_t at = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    return m_settings.clock->now().value - at >= kQuietMs ? FileEnding::Whole : m_settings.ending;
}

/// False when there is nothing to read in it.
Result<bool> FolderSource::openFile()
{
    const Found& found = m_round[m_turn];
    if (isRead(found))
        return false;
    if (!simdjson::validate_utf8(found.name))
        return badFormat(found.path, "its name is not UTF-8", "rename it");
    auto file = LineFile::open(found.path, endingOf(found));
    if (!file)
        return file.error();
    const FileText& text = file->text();
    FileMark& mark = m_marks[found.name];
    const bool isShorter = text.size() < mark.size
        || (text.packing() == Packing::None && text.size() < mark.position.offset);
    if (isShorter || text.fingerprint(mark.headBytes) != mark.fingerprint)
        mark.position = {};
    mark.size = found.size;
    mark.modified = found.modified;
    mark.headBytes = text.headBytes();
    mark.fingerprint = text.fingerprint(mark.headBytes);
    mark.isAtEnd = false;
    m_header.clear();
    if (found.format == FileFormat::Csv) {
        std::vector<Line> first;
        auto got = file->next(first, 1);
        if (!got)
            return got.error();
        if (*got > 0 && first.front().isTooLong)
            return badFormat(found.path, "its header is longer than 64 KiB",
                             "check that it is a CSV file");
        m_header = *got > 0 ? first.front().text : "";
    }
    if (mark.position.offset > file->position().offset)
        if (auto gone = file->goTo(mark.position); !gone)
            return gone.error();
    mark.position = file->position();
    m_file = std::move(*file);
    return true;
}

Result<std::size_t> FolderSource::readLines(Portion& portion, std::size_t mostLines)
{
    const Found& found = m_round[m_turn];
    FileMark& mark = m_marks[found.name];
    const bool isAtBegin = mark.position.offset == 0;
    auto got = m_file->next(portion.lines, mostLines);
    if (!got || *got == 0)
        return got;
    if (isAtBegin && found.format == FileFormat::JsonLines
        && portion.lines.front().text.starts_with('['))
        return badFormat(found.path, "it holds one list, not one event a line",
                         "write each event on a line of its own");
    mark.position = m_file->position();
    portion.file = found.name;
    portion.format = found.format;
    portion.header = m_header;
    portion.checkpoint = checkpointText(m_marks);
    portion.progress = progress();
    return got;
}

Error FolderSource::putAside(Error error)
{
    const Found& found = m_round[m_turn];
    m_aside[found.name] = {found.size, found.modified, 0, 0, {}, false};
    m_file.reset();
    ++m_turn;
    return error;
}

void FolderSource::closeFile()
{
    m_marks[m_round[m_turn].name].isAtEnd = !m_file->hasRest();
    m_file.reset();
    ++m_turn;
}

Portion FolderSource::done()
{
    m_isInRound = false;
    Portion portion;
    portion.checkpoint = checkpointText(m_marks);
    portion.progress = 1;
    portion.isDone = true;
    return portion;
}

double FolderSource::progress() const
{
    std::uint64_t read = 0;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < m_round.size(); ++i) {
        const Found& file = m_round[i];
        total += file.size;
        if (i < m_turn || isRead(file))
            read += file.size;
        else if (i == m_turn && m_file)
            read += std::min(m_file->text().packedOffset(), file.size);
    }
    return total == 0 ? 1 : static_cast<double>(read) / static_cast<double>(total);
}

} // namespace gavel::pipeline
