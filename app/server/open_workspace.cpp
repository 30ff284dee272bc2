// SPDX-License-Identifier: GPL-3.0-or-later
// What commands need of a workspace that somebody else made.
#include "app/server/commands.h"

namespace gavel::server {

Result<void> checkWorkspace(const std::string& file)
{
    if (!std::filesystem::is_regular_file(file))
        return Error{"NOT_A_WORKSPACE", file, "there is no such file", "name a workspace"};
    return {};
}

Result<std::unique_ptr<runtime::Engine>> openWorkspace(const std::string& file)
{
    if (auto checked = checkWorkspace(file); !checked)
        return checked.error();
    runtime::EngineOptions options;
    options.workspace = file;
    options.scenarioFolder = scenarioFolder();
    options.isAtWork = false;
    return runtime::Engine::open(options);
}

std::filesystem::path scenarioFolder()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto installed = program.parent_path().parent_path() / "share" / "gavel" / "scenarios";
    return std::filesystem::is_directory(installed, ignored)
        ? installed
        : std::filesystem::path(GAVEL_SCENARIO_DIR);
}

} // namespace gavel::server
