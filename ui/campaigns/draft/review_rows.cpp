// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/review_rows.h"

#include "ui/campaigns/campaign_fields.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/inspector/targeting_parts.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

namespace gavel::campaigns {

using bridge::DraftChange;
using model::Campaign;
namespace numbers = widgets::numbers;

namespace {

struct ReviewRowsWords
{
    Q_DECLARE_TR_FUNCTIONS(ReviewRows)
};

QString orMissing(const QString& text)
{
    return text.isEmpty() ? numbers::missing() : text;
}

QString price(Price price)
{
    return price == Price{} ? numbers::missing() : numbers::cpm(price.nanos);
}

QString caps(const Campaign& campaign)
{
    QStringList all;
    for (const model::FrequencyCap& cap : campaign.caps)
        all << ReviewRowsWords::tr("%1 per %2 and %3", "limit, scope, window")
                   .arg(QString::number(cap.limit), words::capScope(cap.scope),
                        words::capWindow(cap.window));
    return orMissing(all.join(QStringLiteral(", ")));
}

QString creatives(const Campaign& campaign)
{
    QStringList all;
    for (const model::Ad& ad : campaign.ads) {
        for (const model::Creative& creative : ad.creatives)
            all << QString::fromStdString(creative.id);
    }
    return orMissing(all.join(QStringLiteral(", ")));
}

/// Only what differs is a row.
class Differences
{
public:
    void add(const QString& field, const QString& live, const QString& draft)
    {
        if (live != draft)
            m_rows.push_back({field, live, draft});
    }
    std::vector<FieldChange> take() { return std::move(m_rows); }

private:
    std::vector<FieldChange> m_rows;
};

void addStrategy(Differences& rows, const model::BidStrategy& live, const model::BidStrategy& draft)
{
    rows.add(ReviewRowsWords::tr("Strategy"), words::strategy(live.kind),
             words::strategy(draft.kind));
    const auto bid = [](const model::BidStrategy& strategy) {
        const std::optional<Money> value = bidOf(strategy);
        return value ? numbers::amount(value->micros, 2) : numbers::missing();
    };
    rows.add(words::bid(draft.kind), bid(live), bid(draft));
    rows.add(ReviewRowsWords::tr("Highest bid per thousand"), price(live.maxBid),
             price(draft.maxBid));
    rows.add(ReviewRowsWords::tr("Value of a conversion"),
             numbers::amount(live.conversionValue.micros, 2),
             numbers::amount(draft.conversionValue.micros, 2));
    rows.add(ReviewRowsWords::tr("Average CTR"), numbers::percent(live.averageCtr, 3),
             numbers::percent(draft.averageCtr, 3));
    rows.add(ReviewRowsWords::tr("Win curve constant"), QString::number(live.ortbC),
             QString::number(draft.ortbC));
    rows.add(ReviewRowsWords::tr("Worth of budget"), QString::number(live.ortbLambda),
             QString::number(draft.ortbLambda));
}

void addMoney(Differences& rows, const Campaign& live, const Campaign& draft)
{
    const auto amount = [](Money money) {
        return money == Money{} ? numbers::missing() : numbers::amount(money.micros, 2);
    };
    rows.add(ReviewRowsWords::tr("Hour budget"), amount(live.budgetHour), amount(draft.budgetHour));
    const auto times = [](const std::string& cron) {
        return cron.empty() ? numbers::missing() : QString::fromStdString(cron);
    };
    rows.add(ReviewRowsWords::tr("Further rounds"), times(live.roundCron), times(draft.roundCron));
    rows.add(ReviewRowsWords::tr("Pacing"), words::pacing(live.pacing),
             words::pacing(draft.pacing));
    rows.add(ReviewRowsWords::tr("Delivery"), words::delivery(live.delivery),
             words::delivery(draft.delivery));
    rows.add(ReviewRowsWords::tr("Charged for"), words::billing(live.billing.model),
             words::billing(draft.billing.model));
    rows.add(ReviewRowsWords::tr("Per click"), amount(live.billing.perClick),
             amount(draft.billing.perClick));
    rows.add(ReviewRowsWords::tr("Per conversion"), amount(live.billing.perConversion),
             amount(draft.billing.perConversion));
    rows.add(ReviewRowsWords::tr("Per day"), amount(live.billing.perDay),
             amount(draft.billing.perDay));
}

void addTargeting(Differences& rows, const Campaign& live, const Campaign& draft)
{
    QStringList names;
    for (const Campaign* campaign : {&live, &draft}) {
        for (const TargetingPart& part : targetingParts(campaign->targeting)) {
            if (!names.contains(part.title()))
                names << part.title();
        }
    }
    const auto textOf = [](const Campaign& campaign, const QString& name) {
        QStringList texts;
        for (const TargetingPart& part : targetingParts(campaign.targeting)) {
            if (part.title() == name)
                texts << partText(campaign.targeting, part);
        }
        return orMissing(texts.join(QStringLiteral("; ")));
    };
    for (const QString& name : names)
        rows.add(name, textOf(live, name), textOf(draft, name));
}

void addCampaign(std::vector<ReviewRow>& rows, const bridge::CampaignDraft& draft,
                 const std::string& id)
{
    const Campaign& campaign = *draft.find(id);
    const DraftChange change = draft.changeOf(id);
    ReviewRow head;
    head.change = change;
    head.text = QString::fromStdString(campaign.name);
    if (change == DraftChange::Added)
        head.draft
            = ReviewRowsWords::tr("day budget %1, ends %2")
                  .arg(fieldText(Field::DayBudget, campaign), fieldText(Field::End, campaign));
    rows.push_back(head);
    if (change == DraftChange::Edited) {
        for (const FieldChange& field : changedFields(*draft.live(id), campaign))
            rows.push_back(
                {ReviewRow::Kind::Field, change, false, field.field, field.live, field.draft});
    }
    for (const bridge::Finding& finding : draft.findings(id))
        rows.push_back(
            {ReviewRow::Kind::Finding,
             change,
             finding.error,
             ReviewRowsWords::tr("%1 %2", "rule, advice").arg(finding.rule, finding.advice),
             {},
             {}});
    if (draft.isOvertaken(id))
        rows.push_back(
            {ReviewRow::Kind::Overtaken,
             change,
             false,
             ReviewRowsWords::tr("Live was published again since; publishing replaces it."),
             {},
             {}});
}

} // namespace

std::vector<FieldChange> changedFields(const Campaign& live, const Campaign& draft)
{
    Differences rows;
    const auto text
        = [](const std::string& words) { return orMissing(QString::fromStdString(words)); };
    rows.add(ReviewRowsWords::tr("Name"), text(live.name), text(draft.name));
    rows.add(ReviewRowsWords::tr("State"), words::state(live.status), words::state(draft.status));
    rows.add(ReviewRowsWords::tr("Seat"), text(live.seatId), text(draft.seatId));
    rows.add(ReviewRowsWords::tr("Advertiser"), text(live.advertiserName),
             text(draft.advertiserName));
    rows.add(ReviewRowsWords::tr("Total budget"), numbers::amount(live.budgetTotal.micros, 2),
             numbers::amount(draft.budgetTotal.micros, 2));
    rows.add(ReviewRowsWords::tr("Day budget"), fieldText(Field::DayBudget, live),
             fieldText(Field::DayBudget, draft));
    rows.add(ReviewRowsWords::tr("Starts"), orMissing(dayText(live.flightStart, live.timeZone)),
             orMissing(dayText(draft.flightStart, draft.timeZone)));
    rows.add(ReviewRowsWords::tr("Ends"), fieldText(Field::End, live),
             fieldText(Field::End, draft));
    rows.add(ReviewRowsWords::tr("Time zone"), text(live.timeZone), text(draft.timeZone));
    addMoney(rows, live, draft);
    addStrategy(rows, live.strategy, draft.strategy);
    addTargeting(rows, live, draft);
    rows.add(ReviewRowsWords::tr("Caps"), caps(live), caps(draft));
    rows.add(ReviewRowsWords::tr("Creatives"), creatives(live), creatives(draft));
    std::vector<FieldChange> all = rows.take();
    if (all.empty())
        all.push_back({ReviewRowsWords::tr("Details"), ReviewRowsWords::tr("as live"),
                       ReviewRowsWords::tr("changed")});
    return all;
}

std::vector<std::string> reviewOrder(const bridge::CampaignDraft& draft)
{
    std::vector<std::string> ids;
    const std::set<std::string> changed = draft.changedIds();
    for (const DraftChange change :
         {DraftChange::Added, DraftChange::Edited, DraftChange::Removed}) {
        for (const std::string& id : changed) {
            if (draft.changeOf(id) == change)
                ids.push_back(id);
        }
    }
    return ids;
}

std::vector<ReviewRow> reviewRows(const bridge::CampaignDraft& draft, const std::string& id)
{
    std::vector<ReviewRow> rows;
    if (draft.changeOf(id) != DraftChange::None)
        addCampaign(rows, draft, id);
    return rows;
}

} // namespace gavel::campaigns
