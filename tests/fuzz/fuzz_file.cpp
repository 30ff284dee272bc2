// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a file holds, reading it ends; read a few lines at a time from checkpoint to checkpoint
// it gives the same lines as at once; and each of its lines is judged once.
#include "engine/pipeline/collect/folder_source.h"
#include "tests/fuzz/pipeline_world.h"

#include <array>

namespace {

using namespace gavel;
using namespace gavel::pipeline;

constexpr std::array kNames{"f.jsonl",     "f.csv",     "f.jsonl.gz",
                            "f.jsonl.zst", "f.csv.zst", "f.csv.gz"};

struct ReadFile
{
    std::vector<Line> lines;
    std::string header;
    bool isBroken = false;
};

FolderSource sourceOf(const std::filesystem::path& file, const std::string& checkpoint)
{
    FolderSource::Settings settings;
    settings.place = file;
    settings.ending = FileEnding::Whole;
    auto source = FolderSource::open(settings, checkpoint);
    mustHold(source.has_value(), "a checkpoint that was given is taken");
    return std::move(*source);
}

/// With `afresh`, each portion is read by a source of its own, as after a restart.
ReadFile readAll(const std::filesystem::path& file, std::size_t portion, bool afresh)
{
    ReadFile read;
    std::string checkpoint;
    FolderSource source = sourceOf(file, checkpoint);
    for (;;) {
        auto next = source.next(portion);
        if (!next) {
            read.isBroken = true;
            return read;
        }
        if (next->isDone)
            return read;
        mustHold(!next->lines.empty() && next->lines.size() <= portion, "a portion has lines");
        for (Line& line : next->lines) {
            mustHold(read.lines.empty() || line.number > read.lines.back().number,
                     "lines follow each other");
            read.lines.push_back(std::move(line));
        }
        read.header = next->header;
        checkpoint = next->checkpoint;
        if (afresh)
            source = sourceOf(file, checkpoint);
    }
}

void judgeLines(const ReadFile& read, bool isCsv)
{
    Offer offer;
    if (isCsv) {
        auto header = CsvHeader::parse(read.header, FieldMap());
        if (!header)
            return; // the file is refused with a reason
        offer.header = std::make_shared<const CsvHeader>(std::move(*header));
    }
    for (const Line& line : read.lines)
        offer.lines.push_back({line.text, line.number, 0, line.isTooLong ? "too long" : ""});
    if (!offer.lines.empty())
        judgeAll(std::move(offer));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string name = kNames[data[0] % kNames.size()];
    const auto file = scratchFolder() / name;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data + 1), static_cast<std::streamsize>(size - 1));
    constexpr std::size_t kAll = 100'000;
    const ReadFile whole = readAll(file, kAll, false);
    const ReadFile parts = readAll(file, 1 + size % 3, true);
    std::filesystem::remove(file);
    mustHold(whole.lines == parts.lines, "in parts as at once");
    mustHold(whole.isBroken == parts.isBroken, "broken in parts as at once");
    judgeLines(whole, name.starts_with("f.csv"));
    return 0;
}
