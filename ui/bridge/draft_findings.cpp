// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of publishing in the console's words, with a value that would do.
#include "ui/bridge/campaign_draft.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace gavel::bridge {

namespace {

using model::Campaign;

struct FindingsWords
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString amount(Money money)
{
    return QLocale(QLocale::English).toString(static_cast<double>(money.micros) / 1e6, 'f', 2);
}

/// A finding about one field, with the campaign that has `mend` applied as the proposal.
template<typename Mend>
Finding proposing(const Error& error, const Campaign& campaign, const QString& rule,
                  const QString& advice, Mend mend)
{
    Finding finding{true, QString::fromStdString(error.where), rule, advice, campaign};
    mend(*finding.proposal);
    return finding;
}

Finding asTold(const Error& error)
{
    const auto sentence = [](const std::string& words) {
        QString text = QString::fromStdString(words);
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
    };
    return {true,
            QString::fromStdString(error.where),
            sentence(error.what),
            sentence(error.advice),
            {}};
}

Finding dayBudget(const Error& error, const Campaign& campaign)
{
    if (campaign.budgetDay < Money{})
        return proposing(error, campaign, FindingsWords::tr("A day budget cannot be negative."),
                         FindingsWords::tr("Write 0 for no bound per day, or more."),
                         [](Campaign& mended) { mended.budgetDay = Money{}; });
    const QString total = amount(campaign.budgetTotal);
    return proposing(error, campaign,
                     FindingsWords::tr("Day budget %1 is more than the total of %2.")
                         .arg(amount(campaign.budgetDay), total),
                     FindingsWords::tr("Write %1 or less, or raise the total.").arg(total),
                     [](Campaign& mended) { mended.budgetDay = mended.budgetTotal; });
}

/// The live value is the best proposal there is for a price that is missing or negative.
Finding strategyField(const Error& error, const Campaign& campaign, const Campaign* live)
{
    Finding finding = asTold(error);
    if (live && live->strategy.kind == campaign.strategy.kind
        && live->strategy != campaign.strategy) {
        finding.proposal = campaign;
        finding.proposal->strategy = live->strategy;
    }
    return finding;
}

Finding ofError(const Error& error, const Campaign& campaign, const Campaign* live, Money spent)
{
    if (error.where == "budget.day")
        return dayBudget(error, campaign);
    if (error.code == "BUDGET_BELOW_SPENT")
        return proposing(error, campaign,
                         FindingsWords::tr("Total %1 is less than the %2 already spent.")
                             .arg(amount(campaign.budgetTotal), amount(spent)),
                         FindingsWords::tr("Write %1 or more.").arg(amount(spent)),
                         [spent](Campaign& mended) { mended.budgetTotal = spent; });
    if (error.where == "flight.end" && campaign.flightEnd <= campaign.flightStart)
        return proposing(error, campaign, FindingsWords::tr("The flight ends before it starts."),
                         FindingsWords::tr("Choose an end after the start."), [](Campaign& mended) {
                             mended.flightEnd = mended.flightStart + base::kDayMs;
                         });
    if (error.where == "name" && live)
        return proposing(error, campaign, FindingsWords::tr("A name has 1 to 255 characters."),
                         FindingsWords::tr("Write a name."),
                         [live](Campaign& mended) { mended.name = live->name; });
    if (error.code == "ILLEGAL_STATUS" && live)
        return proposing(
            error, campaign, FindingsWords::tr("This state cannot follow the live one."),
            FindingsWords::tr("Draft leads to running, running and paused to each other, all to "
                              "completed."),
            [live](Campaign& mended) { mended.status = live->status; });
    if (error.where.starts_with("strategy."))
        return strategyField(error, campaign, live);
    return asTold(error);
}

void addWarnings(std::vector<Finding>& findings, const Campaign& campaign, Money spent, TimeMs now)
{
    const Money left = campaign.budgetTotal - spent;
    if (campaign.budgetDay > left && left > Money{} && campaign.budgetDay <= campaign.budgetTotal) {
        Finding finding{false, QStringLiteral("budget.day"),
                        FindingsWords::tr("Day budget %1 is more than the %2 left.")
                            .arg(amount(campaign.budgetDay), amount(left)),
                        FindingsWords::tr("Write %1 or less, or raise the total of %2.")
                            .arg(amount(left), amount(campaign.budgetTotal)),
                        campaign};
        finding.proposal->budgetDay = left;
        findings.push_back(std::move(finding));
    }
    const bool runs = campaign.status == model::CampaignStatus::Active;
    if (runs && now.value > 0 && campaign.flightEnd <= now)
        findings.push_back({false,
                            QStringLiteral("flight.end"),
                            FindingsWords::tr("The flight is over."),
                            FindingsWords::tr("Choose a later end, or complete the campaign."),
                            {}});
    const bool shows = std::any_of(campaign.ads.begin(), campaign.ads.end(),
                                   [](const model::Ad& ad) { return !ad.creatives.empty(); });
    if (runs && !shows)
        findings.push_back({false,
                            QStringLiteral("ads"),
                            FindingsWords::tr("There is nothing to show."),
                            FindingsWords::tr("Add a creative."),
                            {}});
}

} // namespace

std::vector<Finding> findingsOf(const Campaign& campaign, const Campaign* live,
                                const DraftContext& context)
{
    const auto known = context.spent.find(campaign.id);
    const Money spent = known == context.spent.end() ? Money{} : known->second;
    std::vector<Finding> findings;
    for (const Error& error : model::validate(campaign))
        findings.push_back(ofError(error, campaign, live, spent));
    if (!context.seats.empty() && !context.seats.contains(campaign.seatId))
        findings.push_back({true,
                            QStringLiteral("seat_id"),
                            FindingsWords::tr("“%1” is not a seat that bids for campaigns.")
                                .arg(QString::fromStdString(campaign.seatId)),
                            FindingsWords::tr("Choose a seat of this market."),
                            {}});
    if (live) {
        const Result<void> allowed = model::validateChange(*live, campaign, spent);
        if (!allowed)
            findings.push_back(ofError(allowed.error(), campaign, live, spent));
    }
    addWarnings(findings, campaign, spent, context.now);
    return findings;
}

} // namespace gavel::bridge
