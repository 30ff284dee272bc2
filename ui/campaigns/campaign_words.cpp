// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_words.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace gavel::campaigns::words {

namespace {

struct CampaignWordsWords
{
    Q_DECLARE_TR_FUNCTIONS(CampaignWords)
};

template<typename Enum>
QString pick(std::span<const char* const> texts, Enum value)
{
    return CampaignWordsWords::tr(texts[static_cast<std::size_t>(value)]);
}

constexpr std::array<const char*, 4> kStates{
    QT_TRANSLATE_NOOP("CampaignWords", "Draft"), QT_TRANSLATE_NOOP("CampaignWords", "Running"),
    QT_TRANSLATE_NOOP("CampaignWords", "Paused"), QT_TRANSLATE_NOOP("CampaignWords", "Completed")};

constexpr std::array<const char*, 9> kStrategies{QT_TRANSLATE_NOOP("CampaignWords", "Contract"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Fixed CPM"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Constant"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Random"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Target CPC"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Linear"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "ORTB"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Target CPA"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Target ROAS")};

constexpr std::array<const char*, 9> kBids{
    QT_TRANSLATE_NOOP("CampaignWords", "Bid"),
    QT_TRANSLATE_NOOP("CampaignWords", "Price per thousand"),
    QT_TRANSLATE_NOOP("CampaignWords", "Price per thousand"),
    QT_TRANSLATE_NOOP("CampaignWords", "Highest price per thousand"),
    QT_TRANSLATE_NOOP("CampaignWords", "Target per click"),
    QT_TRANSLATE_NOOP("CampaignWords", "Base price per thousand"),
    QT_TRANSLATE_NOOP("CampaignWords", "Bid"),
    QT_TRANSLATE_NOOP("CampaignWords", "Target per conversion"),
    QT_TRANSLATE_NOOP("CampaignWords", "Wanted revenue per cost")};

constexpr std::array<const char*, 6> kPacings{
    QT_TRANSLATE_NOOP("CampaignWords", "As fast as possible"),
    QT_TRANSLATE_NOOP("CampaignWords", "Even"),
    QT_TRANSLATE_NOOP("CampaignWords", "By traffic"),
    QT_TRANSLATE_NOOP("CampaignWords", "PID"),
    QT_TRANSLATE_NOOP("CampaignWords", "Adaptive dual"),
    QT_TRANSLATE_NOOP("CampaignWords", "Model-predictive")};

constexpr std::array<const char*, 2> kDeliveries{QT_TRANSLATE_NOOP("CampaignWords", "Standard"),
                                                 QT_TRANSLATE_NOOP("CampaignWords", "Guaranteed")};

constexpr std::array<const char*, 5> kBillings{
    QT_TRANSLATE_NOOP("CampaignWords", "Impressions"), QT_TRANSLATE_NOOP("CampaignWords", "Clicks"),
    QT_TRANSLATE_NOOP("CampaignWords", "Conversions"),
    QT_TRANSLATE_NOOP("CampaignWords", "A fixed amount a day"),
    QT_TRANSLATE_NOOP("CampaignWords", "Mixed")};

constexpr std::array<const char*, 4> kFormats{
    QT_TRANSLATE_NOOP("CampaignWords", "Banner"), QT_TRANSLATE_NOOP("CampaignWords", "Video"),
    QT_TRANSLATE_NOOP("CampaignWords", "Native"), QT_TRANSLATE_NOOP("CampaignWords", "Text")};

constexpr std::array<const char*, 2> kScopes{QT_TRANSLATE_NOOP("CampaignWords", "Campaign"),
                                             QT_TRANSLATE_NOOP("CampaignWords", "Creative")};

constexpr std::array<const char*, 3> kWindows{QT_TRANSLATE_NOOP("CampaignWords", "Hour"),
                                              QT_TRANSLATE_NOOP("CampaignWords", "Day"),
                                              QT_TRANSLATE_NOOP("CampaignWords", "Lifetime")};

constexpr std::array<const char*, model::kDimensions> kDimensions{
    QT_TRANSLATE_NOOP("CampaignWords", "Country"),
    QT_TRANSLATE_NOOP("CampaignWords", "Region"),
    QT_TRANSLATE_NOOP("CampaignWords", "City"),
    QT_TRANSLATE_NOOP("CampaignWords", "Device"),
    QT_TRANSLATE_NOOP("CampaignWords", "Device make"),
    QT_TRANSLATE_NOOP("CampaignWords", "Operating system"),
    QT_TRANSLATE_NOOP("CampaignWords", "Browser"),
    QT_TRANSLATE_NOOP("CampaignWords", "Language"),
    QT_TRANSLATE_NOOP("CampaignWords", "Connection"),
    QT_TRANSLATE_NOOP("CampaignWords", "Placement"),
    QT_TRANSLATE_NOOP("CampaignWords", "Publisher"),
    QT_TRANSLATE_NOOP("CampaignWords", "Domain"),
    QT_TRANSLATE_NOOP("CampaignWords", "App"),
    QT_TRANSLATE_NOOP("CampaignWords", "Format"),
    QT_TRANSLATE_NOOP("CampaignWords", "Size"),
    QT_TRANSLATE_NOOP("CampaignWords", "Gender"),
    QT_TRANSLATE_NOOP("CampaignWords", "Age"),
    QT_TRANSLATE_NOOP("CampaignWords", "Category"),
    QT_TRANSLATE_NOOP("CampaignWords", "Segment"),
    QT_TRANSLATE_NOOP("CampaignWords", "Interest"),
    QT_TRANSLATE_NOOP("CampaignWords", "Keyword"),
    QT_TRANSLATE_NOOP("CampaignWords", "Deal"),
    QT_TRANSLATE_NOOP("CampaignWords", "Hour of week"),
    QT_TRANSLATE_NOOP("CampaignWords", "Dates"),
    QT_TRANSLATE_NOOP("CampaignWords", "Places"),
    QT_TRANSLATE_NOOP("CampaignWords", "Areas"),
    QT_TRANSLATE_NOOP("CampaignWords", "System version")};

constexpr std::array<const char*, 3> kMatches{QT_TRANSLATE_NOOP("CampaignWords", "any of"),
                                              QT_TRANSLATE_NOOP("CampaignWords", "all of"),
                                              QT_TRANSLATE_NOOP("CampaignWords", "none of")};

} // namespace

QString state(model::CampaignStatus status)
{
    return pick(kStates, status);
}

widgets::Mark stateMark(model::CampaignStatus status)
{
    using widgets::Mark;
    constexpr std::array<Mark, 4> kMarks{Mark::Draft, Mark::Good, Mark::Paused, Mark::Done};
    return kMarks[static_cast<std::size_t>(status)];
}

QString strategy(model::StrategyKind kind)
{
    return pick(kStrategies, kind);
}

QString bid(model::StrategyKind kind)
{
    return pick(kBids, kind);
}

QString pacing(model::PacingPolicy policy)
{
    return pick(kPacings, policy);
}

QString delivery(model::DeliveryPromise promise)
{
    return pick(kDeliveries, promise);
}

QString billing(model::BillingModel billing)
{
    return pick(kBillings, billing);
}

QString format(model::CreativeFormat format)
{
    return pick(kFormats, format);
}

QString capScope(model::CapScope scope)
{
    return pick(kScopes, scope);
}

QString capWindow(model::CapWindow window)
{
    return pick(kWindows, window);
}

QString dimension(model::Dimension dimension)
{
    return pick(kDimensions, dimension);
}

QString match(model::Match match)
{
    return pick(kMatches, match);
}

QString changeSign(bridge::DraftChange change)
{
    switch (change) {
    case bridge::DraftChange::Added:
        return QStringLiteral("+");
    case bridge::DraftChange::Edited:
        return QStringLiteral("Δ");
    case bridge::DraftChange::Removed:
        return QStringLiteral("−");
    case bridge::DraftChange::None:
        break;
    }
    return {};
}

QString changeWord(bridge::DraftChange change)
{
    switch (change) {
    case bridge::DraftChange::Added:
        return CampaignWordsWords::tr("Added");
    case bridge::DraftChange::Edited:
        return CampaignWordsWords::tr("Edited");
    case bridge::DraftChange::Removed:
        return CampaignWordsWords::tr("Removed");
    case bridge::DraftChange::None:
        break;
    }
    return {};
}

} // namespace gavel::campaigns::words
