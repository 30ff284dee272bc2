// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the form of money, flight, pacing, strategy and billing.
#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/inspector/budget_tab.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace gavel::campaigns {

using model::BidStrategy;
using model::BillingModel;
using model::Campaign;
using model::StrategyKind;

namespace {

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

bool always(const Campaign& /*campaign*/)
{
    return true;
}

} // namespace

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

template<typename Enum, std::size_t N>
void BudgetTab::addChoice(const std::array<std::string_view, N>& /*all*/, QString (*word)(Enum),
                          std::function<Enum&(Campaign&)> of, std::function<QString()> title)
{
    Choice choice{new QLabel, new QComboBox, std::move(title),
                  [word](int index) { return word(static_cast<Enum>(index)); },
                  [of](const Campaign& campaign) {
                      Campaign copy = campaign;
                      return static_cast<int>(of(copy));
                  }};
    choice.label->setFixedWidth(kLabelWidth);
    choice.label->setBuddy(choice.box);
    for (std::size_t i = 0; i < N; ++i)
        choice.box->addItem(QString());
    m_form->addRow(choice.label, choice.box);
    connect(choice.box, &QComboBox::activated, this, [this, of, label = choice.label](int index) {
        takeChoice(label->text(),
                   [&](Campaign& campaign) { of(campaign) = static_cast<Enum>(index); });
    });
    m_choices.push_back(std::move(choice));
}

void BudgetTab::addText(const char* path, std::string Campaign::*member,
                        std::function<QString()> title)
{
    Line line;
    line.path = QString::fromLatin1(path);
    line.title = std::move(title);
    line.read
        = [member](const Campaign& campaign) { return QString::fromStdString(campaign.*member); };
    line.write = [member](Campaign& campaign, const QString& typed) {
        campaign.*member = typed.trimmed().toStdString();
        return true;
    };
    addLine(std::move(line));
}

void BudgetTab::addTextLines()
{
    addText("name", &Campaign::name, [] { return tr("Name"); });
    addText("advertiser_id", &Campaign::advertiserId, [] { return tr("Advertiser id"); });
    addText("advertiser_name", &Campaign::advertiserName, [] { return tr("Advertiser"); });
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
    money("budget.hour", &Campaign::budgetHour, [] { return tr("Hour budget, 0 = none"); });
    addChoice<model::PacingPolicy>(
        model::kPacingPolicyNames, words::pacing,
        [](Campaign & campaign) -> auto& { return campaign.pacing; }, [] { return tr("Pacing"); });
    addChoice<model::DeliveryPromise>(
        model::kDeliveryPromiseNames, words::delivery,
        [](Campaign & campaign) -> auto& { return campaign.delivery; },
        [] { return tr("Delivery"); });
    day("flight.start", &Campaign::flightStart, TimeMs{}, [] { return tr("Starts"); });
    day("flight.end", &Campaign::flightEnd, model::kOpenEnd, [] { return tr("Ends"); });
    addText("time_zone", &Campaign::timeZone, [] { return tr("Time zone"); });
    addText("round_cron", &Campaign::roundCron, [] { return tr("Further rounds (cron)"); });
}

void BudgetTab::addStrategyLines()
{
    addChoice<StrategyKind>(
        model::kStrategyNames, words::strategy,
        [](Campaign & campaign) -> auto& { return campaign.strategy.kind; },
        [] { return tr("Strategy"); });
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
    bid.applies = [](const Campaign& campaign) { return bidOf(campaign.strategy).has_value(); };
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
        line.applies = [kind](const Campaign& campaign) { return campaign.strategy.kind == kind; };
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
    worth.applies = [](const Campaign& campaign) {
        return campaign.strategy.kind == StrategyKind::TargetRoas;
    };
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

void BudgetTab::addBillingLines()
{
    addChoice<BillingModel>(
        model::kBillingNames, words::billing,
        [](Campaign & campaign) -> auto& { return campaign.billing.model; },
        [] { return tr("Charged for"); });
    const auto rate = [this](const char* path, Money model::Billing::*member, BillingModel kind,
                             std::function<QString()> title) {
        Line line;
        line.path = QString::fromLatin1(path);
        line.title = std::move(title);
        line.read
            = [member](const Campaign& campaign) { return moneyText(campaign.billing.*member); };
        line.write = [member](Campaign& campaign, const QString& typed) {
            return readInto(campaign.billing.*member, typed);
        };
        line.applies = [kind](const Campaign& campaign) {
            return campaign.billing.model == kind || campaign.billing.model == BillingModel::Mixed;
        };
        addLine(std::move(line));
    };
    rate("billing.per_click", &model::Billing::perClick, BillingModel::Cpc,
         [] { return tr("Per click"); });
    rate("billing.per_conversion", &model::Billing::perConversion, BillingModel::Cpa,
         [] { return tr("Per conversion"); });
    rate("billing.per_day", &model::Billing::perDay, BillingModel::Fixed,
         [] { return tr("Per day"); });
}

} // namespace gavel::campaigns
