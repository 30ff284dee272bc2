// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_cells.h"

#include "ui/bridge/plan_today.h"
#include "ui/campaigns/campaign_tree.h"
#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>
#include <QFont>

namespace gavel::campaigns {

using namespace widgets;
using bridge::DraftChange;

namespace {

struct CampaignCellsWords
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCells)
};

/// From here on tenths say nothing.
constexpr double kLarge = 0.995;
constexpr int kYearAndDash = 5;

/// "04-05" within the year of market time, else the whole day.
QString shortDay(const model::Campaign& campaign, std::int64_t now)
{
    const QString day = dayText(campaign.flightEnd, campaign.timeZone);
    if (day.isEmpty())
        return numbers::missing();
    const QString today = dayText(TimeMs{now}, campaign.timeZone);
    return day.left(kYearAndDash) == today.left(kYearAndDash) ? day.mid(kYearAndDash) : day;
}

CellBar deviation(double share, bool isBehind)
{
    CellBar bar;
    bar.kind = CellBar::Kind::Deviation;
    bar.share = std::clamp(share * 4, -1.0, 1.0);
    bar.token = static_cast<int>(isBehind ? Token::Warn : Token::Accent);
    return bar;
}

QVariant bold()
{
    QFont face = widgets::font(TextRole::BodyBold);
    return face;
}

} // namespace

std::optional<double> toPlan(const runtime::CampaignView& view)
{
    if (view.status != model::CampaignStatus::Active || view.planToday <= Money{})
        return std::nullopt;
    return static_cast<double>(view.spentToday.micros) / static_cast<double>(view.planToday.micros)
        - 1;
}

QVariant CampaignCells::data(int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(column);
    case Qt::ToolTipRole:
        return toolTip(column);
    case Qt::FontRole:
        return isChanged(column) && change != DraftChange::Removed ? bold() : QVariant();
    case StruckRole:
        return struck(column);
    case MarkRole:
        return mark(column);
    case ToneRole:
        return tone(column);
    case RowKindRole:
        return static_cast<int>(change == DraftChange::Removed ? RowKind::Removed
                                                               : RowKind::Normal);
    case IdRole:
        return QString::fromStdString(campaign.id);
    case BarRole: {
        const std::optional<double> share
            = column == CampaignTree::ToPlan && view ? toPlan(*view) : std::nullopt;
        return share ? QVariant::fromValue(deviation(*share, bridge::isBehind(*view))) : QVariant();
    }
    default:
        return {};
    }
}

QVariant CampaignCells::text(int column) const
{
    switch (column) {
    case CampaignTree::Sign:
        return words::changeSign(change);
    case CampaignTree::State:
        return change == DraftChange::Removed ? words::changeWord(change)
                                              : words::state(campaign.status);
    case CampaignTree::Strategy:
        return words::strategy(campaign.strategy.kind);
    case CampaignTree::Spent:
        return view ? numbers::amount(view->spentToday.micros, 0) : numbers::missing();
    case CampaignTree::ToPlan: {
        const std::optional<double> share = view ? toPlan(*view) : std::nullopt;
        return share ? numbers::change(*share, std::abs(*share) < kLarge ? 1 : 0)
                     : numbers::missing();
    }
    case CampaignTree::Ctr:
        return view && view->impressions > 0 ? numbers::percentOf(
                   static_cast<double>(view->clicks), static_cast<double>(view->impressions), 2)
                                             : numbers::missing();
    case CampaignTree::Ends:
        return shortDay(campaign, now);
    case CampaignTree::Total:
        return numbers::amount(campaign.budgetTotal.micros, 0);
    case CampaignTree::SpentAll:
        return view ? numbers::amount(view->spent.micros, 0) : numbers::missing();
    case CampaignTree::Impressions:
        return view ? numbers::count(static_cast<std::int64_t>(view->impressions))
                    : numbers::missing();
    case CampaignTree::Clicks:
        return view ? numbers::count(static_cast<std::int64_t>(view->clicks)) : numbers::missing();
    case CampaignTree::Name:
    case CampaignTree::Bid:
    case CampaignTree::Budget:
        return fieldText(*CampaignTree::fieldOf(column), campaign);
    default:
        return {};
    }
}

bool CampaignCells::isChanged(int column) const
{
    if (!live)
        return change == DraftChange::Added && column == CampaignTree::Name;
    if (column == CampaignTree::Total)
        return live->budgetTotal != campaign.budgetTotal;
    if (column == CampaignTree::Strategy)
        return live->strategy.kind != campaign.strategy.kind;
    const std::optional<Field> field = CampaignTree::fieldOf(column);
    return field && fieldText(*field, campaign) != fieldText(*field, *live);
}

QVariant CampaignCells::struck(int column) const
{
    if (!live || !isChanged(column))
        return {};
    switch (column) {
    case CampaignTree::Bid:
    case CampaignTree::Budget:
        return fieldText(*CampaignTree::fieldOf(column), *live);
    case CampaignTree::Ends:
        return shortDay(*live, now);
    case CampaignTree::Total:
        return numbers::amount(live->budgetTotal.micros, 0);
    default:
        return {};
    }
}

QVariant CampaignCells::mark(int column) const
{
    if (column == CampaignTree::State)
        return static_cast<int>(change == DraftChange::Removed ? Mark::Cancelled
                                                               : words::stateMark(campaign.status));
    if (column != CampaignTree::Mark || change == DraftChange::None)
        return {};
    if (findings.empty())
        return static_cast<int>(Mark::Done);
    return static_cast<int>(findings.front().error ? Mark::Bad : Mark::Warn);
}

QVariant CampaignCells::toolTip(int column) const
{
    switch (column) {
    case CampaignTree::Sign:
        return words::changeWord(change);
    case CampaignTree::Mark: {
        QStringList lines;
        for (const bridge::Finding& finding : findings)
            lines << CampaignCellsWords::tr("%1 %2", "rule, advice")
                         .arg(finding.rule, finding.advice);
        if (lines.isEmpty() && change != DraftChange::None)
            lines << CampaignCellsWords::tr("Checked: keeps the rules.");
        return lines.join(u'\n');
    }
    case CampaignTree::Spent:
        return view ? CampaignCellsWords::tr("%1 spent today, %2 since the start.")
                          .arg(numbers::amount(view->spentToday.micros, 6),
                               numbers::amount(view->spent.micros, 6))
                    : QString();
    case CampaignTree::Ends:
        return fieldText(Field::End, campaign);
    case CampaignTree::State:
    case CampaignTree::Strategy:
        if (live && isChanged(column))
            return CampaignCellsWords::tr("Live: %1")
                .arg(column == CampaignTree::State ? words::state(live->status)
                                                   : words::strategy(live->strategy.kind));
        return text(column);
    default:
        return text(column);
    }
}

QVariant CampaignCells::tone(int column) const
{
    if (change == DraftChange::Removed && column != CampaignTree::Sign)
        return static_cast<int>(Token::T3);
    switch (column) {
    case CampaignTree::Sign:
        return static_cast<int>(change == DraftChange::Added        ? Token::Good
                                    : change == DraftChange::Edited ? Token::Accent
                                                                    : Token::Bad);
    case CampaignTree::Strategy:
    case CampaignTree::Ends:
        return isChanged(column) ? QVariant() : QVariant(static_cast<int>(Token::T2));
    case CampaignTree::ToPlan:
        return view && bridge::isBehind(*view) ? QVariant(static_cast<int>(Token::Warn))
                                               : QVariant();
    default:
        return {};
    }
}

} // namespace gavel::campaigns
