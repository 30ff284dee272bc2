// SPDX-License-Identifier: GPL-3.0-or-later
// gavel-bench: one line a case, on real work. Times are this machine's: quote ratios.
#include "app/bench/bench_case.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gavel::bench {

BenchResult benchMatch();
BenchResult benchAuction();
BenchResult benchSimulate();
BenchResult benchSimulateStored();
BenchResult benchParse();
BenchResult benchHttp();
BenchResult benchEvents();
BenchResult benchProfiles();
BenchResult benchRounds();
BenchResult benchRoundsMany();
BenchResult benchWindow();
BenchResult benchLedger();
BenchResult benchPacing();
BenchResult benchPipeline();
BenchResult benchPipelinePaced();
BenchResult benchRebuild();
BenchResult benchMetrics();
BenchResult benchPush();
BenchResult benchPushBatches();
BenchResult benchOverload();

namespace {

namespace json = boost::json;

constexpr std::size_t kFixedKeys = 7; ///< those of every case; what a case adds follows

struct Case
{
    const char* name;
    BenchFunction run;
};
constexpr Case kCases[]{
    {"match", benchMatch},
    {"auction", benchAuction},
    {"simulate", benchSimulate},
    {"simulate-stored", benchSimulateStored},
    {"parse", benchParse},
    {"http", benchHttp},
    {"events", benchEvents},
    {"profiles", benchProfiles},
    {"window", benchWindow},
    {"ledger", benchLedger},
    {"pacing", benchPacing},
    {"pipeline", benchPipeline},
    {"pipeline-paced", benchPipelinePaced},
    {"rebuild", benchRebuild},
    {"metrics", benchMetrics},
    {"push", benchPush},
    {"push-batches", benchPushBatches},
    {"overload", benchOverload},
    {"rounds", benchRounds},
    {"rounds-100k", benchRoundsMany},
};

double maxRssMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

json::object lineOf(const BenchResult& result)
{
    const double rate = result.seconds > 0 ? static_cast<double>(result.work) / result.seconds : 0;
    json::object line{{"case", result.name},
                      {"work", result.work},
                      {"seconds", result.seconds},
                      {"rate_per_s", rate},
                      {"p50_us", result.p50Micros},
                      {"p99_us", result.p99Micros},
                      {"max_rss_mb", maxRssMegabytes()}};
    for (const auto& [key, value] : result.extra)
        line[key] = value;
    return line;
}

/// One run in a process of its own, so that neither memory nor warmth of another run counts.
/// Empty when it did not end well.
json::object runApart(const Case& known)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        const std::string text = json::serialize(lineOf(known.run()));
        const bool told = write(ends[1], text.data(), text.size()) == std::ssize(text);
        _exit(told ? 0 : 3);
    }
    close(ends[1]);
    std::string text;
    std::array<char, 4096> part{};
    for (ssize_t got = 0; (got = read(ends[0], part.data(), part.size())) > 0;)
        text.append(part.data(), static_cast<std::size_t>(got));
    close(ends[0]);
    waitpid(child, nullptr, 0);
    boost::system::error_code wrong;
    json::value parsed = json::parse(text, wrong);
    return wrong || !parsed.is_object() ? json::object() : std::move(parsed.as_object());
}

/// The run in the middle when they are put in order of `key`.
json::object medianBy(std::string_view key, std::vector<json::object> runs)
{
    const auto middle = runs.begin() + std::ssize(runs) / 2;
    std::nth_element(runs.begin(), middle, runs.end(),
                     [&](const json::object& a, const json::object& b) {
                         return a.at(key).to_number<double>() < b.at(key).to_number<double>();
                     });
    return std::move(*middle);
}

void print(const json::object& line, bool asJson)
{
    if (asJson) {
        std::printf("%s\n", json::serialize(line).c_str());
        return;
    }
    const auto number = [&](const char* key) { return line.at(key).to_number<double>(); };
    std::printf("%-16s %12.0f done  %8.2f s  %12.0f /s  p50 %9.2f us  p99 %9.2f us  %6.0f MB",
                line.at("case").as_string().c_str(), number("work"), number("seconds"),
                number("rate_per_s"), number("p50_us"), number("p99_us"), number("max_rss_mb"));
    std::size_t place = 0;
    for (const auto& [key, value] : line)
        if (place++ >= kFixedKeys)
            std::printf("  %.*s %s", static_cast<int>(key.size()), key.data(),
                        value.as_string().c_str());
    std::printf("\n");
}

const Case* find(const std::string& name)
{
    for (const Case& known : kCases)
        if (name == known.name)
            return &known;
    return nullptr;
}

int run(const std::vector<std::string>& names, int runs, bool asJson)
{
    for (const std::string& name : names) {
        const Case* known = find(name);
        if (known == nullptr) {
            std::fprintf(stderr, "gavel-bench: there is no case \"%s\"; run gavel-bench --list\n",
                         name.c_str());
            return 2;
        }
        std::vector<json::object> lines;
        for (int i = 0; i < runs; ++i) {
            lines.push_back(runApart(*known));
            if (lines.back().empty()) {
                std::fprintf(stderr, "gavel-bench: %s did not end well\n", name.c_str());
                return 1;
            }
        }
        const bool byGap = lines.front().contains("longest_gap_ms");
        print(medianBy(byGap ? "p99_us" : "rate_per_s", std::move(lines)), asJson);
        std::fflush(stdout);
    }
    return 0;
}

int benchMain(int argc, char** argv)
{
    CLI::App app("Measures Gavel on real work, one line a case.", "gavel-bench");
    std::vector<std::string> names;
    bool json = false;
    bool list = false;
    int runs = 3;
    app.add_option("CASE", names, "cases to run; all when none is named");
    app.add_option("--runs", runs, "runs of each case, of which the median is printed")
        ->check(CLI::Range(1, 99))
        ->capture_default_str();
    app.add_flag("--json", json, "one JSON object a line");
    app.add_flag("--list", list, "name the cases and stop");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (list || names.empty()) {
        for (const Case& known : kCases) {
            if (list)
                std::printf("%s\n", known.name);
            else
                names.emplace_back(known.name);
        }
    }
    return list ? 0 : run(names, runs, json);
}

} // namespace
} // namespace gavel::bench

int main(int argc, char** argv)
{
    try {
        return gavel::bench::benchMain(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "gavel-bench: %s\n", error.what());
        return 3;
    }
}
