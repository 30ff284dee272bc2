// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/controls_panel.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <cmath>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr int kPpmPerCent = 10'000; ///< a hundredth of a factor, in parts per million
constexpr int kNanosPerCent = 10'000; ///< 0.01 per thousand, in nano-units for one
constexpr int kMostCents = 100'00;
constexpr int kMicrosPerMs = 1000;
constexpr int kRowSpace = 4;

std::optional<double> readNumber(QString text)
{
    text.remove(u'×').remove(u',').remove(QStringLiteral("ms"));
    bool good = false;
    const double value = text.trimmed().toDouble(&good);
    return good && std::isfinite(value) && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<int> readCents(const QString& text)
{
    const std::optional<double> value = readNumber(text);
    return value && *value < 1000 ? std::optional(qRound(*value * 100)) : std::nullopt;
}

ControlRow::Scale factorScale()
{
    return {0, 200, 5, [](int value) { return factorText(value / 100.0); }, readCents, true};
}

ControlRow::Scale priceScale()
{
    return {0,         kMostCents, 1, [](int value) { return numbers::decimal(value / 100.0, 2); },
            readCents, false};
}

ControlRow::Scale deadlineScale(int mostMs)
{
    return {1,
            mostMs,
            1,
            [](int value) { return ControlsPanel::tr("%1 ms", "milliseconds").arg(value); },
            [](const QString& text) -> std::optional<int> {
                const std::optional<double> value = readNumber(text);
                return value ? std::optional(qRound(*value)) : std::nullopt;
            },
            true};
}

QFrame* separator()
{
    auto* line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    line->setForegroundRole(QPalette::Mid);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

QVBoxLayout* rowsIn(QVBoxLayout& column)
{
    auto* rows = new QVBoxLayout;
    rows->setSpacing(kRowSpace);
    column.addLayout(rows);
    return rows;
}

} // namespace

ControlsPanel::ControlsPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_restore(addLink(QString()))
    , m_auctionTitle(new ElidedLabel(TextRole::BodyBold))
    , m_ruleLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_rule(new Segmented)
    , m_increment(new ControlRow(priceScale()))
    , m_softFloor(new ControlRow(priceScale()))
    , m_floors(new ControlRow(factorScale()))
    , m_traffic(new ControlRow(factorScale()))
    , m_deadlineTitle(new ElidedLabel(TextRole::BodyBold))
    , m_limit(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_faultTitle(new ElidedLabel(TextRole::BodyBold))
    , m_faultCount(new ElidedLabel(TextRole::BodyBold, Token::Bad))
    , m_note(new QLabel)
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(space::kPadding, 8, space::kPadding, 8);
    column->setSpacing(8);
    buildAuction(*column);
    column->addWidget(separator());
    column->addWidget(heading(m_deadlineTitle, m_limit));
    m_deadlines = rowsIn(*column);
    column->addWidget(separator());
    column->addWidget(heading(m_faultTitle, m_faultCount));
    m_faults = rowsIn(*column);
    column->addStretch(1);
    column->addWidget(separator());
    m_note->setWordWrap(true);
    m_note->setFont(widgets::font(TextRole::Caption));
    column->addWidget(m_note);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    form->setBackgroundRole(QPalette::Base);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    setBody(scroll);
    connect(m_restore, &QPushButton::clicked, this, &ControlsPanel::restore);
    connectAuction();
    retranslate();
}

QWidget* ControlsPanel::heading(ElidedLabel* title, QWidget* right)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addStretch(1);
    if (right)
        row->addWidget(right);
    return box;
}

void ControlsPanel::buildAuction(QVBoxLayout& column)
{
    column.addWidget(heading(m_auctionTitle, nullptr));
    auto* rule = new QHBoxLayout;
    rule->addWidget(m_ruleLabel);
    rule->addStretch(1);
    rule->addWidget(m_rule);
    column.addLayout(rule);
    QVBoxLayout* rows = rowsIn(column);
    for (ControlRow* row : {m_increment, m_softFloor, m_floors, m_traffic})
        rows->addWidget(row);
    m_softFloor->hide();
}

void ControlsPanel::connectAuction()
{
    connect(m_rule, &Segmented::chosen, this, [this](int index) {
        Q_EMIT changesWanted(
            {changePriceRule(m_snapshot->rules, static_cast<model::PriceRule>(index))});
    });
    connect(m_increment, &ControlRow::chosen, this, [this](int cents) {
        Q_EMIT changesWanted(
            {changeIncrement(m_snapshot->rules, Price{std::int64_t{cents} * kNanosPerCent})});
    });
    connect(m_softFloor, &ControlRow::chosen, this, [this](int cents) {
        Q_EMIT changesWanted(
            {changeSoftFloor(m_snapshot->rules, Price{std::int64_t{cents} * kNanosPerCent})});
    });
    connect(m_floors, &ControlRow::chosen, this, [this](int hundredths) {
        Q_EMIT changesWanted({changeFloors(m_snapshot->rules, hundredths * kPpmPerCent)});
    });
    connect(m_traffic, &ControlRow::chosen, this, [this](int hundredths) {
        Q_EMIT changesWanted({changeTraffic(m_snapshot->trafficFactor, hundredths / 100.0)});
    });
}

void ControlsPanel::retranslate()
{
    setTitle(tr("Live controls"));
    m_restore->setText(tr("Restore all"));
    m_restore->setToolTip(tr("Give every control the scenario's value."));
    m_auctionTitle->setText(tr("Auction"));
    m_ruleLabel->setText(tr("Price rule"));
    m_rule->setAccessibleName(tr("Price rule"));
    m_rule->setChoices({priceRuleText(model::PriceRule::FirstPrice),
                        priceRuleText(model::PriceRule::SecondPrice),
                        priceRuleText(model::PriceRule::SoftFloor)});
    m_increment->setText(tr("Increment"));
    m_increment->setToolTip(tr("Added to the second price, for a thousand impressions."));
    m_softFloor->setToolTip(tr("Below it a winner pays its own bid; for a thousand impressions."));
    m_softFloor->setText(tr("Soft floor"));
    m_floors->setText(tr("Floors"));
    m_traffic->setText(tr("Traffic"));
    m_deadlineTitle->setText(tr("Seat deadlines"));
    m_faultTitle->setText(tr("Faults"));
    m_note->setText(tr("A change takes effect at the next auction and is written to the journal, "
                       "so that the run can be repeated."));
    for (const SeatControls& seat : m_seats) {
        if (const model::Seat* scenario = seatOfScenario(*m_setup, seat.id))
            seat.cutOff->setText(tr("%1 cut off").arg(QString::fromStdString(scenario->name)));
    }
    showHeader();
}

void ControlsPanel::clearSeats()
{
    for (const SeatControls& seat : m_seats) {
        delete seat.deadline;
        delete seat.cutOff;
    }
    m_seats.clear();
}

void ControlsPanel::setSetup(SetupPtr setup)
{
    if (setup == m_setup)
        return;
    clearSeats();
    m_setup = std::move(setup);
    if (!m_setup)
        return;
    for (const model::Seat& seat : m_setup->seats)
        addSeat(seat);
    if (m_snapshot)
        setSnapshot(m_snapshot);
}

void ControlsPanel::addSeat(const model::Seat& seat)
{
    const QString name = QString::fromStdString(seat.name);
    SeatControls controls;
    controls.id = seat.id;
    controls.deadline = new ControlRow(
        deadlineScale(static_cast<int>(m_setup->rules.auctionDeadlineMicros) / kMicrosPerMs));
    controls.deadline->setText(name);
    controls.cutOff = new Toggle(tr("%1 cut off").arg(name));
    controls.cutOff->setOnToken(Token::Bad);
    m_deadlines->addWidget(controls.deadline);
    m_faults->addWidget(controls.cutOff);
    connect(controls.deadline, &ControlRow::chosen, this, [this, id = seat.id](int milliseconds) {
        changeSeat(id, [milliseconds](const model::Seat& now) {
            return changeDeadline(now, static_cast<std::uint32_t>(milliseconds * kMicrosPerMs));
        });
    });
    connect(controls.cutOff, &Toggle::clicked, this, [this, id = seat.id](bool on) {
        changeSeat(id, [on](const model::Seat& now) { return changeCutOff(now, on); });
    });
    m_seats.push_back(controls);
}

void ControlsPanel::changeSeat(
    const std::string& id, const std::function<runtime::ControlChange(const model::Seat&)>& make)
{
    if (!m_snapshot || !m_setup)
        return;
    if (const std::optional<model::Seat> now = seatNow(*m_snapshot, *m_setup, id))
        Q_EMIT changesWanted({make(*now)});
}

void ControlsPanel::setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot)
{
    m_snapshot = snapshot;
    if (!m_setup)
        return;
    showAuction();
    showSeats();
    m_differences = static_cast<int>(restoreAll(*m_snapshot, *m_setup).size());
    showHeader();
    touch();
}

void ControlsPanel::showAuction()
{
    const model::AuctionRules& now = m_snapshot->rules;
    const model::AuctionRules& scenario = m_setup->rules;
    m_rule->setCurrent(static_cast<int>(now.kind));
    m_rule->setDiffers(now.kind != scenario.kind);
    const auto scenarioWords = [](const QString& value) { return tr("Scenario: %1").arg(value); };
    m_increment->setValue(static_cast<int>(now.increment.nanos / kNanosPerCent));
    m_increment->setDiffers(now.increment != scenario.increment,
                            scenarioWords(numbers::cpm(scenario.increment.nanos)));
    m_softFloor->setVisible(now.kind == model::PriceRule::SoftFloor);
    m_softFloor->setValue(static_cast<int>(now.softFloor.nanos / kNanosPerCent));
    m_softFloor->setDiffers(now.softFloor != scenario.softFloor,
                            scenarioWords(numbers::cpm(scenario.softFloor.nanos)));
    m_floors->setValue(now.floorFactorPpm / kPpmPerCent);
    m_floors->setDiffers(now.floorFactorPpm != scenario.floorFactorPpm,
                         scenarioWords(factorText(scenario.floorFactorPpm / 1e6)));
    m_traffic->setValue(qRound(m_snapshot->trafficFactor * 100));
    m_traffic->setDiffers(m_snapshot->trafficFactor != 1, scenarioWords(factorText(1)));
    m_traffic->setEnabled(m_snapshot->mode == runtime::MarketMode::Simulation);
    m_limit->setText(tr("inside %1 ms").arg(now.auctionDeadlineMicros / kMicrosPerMs));
}

void ControlsPanel::showSeats()
{
    int faults = 0;
    for (const SeatControls& controls : m_seats) {
        const std::optional<model::Seat> now = seatNow(*m_snapshot, *m_setup, controls.id);
        const model::Seat* scenario = seatOfScenario(*m_setup, controls.id);
        if (!now || !scenario)
            continue;
        controls.deadline->setValue(static_cast<int>(now->deadlineMicros) / kMicrosPerMs);
        controls.deadline->setDiffers(
            now->deadlineMicros != scenario->deadlineMicros,
            tr("Scenario: %1")
                .arg(tr("%1 ms", "milliseconds").arg(scenario->deadlineMicros / kMicrosPerMs)));
        controls.cutOff->setChecked(now->cutOff);
        faults += now->cutOff ? 1 : 0;
    }
    m_faultCount->setText(faults > 0 ? tr("%n on", nullptr, faults) : QString());
}

void ControlsPanel::showHeader()
{
    setCaption(m_differences > 0 ? tr("%n differ(s)", "controls from the scenario", m_differences)
                                 : tr("as in the scenario"));
    m_restore->setVisible(m_differences > 0);
}

void ControlsPanel::restore()
{
    if (m_snapshot && m_setup)
        Q_EMIT changesWanted(restoreAll(*m_snapshot, *m_setup));
}

} // namespace gavel::training
