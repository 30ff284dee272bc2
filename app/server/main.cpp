// SPDX-License-Identifier: GPL-3.0-or-later
// gaveld: the engine without a window.
#include "app/server/commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace gavel::server {

int cannot(const Error& error)
{
    spdlog::error("{}", toString(error));
    return kCannot;
}

namespace {

int run(int argc, char** argv)
{
    spdlog::set_default_logger(spdlog::stderr_color_mt("gaveld"));
    CLI::App app("Gavel without a window: serve programs, simulate, replay, check.", "gaveld");
    app.require_subcommand(1);
    int exitCode = kDone;
    addServe(app, exitCode);
    addAdServer(app, exitCode);
    addSimulate(app, exitCode);
    addReplay(app, exitCode);
    addVerify(app, exitCode);
    addCampaigns(app, exitCode);
    addEvents(app, exitCode);
    addTrace(app, exitCode);
    addLedger(app, exitCode);
    addSubscribers(app, exitCode);
    addArchive(app, exitCode);
    addFaults(app, exitCode);
    addBackup(app, exitCode);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    return exitCode;
}

} // namespace
} // namespace gavel::server

int main(int argc, char** argv)
{
    try {
        return gavel::server::run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "gaveld: %s\n", error.what());
        return gavel::server::kCannot;
    }
}
