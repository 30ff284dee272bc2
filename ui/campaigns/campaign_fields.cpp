// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_fields.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace gavel::campaigns {

using model::StrategyKind;
namespace numbers = widgets::numbers;

namespace {

struct CampaignFieldsWords
{
    Q_DECLARE_TR_FUNCTIONS(CampaignFields)
};

constexpr std::int64_t kMicrosOfMilli = 1000;

/// Whole budgets are written whole.
int decimalsIn(Money amount)
{
    return amount.micros % Money::units(1).micros == 0 ? 0 : 2;
}

std::optional<QString> readMoney(const QString& text, Money& amount)
{
    const std::optional<Money> read = readAmount(text);
    if (!read)
        return CampaignFieldsWords::tr("“%1” is not an amount. Write a number such as 12.50.")
            .arg(text);
    amount = *read;
    return std::nullopt;
}

std::optional<QString> readStatus(const QString& text, model::CampaignStatus& status)
{
    for (std::size_t i = 0; i < model::kCampaignStatusNames.size(); ++i) {
        const auto known = static_cast<model::CampaignStatus>(i);
        if (text == words::state(known)) {
            status = known;
            return std::nullopt;
        }
    }
    return CampaignFieldsWords::tr("“%1” is not a state.").arg(text);
}

std::optional<QString> readEnd(const QString& text, model::Campaign& campaign)
{
    const std::optional<TimeMs> day = readDay(text, campaign.timeZone);
    if (!day)
        return CampaignFieldsWords::tr(
                   "“%1” is not a day. Write it as 2026-04-05, or nothing for an open end.")
            .arg(text);
    campaign.flightEnd = *day;
    return std::nullopt;
}

} // namespace

std::optional<Money> bidOf(const model::BidStrategy& strategy)
{
    switch (strategy.kind) {
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
    case StrategyKind::Random:
    case StrategyKind::Linear:
        return strategy.cpm.asCpm();
    case StrategyKind::TargetCpc:
    case StrategyKind::TargetCpa:
        return strategy.target;
    case StrategyKind::TargetRoas:
        return Money{strategy.roasMilli * kMicrosOfMilli};
    case StrategyKind::Contract:
    case StrategyKind::Ortb:
        break;
    }
    return std::nullopt;
}

void setBid(model::BidStrategy& strategy, Money bid)
{
    switch (strategy.kind) {
    case StrategyKind::FixedCpm:
    case StrategyKind::Constant:
    case StrategyKind::Random:
    case StrategyKind::Linear:
        strategy.cpm = Price::cpm(bid);
        break;
    case StrategyKind::TargetCpc:
    case StrategyKind::TargetCpa:
        strategy.target = bid;
        break;
    case StrategyKind::TargetRoas:
        strategy.roasMilli = bid.micros / kMicrosOfMilli;
        break;
    case StrategyKind::Contract:
    case StrategyKind::Ortb:
        break;
    }
}

QString fieldText(Field field, const model::Campaign& campaign)
{
    switch (field) {
    case Field::Name:
        return QString::fromStdString(campaign.name);
    case Field::Status:
        return words::state(campaign.status);
    case Field::Bid: {
        const std::optional<Money> bid = bidOf(campaign.strategy);
        return bid ? numbers::amount(bid->micros, 2) : numbers::missing();
    }
    case Field::DayBudget:
        return campaign.budgetDay == Money{}
            ? numbers::missing()
            : numbers::amount(campaign.budgetDay.micros, decimalsIn(campaign.budgetDay));
    case Field::End: {
        const QString day = dayText(campaign.flightEnd, campaign.timeZone);
        return day.isEmpty() ? numbers::missing() : day;
    }
    }
    return {};
}

QString editText(Field field, const model::Campaign& campaign)
{
    switch (field) {
    case Field::Bid: {
        const std::optional<Money> bid = bidOf(campaign.strategy);
        return bid ? QString::fromStdString(base::toString(*bid)) : QString();
    }
    case Field::DayBudget:
        return QString::fromStdString(base::toString(campaign.budgetDay));
    case Field::End:
        return dayText(campaign.flightEnd, campaign.timeZone);
    case Field::Name:
    case Field::Status:
        break;
    }
    return fieldText(field, campaign);
}

std::optional<QString> readField(Field field, const QString& text, model::Campaign& campaign)
{
    const QString typed = text.trimmed();
    switch (field) {
    case Field::Name:
        campaign.name = typed.toStdString();
        return std::nullopt;
    case Field::Status:
        return readStatus(typed, campaign.status);
    case Field::Bid: {
        Money bid;
        std::optional<QString> wrong = readMoney(typed, bid);
        if (!wrong)
            setBid(campaign.strategy, bid);
        return wrong;
    }
    case Field::DayBudget:
        return readMoney(typed, campaign.budgetDay);
    case Field::End:
        return readEnd(typed, campaign);
    }
    return std::nullopt;
}

QString fieldPath(Field field)
{
    switch (field) {
    case Field::Name:
        return QStringLiteral("name");
    case Field::Status:
        return QStringLiteral("status");
    case Field::Bid:
        return QStringLiteral("strategy.");
    case Field::DayBudget:
        return QStringLiteral("budget.day");
    case Field::End:
        return QStringLiteral("flight.end");
    }
    return {};
}

std::optional<Money> readAmount(const QString& text)
{
    static const QRegularExpression kGrouped(QStringLiteral(R"(^-?\d{1,3}(,\d{3})+(\.\d*)?$)"));
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), u'-');
    if (kGrouped.match(plain).hasMatch())
        plain.remove(u',');
    const Result<Money> read = base::parseMoney(plain.toStdString(), "amount");
    return read ? std::optional(*read) : std::nullopt;
}

QTimeZone zoneOf(const std::string& name)
{
    const QTimeZone zone(QByteArray::fromStdString(name));
    return zone.isValid() ? zone : QTimeZone::utc();
}

QString dayText(TimeMs time, const std::string& timeZone)
{
    if (time == model::kOpenEnd)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time.value, zoneOf(timeZone))
        .date()
        .toString(Qt::ISODate);
}

std::optional<TimeMs> readDay(const QString& text, const std::string& timeZone)
{
    if (text.trimmed().isEmpty())
        return model::kOpenEnd;
    const QDate day = QDate::fromString(text.trimmed(), Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return TimeMs{day.startOfDay(zoneOf(timeZone)).toMSecsSinceEpoch()};
}

} // namespace gavel::campaigns
