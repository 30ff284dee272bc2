// SPDX-License-Identifier: GPL-3.0-or-later
// gavel: the console. Opens the workspace, shows the window, and loads the scenario behind it.
#include "app/console/measure.h"
#include "app/console/options.h"
#include "app/console/pages.h"
#include "engine/gateway/collector/address_poller.h"
#include "engine/gateway/distribution/distribution.h"
#include "engine/runtime/engine.h"
#include "ui/shell/capture.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace gavel;

namespace {

constexpr int kExitWrong = 1;
constexpr int kExitCannot = 3;
/// A market needs some virtual minutes before its charts say something; a busy machine gives fewer.
constexpr double kCaptureSpeed = 600;
constexpr std::int64_t kCaptureRunMs = 20 * base::kMinuteMs;
constexpr int kCaptureLongestMs = 30'000;

int cannot(const Error& error)
{
    std::fprintf(stderr, "gavel: %s\n", base::toString(error).c_str());
    return kExitCannot;
}

/// Name, icons and the look: the command line before the settings of the last session.
void applyLook(const console::Options& options, shell::Settings& settings,
               shell::MainWindow& window)
{
    auto& theme = widgets::Theme::current();
    theme.setMode(settings.mode());
    if (options.theme)
        theme.setMode(*options.theme == "light" ? widgets::Mode::Light : widgets::Mode::Dark);
    theme.setRowHeight(settings.rowHeight());
    window.setLanguage(options.language
                           ? shell::languageOf(QString::fromStdString(*options.language))
                           : settings.language());
}

/// Loads the scenario while the window is already there.
void startMarket(bridge::EngineClient& client, bridge::Navigator& navigator,
                 const console::Options& options)
{
    runtime::ScenarioRequest request;
    request.scenario = options.scenario;
    request.seed = options.seed;
    if (!options.capture.empty())
        request.speed = kCaptureSpeed;
    if (options.measureSeconds > 0)
        request.speed = 0;
    client.ask(
        &navigator, [request](runtime::Engine& engine) { return engine.loadScenario(request); },
        [&navigator](const Result<void>& loaded) {
            if (!loaded)
                navigator.say(QString::fromStdString(base::toString(loaded.error())));
        });
}

shell::CapturePlan planOf(const console::Options& options)
{
    using widgets::Language;
    using widgets::Mode;
    shell::CapturePlan plan;
    plan.folder = QDir(QString::fromStdString(options.capture));
    plan.modes = {Mode::Dark, Mode::Light};
    if (options.theme)
        plan.modes = {*options.theme == "light" ? Mode::Light : Mode::Dark};
    plan.languages = {Language::English, Language::Chinese, Language::Korean};
    if (options.language)
        plan.languages = {shell::languageOf(QString::fromStdString(*options.language))};
    plan.sizes = {{1440, 900}};
    if (options.size.isValid())
        plan.sizes = {options.size};
    return plan;
}

/// Calls once the market has run its minutes, or the time for it is over.
void afterItsMinutes(bridge::EngineClient& client, shell::CaptureRun* run)
{
    auto* longest = new QTimer(run);
    longest->setSingleShot(true);
    QObject::connect(longest, &QTimer::timeout, run, &shell::CaptureRun::start);
    longest->start(kCaptureLongestMs);
    QObject::connect(&client, &bridge::EngineClient::snapshotChanged, run,
                     [run](const bridge::SnapshotPtr& now) {
                         if (now->now - now->start >= kCaptureRunMs)
                             run->start();
                     });
}

int capture(QApplication& application, bridge::EngineClient& client, shell::MainWindow& window,
            const console::Options& options)
{
    auto* run = new shell::CaptureRun(window, planOf(options));
    QObject::connect(run, &shell::CaptureRun::finished, &application, [run](const QString& failed) {
        if (failed.isEmpty())
            std::printf("%d pictures\n", run->saved());
        else
            std::fprintf(stderr, "gavel: %s: cannot be written; choose another folder\n",
                         qPrintable(failed));
        QApplication::exit(failed.isEmpty() ? 0 : kExitWrong);
    });
    afterItsMinutes(client, run);
    return QApplication::exec();
}

int measure(QApplication& application, console::Measure& measure)
{
    QObject::connect(&measure, &console::Measure::finished, &application, [&measure] {
        std::printf("%s\n", measure.json().c_str());
        QApplication::exit(0);
    });
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    console::Options options;
    if (const std::optional<int> done = console::readOptions(argc, argv, options))
        return *done;
    const bool capturing = !options.capture.empty();
    const bool measuring = options.measureSeconds > 0;
    if (capturing && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt darkens the stems of CJK glyphs and blends them with gamma: bold on a dark page. Half the
    // darkening reads as Regular in both themes.
    if (qEnvironmentVariableIsEmpty("FREETYPE_PROPERTIES"))
        qputenv("FREETYPE_PROPERTIES", "cff:darkening-parameters=500,200,1000,138,1667,138,2333,0");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gavel"));
    QApplication::setApplicationDisplayName(QString());
    widgets::Theme::current().install();

    const QTemporaryDir scratch; // of a window that nobody keeps
    runtime::EngineOptions engineOptions;
    engineOptions.scenarioFolder = console::scenarioFolder();
    engineOptions.workspace = options.workspace;
    engineOptions.besideWindow = true;
    if (engineOptions.workspace.empty() && (measuring || capturing))
        engineOptions.workspace = scratch.filePath(QStringLiteral("scratch.gavel")).toStdString();
    else if (engineOptions.workspace.empty())
        engineOptions.workspace = console::userWorkspace();
    auto engine = runtime::Engine::open(engineOptions);
    if (!engine)
        return cannot(engine.error());

    const base::SystemClock clock;
    std::optional<gateway::Distribution> distribution; // a look at the pages tells nobody
    std::optional<gateway::AddressPoller> poller; // and asks nobody
    if (!capturing && !measuring) {
        distribution.emplace((*engine)->deliveries(), clock);
        poller.emplace((*engine)->polls());
    }

    shell::Settings settings(
        capturing || measuring ? scratch.filePath(QStringLiteral("console.ini")) : QString());
    bridge::EngineClient client(**engine);
    bridge::Navigator navigator;
    shell::MainWindow window(client, navigator, settings);
    window.setKeepsState(!capturing && !measuring);
    applyLook(options, settings, window);
    for (bridge::Page* page : console::makePages(client, navigator))
        window.addPage(page);
    window.restore();
    if (options.size.isValid())
        window.resize(options.size);
    std::optional<console::Measure> watch;
    if (measuring)
        watch.emplace(client, window, options.measureSeconds);
    window.show();
    startMarket(client, navigator, options);
    if (capturing)
        return capture(application, client, window, options);
    if (watch)
        return measure(application, *watch);
    if (settings.beginSession())
        window.say(shell::MainWindow::tr(
            "The last session ended unexpectedly. Drafts and the layout were kept."));
    const int code = QApplication::exec();
    settings.endSession();
    return code;
}
