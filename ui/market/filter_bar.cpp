// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/filter_bar.h"

#include "ui/market/filter_spans.h"
#include "ui/widgets/numbers.h"

#include <QApplication>
#include <QBoxLayout>
#include <QJsonObject>
#include <QMenu>
#include <QPlainTextEdit>

namespace gavel::auctions {

using namespace widgets;

namespace {

constexpr int kRememberAfterMs = 2000;
constexpr int kMostHistory = 12;
constexpr int kChipRow = 22;
constexpr int kBookmarkLetters = 28;

FilterVerdict verdictOf(const runtime::FilterCheck& check)
{
    using State = runtime::FilterCheck::State;
    FilterVerdict verdict;
    verdict.words = QString::fromStdString(check.reason);
    verdict.column = static_cast<int>(check.column) - 1;
    switch (check.state) {
    case State::Empty:
        verdict.state = FilterVerdict::State::Empty;
        break;
    case State::Valid:
        verdict.state = FilterVerdict::State::Valid;
        break;
    case State::Unfinished:
        verdict.state = FilterVerdict::State::Unfinished;
        break;
    case State::Wrong:
        verdict.state = FilterVerdict::State::Wrong;
        break;
    }
    return verdict;
}

QStringList completionsOf(const bridge::EngineClient& client, const QString& text, int cursor)
{
    const std::size_t byte = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    QStringList words;
    for (const std::string& word : client.quick().completeFilter(text.toStdString(), byte))
        words << QString::fromStdString(word);
    return words;
}

} // namespace

FilterBar::FilterBar(const bridge::EngineClient& client, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_edit(new FilterEdit(tr("Filter of the auctions")))
    , m_historyButton(new Button(QString()))
    , m_bookmark(new Button(QString()))
    , m_chips(new ChipRow(true))
    , m_shown(new ElidedLabel(TextRole::Body, Token::T2))
    , m_clear(new Button(QString(), Button::Kind::Link))
    , m_bookmarksLabel(new ElidedLabel(TextRole::Body, Token::T3))
{
    m_edit->setCheck([this](const QString& text) {
        return verdictOf(m_client.quick().checkFilter(text.toStdString()));
    });
    m_edit->setComplete(
        [this](const QString& text, int cursor) { return completionsOf(m_client, text, cursor); });
    m_edit->setHighlight(filterSpans);
    for (int i = 0; i < Bookmarks::kMost; ++i)
        m_bookmarkButtons << new Button(QString());
    build();
    m_settled.setSingleShot(true);
    m_settled.setInterval(kRememberAfterMs);
    connect(&m_settled, &QTimer::timeout, this, &FilterBar::remember);
    connect(m_edit, &FilterEdit::applied, this, &FilterBar::take);
    connect(m_chips, &ChipRow::removed, this, &FilterBar::removePart);
    connect(m_clear, &QPushButton::clicked, this, [this] { setFilter({}); });
    connect(m_historyButton, &QPushButton::clicked, this, &FilterBar::showHistory);
    connect(m_bookmark, &QPushButton::clicked, this, [this] {
        m_bookmarks.add(m_applied);
        showBookmarks();
    });
    for (int i = 0; i < m_bookmarkButtons.size(); ++i)
        connect(m_bookmarkButtons[i], &QPushButton::clicked, this,
                [this, i] { setFilter(m_bookmarks.filters().value(i)); });
    retranslate();
}

void FilterBar::build()
{
    m_historyButton->setOpensMenu(true);
    m_historyButton->setObjectName(QStringLiteral("history"));
    m_bookmark->setIconName(QStringLiteral("star"));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_edit, 1);
    line->addWidget(m_historyButton);
    line->addWidget(m_bookmark);
    auto* parts = new QHBoxLayout;
    parts->setSpacing(10);
    m_chips->setWrapping(false);
    m_chips->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    parts->addWidget(m_chips);
    m_shown->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    parts->addWidget(m_shown);
    parts->addWidget(m_clear);
    parts->addStretch(1);
    m_bookmarksLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    parts->addWidget(m_bookmarksLabel);
    for (Button* button : std::as_const(m_bookmarkButtons)) {
        button->setDense(true);
        button->setIconName(QStringLiteral("star"));
        parts->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    auto* second = new QWidget;
    second->setFixedHeight(kChipRow);
    parts->setContentsMargins(0, 0, 0, 0);
    second->setLayout(parts);
    column->addWidget(second);
}

void FilterBar::retranslate()
{
    m_edit->setPlaceholder(
        tr("Filter, for example %1")
            .arg(QStringLiteral("price > 0.8 and campaign = \"camp-001\" and lost")));
    m_historyButton->setText(tr("History", "of filters"));
    m_bookmark->setText(tr("Bookmark", "keep the filter"));
    m_clear->setText(tr("Clear filters"));
    m_bookmarksLabel->setText(tr("Bookmarks"));
    showBookmarks();
    setCounts(m_matching, m_total, -1);
}

void FilterBar::prepare(const QString& condition)
{
    auto* line = m_edit->findChild<QPlainTextEdit*>();
    const QString before = m_edit->text().trimmed();
    const QString joined
        = before.isEmpty() ? condition : QStringLiteral("%1 and %2").arg(before, condition);
    // A word is still missing, so nothing is applied before the user has gone on.
    line->setPlainText(joined + QStringLiteral(" and "));
    line->moveCursor(QTextCursor::End);
    line->setFocus(Qt::OtherFocusReason);
}

bool FilterBar::hasTypingFocus() const
{
    return isAncestorOf(QApplication::focusWidget());
}

void FilterBar::take(const QString& filter)
{
    const runtime::FilterCheck check = m_client.quick().checkFilter(filter.toStdString());
    m_applied = filter;
    m_campaign = QString::fromStdString(check.campaignId);
    m_parts.clear();
    for (const std::string& part : check.parts)
        m_parts << QString::fromStdString(part);
    m_chips->setTexts(m_parts);
    m_chips->setVisible(!m_parts.isEmpty());
    m_clear->setVisible(!filter.isEmpty());
    showBookmarks();
    m_settled.start();
    Q_EMIT applied();
}

void FilterBar::removePart(int part)
{
    QStringList rest = m_parts;
    rest.removeAt(part);
    setFilter(rest.join(QStringLiteral(" and ")));
}

void FilterBar::remember()
{
    if (m_applied.isEmpty())
        return;
    m_history.removeAll(m_applied);
    m_history.prepend(m_applied);
    while (m_history.size() > kMostHistory)
        m_history.removeLast();
}

void FilterBar::showHistory()
{
    remember();
    QMenu menu(this);
    for (const QString& filter : std::as_const(m_history))
        menu.addAction(filter, this, [this, filter] { setFilter(filter); });
    if (m_history.isEmpty())
        menu.addAction(tr("No filter was used yet."))->setEnabled(false);
    menu.exec(m_historyButton->mapToGlobal(QPoint(0, m_historyButton->height())));
}

void FilterBar::showBookmarks()
{
    m_bookmark->setEnabled(!m_applied.isEmpty() && !m_bookmarks.contains(m_applied));
    m_bookmark->setToolTip(tr("Keeps the filter in place of the oldest of the three bookmarks."));
    m_clear->setVisible(!m_applied.isEmpty());
    m_chips->setVisible(!m_parts.isEmpty());
    for (int i = 0; i < m_bookmarkButtons.size(); ++i) {
        const QString filter = m_bookmarks.filters().value(i);
        const QString name = Bookmarks::nameOf(filter);
        Button* button = m_bookmarkButtons[i];
        button->setText(name.size() > kBookmarkLetters
                            ? name.left(kBookmarkLetters - 1) + QStringLiteral("…")
                            : name);
        button->setToolTip(filter);
        button->setVisible(!filter.isEmpty());
        button->updateGeometry();
    }
}

void FilterBar::setCounts(std::size_t matching, std::size_t total, double milliseconds)
{
    m_matching = matching;
    m_total = total;
    m_shown->setText(tr("%1 of %2 shown", "rows of the list")
                         .arg(numbers::count(static_cast<std::int64_t>(matching)),
                              numbers::count(static_cast<std::int64_t>(total))));
    if (milliseconds >= 0 && m_edit->verdict().state == FilterVerdict::State::Valid)
        m_edit->setResultWords(tr("checked in %1 ms").arg(numbers::decimal(milliseconds, 0)));
}

QJsonObject FilterBar::saveState() const
{
    return {{QStringLiteral("filter"), m_applied},
            {QStringLiteral("bookmarks"), m_bookmarks.save()},
            {QStringLiteral("history"), QJsonArray::fromStringList(m_history)}};
}

void FilterBar::restoreState(const QJsonObject& state)
{
    m_bookmarks.restore(state.value(QStringLiteral("bookmarks")).toArray());
    m_history.clear();
    const QJsonArray history = state.value(QStringLiteral("history")).toArray();
    for (qsizetype i = 0; i < history.size(); ++i)
        m_history << history.at(i).toString();
    setFilter(state.value(QStringLiteral("filter")).toString());
    showBookmarks();
}

} // namespace gavel::auctions
