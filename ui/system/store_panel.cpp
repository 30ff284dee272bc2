// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/system/store_panel.h"

#include "ui/system/system_words.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

namespace gavel::system_page {

using namespace widgets;

namespace {

QLabel* textLabel()
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(widgets::font(TextRole::Body));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QHBoxLayout* padded(QWidget* widget)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::kPadding, 0, space::kPadding, 0);
    row->addWidget(widget, 1);
    return row;
}

} // namespace

StorePanel::StorePanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_facts(textLabel())
    , m_policy(textLabel())
    , m_edit(new Button(QString()))
    , m_move(new Button(QString()))
    , m_restore(new Button(QString()))
    , m_rows([](const store::SegmentRow& row) { return QString::fromStdString(row.file); })
    , m_table(new DataTable(QString()))
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({140, 120, 140, 110, 0});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, space::kCell, 0, 0);
    column->addLayout(padded(m_facts));
    column->addWidget(m_tiers.widget());
    QHBoxLayout* moving = padded(m_policy);
    for (Button* button : {m_edit, m_move, m_restore})
        moving->addWidget(button, 0, Qt::AlignTop);
    column->addLayout(moving);
    column->addWidget(m_table, 1);
    setBody(inner);
    connect(m_edit, &QPushButton::clicked, this, &StorePanel::policyWanted);
    connect(m_move, &QPushButton::clicked, this, &StorePanel::moveWanted);
    connect(m_restore, &QPushButton::clicked, this, &StorePanel::restoreWanted);
    retranslate();
}

void StorePanel::setColumns()
{
    using Row = store::SegmentRow;
    const auto dayOf
        = [](const Row& row) { return numbers::date(row.extent.day * base::kDayMs, 0); };
    const auto number = [](const QString& title, auto value, auto text) {
        return RowColumn<Row>{
            title,
            [value, text](const Row& row, int role) -> QVariant {
                return role == Qt::DisplayRole ? QVariant(text(value(row))) : QVariant();
            },
            [value](const Row& a, const Row& b) { return value(a) < value(b); }, true};
    };
    m_rows.setColumns(
        {textColumn<Row>(tr("Day, UTC"), dayOf),
         textColumn<Row>(tr("Tier"), [](const Row& row) { return TierTable::nameOf(row.tier); }),
         number(
             tr("Events"), [](const Row& row) { return row.extent.events; }, &numbers::count),
         number(
             tr("Size"), [](const Row& row) { return row.bytes; }, &words::bytes),
         textColumn<Row>(tr("File"),
                         [](const Row& row) { return QString::fromStdString(row.file); })});
}

void StorePanel::retranslate()
{
    setTitle(tr("Store"));
    m_table->setAccessibleName(tr("Days that have left the workspace"));
    m_edit->setText(tr("Policy…"));
    m_move->setText(m_isMoving ? tr("Cancel") : tr("Move now"));
    m_restore->setText(tr("Restore a day…"));
    m_tiers.retranslate();
    setColumns();
}

void StorePanel::setFacts(const runtime::StoreFacts& facts, const QString& problem)
{
    setCaption(problem.isEmpty() ? tr("writes") : tr("writes no more"));
    QStringList lines;
    if (!problem.isEmpty())
        lines << problem;
    lines << (facts.file.empty() ? tr("A temporary workspace: it is deleted at the end.")
                                 : tr("File: %1").arg(QString::fromStdString(facts.file.string())));
    lines << tr("Size %1, of it %2 unused; write-ahead log %3")
                 .arg(words::bytes(facts.fileBytes), words::bytes(facts.unusedBytes),
                      words::bytes(facts.logBytes));
    if (facts.freeBytes >= 0)
        lines << tr("Free on its disk: %1").arg(words::bytes(facts.freeBytes));
    m_facts->setText(lines.join(u'\n'));
    touch();
}

void StorePanel::setMoving(bool isMoving)
{
    m_isMoving = isMoving;
    m_move->setText(isMoving ? tr("Cancel") : tr("Move now"));
    m_move->updateGeometry();
    if (isMoving)
        startLoading(tr("Looking for days to be moved"), [this] { Q_EMIT moveWanted(); });
    else
        stopLoading();
}

void StorePanel::setStorage(const Result<store::StorageView>& storage, int utcOffset)
{
    if (!storage)
        return m_policy->setText(QString::fromStdString(toString(storage.error())));
    m_tiers.setStorage(*storage, utcOffset);
    m_rows.update(storage->segments);
    m_policy->setText(TierTable::words(*storage).join(u'\n'));
    if (m_isMoving && storage->total > 0)
        setProgress(static_cast<double>(storage->done) / static_cast<double>(storage->total),
                    TierTable::movingWords(*storage));
}

} // namespace gavel::system_page
