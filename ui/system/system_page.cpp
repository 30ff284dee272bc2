// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/system_page.h"

#include "ui/bridge/error_words.h"
#include "ui/system/fault_panel.h"
#include "ui/system/services_panel.h"
#include "ui/system/sources_panel.h"
#include "ui/system/store_panel.h"
#include "ui/system/system_words.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>

namespace gavel::system_page {

using namespace widgets;

namespace {

constexpr int kSectionsWidth = 200;
constexpr int kNarrowSections = 130;
constexpr int kNarrowWidth = 1260;
constexpr int kWideWidth = 1900;
constexpr int kLookEveryMs = 500;
constexpr std::size_t kHistoryShown = 200;
constexpr int kSectionHeight = 28;
constexpr std::array<const char*, 3> kSectionIds{"services", "sources", "store"};

} // namespace

SystemPage::SystemPage(bridge::EngineClient& client, bridge::Navigator& navigator, QWidget* parent)
    : Page(client, navigator, parent)
    , m_sections(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_halves(new QSplitter(Qt::Vertical))
    , m_services(new ServicesPanel)
    , m_fault(new FaultPanel)
    , m_sources(new SourcesPanel)
    , m_store(new StorePanel)
{
    m_halves->setHandleWidth(space::kGap);
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_services);
    m_halves->addWidget(m_fault);
    m_stack->addWidget(m_halves);
    m_stack->addWidget(m_sources);
    m_stack->addWidget(m_store);
    m_sections->setFixedWidth(kSectionsWidth);
    m_sections->setFrameShape(QFrame::NoFrame);
    for (std::size_t i = 0; i < kSectionIds.size(); ++i)
        m_sections->addItem(QString());
    for (int i = 0; i < m_sections->count(); ++i)
        m_sections->item(i)->setSizeHint({0, kSectionHeight});
    m_sections->setCurrentRow(0);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kGap, space::kGap, space::kGap, space::kGap);
    row->setSpacing(space::kGap);
    row->addWidget(m_sections);
    row->addWidget(m_stack, 1);
    for (Panel* panel : QList<Panel*>{m_services, m_fault, m_sources, m_store})
        panel->setPeriod(4 * kLookEveryMs);
    m_fault->setNothing();
    connectPanels();
    resetLayout();
}

void SystemPage::connectPanels()
{
    connect(m_sections, &QListWidget::currentRowChanged, this, [this](int row) {
        m_stack->setCurrentIndex(std::max(row, 0));
        look();
        navigator().pageChanged();
    });
    connect(m_services, &ServicesPanel::selectedChanged, this, [this] {
        m_history.clear();
        showService();
        look();
        navigator().pageChanged();
    });
    connect(m_fault, &FaultPanel::acknowledgeWanted, this, &SystemPage::acknowledge);
    connect(m_fault, &FaultPanel::moveWanted, this, &SystemPage::askMove);
    connect(m_fault, &FaultPanel::maintainWanted, this, &SystemPage::askMaintenance);
    connect(m_fault, &FaultPanel::endWanted, this, &SystemPage::endMaintenance);
    connect(m_sources, &SourcesPanel::pauseWanted, this, &SystemPage::pauseSource);
    connect(m_sources, &SourcesPanel::selectedChanged, this, [this] { navigator().pageChanged(); });
    connect(m_store, &StorePanel::policyWanted, this, &SystemPage::editPolicy);
    connect(m_store, &StorePanel::moveWanted, this, &SystemPage::moveNow);
    connect(m_store, &StorePanel::restoreWanted, this, &SystemPage::askRestore);
    connect(m_sources, &SourcesPanel::pipelineWanted, this,
            [this] { navigator().openPage(QStringLiteral("pipeline")); });
}

bridge::PageInfo SystemPage::info() const
{
    bridge::PageInfo page;
    page.id = QStringLiteral("system");
    page.icon = QStringLiteral("settings");
    page.title = tr("System");
    page.sentence = tr("What is wrong with which part, and who sees to it.");
    return page;
}

void SystemPage::retranslate()
{
    const QStringList names{tr("Services"), tr("Sources"), tr("Store")};
    for (int i = 0; i < names.size(); ++i)
        m_sections->item(i)->setText(names[i]);
    m_sections->setAccessibleName(tr("Sections"));
    m_services->retranslate();
    m_fault->retranslate();
    m_sources->retranslate();
    m_store->retranslate();
    if (m_snapshot)
        look();
}

/// The sections are narrow where the page is, and the detail is beside the table where it is wide.
void SystemPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_sections->setFixedWidth(width() < kNarrowWidth ? kNarrowSections : kSectionsWidth);
    const auto wanted = width() >= kWideWidth ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_halves->orientation())
        return;
    m_halves->setOrientation(wanted);
    resetLayout();
}

void SystemPage::resetLayout()
{
    m_halves->setSizes(m_halves->orientation() == Qt::Vertical ? QList<int>{290, 430}
                                                               : QList<int>{1000, 1200});
}

void SystemPage::setSnapshot(const bridge::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    if (snapshot->faults) {
        m_services->setView(*snapshot->faults);
        selectWanted();
        showService();
    }
    if (!m_sinceLook.isValid() || m_sinceLook.elapsed() >= kLookEveryMs)
        look();
}

void SystemPage::selectWanted()
{
    if (!m_wanted.empty() && m_services->select(m_wanted))
        m_wanted.clear();
}

void SystemPage::showService()
{
    const ServiceRow* row = m_services->selected();
    if (row == nullptr || !m_snapshot || !m_snapshot->faults)
        return m_fault->setNothing();
    m_fault->setService(*row, m_history, m_snapshot->faults->at, m_snapshot->utcOffsetMinutes);
}

/// Asks for what the section shows; one question at a time.
void SystemPage::look()
{
    if (!m_snapshot)
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_sinceLook.start();
    health::FaultHistoryQuery query;
    query.most = kHistoryShown;
    if (const ServiceRow* row = m_services->selected()) {
        query.component = row->component;
        query.kind = row->kind;
    }
    client().ask(
        this,
        [query, section = section()](runtime::Engine& engine) {
            Look look;
            if (section == Section::Services && !query.component.empty())
                if (auto history = engine.faults().history(query))
                    look.history = std::move(*history);
            if (section == Section::Sources)
                look.sources = engine.pipeline().sources();
            if (section == Section::Store) {
                if (auto store = runtime::readStoreFacts(engine.workspace()))
                    look.store = std::move(*store);
                look.storage = engine.storage().view();
                look.problem = QString::fromStdString(engine.storeHealth().problem);
            }
            return look;
        },
        [this, asked = section(), query](const Look& look) {
            m_asking = false;
            const ServiceRow* row = m_services->selected();
            const bool isSame = row != nullptr && row->component == query.component;
            if (asked == section() && (asked != Section::Services || isSame))
                showLook(look);
            if (std::exchange(m_askAgain, false))
                this->look();
        });
}

void SystemPage::showLook(const Look& look)
{
    if (section() == Section::Services) {
        m_history = look.history;
        showService();
    } else if (section() == Section::Sources) {
        const TimeMs now = m_snapshot->faults ? m_snapshot->faults->at : TimeMs{};
        m_sources->setSources(look.sources, now);
    } else if (look.store) {
        m_store->setFacts(*look.store, look.problem);
        if (look.storage)
            m_store->setStorage(*look.storage, m_snapshot->utcOffsetMinutes);
    }
}

SystemPage::Section SystemPage::section() const
{
    return static_cast<Section>(std::max(m_sections->currentRow(), 0));
}

void SystemPage::showSection(Section section)
{
    m_sections->setCurrentRow(static_cast<int>(section));
}

void SystemPage::open(const bridge::Destination& destination)
{
    if (destination.kind == u"component") {
        showSection(Section::Services);
        m_wanted = destination.value.toStdString();
        selectWanted();
        return;
    }
    for (std::size_t i = 0; i < kSectionIds.size(); ++i)
        if (destination.kind == u"section" && destination.value == QLatin1String(kSectionIds[i]))
            showSection(static_cast<Section>(i));
}

bridge::Destination SystemPage::place() const
{
    const ServiceRow* row = m_services->selected();
    if (section() == Section::Services && row != nullptr)
        return {info().id, QStringLiteral("component"), QString::fromStdString(row->component)};
    return {info().id, QStringLiteral("section"),
            QLatin1String(kSectionIds[static_cast<std::size_t>(section())])};
}

QJsonObject SystemPage::saveState() const
{
    return {{QStringLiteral("section"), m_sections->currentRow()}};
}

void SystemPage::restoreState(const QJsonObject& state)
{
    const int row = state.value(QStringLiteral("section")).toInt();
    if (row >= 0 && row < m_sections->count())
        m_sections->setCurrentRow(row);
}

std::vector<bridge::CaptureState> SystemPage::captureStates()
{
    constexpr int kSettleMs = 1200;
    return {{QString(), [this] { showSection(Section::Services); }, kSettleMs},
            {QStringLiteral("sources"), [this] { showSection(Section::Sources); }, kSettleMs},
            {QStringLiteral("store"), [this] { showSection(Section::Store); }, kSettleMs}};
}

} // namespace gavel::system_page
