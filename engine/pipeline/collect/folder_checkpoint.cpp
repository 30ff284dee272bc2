// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/folder_checkpoint.h"

#include "engine/base/json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <charconv>

namespace gavel::pipeline {

namespace {

namespace json = boost::json;
using base::Need;

constexpr int kCheckpointVersion = 1;

std::string hexadecimal(std::uint64_t value)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return {digits.data(), end.ptr};
}

bool readHexadecimal(std::string_view text, std::uint64_t& value)
{
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

json::object markJson(const std::string& name, const FileMark& mark)
{
    return {{"name", name},
            {"size", mark.size},
            {"modified", mark.modified},
            {"fingerprint", hexadecimal(mark.fingerprint)},
            {"head_bytes", mark.headBytes},
            {"lines", mark.position.lines},
            {"offset", mark.position.offset},
            {"at_end", mark.isAtEnd}};
}

void readMark(base::ObjectReader& reader, FolderCheckpoint& checkpoint)
{
    constexpr auto kMost = std::uint64_t{INT64_MAX};
    FileMark mark;
    std::string name;
    std::string fingerprint;
    if (reader.text("name", name, Need::Required) && name.empty())
        reader.fail("name", "the name is empty", "write the file's name");
    reader.integer<std::uint64_t>("size", mark.size, 0, kMost, Need::Required);
    reader.integer<std::int64_t>("modified", mark.modified, INT64_MIN, INT64_MAX, Need::Required);
    if (reader.text("fingerprint", fingerprint, Need::Required)
        && !readHexadecimal(fingerprint, mark.fingerprint))
        reader.fail("fingerprint", "this is not a fingerprint", "write up to 16 digits of 0-9a-f");
    reader.integer<std::size_t>("head_bytes", mark.headBytes, 0, FileText::kHeadBytes,
                                Need::Required);
    reader.integer<std::uint64_t>("lines", mark.position.lines, 0, kMost, Need::Required);
    reader.integer<std::uint64_t>("offset", mark.position.offset, 0, kMost, Need::Required);
    if (mark.position.lines > mark.position.offset)
        reader.fail("lines", "there are more lines than bytes", "read the file anew");
    reader.boolean("at_end", mark.isAtEnd, Need::Required);
    reader.refuseUnknown();
    if (!checkpoint.emplace(name, mark).second)
        reader.fail("name", "\"" + name + "\" is there twice", "keep one of them");
}

} // namespace

std::string checkpointText(const FolderCheckpoint& checkpoint)
{
    json::array files;
    for (const auto& [name, mark] : checkpoint)
        files.push_back(markJson(name, mark));
    return base::jsonText(json::object{{"version", kCheckpointVersion}, {"files", files}});
}

Result<FolderCheckpoint> readFolderCheckpoint(std::string_view text, std::string_view where)
{
    if (text.empty())
        return FolderCheckpoint();
    return base::readDocument(text, where,
                              [](const json::value& value, std::vector<Error>& errors) {
                                  FolderCheckpoint checkpoint;
                                  base::ObjectReader reader(value, "", errors);
                                  int version = 0;
                                  reader.integer("version", version, kCheckpointVersion,
                                                 kCheckpointVersion, Need::Required);
                                  reader.each(
                                      "files",
                                      [&](const json::value& file, const std::string& path) {
                                          base::ObjectReader mark(file, path, errors);
                                          if (mark.isObject())
                                              readMark(mark, checkpoint);
                                      },
                                      Need::Required);
                                  reader.refuseUnknown();
                                  return checkpoint;
                              });
}

} // namespace gavel::pipeline
