// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alerts/alerts_panel.h"

#include "ui/widgets/cell_delegate.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kTallRow = 62;
constexpr int kShortRow = 24;
constexpr int kAlertLine = 17;
constexpr int kAlertMark = 12;
constexpr int kWordAt = 18;
constexpr int kBetweenActs = 14;

/// Where what can be done stands, from the right.
std::vector<std::pair<AlertAct, QRect>> actPlaces(const AlertRow& row, const QRect& rect)
{
    std::vector<std::pair<AlertAct, QRect>> places;
    if (!row.isTall)
        return places;
    const QFontMetrics metrics(widgets::font(TextRole::Body));
    int right = rect.right() - space::kPadding;
    const int top = rect.top() + 5 + 2 * kAlertLine;
    for (auto act = row.acts.rbegin(); act != row.acts.rend(); ++act) {
        const int width = metrics.horizontalAdvance(AlertDelegate::wordsOf(*act));
        places.emplace_back(*act, QRect(right - width, top, width, kAlertLine));
        right -= width + kBetweenActs;
    }
    return places;
}

} // namespace

AlertDelegate::AlertDelegate(RowOf rowOf, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_rowOf(std::move(rowOf))
{
}

QString AlertDelegate::wordsOf(AlertAct act)
{
    switch (act) {
    case AlertAct::ShowMoment:
        return tr("Show moment");
    case AlertAct::ShowSource:
        return tr("Show source");
    case AlertAct::Acknowledge:
        return tr("Acknowledge");
    case AlertAct::Silence:
        return tr("Silence…");
    case AlertAct::EndSilence:
        return tr("End the silence");
    }
    return {};
}

QSize AlertDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const AlertRow* row = m_rowOf(index);
    return {option.rect.width(), row != nullptr && row->isTall ? kTallRow : kShortRow};
}

std::optional<AlertAct> AlertDelegate::actAt(const AlertRow& row, const QRect& rect,
                                             const QPoint& place)
{
    for (const auto& [act, where] : actPlaces(row, rect))
        if (where.adjusted(-4, -2, 4, 2).contains(place))
            return act;
    return std::nullopt;
}

int AlertDelegate::paintActs(QPainter& painter, const QRect& rect, const AlertRow& row)
{
    int left = rect.right() - space::kPadding;
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::Accent));
    for (const auto& [act, where] : actPlaces(row, rect)) {
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, wordsOf(act));
        left = where.left() - kBetweenActs;
    }
    return left;
}

void AlertDelegate::paintTall(QPainter& painter, const QRect& box, const AlertRow& row)
{
    const QRect inner = box.adjusted(space::kPadding, 5, -space::kPadding, 0);
    const QRect first(inner.left(), inner.top(), inner.width(), kAlertLine);
    paintMark(painter, QRect(first.left(), first.top(), kAlertMark, kAlertLine), row.mark);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(color(Token::T3));
    painter.drawText(first, Qt::AlignRight | Qt::AlignVCenter, row.since);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(row.tone));
    painter.drawText(first.adjusted(kWordAt, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.word);
    const auto line = [&](int number, Token token, const QString& text, int right) {
        const QRect place(inner.left(), inner.top() + number * kAlertLine, right - inner.left(),
                          kAlertLine);
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(color(token));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    line(1, Token::T1,
         row.subject.isEmpty() ? row.name
                               : QStringLiteral("%1 \u00b7 %2").arg(row.name, row.subject),
         inner.right());
    line(2, Token::T2, row.detail, paintActs(painter, box, row));
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), color(Token::Line0));
}

void AlertDelegate::paintLine(QPainter& painter, const QRect& box, const AlertRow& row)
{
    const QRect line = box.adjusted(space::kPadding, 0, -space::kPadding, 0);
    paintMark(painter, QRect(line.left(), line.top(), kAlertMark, line.height()), row.mark,
              color(row.tone), 11);
    painter.setFont(widgets::font(TextRole::Body));
    const QFontMetrics metrics = painter.fontMetrics();
    painter.setPen(color(row.tone));
    const QRect word = line.adjusted(kWordAt, 0, 0, 0);
    painter.drawText(word, Qt::AlignLeft | Qt::AlignVCenter, row.word);
    painter.setPen(color(Token::T3));
    const int half = line.width() / 3;
    const QString since = metrics.elidedText(row.since, Qt::ElideRight, half);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, since);
    const int left = word.left() + std::max(86, metrics.horizontalAdvance(row.word) + 12);
    const QRect middle(left, line.top(),
                       line.right() - metrics.horizontalAdvance(since) - 12 - left, line.height());
    painter.setPen(color(Token::T2));
    painter.drawText(
        middle, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(row.subject.isEmpty()
                               ? row.name
                               : QStringLiteral("%1 \u00b7 %2").arg(row.name, row.subject),
                           Qt::ElideRight, middle.width()));
}

void AlertDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const AlertRow* row = m_rowOf(index);
    if (row == nullptr)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    CellDelegate::paintBackground(*painter, option, index);
    if (row->isTall)
        paintTall(*painter, option.rect, *row);
    else
        paintLine(*painter, option.rect, *row);
    painter->restore();
}

AlertsPanel::AlertsPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_rows([](const AlertRow& row) { return row.key; })
    , m_list(new QListView)
    , m_rules(addLink(QString()))
{
    setColumn();
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new AlertDelegate(
        [this](const QModelIndex& index) { return m_rows.rowAt(index); }, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->installEventFilter(this);
    setBody(m_list);
    connect(m_list, &QListView::customContextMenuRequested, this, &AlertsPanel::openMenu);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        const AlertRow* row = m_rows.rowAt(index);
        if (row != nullptr && !row->acts.empty())
            act(index, row->acts.front());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AlertsPanel::selectionChanged);
    connect(m_rules, &QPushButton::clicked, this, &AlertsPanel::rulesWanted);
    retranslate();
}

void AlertsPanel::setColumn()
{
    m_rows.setColumns(
        {{tr("Alerts"),
          [](const AlertRow& row, int role) -> QVariant {
              if (role == Qt::ToolTipRole)
                  return row.detail.isEmpty() ? row.help
                                              : QStringLiteral("%1\n%2").arg(row.detail, row.help);
              if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
                  return tr("%1: %2 %3, %4; %5", "alert: state, rule, subject, value; since")
                      .arg(row.word, row.name, row.subject, row.detail, row.since);
              return {};
          },
          {},
          false,
          {}}});
}

void AlertsPanel::retranslate()
{
    setTitle(tr("Alerts"));
    m_rules->setText(tr("All rules"));
    m_list->setAccessibleName(tr("Alerts"));
    setColumn();
}

void AlertsPanel::setSnapshot(const runtime::Snapshot& snapshot)
{
    auto rows = alertRows(snapshot);
    setCaption(snapshot.watch ? alertsCaption(*snapshot.watch) : QString());
    if (rows.empty())
        setEmpty(tr("Nothing is wrong, and nothing was."));
    else
        clearEmpty();
    std::vector<bool> shape;
    shape.reserve(rows.size());
    for (const AlertRow& row : rows)
        shape.push_back(row.isTall);
    m_rows.update(std::move(rows));
    if (shape != m_shape) { // a view does not notice by itself that a row has another height
        m_shape = std::move(shape);
        m_list->doItemsLayout();
    }
    touch();
}

std::vector<AlertRow> AlertsPanel::rows() const
{
    std::vector<AlertRow> rows;
    rows.reserve(static_cast<std::size_t>(m_rows.rowCount()));
    for (int i = 0; i < m_rows.rowCount(); ++i)
        rows.push_back(*m_rows.rowAt(m_rows.index(i, 0)));
    return rows;
}

bool AlertsPanel::select(const QString& fingerprint)
{
    for (int i = 0; i < m_rows.rowCount(); ++i) {
        const QModelIndex index = m_rows.index(i, 0);
        if (m_rows.rowAt(index)->fingerprint != fingerprint)
            continue;
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
        m_list->setFocus();
        return true;
    }
    return false;
}

bool AlertsPanel::canDo(AlertAct act) const
{
    const AlertRow* row = m_rows.rowAt(m_list->currentIndex());
    return row != nullptr && std::find(row->acts.begin(), row->acts.end(), act) != row->acts.end();
}

void AlertsPanel::doIt(AlertAct wanted)
{
    if (canDo(wanted))
        act(m_list->currentIndex(), wanted);
}

void AlertsPanel::act(const QModelIndex& index, std::optional<AlertAct> act)
{
    const AlertRow* row = m_rows.rowAt(index);
    if (row != nullptr && act)
        Q_EMIT chosen(*act, AlertRow(*row));
}

bool AlertsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseMove)
        return Panel::eventFilter(watched, event);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QModelIndex index = m_list->indexAt(mouse->pos());
    const AlertRow* row = m_rows.rowAt(index);
    const auto found = row == nullptr
        ? std::nullopt
        : AlertDelegate::actAt(*row, m_list->visualRect(index), mouse->pos());
    if (event->type() == QEvent::MouseMove)
        m_list->viewport()->setCursor(found ? Qt::PointingHandCursor : Qt::ArrowCursor);
    else if (mouse->button() == Qt::LeftButton)
        act(index, found);
    return Panel::eventFilter(watched, event);
}

void AlertsPanel::openMenu(const QPoint& place)
{
    const QModelIndex index = m_list->indexAt(place);
    const AlertRow* row = m_rows.rowAt(index);
    if (row == nullptr || row->acts.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const AlertAct each : row->acts)
        menu->addAction(AlertDelegate::wordsOf(each), this,
                        [this, each, copy = *row] { Q_EMIT chosen(each, copy); });
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace gavel::overview
