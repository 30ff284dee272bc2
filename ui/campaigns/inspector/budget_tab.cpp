// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/budget_tab.h"

#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QFormLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gavel::campaigns {

using namespace widgets;
using model::BidStrategy;
using model::Campaign;
using model::StrategyKind;

namespace {

constexpr int kLabelWidth = 124;

void setInk(QLabel& label, Token token, TextRole role)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color(token));
    label.setPalette(colors);
    label.setFont(font(role));
}

QString moneyText(Money amount)
{
    return QString::fromStdString(base::toString(amount));
}

bool readInto(Money& target, const QString& text)
{
    const std::optional<Money> read = readAmount(text);
    if (read)
        target = *read;
    return read.has_value();
}

bool readInto(double& target, const QString& text)
{
    bool read = false;
    const double value = text.trimmed().toDouble(&read);
    if (read)
        target = value;
    return read;
}

bool always(const BidStrategy& /*strategy*/)
{
    return true;
}

} // namespace

BudgetTab::BudgetTab(QWidget* parent)
    : CampaignTab(parent)
    , m_form(new QFormLayout)
    , m_seatLabel(new QLabel)
    , m_seat(new QComboBox)
    , m_kindLabel(new QLabel)
    , m_kind(new QComboBox)
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(space::kPadding, space::kPadding, space::kPadding, space::kPadding);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setVerticalSpacing(5);
    m_form->setHorizontalSpacing(8);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    addTextLines();
    m_form->addRow(m_seatLabel, m_seat);
    addMoneyLines();
    m_form->addRow(m_kindLabel, m_kind);
    addStrategyLines();
    for (QLabel* label : {m_seatLabel, m_kindLabel})
        label->setFixedWidth(kLabelWidth);
    connect(m_seat, &QComboBox::activated, this, [this](int index) {
        takeChoice(m_seatLabel->text(), [this, index](Campaign& campaign) {
            campaign.seatId = m_seat->itemData(index).toString().toStdString();
        });
    });
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        takeChoice(m_kindLabel->text(), [index](Campaign& campaign) {
            campaign.strategy.kind = static_cast<StrategyKind>(index);
        });
    });
    retranslate();
}

void BudgetTab::addLine(Line line)
{
    line.label = new QLabel;
    line.label->setFixedWidth(kLabelWidth);
    line.edit = new QLineEdit;
    line.finding = new QLabel;
    line.finding->setWordWrap(true);
    line.finding->hide();
    line.label->setBuddy(line.edit);
    if (!line.applies)
        line.applies = always;
    auto* box = new QVBoxLayout;
    box->setSpacing(2);
    box->addWidget(line.edit);
    box->addWidget(line.finding);
    line.box = box;
    m_form->addRow(line.label, box);
    const std::size_t place = m_lines.size();
    connect(line.edit, &QLineEdit::editingFinished, this, [this, place] { take(m_lines[place]); });
    m_lines.push_back(std::move(line));
}

void BudgetTab::addTextLines()
{
    const auto text
        = [this](const char* path, std::string Campaign::*member, std::function<QString()> title) {
              Line line;
              line.path = QString::fromLatin1(path);
              line.title = std::move(title);
              line.read = [member](const Campaign& campaign) {
                  return QString::fromStdString(campaign.*member);
              };
              line.write = [member](Campaign& campaign, const QString& typed) {
                  campaign.*member = typed.trimmed().toStdString();
                  return true;
              };
              addLine(std::move(line));
          };
    text("name", &Campaign::name, [] { return tr("Name"); });
    text("advertiser_id", &Campaign::advertiserId, [] { return tr("Advertiser id"); });
    text("advertiser_name", &Campaign::advertiserName, [] { return tr("Advertiser"); });
}

void BudgetTab::addMoneyLines()
{
    const auto money = [this](const char* path, Money Campaign::*member,
                              std::function<QString()> title) {
        Line line;
        line.path = QString::fromLatin1(path);
        line.title = std::move(title);
        line.read = [member](const Campaign& campaign) { return moneyText(campaign.*member); };
        line.write = [member](Campaign& campaign, const QString& typed) {
            return readInto(campaign.*member, typed);
        };
        addLine(std::move(line));
    };
    const auto day = [this](const char* path, TimeMs Campaign::*member, TimeMs none,
                            std::function<QString()> title) {
        Line line;
        line.path = QString::fromLatin1(path);
        line.title = std::move(title);
        line.read = [member, none](const Campaign& campaign) {
            return campaign.*member == none ? QString()
                                            : dayText(campaign.*member, campaign.timeZone);
        };
        line.write = [member, none](Campaign& campaign, const QString& typed) {
            const std::optional<TimeMs> read = readDay(typed, campaign.timeZone);
            if (read)
                campaign.*member = typed.trimmed().isEmpty() ? none : *read;
            return read.has_value();
        };
        addLine(std::move(line));
    };
    money("budget.total", &Campaign::budgetTotal, [] { return tr("Total budget"); });
    money("budget.day", &Campaign::budgetDay, [] { return tr("Day budget, 0 = none"); });
    day("flight.start", &Campaign::flightStart, TimeMs{}, [] { return tr("Starts"); });
    day("flight.end", &Campaign::flightEnd, TimeMs{INT64_MAX}, [] { return tr("Ends"); });
    Line zone;
    zone.path = QStringLiteral("time_zone");
    zone.title = [] { return tr("Time zone"); };
    zone.read = [](const Campaign& campaign) { return QString::fromStdString(campaign.timeZone); };
    zone.write = [](Campaign& campaign, const QString& typed) {
        campaign.timeZone = typed.trimmed().toStdString();
        return true;
    };
    addLine(std::move(zone));
}

void BudgetTab::addStrategyLines()
{
    Line bid;
    bid.path = QStringLiteral("strategy.");
    bid.title = [this] { return words::bid(m_campaign.strategy.kind); };
    bid.read = [](const Campaign& campaign) {
        const std::optional<Money> value = bidOf(campaign.strategy);
        return value ? moneyText(*value) : QString();
    };
    bid.write = [](Campaign& campaign, const QString& typed) {
        const std::optional<Money> read = readAmount(typed);
        if (read)
            setBid(campaign.strategy, *read);
        return read.has_value();
    };
    bid.applies = [](const BidStrategy& strategy) { return bidOf(strategy).has_value(); };
    addLine(std::move(bid));

    const auto number = [this](const char* path, double BidStrategy::*member, StrategyKind kind,
                               std::function<QString()> title) {
        Line line;
        line.path = QString::fromLatin1(path);
        line.title = std::move(title);
        line.read = [member](const Campaign& campaign) {
            return QString::number(campaign.strategy.*member, 'g', 10);
        };
        line.write = [member](Campaign& campaign, const QString& typed) {
            return readInto(campaign.strategy.*member, typed);
        };
        line.applies = [kind](const BidStrategy& strategy) { return strategy.kind == kind; };
        addLine(std::move(line));
    };
    number("strategy.average_ctr", &BidStrategy::averageCtr, StrategyKind::Linear,
           [] { return tr("Average CTR, 0 to 1"); });
    number("strategy.ortb_c", &BidStrategy::ortbC, StrategyKind::Ortb,
           [] { return tr("Win curve constant"); });
    number("strategy.ortb_lambda", &BidStrategy::ortbLambda, StrategyKind::Ortb,
           [] { return tr("Worth of budget"); });

    Line worth;
    worth.path = QStringLiteral("strategy.conversion_value");
    worth.title = [] { return tr("Value of a conversion"); };
    worth.read
        = [](const Campaign& campaign) { return moneyText(campaign.strategy.conversionValue); };
    worth.write = [](Campaign& campaign, const QString& typed) {
        return readInto(campaign.strategy.conversionValue, typed);
    };
    worth.applies
        = [](const BidStrategy& strategy) { return strategy.kind == StrategyKind::TargetRoas; };
    addLine(std::move(worth));

    Line most;
    most.path = QStringLiteral("strategy.max_cpm");
    most.title = [] { return tr("Most CPM, 0 = any"); };
    most.read
        = [](const Campaign& campaign) { return moneyText(campaign.strategy.maxBid.asCpm()); };
    most.write = [](Campaign& campaign, const QString& typed) {
        const std::optional<Money> read = readAmount(typed);
        if (read)
            campaign.strategy.maxBid = Price::cpm(*read);
        return read.has_value();
    };
    addLine(std::move(most));
}

void BudgetTab::retranslate()
{
    m_seatLabel->setText(tr("Seat"));
    m_seat->setAccessibleName(tr("Seat"));
    for (QLabel* label : {m_seatLabel, m_kindLabel})
        setInk(*label, Token::T2, TextRole::Body);
    m_kindLabel->setText(tr("Strategy"));
    m_kind->setAccessibleName(tr("Strategy"));
    m_kind->clear();
    for (std::size_t i = 0; i < model::kStrategyNames.size(); ++i)
        m_kind->addItem(words::strategy(static_cast<StrategyKind>(i)));
    showLines();
}

void BudgetTab::setSeats(const QList<std::pair<QString, QString>>& seats)
{
    if (m_seat->count() == seats.size() || m_seat->view()->isVisible())
        return;
    m_seat->clear();
    for (const auto& [id, name] : seats)
        m_seat->addItem(name, id);
    m_seat->setCurrentIndex(m_seat->findData(QString::fromStdString(m_campaign.seatId)));
}

void BudgetTab::show(const Campaign& campaign, const Campaign* live)
{
    m_campaign = campaign;
    m_live = live ? std::optional(*live) : std::nullopt;
    showLines();
}

void BudgetTab::showLines()
{
    m_kind->setCurrentIndex(static_cast<int>(m_campaign.strategy.kind));
    m_seat->setCurrentIndex(m_seat->findData(QString::fromStdString(m_campaign.seatId)));
    for (const Line& line : m_lines) {
        const bool applies = line.applies(m_campaign.strategy);
        line.label->setText(line.title());
        line.edit->setAccessibleName(line.title());
        m_form->setRowVisible(line.box, applies);
        line.finding->setVisible(applies && !line.finding->text().isEmpty());
        const QString text = line.read(m_campaign);
        if (!line.edit->hasFocus() || !line.edit->isModified())
            line.edit->setText(text);
        const bool differs = m_live && line.read(*m_live) != text;
        line.edit->setFont(widgets::font(differs ? TextRole::BodyBold : TextRole::Body));
        line.edit->setToolTip(differs ? tr("Live: %1").arg(line.read(*m_live)) : QString());
        setInk(*line.label, Token::T2, TextRole::Body);
    }
}

void BudgetTab::setFindings(const std::vector<bridge::Finding>& findings)
{
    for (const Line& line : m_lines) {
        QString words;
        bool error = false;
        for (const bridge::Finding& finding : findings) {
            if (!words.isEmpty() || finding.field != line.path)
                continue;
            words = tr("%1 %2", "rule, advice").arg(finding.rule, finding.advice);
            error = finding.error;
        }
        line.finding->setText(words);
        line.finding->setVisible(!words.isEmpty() && line.applies(m_campaign.strategy));
        setInk(*line.finding, error ? Token::Bad : Token::Warn, TextRole::Caption);
    }
}

/// What cannot be read is not taken over: the field shows the value that holds.
void BudgetTab::take(const Line& line)
{
    if (!line.edit->isModified())
        return;
    line.edit->setModified(false);
    Campaign changed = m_campaign;
    const bool read = line.write(changed, line.edit->text());
    if (!read || bridge::sameContent(changed, m_campaign)) {
        line.edit->setText(line.read(m_campaign));
        return;
    }
    Q_EMIT edited(changed,
                  tr("%1 of %2", "undo: field, campaign")
                      .arg(line.title(), QString::fromStdString(changed.name)));
}

void BudgetTab::takeChoice(const QString& what, const std::function<void(Campaign&)>& edit)
{
    Campaign changed = m_campaign;
    edit(changed);
    if (!bridge::sameContent(changed, m_campaign))
        Q_EMIT edited(changed,
                      tr("%1 of %2", "undo: field, campaign")
                          .arg(what, QString::fromStdString(changed.name)));
}

} // namespace gavel::campaigns
