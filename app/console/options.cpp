// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <CLI/CLI.hpp>

namespace gavel::console {

namespace {

/// "1440x900".
std::string readSize(const std::string& text, QSize& size)
{
    const QStringList parts = QString::fromStdString(text).split(u'x');
    const QSize read(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || read.width() < 640 || read.height() < 400 || read.width() > 7680
        || read.height() > 4320)
        return "is not a size; write WIDTHxHEIGHT from 640x400 to 7680x4320, for example 1440x900";
    size = read;
    return {};
}

} // namespace

std::optional<int> readOptions(int argc, char** argv, Options& options)
{
    CLI::App app("Gavel: the operations desk for programmatic advertising");
    app.set_version_flag("--version", "gavel " GAVEL_VERSION);
    app.add_option("WORKSPACE", options.workspace,
                   "Workspace file, *.gavel; default: the user's own");
    app.add_option("--scenario", options.scenario, "Scenario by name or path")
        ->capture_default_str();
    app.add_option("--seed", options.seed, "Seed instead of the scenario's")
        ->check(CLI::Range(std::int64_t{0}, INT64_MAX - 1)); // else -1 is another seed
    app.add_option("--language", options.language, "Language of the window")
        ->check(CLI::IsMember({"en", "zh_CN", "ko"}));
    app.add_option("--theme", options.theme, "Theme of the window")
        ->check(CLI::IsMember({"dark", "light"}));
    app.add_option("--capture", options.capture,
                   "Render every page to PNG files in this folder, then exit");
    app.add_option("--measure", options.measureSeconds,
                   "Run the scenario as fast as it goes for so many seconds, print how long the "
                   "window ever paused, then exit")
        ->check(CLI::Range(1, 3600));
    app.add_option_function<std::string>(
        "--size",
        [&options](const std::string& text) {
            const std::string wrong = readSize(text, options.size);
            if (!wrong.empty())
                throw CLI::ValidationError("--size", "\"" + text + "\" " + wrong);
        },
        "Size of the window, for example 1440x900");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return std::nullopt;
}

std::filesystem::path scenarioFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const QString installed = program.filePath(QStringLiteral("../share/gavel/scenarios"));
    if (QDir(installed).exists())
        return QDir(installed).canonicalPath().toStdString();
    return GAVEL_SOURCE_SCENARIOS;
}

std::filesystem::path userWorkspace()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                      + QStringLiteral("/gavel"));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("city-day.gavel")).toStdString();
}

} // namespace gavel::console
