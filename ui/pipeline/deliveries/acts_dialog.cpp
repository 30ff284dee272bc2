// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/acts_dialog.h"

#include "ui/pipeline/deliveries/delivery_words.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>

namespace gavel::pipeline_page {

using namespace widgets;

ActsDialog::ActsDialog(int utcOffset, QWidget* parent)
    : SheetDialog(tr("What people did about subscribers"), parent)
    , m_utcOffset(utcOffset)
    , m_rows([](const Row& row) { return row.place; })
    , m_error(new PanelNotice(PanelNotice::Place::Strip))
    , m_table(new DataTable(tr("What people did about subscribers")))
    , m_empty(new PanelNotice(PanelNotice::Place::Centre))
{
    resize(820, 420);
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({136, 130, 150, 150, 0});
    m_error->setTint(Token::BadBg);
    for (PanelNotice* notice : {m_error, m_empty})
        notice->hide();
    content()->addWidget(m_error);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_empty, 1);
    auto* close = new Button(tr("Close"), Button::Kind::Primary);
    close->setDefault(true);
    addButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void ActsDialog::setColumns()
{
    m_rows.setColumns(
        {textColumn<Row>(tr("Time"),
                         [this](const Row& row) { return words::moment(row.act.at, m_utcOffset); }),
         textColumn<Row>(tr("Who"), [](const Row& row) { return words::of(row.act.actor); }),
         textColumn<Row>(tr("What"), [](const Row& row) { return words::act(row.act.action); }),
         textColumn<Row>(tr("Of"),
                         [](const Row& row) {
                             return row.act.action == "set"
                                 ? QStringLiteral("v%1").arg(words::of(row.act.subject))
                                 : words::of(row.act.subject);
                         }),
         textColumn<Row>(tr("Why"), [](const Row& row) {
             return row.act.detail.empty() ? numbers::missing() : words::of(row.act.detail);
         })});
}

void ActsDialog::setActs(const Result<std::vector<runtime::SubscriberAct>>& acts)
{
    m_error->setVisible(!acts);
    if (!acts)
        return m_error->show(Mark::Bad, words::wrong(acts.error()), tr("Read again"),
                             [this] { Q_EMIT readWanted(); });
    std::vector<Row> rows;
    for (const runtime::SubscriberAct& act : *acts)
        rows.push_back({act, static_cast<qint64>(rows.size())});
    m_table->setVisible(!rows.empty());
    m_empty->setVisible(rows.empty());
    if (rows.empty())
        m_empty->show(Mark::None, tr("Nobody did anything about subscribers yet."), {}, {});
    m_rows.update(std::move(rows));
}

} // namespace gavel::pipeline_page
