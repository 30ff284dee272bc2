// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_sheet.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::shell {

using namespace widgets;
using bridge::Command;
using bridge::CommandScope;

namespace {

constexpr int kRow = 22;
constexpr int kHeading = 30;
constexpr int kTitle = 40;
constexpr int kColumns = 3;
constexpr int kWidth = 1080;
constexpr int kHeight = 620;
constexpr int kSide = 16;

struct Line
{
    const Command* command = nullptr; ///< null = a heading
    CommandScope scope{};
};

std::vector<Line> linesFor(CommandScope page)
{
    std::vector<Line> lines;
    for (const CommandScope scope :
         {page, CommandScope::Window, CommandScope::Shared, CommandScope::List}) {
        bool heading = false;
        for (const Command& command : bridge::commands()) {
            if (command.scope != scope || *command.keys == '\0')
                continue;
            if (!heading)
                lines.push_back({nullptr, scope});
            heading = true;
            lines.push_back({&command, scope});
        }
    }
    return lines;
}

class Sheet final : public QWidget
{
public:
    Sheet() { setFocusPolicy(Qt::StrongFocus); }
    void setPage(CommandScope page)
    {
        m_lines = linesFor(page);
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(widgets::font(TextRole::Title));
        painter.setPen(color(Token::T1));
        painter.drawText(QRect(kSide, 0, width(), kTitle), Qt::AlignLeft | Qt::AlignVCenter,
                         KeySheet::tr("Keys"));
        painter.fillRect(1, kTitle, width() - 2, 1, color(Token::Line1));
        const int columnWidth = (width() - 2 * kSide) / kColumns;
        const int perColumn = (static_cast<int>(m_lines.size()) + kColumns - 1) / kColumns;
        int column = 0;
        int y = kTitle + 8;
        int used = 0;
        for (const Line& line : m_lines) {
            if (used >= perColumn) {
                ++column;
                used = 0;
                y = kTitle + 8;
            }
            ++used;
            const QRect place(kSide + column * columnWidth, y, columnWidth - 24,
                              line.command ? kRow : kHeading);
            paintLine(painter, place, line);
            y += place.height();
        }
    }

private:
    static void paintLine(QPainter& painter, const QRect& place, const Line& line)
    {
        if (!line.command) {
            painter.setFont(widgets::font(TextRole::BodyBold));
            painter.setPen(color(Token::T1));
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                             bridge::scopeTitle(line.scope));
            return;
        }
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(color(Token::T2));
        int right = place.right();
        const QList<QKeySequence> keys = bridge::commandKeys(*line.command);
        for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
            const QString text = key->toString(QKeySequence::NativeText);
            right -= keyWidth(text);
            paintKey(painter, right, place.center().y(), text);
            right -= 4;
        }
        painter.drawText(QRect(place.left(), place.top(), right - place.left() - 6, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(bridge::commandText(*line.command),
                                                          Qt::ElideRight,
                                                          right - place.left() - 6));
    }

    std::vector<Line> m_lines;
};

} // namespace

KeySheet::KeySheet(QWidget* area)
    : Overlay(area)
    , m_sheet(new Sheet)
{
    auto* column = new QVBoxLayout(box());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sheet);
    m_sheet->setAccessibleName(tr("Keys"));
}

void KeySheet::openFor(const QString& page)
{
    static_cast<Sheet*>(m_sheet)->setPage(bridge::scopeOfPage(page));
    open();
}

QSize KeySheet::boxSize() const
{
    return {kWidth, kHeight};
}

} // namespace gavel::shell
