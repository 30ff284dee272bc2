// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_case.h"

#include <boost/json.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace gavel::bench {

BenchResult benchWindow();

namespace {

constexpr const char* kArguments
    = " --measure 24 --scenario week-hundred --theme dark --language en --size 1440x900";

/// The console beside this program: installed in one folder, or in the build tree.
std::filesystem::path console()
{
    std::error_code wrong;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", wrong).parent_path();
    for (const auto& path : {here / "gavel", here.parent_path() / "console" / "gavel"})
        if (std::filesystem::exists(path, wrong))
            return path;
    return {};
}

std::string outputOf(const std::string& command)
{
    const auto close = [](std::FILE* file) { pclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::string text;
    std::array<char, 512> part{};
    while (pipe && std::fgets(part.data(), part.size(), pipe.get()) != nullptr)
        text += part.data();
    return text;
}

} // namespace

/// The console turns through its pages while week-hundred runs as fast as it goes, on a workspace
/// of its own. p50 and p99 are the median and the longest of each second's longest pause of the
/// window's event loop.
BenchResult benchWindow()
{
    BenchResult result;
    result.name = "window";
    const auto program = console();
    if (program.empty()) {
        result.extra.emplace_back("error", "there is no console beside this program");
        return result;
    }
    // A window that nobody sees, so that the figures do not depend on a display.
    const std::string text
        = outputOf("QT_QPA_PLATFORM=offscreen '" + program.string() + "'" + kArguments);
    boost::system::error_code wrong;
    const auto read = boost::json::parse(text, wrong);
    if (wrong || !read.is_object()) {
        result.extra.emplace_back("error", "the console did not say what it measured");
        return result;
    }
    const auto& object = read.as_object();
    const auto number = [&](const char* key) { return object.at(key).to_number<double>(); };
    result.work = object.at("auctions").to_number<std::uint64_t>();
    result.seconds = number("seconds");
    result.p50Micros = number("median_gap_ms") * 1000;
    result.p99Micros = number("longest_gap_ms") * 1000;
    for (const char* key : {"first_paint_ms", "longest_gap_ms"})
        result.extra.emplace_back(key, std::to_string(object.at(key).to_number<std::int64_t>()));
    return result;
}

} // namespace gavel::bench
