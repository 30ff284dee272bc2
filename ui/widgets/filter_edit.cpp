// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_highlighter.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/status_mark.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStringListModel>

namespace gavel::widgets {

namespace {

constexpr int kHeight = 30;
constexpr int kIconColumn = 26;
constexpr int kSettleMs = 150;
constexpr int kPopupGap = 5;

Token tokenOf(FilterVerdict::State state, bool focused)
{
    switch (state) {
    case FilterVerdict::State::Valid:
        return Token::Good;
    case FilterVerdict::State::Unfinished:
        return Token::Warn;
    case FilterVerdict::State::Wrong:
        return Token::Bad;
    case FilterVerdict::State::Empty:
        break;
    }
    return focused ? Token::Focus : Token::Line2;
}

Mark markOf(FilterVerdict::State state)
{
    switch (state) {
    case FilterVerdict::State::Valid:
        return Mark::Done;
    case FilterVerdict::State::Unfinished:
        return Mark::Warn;
    case FilterVerdict::State::Wrong:
        return Mark::Bad;
    case FilterVerdict::State::Empty:
        break;
    }
    return Mark::None;
}

/// Where the word under the cursor begins.
int wordStart(const QString& text, int cursor)
{
    int start = cursor;
    while (start > 0 && !text[start - 1].isSpace()
           && !QStringLiteral("()=<>!,").contains(text[start - 1]))
        --start;
    return start;
}

} // namespace

FilterVerdict filterRefused(const std::string& code, const std::string& where,
                            const std::string& what)
{
    return {code == "FILTER_UNFINISHED" ? FilterVerdict::State::Unfinished
                                        : FilterVerdict::State::Wrong,
            QString::fromStdString(what),
            QString::fromStdString(where).section(u' ', -1).toInt() - 1};
}

FilterEdit::FilterEdit(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_edit(new QPlainTextEdit)
    , m_words(new ElidedLabel(TextRole::Body, Token::T3))
    , m_result(new ElidedLabel(TextRole::Body, Token::T3))
    , m_clear(Button::iconOnly(QStringLiteral("close"), tr("Clear the filter")))
    , m_highlighter(new FilterHighlighter(m_edit->document()))
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    setFixedHeight(kHeight);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(name);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(22);
    m_edit->document()->setDocumentMargin(3);
    m_edit->installEventFilter(this);
    m_edit->viewport()->setAutoFillBackground(false);
    m_clear->setDense(true);
    m_clear->setKind(Button::Kind::Icon);
    m_clear->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kIconColumn, 3, 6, 3);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addSpacing(14);
    row->addWidget(m_words);
    row->addWidget(m_result);
    row->addWidget(m_clear);

    m_completer->setModel(m_proposals);
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setFrameShape(QFrame::Box);
    m_completer->popup()->installEventFilter(this);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
            &FilterEdit::takeProposal);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &FilterEdit::textEdited);
    connect(m_clear, &QPushButton::clicked, this, [this] { setText({}); });
    connect(&m_settle, &QTimer::timeout, this, &FilterEdit::apply);
    connect(&Theme::current(), &Theme::changed, this, &FilterEdit::applyTheme);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    applyTheme();
}

void FilterEdit::setCheck(Check check)
{
    m_check = std::move(check);
}

void FilterEdit::setComplete(Complete complete)
{
    m_complete = std::move(complete);
}

void FilterEdit::setHighlight(Highlight highlight)
{
    m_highlighter->setHighlight(std::move(highlight));
}

void FilterEdit::setPlaceholder(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

QString FilterEdit::text() const
{
    return m_edit->toPlainText();
}

void FilterEdit::setText(const QString& text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    apply();
}

void FilterEdit::addCondition(const QString& condition)
{
    const QString before = text().trimmed();
    setText(before.isEmpty() ? condition : QStringLiteral("%1 and %2").arg(before, condition));
}

void FilterEdit::setResultWords(const QString& words)
{
    m_result->setText(words);
}

void FilterEdit::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterEdit::textEdited()
{
    FilterVerdict verdict;
    if (!text().trimmed().isEmpty())
        verdict = m_check ? m_check(text()) : FilterVerdict{FilterVerdict::State::Valid, {}, -1};
    m_verdict = verdict;
    m_result->setText({});
    showVerdict();
    Q_EMIT verdictChanged(m_verdict);
    m_settle.start();
}

void FilterEdit::apply()
{
    m_settle.stop();
    const bool usable = m_verdict.state == FilterVerdict::State::Valid
        || m_verdict.state == FilterVerdict::State::Empty;
    const QString now = text().trimmed();
    if (!usable || now == m_applied)
        return;
    m_applied = now;
    Q_EMIT applied(now);
}

void FilterEdit::showVerdict()
{
    m_clear->setVisible(!text().isEmpty());
    m_words->setToken(tokenOf(m_verdict.state, false));
    const bool valid = m_verdict.state == FilterVerdict::State::Valid;
    const bool empty = m_verdict.state == FilterVerdict::State::Empty;
    m_words->setText(empty ? QString() : valid ? tr("Valid") : m_verdict.words);
    m_words->setVisible(!empty);
    update();
}

void FilterEdit::propose()
{
    const QStringList words
        = m_complete ? m_complete(text(), m_edit->textCursor().position()) : QStringList();
    const bool nothingNew = words.size() == 1
        && text().mid(wordStart(text(), m_edit->textCursor().position())) == words.first();
    if (words.isEmpty() || nothingNew) {
        m_completer->popup()->hide();
        return;
    }
    m_proposals->setStringList(words);
    // Below the frame, under the word.
    QRect place(m_edit->cursorRect().left(), 0, 0, m_edit->height() + kPopupGap);
    place.setWidth(m_completer->popup()->sizeHintForColumn(0) + 40);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_proposals->index(0));
}

void FilterEdit::takeProposal(const QString& word)
{
    QTextCursor cursor = m_edit->textCursor();
    const int start = wordStart(text(), cursor.position());
    cursor.setPosition(start, QTextCursor::KeepAnchor);
    cursor.insertText(word + u' ');
    m_edit->setTextCursor(cursor);
}

bool FilterEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_completer->popup())
        return passToLine(event);
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent*>(event));
    if (watched == m_edit
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QFrame::eventFilter(watched, event);
}

/// An open popup has the keyboard. But for the keys that move in it, the line gets them as it does
/// without one: a letter is text and no command of the window, Return and Tab take the word.
bool FilterEdit::passToLine(QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return false;
    default:
        QCoreApplication::sendEvent(m_edit, event);
        return true;
    }
}

bool FilterEdit::handleKey(QKeyEvent* event)
{
    const bool popup = m_completer->popup()->isVisible();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (popup) {
            takeProposal(m_completer->popup()->currentIndex().data().toString());
            m_completer->popup()->hide();
            return true;
        }
        if (event->key() == Qt::Key_Tab)
            return false;
        apply();
        return true;
    case Qt::Key_Space:
        if (event->modifiers() != Qt::ControlModifier)
            break;
        propose();
        return true;
    case Qt::Key_Escape:
        if (!popup)
            return false;
        m_completer->popup()->hide();
        return true;
    default:
        break;
    }
    const bool typed = !event->text().isEmpty() && event->text().front().isLetterOrNumber();
    if (typed && m_complete)
        QTimer::singleShot(0, this, &FilterEdit::propose);
    else if (popup && !event->text().isEmpty())
        m_completer->popup()->hide(); // the word has ended
    return false;
}

void FilterEdit::applyTheme()
{
    m_edit->setFont(widgets::font(TextRole::Mono));
    m_completer->popup()->setFont(widgets::font(TextRole::Mono));
    QPalette palette = Theme::current().palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(palette);
    QPalette popup = Theme::current().palette();
    popup.setColor(QPalette::WindowText, color(Token::Line2)); // of its frame
    m_completer->popup()->setPalette(popup);
    m_highlighter->rehighlight();
    update();
}

void FilterEdit::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        textEdited();
}

void FilterEdit::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(Theme::current().isDark() ? Token::Bg1 : Token::Bg2));
    painter.setPen(color(tokenOf(m_verdict.state, m_edit->hasFocus())));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    paintIcon(painter, QRect(6, 0, 18, height()), QStringLiteral("filter"), color(Token::T3), 14);
    if (m_words->isVisible())
        paintMark(painter, QRect(m_words->x() - 19, 0, 14, height()), markOf(m_verdict.state));
}

} // namespace gavel::widgets
