// SPDX-License-Identifier: GPL-3.0-or-later
// gavel-bench: one line a case, on real work. Times are this machine's: quote ratios.
#include "app/bench/bench_case.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <sys/resource.h>

namespace gavel::bench {

BenchResult benchMatch();
BenchResult benchAuction();
BenchResult benchSimulate();
BenchResult benchSimulateStored();
BenchResult benchParse();
BenchResult benchHttp();
BenchResult benchEvents();
BenchResult benchProfiles();

namespace {

struct Case
{
    const char* name;
    BenchFunction run;
};
constexpr Case kCases[]{
    {"match", benchMatch},       {"auction", benchAuction},
    {"simulate", benchSimulate}, {"simulate-stored", benchSimulateStored},
    {"parse", benchParse},       {"http", benchHttp},
    {"events", benchEvents},     {"profiles", benchProfiles},
};

double maxRssMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void print(const BenchResult& result, bool json)
{
    const double rate = result.seconds > 0 ? static_cast<double>(result.work) / result.seconds : 0;
    if (!json) {
        std::printf("%-16s %12llu done  %8.2f s  %12.0f /s  p50 %9.2f us  p99 %9.2f us  %6.0f MB",
                    result.name.c_str(), static_cast<unsigned long long>(result.work),
                    result.seconds, rate, result.p50Micros, result.p99Micros, maxRssMegabytes());
        for (const auto& [key, value] : result.extra)
            std::printf("  %s %s", key.c_str(), value.c_str());
        std::printf("\n");
        return;
    }
    boost::json::object line{{"case", result.name},
                             {"work", result.work},
                             {"seconds", result.seconds},
                             {"rate_per_s", rate},
                             {"p50_us", result.p50Micros},
                             {"p99_us", result.p99Micros},
                             {"max_rss_mb", maxRssMegabytes()}};
    for (const auto& [key, value] : result.extra)
        line[key] = value;
    std::printf("%s\n", boost::json::serialize(line).c_str());
}

const Case* find(const std::string& name)
{
    for (const Case& known : kCases)
        if (name == known.name)
            return &known;
    return nullptr;
}

int run(const std::vector<std::string>& names, bool json)
{
    for (const std::string& name : names) {
        const Case* known = find(name);
        if (known == nullptr) {
            std::fprintf(stderr, "gavel-bench: there is no case \"%s\"; run gavel-bench --list\n",
                         name.c_str());
            return 2;
        }
        print(known->run(), json);
        std::fflush(stdout);
    }
    return 0;
}

} // namespace
} // namespace gavel::bench

int main(int argc, char** argv)
{
    CLI::App app("Measures Gavel on real work, one line a case.", "gavel-bench");
    std::vector<std::string> names;
    bool json = false;
    bool list = false;
    app.add_option("CASE", names, "cases to run; all when none is named");
    app.add_flag("--json", json, "one JSON object a line");
    app.add_flag("--list", list, "name the cases and stop");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (list || names.empty()) {
        for (const auto& known : gavel::bench::kCases) {
            if (list)
                std::printf("%s\n", known.name);
            else
                names.emplace_back(known.name);
        }
    }
    return list ? 0 : gavel::bench::run(names, json);
}
