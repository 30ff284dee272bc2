// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace gavel::console {

/// What the command line asked for.
struct Options
{
    std::filesystem::path workspace; ///< "" = the user's own
    std::string scenario = "city-day";
    std::optional<std::uint64_t> seed;
    std::optional<std::string> language; ///< en, zh_CN, ko
    std::optional<std::string> theme; ///< dark, light
    std::string capture; ///< folder; "" = a window for a person
    int measureSeconds = 0; ///< 0 = no measuring
    QSize size; ///< empty = as the last session, or every size when capturing
};

/// Reads the command line; prints help or what is wrong and gives the exit code instead.
std::optional<int> readOptions(int argc, char** argv, Options& options);

/// The folder of scenarios beside the installed program, or of the source tree.
std::filesystem::path scenarioFolder();
/// The workspace of this user, its folder made.
std::filesystem::path userWorkspace();

} // namespace gavel::console
