// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/transport.h"

#include "ui/bridge/commands.h"
#include "ui/training/market_controls.h"
#include "ui/training/time_field.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QIntValidator>
#include <QPainter>

#include <algorithm>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr std::array<double, 5> kSpeeds{1, 10, 60, 1000, 0};
constexpr std::size_t kMostMoments = 12;
constexpr int kMostShards = 64;
constexpr int kTransportButton = 34;
constexpr int kMillisWidth = 36;

int speedIndex(double speed)
{
    const auto found = std::find(kSpeeds.begin(), kSpeeds.end(), speed);
    return found == kSpeeds.end() ? -1 : static_cast<int>(found - kSpeeds.begin());
}

/// The button after or before a speed that may lie between two; past an end, no button.
int nextSpeed(double speed, int step)
{
    if (const int now = speedIndex(speed); now >= 0)
        return now + step;
    const auto higher = std::find_if(kSpeeds.begin(), kSpeeds.end(), [speed](double button) {
        return button > speed || button == 0;
    });
    return static_cast<int>(higher - kSpeeds.begin()) + (step > 0 ? 0 : -1);
}

MarketWord wordOf(runtime::MarketMode mode)
{
    switch (mode) {
    case runtime::MarketMode::Live:
        return MarketWord::Live;
    case runtime::MarketMode::Simulation:
        return MarketWord::Simulation;
    case runtime::MarketMode::Stopped:
        break;
    }
    return MarketWord::Stopped;
}

void setFieldText(QLineEdit* field, const QString& text)
{
    if (!field->hasFocus() && !field->isModified() && field->text() != text)
        field->setText(text);
    const bool differs = field->text() != text;
    if (field->property("differs").toBool() != differs) {
        field->setProperty("differs", differs);
        field->update();
    }
}

} // namespace

Transport::Transport(QWidget* parent)
    : QFrame(parent)
    , m_snapshot(std::make_shared<const runtime::Snapshot>())
    , m_badge(new MarketBadge)
    , m_scenario(new QComboBox)
    , m_seed(new QLineEdit)
    , m_shards(new QLineEdit)
    , m_stepBack(Button::iconOnly(QStringLiteral("step-back"), QString()))
    , m_pause(Button::iconOnly(QStringLiteral("play"), QString()))
    , m_step(Button::iconOnly(QStringLiteral("step"), QString()))
    , m_speed(new Segmented)
    , m_scenarioLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_seedLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_shardsLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_speedLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_timeLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_countLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_clock(new ElidedLabel(TextRole::Value))
    , m_millis(new ElidedLabel(TextRole::Title, Token::T2))
    , m_count(new ElidedLabel(TextRole::Value))
    , m_goTo(new Button(QString()))
    , m_live(new Button(QString()))
    , m_line(new DayLine)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 4);
    column->setSpacing(2);
    column->addWidget(buildUpperRow());
    column->addWidget(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connectParts();
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
    showState();
}

QWidget* Transport::labelled(ElidedLabel* label, QWidget* field)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(label);
    column->addWidget(field);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return box;
}

QWidget* Transport::buildUpperRow()
{
    m_badge->setLarge(true);
    m_scenario->setMinimumWidth(112);
    m_seed->setFixedWidth(56);
    m_seed->setValidator(new QIntValidator(0, 999'999'999, m_seed));
    m_shards->setFixedWidth(38);
    m_shards->setValidator(new QIntValidator(1, kMostShards, m_shards));
    for (Button* button : {m_stepBack, m_pause, m_step})
        button->setFixedSize(button == m_pause ? 48 : kTransportButton, kTransportButton);
    m_clock->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_millis->setFixedWidth(kMillisWidth);
    auto* clock = new QWidget;
    auto* digits = new QHBoxLayout(clock);
    digits->setContentsMargins(0, 0, 0, 0);
    digits->setSpacing(0);
    digits->addWidget(m_clock);
    digits->addWidget(m_millis, 0, Qt::AlignBottom);
    m_count->setFixedWidth(124);
    auto* upper = new QWidget;
    auto* row = new QHBoxLayout(upper);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(9);
    row->addWidget(m_badge, 0, Qt::AlignBottom);
    row->addWidget(labelled(m_scenarioLabel, m_scenario), 0, Qt::AlignBottom);
    row->addWidget(labelled(m_seedLabel, m_seed), 0, Qt::AlignBottom);
    row->addWidget(labelled(m_shardsLabel, m_shards), 0, Qt::AlignBottom);
    row->addWidget(m_stepBack, 0, Qt::AlignBottom);
    row->addWidget(m_pause, 0, Qt::AlignBottom);
    row->addWidget(m_step, 0, Qt::AlignBottom);
    row->addWidget(labelled(m_speedLabel, m_speed), 0, Qt::AlignBottom);
    row->addStretch(1);
    row->addWidget(labelled(m_timeLabel, clock), 0, Qt::AlignBottom);
    row->addWidget(labelled(m_countLabel, m_count), 0, Qt::AlignBottom);
    row->addStretch(1);
    m_goTo->setKeyHint(bridge::commandKeyText(QStringLiteral("go.to")));
    m_live->setKeyHint(bridge::commandKeyText(QStringLiteral("market.live")));
    row->addWidget(m_goTo, 0, Qt::AlignBottom);
    row->addWidget(m_live, 0, Qt::AlignBottom);
    return upper;
}

void Transport::connectParts()
{
    connect(m_scenario, &QComboBox::activated, this, &Transport::chooseScenario);
    connect(m_seed, &QLineEdit::returnPressed, this, &Transport::marketWanted);
    connect(m_shards, &QLineEdit::returnPressed, this, &Transport::marketWanted);
    connect(m_pause, &QPushButton::clicked, this, &Transport::pauseWanted);
    connect(m_step, &QPushButton::clicked, this, &Transport::stepWanted);
    connect(m_stepBack, &QPushButton::clicked, this, &Transport::stepBackWanted);
    connect(m_speed, &Segmented::chosen, this,
            [this](int index) { Q_EMIT speedWanted(kSpeeds[static_cast<std::size_t>(index)]); });
    connect(m_goTo, &QPushButton::clicked, this, &Transport::askForTime);
    connect(m_live, &QPushButton::clicked, this, &Transport::liveWanted);
    connect(m_line, &DayLine::timeClicked, this, &Transport::openTimeField);
}

void Transport::retranslate()
{
    setAccessibleName(tr("Transport"));
    m_scenarioLabel->setText(tr("Scenario"));
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setPlaceholderText(tr("Choose…"));
    m_seedLabel->setText(tr("Seed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_shardsLabel->setText(tr("Shards"));
    m_shards->setAccessibleName(tr("Shards"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setChoices({QStringLiteral("1×"), QStringLiteral("10×"), QStringLiteral("60×"),
                         QStringLiteral("1000×"), tr("Max", "speed")});
    m_countLabel->setText(tr("Auctions so far"));
    m_stepBack->setAccessibleName(tr("Back to before the last auction"));
    m_stepBack->setToolTip(tr("Go to before the last auction (,). The run is repeated up to it, "
                              "which takes as long as all of it at full speed."));
    m_step->setAccessibleName(tr("Run one auction"));
    m_step->setToolTip(tr("Run one auction of the paused market (.)"));
    m_goTo->setText(tr("Go to…"));
    m_live->setText(tr("Back to live"));
    m_line->setAccessibleName(tr("Day line"));
    listScenarios();
    showState();
}

void Transport::setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot)
{
    const bool another = snapshot->scenario != m_snapshot->scenario
        || snapshot->seed != m_snapshot->seed || snapshot->shards != m_snapshot->shards
        || snapshot->mode != m_snapshot->mode;
    m_snapshot = snapshot;
    if (another)
        resetChoice();
    const int offset = snapshot->utcOffsetMinutes;
    const bool stopped = snapshot->mode == runtime::MarketMode::Stopped;
    showClock();
    m_count->setText(stopped ? numbers::missing()
                             : numbers::big(static_cast<double>(snapshot->total.auctions)));
    m_count->setToolTip(numbers::count(static_cast<std::int64_t>(snapshot->total.auctions)));
    if (snapshot->end > snapshot->start)
        m_line->setTimes(snapshot->start.value, snapshot->end.value, snapshot->now.value, offset);
    showMoments();
    showState();
}

/// Milliseconds can be read only where the time stands.
void Transport::showClock()
{
    const bool stopped = m_snapshot->mode == runtime::MarketMode::Stopped;
    m_clock->setText(stopped ? numbers::missing()
                             : numbers::time(m_snapshot->now.value, m_snapshot->utcOffsetMinutes));
    const qint64 millis
        = ((m_snapshot->now.value % base::kSecondMs) + base::kSecondMs) % base::kSecondMs;
    const bool stands = m_snapshot->paused && m_snapshot->replayTo == 0 && !stopped;
    m_millis->setText(stands ? QStringLiteral(".%1").arg(millis, 3, 10, QLatin1Char('0'))
                             : QString());
}

QString Transport::clockWords() const
{
    const runtime::Snapshot& now = *m_snapshot;
    if (now.replayTo > 0)
        return tr("Repeating the run, %1")
            .arg(numbers::percent(
                static_cast<double>(now.total.auctions) / static_cast<double>(now.replayTo), 0));
    if (now.mode != runtime::MarketMode::Simulation)
        return tr("Time");
    if (now.finished)
        return tr("Virtual time, the scenario has ended");
    return now.paused ? tr("Virtual time, paused") : tr("Virtual time");
}

void Transport::showMoments()
{
    std::vector<DayLine::Moment> moments;
    for (const runtime::LogLine& line : m_snapshot->journal) {
        const QString subject = QString::fromStdString(line.subject);
        const Mark mark = saysFaultOn(line) ? Mark::Bad : Mark::Info;
        moments.push_back({line.at.value, subject, mark});
        if (moments.size() == kMostMoments)
            break;
    }
    std::reverse(moments.begin(), moments.end());
    m_line->setMoments(std::move(moments));
}

void Transport::showState()
{
    const runtime::Snapshot& now = *m_snapshot;
    const bool simulated = now.mode == runtime::MarketMode::Simulation;
    const bool repeats = now.replayTo > 0;
    const bool runs = simulated && !now.finished && !repeats;
    m_badge->setWord(wordOf(now.mode));
    m_pause->setIconName(now.paused ? QStringLiteral("play") : QStringLiteral("pause"));
    const QString pause = repeats ? tr("Stop repeating here")
        : now.paused              ? tr("Play")
                                  : tr("Pause");
    m_pause->setAccessibleName(pause);
    m_pause->setToolTip(tr("%1 (P)", "pause or play, with its key").arg(pause));
    m_pause->setEnabled(runs || repeats);
    m_step->setEnabled(runs && now.paused);
    m_stepBack->setEnabled(simulated && (now.paused || now.finished) && !repeats
                           && now.total.auctions > 0);
    m_speed->setEnabled(runs);
    const int speed = simulated ? speedIndex(now.speed) : -1;
    m_speed->setCurrent(speed);
    m_speedLabel->setText(
        simulated && speed < 0
            ? tr("Speed, now %1×").arg(numbers::decimal(now.speed, now.speed < 10 ? 1 : 0))
            : tr("Speed"));
    m_goTo->setEnabled(runs);
    m_live->setEnabled(now.mode != runtime::MarketMode::Live);
    m_line->setVisible(simulated);
    m_timeLabel->setText(clockWords());
    setFieldText(m_seed, simulated ? QString::number(now.seed) : QString());
    setFieldText(m_shards, simulated ? QString::number(now.shards) : QString());
    update();
}

void Transport::turnSpeed(int step)
{
    const int next = nextSpeed(m_snapshot->speed, step);
    if (next >= 0 && next < static_cast<int>(kSpeeds.size()))
        Q_EMIT speedWanted(kSpeeds[static_cast<std::size_t>(next)]);
}

void Transport::askForTime()
{
    constexpr qint64 kAhead = 30 * base::kMinuteMs;
    openTimeField(std::min<qint64>(m_snapshot->now.value + kAhead, m_snapshot->end.value));
}

void Transport::openTimeField(qint64 at)
{
    auto* field = new TimeField(m_snapshot->now.value, m_snapshot->end.value,
                                m_snapshot->utcOffsetMinutes, this);
    connect(field, &TimeField::chosen, this, &Transport::timeWanted);
    field->openAt(m_goTo->mapToGlobal(QPoint(0, m_goTo->height() + 4)), at);
}

void Transport::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(Token::Bg2));
    const bool simulated = m_snapshot->mode == runtime::MarketMode::Simulation;
    QColor frame = color(simulated ? Token::Sim : Token::Line1);
    frame.setAlphaF(simulated ? 0.7F : 1.0F);
    painter.setPen(frame);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
}

} // namespace gavel::training
