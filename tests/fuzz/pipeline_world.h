// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/intake/prepared_batch.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

/// What a fuzzer finds is told in words, then it ends.
inline void mustHold(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// A market in which everything that is named is known.
struct OpenWorld final : gavel::pipeline::Surroundings
{
    bool isKnown(gavel::model::AdField, std::string_view) const override { return true; }
    std::string_view ownerOf(gavel::model::AdField, std::string_view,
                             gavel::model::AdField) const override
    {
        return {};
    }
};

/// The shipped rules.
inline gavel::pipeline::RuleSet shippedRules()
{
    std::ifstream in(GAVEL_SOURCE_DIR "/resources/pipeline/rules.json");
    const std::string json{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto rules = gavel::pipeline::RuleSet::parse(json);
    mustHold(rules.has_value(), "the shipped rules are read");
    return *rules;
}

/// Judges lines as the intake does, and looks at what each became: dead with a reason, or an event.
inline void judgeAll(gavel::pipeline::Offer offer)
{
    using namespace gavel::pipeline;
    static const OpenWorld world;
    static Judge judge(shippedRules(), world);
    BatchMaker maker(judge, "fuzz", FieldMap());
    const std::size_t told = offer.lines.size();
    offer.received = {1'774'000'800'000};
    std::uint64_t position = 0;
    std::vector<Offer> offers;
    offers.push_back(std::move(offer));
    const auto batch = maker.make(std::move(offers), position, {1'774'000'800'001});
    mustHold(batch.lines.size() == told, "each line is judged once");
    std::size_t dead = 0;
    for (const PreparedLine& line : batch.lines) {
        dead += line.fate == Fate::Dead ? 1 : 0;
        mustHold(line.fate != Fate::Dead || (!line.rule.empty() && !line.reason.empty()),
                 "what is dead says why");
        mustHold(line.position > 0, "each line has a place");
    }
    mustHold(dead <= told, "no line is in two places");
}

/// A file for what is read from files, one for a process.
inline std::filesystem::path scratchFolder()
{
    static const std::filesystem::path folder = [] {
        const std::filesystem::path memory = "/dev/shm";
        std::string made
            = ((std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path())
               / "gavel-fuzz-XXXXXX")
                  .string();
        mustHold(mkdtemp(made.data()) != nullptr, "there is a folder for files");
        return std::filesystem::path(made);
    }();
    return folder;
}
