// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/tier_table.h"

#include "ui/system/system_words.h"
#include "ui/widgets/numbers.h"

namespace gavel::system_page {

using namespace widgets;

namespace {

constexpr int kVisibleRows = 5;
constexpr int kHeaderHeight = 26;
constexpr int kRowHeight = 24;

QString dayWords(std::int64_t day)
{
    return day == store::kNoDay ? numbers::missing() : numbers::date(day * base::kDayMs, 0);
}

RowColumn<TierRow> countColumn(const QString& title, std::uint64_t store::TierFigures::*field,
                               QString (*text)(std::int64_t))
{
    return {
        title,
        [field, text](const TierRow& row, int role) -> QVariant {
            if (role != Qt::DisplayRole)
                return {};
            return text(static_cast<std::int64_t>(row.figures.*field));
        },
        [field](const TierRow& a, const TierRow& b) { return a.figures.*field < b.figures.*field; },
        true};
}

QString countWords(std::int64_t count)
{
    return numbers::count(count);
}

} // namespace

TierTable::TierTable()
    : m_rows([](const TierRow& row) { return row.key; })
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({150, 140, 110, 90, 140, 0});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFixedHeight(kHeaderHeight + kVisibleRows * kRowHeight + 2);
}

void TierTable::setColumns()
{
    m_rows.setColumns(
        {textColumn<TierRow>(tr("Tier"), [](const TierRow& row) { return row.name; }),
         countColumn(tr("Events"), &store::TierFigures::events, &countWords),
         countColumn(tr("Size"), &store::TierFigures::bytes, &words::bytes),
         countColumn(tr("Files"), &store::TierFigures::segments, &countWords),
         textColumn<TierRow>(tr("Oldest day"),
                             [](const TierRow& row) { return dayWords(row.figures.oldestDay); }),
         textColumn<TierRow>(QString(), [](const TierRow& row) { return row.help; })});
}

QString TierTable::nameOf(store::SegmentTier tier)
{
    switch (tier) {
    case store::SegmentTier::Cold:
        return tr("Cold");
    case store::SegmentTier::Archive:
        return tr("Archive");
    case store::SegmentTier::Dropped:
        break;
    }
    return tr("Dropped");
}

void TierTable::retranslate()
{
    m_table->setAccessibleName(tr("Tiers of the log"));
    setColumns();
}

void TierTable::setStorage(const store::StorageView& storage, int utcOffset)
{
    const QString warm = storage.warmAt == TimeMs{}
        ? tr("in the workspace; not counted yet")
        : tr("in the workspace; counted at %1")
              .arg(numbers::dateTime(storage.warmAt.value, utcOffset));
    m_rows.update(
        {{QStringLiteral("hot"), tr("Hot"), tr("in memory, on their way to the log"), storage.hot},
         {QStringLiteral("warm"), tr("Warm"), warm, storage.warm},
         {QStringLiteral("cold"), tr("Cold"), tr("compressed files beside the workspace"),
          storage.cold},
         {QStringLiteral("archive"), tr("Archive"), tr("the same files in a folder elsewhere"),
          storage.archive},
         {QStringLiteral("dropped"), tr("Dropped"), tr("kept nowhere any more"), storage.dropped}});
}

QString TierTable::movingWords(const store::StorageView& storage)
{
    return tr("Moving %1: %2 of %3 events")
        .arg(QString::fromStdString(storage.moving),
             numbers::count(static_cast<std::int64_t>(storage.done)),
             numbers::count(static_cast<std::int64_t>(storage.total)));
}

QStringList TierTable::words(const store::StorageView& storage)
{
    const store::TierPolicy& policy = storage.policy.policy;
    QStringList lines;
    const auto after = [](std::int32_t days) { return tr("%n day(s)", nullptr, days); };
    lines << (policy.coldAfterDays > 0
                  ? tr("Whole days go to the cold tier after %1.").arg(after(policy.coldAfterDays))
                  : tr("Nothing leaves the workspace."));
    if (policy.archiveFolder.empty() || policy.archiveAfterDays <= 0)
        lines << tr("Nothing is archived.");
    else
        lines << tr("They are archived in %1 after %2.")
                     .arg(QString::fromStdString(policy.archiveFolder),
                          after(policy.archiveAfterDays));
    lines << (policy.dropAfterDays > 0
                  ? tr("They are dropped after %1.").arg(after(policy.dropAfterDays))
                  : tr("Nothing is dropped."));
    const auto kept = [&](std::int32_t days) { return days > 0 ? after(days) : tr("never"); };
    lines << tr("Schedule tasks that ended well are dropped after: %1; failed ones: %2. "
                "%3 are kept, %4 were dropped.")
                 .arg(kept(policy.dropTasksAfterDays), kept(policy.dropFailedTasksAfterDays),
                      numbers::count(static_cast<std::int64_t>(storage.keptTasks)),
                      numbers::count(static_cast<std::int64_t>(storage.droppedTasks)));
    if (!storage.moving.empty())
        lines << movingWords(storage);
    if (!storage.lastError.empty())
        lines << tr("The last move stopped: %1").arg(QString::fromStdString(storage.lastError));
    return lines;
}

} // namespace gavel::system_page
