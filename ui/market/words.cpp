// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/words.h"

#include <QCoreApplication>

#include <array>

namespace gavel::auctions {

using widgets::Mark;

namespace {

struct FateWord
{
    const char* text;
    Mark mark;
};

/// In the order of model::BidFate.
constexpr std::array<FateWord, model::kBidFateNames.size()> kBidFates{{
    {QT_TRANSLATE_NOOP("Auction", "won"), Mark::Done},
    {QT_TRANSLATE_NOOP("Auction", "outbid"), Mark::Waiting},
    {QT_TRANSLATE_NOOP("Auction", "below floor"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "too late"), Mark::Warn},
    {QT_TRANSLATE_NOOP("Auction", "no bid"), Mark::Stale},
    {QT_TRANSLATE_NOOP("Auction", "wrong size"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "wrong currency"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "blocked category"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "blocked advertiser"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "seat not allowed"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "unknown deal"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "not positive"), Mark::Refused},
    {QT_TRANSLATE_NOOP("Auction", "cut off"), Mark::Bad},
    {QT_TRANSLATE_NOOP("Auction", "lost the tie"), Mark::Waiting},
}};

/// In the order of model::CampaignFate.
constexpr std::array<const char*, model::kCampaignFateNames.size()> kCampaignFates{
    QT_TRANSLATE_NOOP("Auction", "Bid"),
    QT_TRANSLATE_NOOP("Auction", "Not active"),
    QT_TRANSLATE_NOOP("Auction", "Outside its flight"),
    QT_TRANSLATE_NOOP("Auction", "Targeting"),
    QT_TRANSLATE_NOOP("Auction", "No fitting creative"),
    QT_TRANSLATE_NOOP("Auction", "Blocked by the publisher"),
    QT_TRANSLATE_NOOP("Auction", "Quota spent"),
    QT_TRANSLATE_NOOP("Auction", "Frequency cap"),
    QT_TRANSLATE_NOOP("Auction", "Worth nothing here"),
    QT_TRANSLATE_NOOP("Auction", "Not chosen by its seat"),
    QT_TRANSLATE_NOOP("Auction", "Seat late"),
    QT_TRANSLATE_NOOP("Auction", "Seat cut off"),
};

/// In the order of model::Dimension.
constexpr std::array<const char*, model::kDimensions> kDimensionWords{
    QT_TRANSLATE_NOOP("Auction", "Country"),
    QT_TRANSLATE_NOOP("Auction", "Region"),
    QT_TRANSLATE_NOOP("Auction", "City"),
    QT_TRANSLATE_NOOP("Auction", "Device"),
    QT_TRANSLATE_NOOP("Auction", "Device make"),
    QT_TRANSLATE_NOOP("Auction", "Operating system"),
    QT_TRANSLATE_NOOP("Auction", "Browser"),
    QT_TRANSLATE_NOOP("Auction", "Language"),
    QT_TRANSLATE_NOOP("Auction", "Connection"),
    QT_TRANSLATE_NOOP("Auction", "Placement"),
    QT_TRANSLATE_NOOP("Auction", "Publisher"),
    QT_TRANSLATE_NOOP("Auction", "Domain"),
    QT_TRANSLATE_NOOP("Auction", "App"),
    QT_TRANSLATE_NOOP("Auction", "Format"),
    QT_TRANSLATE_NOOP("Auction", "Size"),
    QT_TRANSLATE_NOOP("Auction", "Gender"),
    QT_TRANSLATE_NOOP("Auction", "Age"),
    QT_TRANSLATE_NOOP("Auction", "Category"),
    QT_TRANSLATE_NOOP("Auction", "Segment"),
    QT_TRANSLATE_NOOP("Auction", "Interest"),
    QT_TRANSLATE_NOOP("Auction", "Keyword"),
    QT_TRANSLATE_NOOP("Auction", "Deal"),
    QT_TRANSLATE_NOOP("Auction", "Hour"),
    QT_TRANSLATE_NOOP("Auction", "Date"),
    QT_TRANSLATE_NOOP("Auction", "Circle"),
    QT_TRANSLATE_NOOP("Auction", "Area"),
    QT_TRANSLATE_NOOP("Auction", "System version"),
};

constexpr std::array<const char*, model::kSteps> kStepWords{
    QT_TRANSLATE_NOOP("Auction", "Visit"),      QT_TRANSLATE_NOOP("Auction", "Profile"),
    QT_TRANSLATE_NOOP("Auction", "Ad request"), QT_TRANSLATE_NOOP("Auction", "Bid requests"),
    QT_TRANSLATE_NOOP("Auction", "Auction"),    QT_TRANSLATE_NOOP("Auction", "Display"),
    QT_TRANSLATE_NOOP("Auction", "Feedback"),
};

constexpr std::array<const char*, model::kPriceRuleNames.size()> kRuleWords{
    QT_TRANSLATE_NOOP("Auction", "First price"),
    QT_TRANSLATE_NOOP("Auction", "Second price"),
    QT_TRANSLATE_NOOP("Auction", "Soft floor"),
};

QString translated(const char* text)
{
    return QCoreApplication::translate("Auction", text);
}

} // namespace

QString bidFateText(model::BidFate fate)
{
    return translated(kBidFates[static_cast<std::size_t>(fate)].text);
}

Mark bidFateMark(model::BidFate fate)
{
    return kBidFates[static_cast<std::size_t>(fate)].mark;
}

QString campaignFateText(model::CampaignFate fate)
{
    return translated(kCampaignFates[static_cast<std::size_t>(fate)]);
}

QString dimensionText(model::Dimension dimension)
{
    return translated(kDimensionWords[model::index(dimension)]);
}

QString stepText(std::size_t step)
{
    return translated(kStepWords[step]);
}

QString ruleText(model::PriceRule rule)
{
    return translated(kRuleWords[static_cast<std::size_t>(rule)]);
}

} // namespace gavel::auctions
