// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/runtime/engine.h"

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace gavel::server {

/// What a process tells its caller.
enum ExitCode : int {
    kDone = 0,
    kFoundWrong = 1,
    kUsage = 2,
    kCannot = 3,
};

// Each adds its command; when that is the one given, running it sets the exit code.
void addServe(CLI::App& app, int& exitCode);
void addAdServer(CLI::App& app, int& exitCode);
void addSimulate(CLI::App& app, int& exitCode);
void addReplay(CLI::App& app, int& exitCode);
void addVerify(CLI::App& app, int& exitCode);
void addCampaigns(CLI::App& app, int& exitCode);
void addEvents(CLI::App& app, int& exitCode);
void addTrace(CLI::App& app, int& exitCode);
void addLedger(CLI::App& app, int& exitCode);
void addSubscribers(CLI::App& app, int& exitCode);
void addArchive(CLI::App& app, int& exitCode);
void addFaults(CLI::App& app, int& exitCode);
void addBackup(CLI::App& app, int& exitCode);

/// What --seed may be. CLI11 reads a negative number into an unsigned one, and one that is too
/// long as the greatest there is.
inline CLI::Range seedRange()
{
    return {std::int64_t{0}, INT64_MAX - 1};
}

/// Logs the error and returns kCannot.
int cannot(const Error& error);

/// Ctrl+C and a request to end. Blocked before any thread starts, so that every thread leaves them
/// to the one that waits.
sigset_t blockEndSignals();
void waitForEnd(const sigset_t& signals);

/// Errors: NOT_A_WORKSPACE.
Result<void> checkWorkspace(const std::string& file);
/// The engine on a workspace that exists, with no market. Errors: NOT_A_WORKSPACE, those of the
/// engine.
Result<std::unique_ptr<runtime::Engine>> openWorkspace(const std::string& file);

/// The scenarios beside the installed program, else those of the source tree it was built from.
std::filesystem::path scenarioFolder();

/// The totals of a run under the fixed keys, as one JSON object or as lines for a person.
struct RunTotals
{
    std::uint64_t auctions = 0;
    std::uint64_t bids = 0;
    std::uint64_t impressions = 0;
    std::uint64_t clicks = 0;
    std::uint64_t conversions = 0;
    Money cost;
    Money revenue; ///< publishers earned
    double seconds = 0;
    std::uint64_t digest = 0;
};
void print(const RunTotals& totals, bool json);
void printLine(const std::string& line);

} // namespace gavel::server
