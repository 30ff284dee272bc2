// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/segment_folder.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/store/workspace_files.h"

#include <boost/json.hpp>

#include <cstdio>
#include <fstream>
#include <openssl/evp.h>
#include <system_error>

namespace gavel::store {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 1 << 18;
constexpr std::string_view kManifest = "manifest.json";

Error unwritten(const fs::path& file, const std::string& what)
{
    return {"SEGMENT_UNWRITTEN", file.string(), what,
            "check the folder, its permissions and the disk"};
}

} // namespace

fs::path coldFolderOf(const fs::path& workspace)
{
    return workspace.string() + "-cold";
}

std::string dayText(std::int64_t day)
{
    return base::toIsoDay(static_cast<std::int32_t>(day));
}

std::string segmentName(std::int64_t day, std::int64_t id)
{
    std::string number = std::to_string(id);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    return dayText(day) + "-" + number + ".segment";
}

std::vector<fs::path> placesOf(const SegmentRow& row, const fs::path& coldFolder,
                               const std::string& archiveFolder)
{
    std::vector<fs::path> places{coldFolder / row.file};
    for (const std::string& folder : {row.archive, archiveFolder})
        if (!folder.empty() && places.back() != fs::path(folder) / row.file)
            places.push_back(fs::path(folder) / row.file);
    return places;
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code failed;
    if (fs::is_directory(folder, failed))
        return {};
    fs::create_directories(folder, failed);
    if (failed)
        return unwritten(folder, failed.message());
    return syncFolder(folder.parent_path());
}

Result<std::string> sha256Of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{"SEGMENT_MISSING", file.string(), "the file cannot be opened",
                     "put the file back, or mount the folder"};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::string piece(kPiece, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
        EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(in.gcount()));
    if (in.bad())
        return Error{"SEGMENT_DAMAGED", file.string(), "the file cannot be read",
                     "put a sound copy of it there"};
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context.get(), sum.data(), &size);
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < size; ++i) {
        text.push_back(kHex[sum[i] >> 4]);
        text.push_back(kHex[sum[i] & 15]);
    }
    return text;
}

Result<void> copySegment(const fs::path& from, const fs::path& to, const std::string& sha256)
{
    std::error_code failed;
    if (!fs::is_regular_file(from, failed))
        return Error{"SEGMENT_MISSING", from.string(), "the file is not there",
                     "put the file back, or mount the folder"};
    const fs::path part = to.string() + ".part";
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, failed);
    if (failed)
        return unwritten(part, failed.message());
    const auto sum = sha256Of(part);
    if (!sum || *sum != sha256) {
        fs::remove(part, failed);
        return sum ? Error{"SEGMENT_DAMAGED", from.string(), "its checksum is not the recorded one",
                           "put a sound copy of it there"}
                   : sum.error();
    }
    return renameDurably(part, to);
}

Result<void> checkSegment(const fs::path& file, const SegmentRow& row)
{
    const auto sum = sha256Of(file);
    if (!sum)
        return sum.error();
    const auto damaged = [&](const char* what) {
        return Error{"SEGMENT_DAMAGED", file.string(), what, "put a sound copy of it there"};
    };
    if (*sum != row.sha256)
        return damaged("its checksum is not the recorded one");
    const auto segment = SegmentFile::open(file);
    if (!segment)
        return segment.error();
    if ((*segment)->extent() != row.extent)
        return damaged("it holds other events than recorded");
    return {};
}

Result<void> writeManifest(const fs::path& folder, std::span<const SegmentRow> segments)
{
    boost::json::array list;
    for (const SegmentRow& row : segments)
        list.push_back(boost::json::object{{"file", row.file},
                                           {"day", dayText(row.extent.day)},
                                           {"events", row.extent.events},
                                           {"bytes", row.bytes},
                                           {"first_key", row.extent.firstKey},
                                           {"last_key", row.extent.lastKey},
                                           {"first_at", row.extent.firstAt},
                                           {"last_at", row.extent.lastAt},
                                           {"sha256", row.sha256}});
    const boost::json::object manifest{{"format", 1}, {"segments", std::move(list)}};
    const fs::path file = folder / kManifest;
    const fs::path part = file.string() + ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << base::jsonPretty(manifest);
        if (!out.flush())
            return unwritten(part, "the manifest cannot be written");
    }
    return renameDurably(part, file);
}

} // namespace gavel::store
