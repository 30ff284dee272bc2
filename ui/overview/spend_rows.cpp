// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/spend_rows.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace gavel::overview {

using namespace widgets;

namespace {

/// For texts with a number.
struct SpendTable
{
    Q_DECLARE_TR_FUNCTIONS(SpendTable)
};

QString text(const char* source, const char* comment = nullptr)
{
    return QCoreApplication::translate("SpendTable", source, comment);
}

void add(SpendRow& sum, const runtime::CampaignView& campaign)
{
    sum.spent += campaign.spentToday;
    ++sum.campaigns;
    sum.today.add(campaign);
}

SpendRow rowOf(const runtime::CampaignView& campaign)
{
    SpendRow row;
    row.id = QString::fromStdString(campaign.id);
    row.name = QString::fromStdString(campaign.name);
    row.seat = QString::fromStdString(campaign.seatName);
    row.campaigns = 0;
    add(row, campaign);
    return row;
}

double share(Money part, Money whole)
{
    return static_cast<double>(part.micros) / static_cast<double>(whole.micros);
}

QVariant barOf(const SpendRow& row)
{
    if (row.today.budget.micros <= 0)
        return {};
    CellBar bar;
    bar.kind = CellBar::Kind::Bullet;
    bar.share = share(row.today.spent, row.today.budget);
    bar.mark = share(row.today.plan, row.today.budget);
    return QVariant::fromValue(bar);
}

QVariant distanceOf(const SpendRow& row, int role)
{
    if (role == Qt::DisplayRole) {
        const std::optional<double> distance = row.today.distance();
        return distance ? numbers::change(*distance) : numbers::missing();
    }
    if (role == ToneRole && row.today.isBehind())
        return static_cast<int>(Token::Warn);
    return {};
}

RowColumn<SpendRow> words(const QString& title, QString SpendRow::*member)
{
    return {title,
            [member](const SpendRow& row, int role) -> QVariant {
                if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
                    return row.*member;
                if (role == RowKindRole)
                    return static_cast<int>(row.kind);
                if (role == ToneRole && row.id.isEmpty() && row.kind == RowKind::Normal)
                    return static_cast<int>(Token::T2);
                return role == IdRole ? QVariant(row.id) : QVariant();
            },
            {},
            false,
            {}};
}

/// Nothing where the row has no such amount.
using AmountOf = std::optional<Money> (*)(const SpendRow&);

std::optional<Money> spentOf(const SpendRow& row)
{
    return row.spent;
}

std::optional<Money> planOf(const SpendRow& row)
{
    return row.today.budget.micros > 0 ? std::optional(row.today.plan) : std::nullopt;
}

RowColumn<SpendRow> money(const QString& title, AmountOf of, Token tone)
{
    return {title,
            [of, tone](const SpendRow& row, int role) -> QVariant {
                const std::optional<Money> amount = of(row);
                if (role == Qt::DisplayRole)
                    return amount ? numbers::amount(amount->micros, 0) : numbers::missing();
                if (role == Qt::ToolTipRole)
                    return amount ? numbers::amount(amount->micros, 6) : numbers::missing();
                if (role == RowKindRole)
                    return static_cast<int>(row.kind);
                return role == ToneRole && row.kind == RowKind::Normal
                    ? QVariant(static_cast<int>(tone))
                    : QVariant();
            },
            {},
            true,
            {}};
}

} // namespace

QString spendKey(const SpendRow& row)
{
    return row.id.isEmpty() ? QStringLiteral("/%1").arg(static_cast<int>(row.kind)) : row.id;
}

std::vector<SpendRow> spendRows(const runtime::Snapshot& snapshot, int most)
{
    std::vector<const runtime::CampaignView*> campaigns;
    campaigns.reserve(snapshot.campaigns.size());
    SpendRow sum;
    sum.kind = RowKind::Total;
    sum.campaigns = 0;
    for (const runtime::CampaignView& campaign : snapshot.campaigns) {
        campaigns.push_back(&campaign);
        add(sum, campaign);
    }
    const std::size_t room = static_cast<std::size_t>(std::max(most - 1, 1));
    const std::size_t single = campaigns.size() <= room ? campaigns.size() : room - 1;
    std::partial_sort(campaigns.begin(), campaigns.begin() + static_cast<std::ptrdiff_t>(single),
                      campaigns.end(), [](const auto* a, const auto* b) {
                          return a->budgetDay != b->budgetDay ? a->budgetDay > b->budgetDay
                                                              : a->id < b->id;
                      });
    std::vector<SpendRow> rows;
    for (std::size_t i = 0; i < single; ++i)
        rows.push_back(rowOf(*campaigns[i]));
    if (single < campaigns.size()) {
        SpendRow others;
        others.campaigns = 0;
        for (std::size_t i = single; i < campaigns.size(); ++i)
            add(others, *campaigns[i]);
        others.name = SpendTable::tr("%n other(s)", nullptr, others.campaigns);
        rows.push_back(others);
    }
    sum.name = SpendTable::tr("%n campaign(s)", nullptr, sum.campaigns);
    rows.push_back(sum);
    return rows;
}

std::vector<RowColumn<SpendRow>> spendColumns()
{
    return {
        words(text(QT_TRANSLATE_NOOP("SpendTable", "Campaign")), &SpendRow::name),
        words(text(QT_TRANSLATE_NOOP("SpendTable", "Seat")), &SpendRow::seat),
        {text(QT_TRANSLATE_NOOP("SpendTable", "Day budget")),
         [](const SpendRow& row, int role) -> QVariant {
             if (role == BarRole)
                 return barOf(row);
             const Money budget = row.today.budget;
             if (role == Qt::DisplayRole && budget.micros <= 0)
                 return numbers::missing();
             if (role == Qt::ToolTipRole)
                 return budget.micros > 0 ? numbers::amount(budget.micros, 2) : numbers::missing();
             return role == RowKindRole ? QVariant(static_cast<int>(row.kind)) : QVariant();
         },
         {},
         false,
         text(QT_TRANSLATE_NOOP("SpendTable",
                                "Spent today as part of the day budget; the line marks the plan "
                                "by now."))},
        money(text(QT_TRANSLATE_NOOP("SpendTable", "Spent")), spentOf, Token::T1),
        money(text(QT_TRANSLATE_NOOP("SpendTable", "Plan")), planOf, Token::T2),
        {text(QT_TRANSLATE_NOOP("SpendTable", "To plan")),
         [](const SpendRow& row, int role) -> QVariant {
             return role == RowKindRole ? QVariant(static_cast<int>(row.kind))
                                        : distanceOf(row, role);
         },
         {},
         true,
         text(QT_TRANSLATE_NOOP("SpendTable", "Spent against the plan by now."))},
    };
}

} // namespace gavel::overview
