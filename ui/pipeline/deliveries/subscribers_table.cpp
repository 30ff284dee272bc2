// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/subscribers_table.h"

#include "ui/pipeline/deliveries/delivery_words.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

/// Bad where something is wrong.
template<typename Row, typename Wrong>
RowColumn<Row> badWhere(RowColumn<Row> column, Wrong isWrong)
{
    column.value = [show = std::move(column.value), isWrong](const Row& row, int role) -> QVariant {
        return role == ToneRole && isWrong(row) ? QVariant(static_cast<int>(Token::Bad))
                                                : show(row, role);
    };
    return column;
}

} // namespace

SubscribersTable::SubscribersTable(QWidget* parent)
    : QWidget(parent)
    , m_rows([](const Subscriber& subscriber) { return words::of(subscriber.name); })
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_test(new Button(QString()))
    , m_acts(new Button(QString()))
    , m_edit(new Button(QString()))
    , m_table(new DataTable(QString()))
    , m_empty(new PanelNotice(PanelNotice::Place::Centre))
{
    build();
    connect(m_test, &QPushButton::clicked, this, &SubscribersTable::testWanted);
    connect(m_acts, &QPushButton::clicked, this, &SubscribersTable::actsWanted);
    connect(m_edit, &QPushButton::clicked, this, &SubscribersTable::editWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showButtons();
        if (!m_filling)
            Q_EMIT selectedChanged();
    });
    retranslate();
}

void SubscribersTable::build()
{
    setColumns();
    m_table->setModel(&m_rows);
    m_table->setWidths({120, 90, 70, 0, 52, 176, 134, 0, 60, 70, 72, 64});
    m_table->setSortable(true);
    m_test->setIconName(QStringLiteral("play"));
    m_acts->setIconName(QStringLiteral("history"));
    m_edit->setIconName(QStringLiteral("edit"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space::kPadding, 4, space::kPadding, 4);
    bar->setSpacing(space::kCell);
    bar->addWidget(m_words, 1);
    for (Button* button : {m_test, m_acts, m_edit}) {
        button->setDense(true);
        bar->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_empty->hide();
}

void SubscribersTable::setColumns()
{
    const auto counted = [](const QString& title, auto number) {
        return textColumn<Subscriber>(
            title, [number](const Subscriber& one) { return words::count(number(one)); }, true,
            [number](const Subscriber& a, const Subscriber& b) { return number(a) < number(b); });
    };
    RowColumn<Subscriber> state = textColumn<Subscriber>(
        tr("State"), [this](const Subscriber& one) { return words::telling(one, m_utcOffset); },
        false,
        [](const Subscriber& a, const Subscriber& b) {
            return words::tellingOf(a) < words::tellingOf(b);
        });
    state.value = [show = std::move(state.value)](const Subscriber& one, int role) -> QVariant {
        return role == MarkRole
            ? QVariant(static_cast<int>(words::tellingMark(words::tellingOf(one))))
            : show(one, role);
    };
    m_rows.setColumns(
        {textColumn<Subscriber>(tr("Subscriber"),
                                [](const Subscriber& one) { return words::of(one.name); }),
         textColumn<Subscriber>(tr("Group"),
                                [](const Subscriber& one) { return words::of(one.group); }),
         textColumn<Subscriber>(tr("Channel"),
                                [](const Subscriber& one) { return words::channel(one.channel); }),
         textColumn<Subscriber>(tr("Place"),
                                [](const Subscriber& one) { return words::of(one.place); }),
         counted(tr("Behind"), [](const Subscriber& one) { return one.lag; }), std::move(state),
         textColumn<Subscriber>(
             tr("Last success"),
             [this](const Subscriber& one) {
                 return words::moment(one.lastSuccessAt, m_utcOffset);
             },
             false,
             [](const Subscriber& a, const Subscriber& b) {
                 return a.lastSuccessAt < b.lastSuccessAt;
             }),
         textColumn<Subscriber>(tr("Last failure"),
                                [](const Subscriber& one) {
                                    return one.lastFailure.empty() ? numbers::missing()
                                                                   : words::of(one.lastFailure);
                                }),
         badWhere(counted(tr("Dead"), [](const Subscriber& one) { return one.openDead; }),
                  [](const Subscriber& one) { return one.openDead > 0; }),
         counted(tr("Delivered"), [](const Subscriber& one) { return one.counts.messages; }),
         counted(tr("Given up"), [](const Subscriber& one) { return one.counts.dead; }),
         counted(tr("Retried"), [](const Subscriber& one) { return one.counts.retries; })});
}

void SubscribersTable::setSubscribers(const std::vector<Subscriber>& subscribers,
                                      const runtime::SubscribersDocument& document, int utcOffset)
{
    const QString before = selected() == nullptr ? QString() : words::of(selected()->name);
    m_document = document;
    m_utcOffset = utcOffset;
    m_isRead = true;
    m_filling = true;
    m_rows.update(subscribers);
    if (selected() == nullptr && m_rows.rowCount() > 0)
        m_table->setCurrentIndex(m_rows.index(0, 0));
    m_filling = false;
    showWords();
    showButtons();
    if ((selected() == nullptr ? QString() : words::of(selected()->name)) != before)
        Q_EMIT selectedChanged();
}

void SubscribersTable::showWords()
{
    const bool isEmpty = m_isRead && m_rows.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (isEmpty)
        m_empty->show(Mark::None, tr("Nobody is told of alerts outside this console."),
                      tr("Name who is told…"), [this] { Q_EMIT editWanted(); });
    if (!m_isRead || isEmpty)
        return m_words->setText({});
    const QString count = tr("%n subscriber(s)", nullptr, m_rows.rowCount());
    m_words->setText(m_document.version == 0 ? count
                                             : tr("%1; version %2 by %3 since %4", "subscribers")
                                                   .arg(count)
                                                   .arg(m_document.version)
                                                   .arg(words::of(m_document.actor),
                                                        words::moment(m_document.at, m_utcOffset)));
}

void SubscribersTable::showButtons()
{
    m_test->setEnabled(selected() != nullptr && !m_isTesting);
    m_test->setText(m_isTesting ? tr("Testing…") : tr("Send test"));
    m_test->setToolTip(selected() == nullptr
                           ? tr("Select a subscriber first.")
                           : tr("One alert of no meaning to %1.").arg(words::of(selected()->name)));
}

const runtime::SubscriberView* SubscribersTable::selected() const
{
    return m_rows.rowAt(m_table->currentIndex());
}

bool SubscribersTable::selectGroup(const QString& group)
{
    for (int row = 0; row < m_rows.rowCount(); ++row)
        if (words::of(m_rows.row(row).group) == group) {
            m_table->setCurrentIndex(m_rows.index(row, 0));
            return true;
        }
    return false;
}

void SubscribersTable::setTesting(bool isTesting)
{
    m_isTesting = isTesting;
    showButtons();
}

void SubscribersTable::retranslate()
{
    m_acts->setText(tr("What people did…"));
    m_edit->setText(tr("Edit…"));
    m_table->setAccessibleName(tr("Subscribers"));
    setColumns();
    showWords();
    showButtons();
}

} // namespace gavel::pipeline_page
