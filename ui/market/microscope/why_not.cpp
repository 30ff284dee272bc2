// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/why_not.h"

#include "ui/market/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::auctions {

using model::CampaignFate;

namespace {

struct WhyNotWords
{
    Q_DECLARE_TR_FUNCTIONS(WhyNot)
};

QString word(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString mismatchText(const model::Mismatch& mismatch)
{
    const QString needs = QString::fromStdString(mismatch.needs);
    const QString got
        = mismatch.got.empty() ? WhyNotWords::tr("nothing") : QString::fromStdString(mismatch.got);
    switch (mismatch.match) {
    case model::Match::AllOf:
        return WhyNotWords::tr("needs all of %1; got %2").arg(needs, got);
    case model::Match::NoneOf:
        return WhyNotWords::tr("excludes %1; got %2").arg(needs, got);
    case model::Match::AnyOf:
        break;
    }
    return WhyNotWords::tr("needs %1; got %2").arg(needs, got);
}

QString keyOf(const model::CampaignTrace& campaign)
{
    if (campaign.fate == CampaignFate::Targeting && !campaign.mismatches.empty())
        return QStringLiteral("targeting/")
            + word(model::name(campaign.mismatches.front().dimension));
    return word(model::kCampaignFateNames[static_cast<std::size_t>(campaign.fate)]);
}

QString labelOf(const model::CampaignTrace& campaign)
{
    return campaign.fate == CampaignFate::Targeting && !campaign.mismatches.empty()
        ? dimensionText(campaign.mismatches.front().dimension)
        : campaignFateText(campaign.fate);
}

} // namespace

WhyNot whyNotOf(const model::AuctionTrace& trace)
{
    WhyNot result;
    result.total = trace.campaigns.size();
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < trace.campaigns.size(); ++i) {
        const model::CampaignTrace& campaign = trace.campaigns[i];
        if (campaign.fate == CampaignFate::Bid) {
            ++result.bid;
            continue;
        }
        const QString key = keyOf(campaign);
        const auto place = places.constFind(key);
        const std::size_t at = place == places.constEnd() ? result.groups.size() : *place;
        if (at == result.groups.size()) {
            places.insert(key, at);
            result.groups.push_back({key, labelOf(campaign), {}});
        }
        result.groups[at].campaigns.push_back(i);
    }
    std::stable_sort(result.groups.begin(), result.groups.end(), [](const auto& a, const auto& b) {
        return a.campaigns.size() > b.campaigns.size();
    });
    return result;
}

QString reasonText(const model::CampaignTrace& campaign, const Names& names)
{
    switch (campaign.fate) {
    case CampaignFate::Targeting:
        return campaign.mismatches.empty() ? QString() : mismatchText(campaign.mismatches.front());
    case CampaignFate::NotChosenBySeat:
    case CampaignFate::SeatLate:
    case CampaignFate::SeatCutOff:
        return campaign.formula.bid.nanos > 0
            ? WhyNotWords::tr("would bid %1 for %2")
                  .arg(names.exact(campaign.formula.bid), names.seat(campaign.seat))
            : names.seat(campaign.seat);
    default:
        return campaignFateText(campaign.fate);
    }
}

QStringList alsoStopped(const model::CampaignTrace& campaign)
{
    QStringList also;
    for (std::size_t i = 1; i < campaign.mismatches.size(); ++i)
        also << dimensionText(campaign.mismatches[i].dimension);
    also.removeDuplicates();
    return also;
}

QString alsoText(const model::CampaignTrace& campaign)
{
    const QStringList also = alsoStopped(campaign);
    if (also.size() > 1)
        return WhyNotWords::tr("+ %1 +%2",
                               "what else stopped the campaign, and how many more reasons")
            .arg(also.first())
            .arg(also.size() - 1);
    return also.isEmpty()
        ? QString()
        : WhyNotWords::tr("+ %1", "what else stopped the campaign").arg(also.first());
}

} // namespace gavel::auctions
