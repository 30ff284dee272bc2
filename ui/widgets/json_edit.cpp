// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/json_edit.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace gavel::widgets {

namespace {

constexpr int kNumbersPadding = 8;

} // namespace

/// The column of the numbers, painted by the editor.
class JsonEdit::Numbers final : public QWidget
{
public:
    explicit Numbers(JsonEdit* edit)
        : QWidget(edit)
        , m_edit(edit)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_edit->paintNumbers(event); }

private:
    JsonEdit* m_edit;
};

void frameEditor(QPlainTextEdit& edit)
{
    edit.setFrameStyle(QFrame::Box | QFrame::Plain);
    QPalette palette = edit.palette();
    palette.setColor(QPalette::WindowText, color(Token::Line2));
    edit.setPalette(palette);
}

JsonEdit::JsonEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_numbers(new Numbers(this))
{
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    applyTheme();
    connect(this, &QPlainTextEdit::blockCountChanged, this,
            [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        applyTheme();
        markLine();
    });
    setViewportMargins(numbersWidth(), 0, 0, 0);
}

void JsonEdit::applyTheme()
{
    setFont(widgets::font(TextRole::Mono));
    frameEditor(*this);
}

void JsonEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_numbers != nullptr)
        setViewportMargins(numbersWidth(), 0, 0, 0);
}

int JsonEdit::numbersWidth() const
{
    const int digits = std::max(3, static_cast<int>(QString::number(blockCount()).size()));
    return 2 * kNumbersPadding + digits * fontMetrics().horizontalAdvance(u'9');
}

void JsonEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect place = contentsRect();
    m_numbers->setGeometry(place.left(), place.top(), numbersWidth(), place.height());
}

void JsonEdit::setWrongLine(int line)
{
    if (m_wrongLine == line)
        return;
    m_wrongLine = line;
    markLine();
    m_numbers->update();
}

void JsonEdit::markLine()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = document()->findBlockByNumber(m_wrongLine - 1);
    if (m_wrongLine > 0 && block.isValid()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(color(Token::BadBg));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
}

bool JsonEdit::showText(const QString& text)
{
    moveCursor(QTextCursor::Start);
    const bool found = find(text);
    if (found)
        centerCursor();
    return found;
}

void JsonEdit::paintNumbers(QPaintEvent* event)
{
    QPainter painter(m_numbers);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), color(Token::Head));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const double height = blockBoundingRect(block).height();
        const int number = block.blockNumber() + 1;
        painter.setPen(color(number == m_wrongLine ? Token::Bad : Token::T3));
        painter.drawText(QRectF(0, top, m_numbers->width() - kNumbersPadding, height),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(number));
        top += height;
        block = block.next();
    }
}

} // namespace gavel::widgets
