// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/inspector/inspector.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/market_strip.h"
#include "ui/shell/notice_bar.h"
#include "ui/shell/page_header.h"
#include "ui/shell/palette/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings_panel.h"
#include "ui/shell/status_bar.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

namespace gavel::shell {

using namespace widgets;
using bridge::Destination;
using bridge::Page;
using bridge::PageInfo;

namespace {

constexpr int kNarrowWindow = 1360;
constexpr int kStaleAfterMs = 3000;
constexpr int kSaveAfterMs = 2000;

} // namespace

MainWindow::MainWindow(bridge::EngineClient& client, bridge::Navigator& navigator,
                       Settings& settings)
    : m_client(client)
    , m_navigator(navigator)
    , m_settings(settings)
    , m_commands(*this)
    , m_strip(new MarketStrip)
    , m_area(new QWidget)
    , m_rail(new Rail)
    , m_header(new PageHeader)
    , m_stack(new QStackedWidget)
    , m_side(new QSplitter(Qt::Horizontal))
    , m_inspector(new Inspector)
    , m_settingsPanel(new SettingsPanel)
    , m_status(new StatusBar)
    , m_palette(new Palette(m_area))
    , m_keySheet(new KeySheet(m_area))
    , m_notice(new NoticeBar(m_area))
{
    build();
    connectParts();
    resize(1440, 872);
    setMinimumSize(960, 540);
    setFocusPolicy(Qt::ClickFocus);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto* pageColumn = new QVBoxLayout;
    pageColumn->setSpacing(0);
    pageColumn->addWidget(m_header);
    auto* pageRow = new QHBoxLayout;
    pageRow->setSpacing(0);
    // The page's own padding is the place to draw the line from.
    m_side->setHandleWidth(0);
    m_side->setChildrenCollapsible(false);
    m_side->addWidget(m_stack);
    m_side->addWidget(m_inspector);
    m_side->setStretchFactor(0, 1);
    m_side->setStretchFactor(1, 0);
    pageRow->addWidget(m_side, 1);
    pageRow->addWidget(m_settingsPanel);
    pageColumn->addLayout(pageRow, 1);
    m_inspector->hide();
    m_settingsPanel->hide();

    auto* areaRow = new QHBoxLayout(m_area);
    areaRow->setContentsMargins(0, 0, 0, 0);
    areaRow->setSpacing(0);
    areaRow->addWidget(m_rail);
    areaRow->addLayout(pageColumn, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_area, 1);
    column->addWidget(m_status);
}

void MainWindow::connectParts()
{
    connect(&m_client, &bridge::EngineClient::snapshotChanged, this, &MainWindow::setSnapshot);
    connect(&m_client, &bridge::EngineClient::worstGapChanged, m_status, &StatusBar::setWorstGap);
    connect(&m_navigator, &bridge::Navigator::requested, this, &MainWindow::go);
    connect(&m_navigator, &bridge::Navigator::besideRequested, this, &MainWindow::showBeside);
    connect(&m_inspector->thing(), &ThingPanel::openAsked, this, [this] { go(m_beside); });
    connect(&m_inspector->thing(), &ThingPanel::closeAsked, this, &MainWindow::closeBeside);
    connect(m_side, &QSplitter::splitterMoved, this, [this] {
        m_settings.setInspectorWidth(currentPage()->info().id, m_inspector->width());
    });
    connect(&m_navigator, &bridge::Navigator::noticed, m_notice, &NoticeBar::show);
    connect(&m_navigator, &bridge::Navigator::changed, this, &MainWindow::showFrame);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::paletteRequested, this, [this] { openPalette(); });
    connect(m_status, &StatusBar::invariantsClicked, this, &MainWindow::toggleInspector);
    connect(m_status, &StatusBar::alertsClicked, this,
            [this] { m_navigator.openPage(QStringLiteral("overview")); });
    connect(&m_commands, &CommandActions::windowCommand, this, &MainWindow::runWindowCommand);
    connect(&m_commands, &CommandActions::refused, this, &MainWindow::say);
    connect(m_palette, &Palette::ran, this, &MainWindow::remember);
    connect(m_palette, &Palette::auctionAsked, this, [this](quint64 auction, bool beside) {
        const Destination place = bridge::auctionPlace(auction);
        beside ? showBeside(place) : go(place);
    });
    connect(m_settingsPanel, &SettingsPanel::themeChosen, this, &MainWindow::toggleTheme);
    connect(m_settingsPanel, &SettingsPanel::rowHeightChosen, this, &MainWindow::toggleRows);
    connect(m_settingsPanel, &SettingsPanel::languageChosen, this, &MainWindow::setLanguage);
    connect(m_settingsPanel, &SettingsPanel::resetLayoutAsked, this, &MainWindow::resetLayout);
    connect(m_settingsPanel, &SettingsPanel::closeAsked, this, [this] { showSettings(false); });
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&m_staleTimer, &QTimer::timeout, this, &MainWindow::checkStale);
    m_staleTimer.start(1000);
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveAfterMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &MainWindow::saveState);
}

void MainWindow::addPage(Page* page)
{
    m_pages.push_back(page);
    m_restored.push_back(false);
    m_stack->addWidget(page);
    page->retranslate();
    m_header->addPage(*page);
}

void MainWindow::restore()
{
    retranslate();
    if (m_keepsState) {
        restoreGeometry(m_settings.geometry());
        m_inspector->setVisible(m_settings.inspectorShown());
    }
    const QString last = m_keepsState ? m_settings.page() : QString();
    showPage(indexOf(last) >= 0 ? last : m_pages.front()->info().id);
    setFocus();
}

int MainWindow::indexOf(const QString& page) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->info().id == page)
            return static_cast<int>(i);
    }
    return -1;
}

Page* MainWindow::currentPage() const
{
    return m_current < 0 ? nullptr : m_pages[static_cast<std::size_t>(m_current)];
}

void MainWindow::showPage(const QString& id)
{
    go({id, {}, {}});
}

void MainWindow::go(const Destination& destination)
{
    if (currentPage())
        m_history.refine(currentPage()->place());
    if (indexOf(destination.page) < 0)
        return;
    m_history.open(destination);
    open(destination);
}

void MainWindow::open(const Destination& destination)
{
    bringToFront(indexOf(destination.page));
    if (!destination.kind.isEmpty())
        currentPage()->open(destination);
    showFrame();
}

void MainWindow::travel(const Destination* place)
{
    if (place)
        open(*place);
}

void MainWindow::bringToFront(int index)
{
    if (index < 0 || index == m_current)
        return;
    m_current = index;
    Page* page = currentPage();
    const auto at = static_cast<std::size_t>(index);
    if (m_keepsState && !m_restored[at])
        page->restoreState(m_settings.pageState(page->info().id));
    m_restored[at] = true;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(page->info().id);
    m_commands.setPage(page);
    placeInspector();
    page->setSnapshot(m_client.snapshot());
    m_saveTimer.start();
}

MarketWord MainWindow::word() const
{
    switch (m_client.snapshot()->mode) {
    case runtime::MarketMode::Live:
        return MarketWord::Live;
    case runtime::MarketMode::Simulation:
        return MarketWord::Simulation;
    case runtime::MarketMode::Stopped:
        break;
    }
    return MarketWord::Stopped;
}

void MainWindow::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    m_status->setSnapshot(*snapshot, word());
    m_status->setStale(0);
    m_inspector->setSnapshot(*snapshot);
    if (currentPage())
        currentPage()->setSnapshot(snapshot);
    showFrame();
}

/// Title, badge, sentence and which commands can be run.
void MainWindow::showFrame()
{
    if (!currentPage())
        return;
    const PageInfo info = currentPage()->info();
    const runtime::Snapshot& now = *m_client.snapshot();
    m_strip->setWord(word());
    m_header->show(m_current, info, word());
    m_commands.refresh();
    const QString file
        = QString::fromStdString(now.workspace.empty() ? now.scenario : now.workspace);
    const QString market = marketWordText(word());
    const QString state = info.draft
        ? tr("%1, draft “%2”", "market, name of the draft").arg(market, info.draftName)
        : market;
    setWindowTitle(
        file.isEmpty()
            ? tr("%1 — %2 — Gavel", "page, market").arg(info.title, state)
            : tr("%1 — %2 — %3 — Gavel", "workspace, page, market").arg(file, info.title, state));
}

void MainWindow::checkStale()
{
    const std::int64_t age = m_client.ageMs();
    const bool stale
        = m_client.snapshot()->mode != runtime::MarketMode::Stopped && age > kStaleAfterMs;
    m_status->setStale(stale ? age : 0);
    if (m_besideMoves && m_inspector->isVisible())
        readBeside();
}

void MainWindow::say(const QString& sentence)
{
    m_notice->show({sentence, {}, {}});
}

void MainWindow::retranslate()
{
    QList<Rail::Entry> entries;
    for (const Page* page : m_pages) {
        const PageInfo info = page->info();
        const QString key = bridge::commandKeyText(QStringLiteral("page.") + info.id);
        entries << Rail::Entry{info.id, info.icon, info.title, key.right(1)};
    }
    m_rail->setEntries(entries);
    m_rail->retranslate();
    if (currentPage())
        m_rail->setCurrent(currentPage()->info().id);
    m_commands.retranslate();
    m_inspector->retranslate();
    m_settingsPanel->retranslate();
    m_status->update();
    readBeside();
    showFrame();
}

void MainWindow::setLanguage(Language language)
{
    m_language.use(language);
    if (m_keepsState)
        m_settings.setLanguage(language);
}

void MainWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (Page* page : m_pages)
        page->retranslate();
    retranslate();
    if (currentPage())
        currentPage()->setSnapshot(m_client.snapshot());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rail->setNarrow(width() < kNarrowWindow);
    m_saveTimer.start();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    QWidget::closeEvent(event);
}

void MainWindow::saveState()
{
    if (!m_keepsState || !currentPage())
        return;
    if (!m_kiosk)
        m_settings.setGeometry(saveGeometry());
    m_settings.setPage(currentPage()->info().id);
    m_settings.setInspectorShown(m_inspector->isVisible());
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_restored[i])
            m_settings.setPageState(m_pages[i]->info().id, m_pages[i]->saveState());
    }
}

void MainWindow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg1));
}

} // namespace gavel::shell
