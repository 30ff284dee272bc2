// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette/palette.h"

#include "ui/shell/palette/palette_delegate.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon.h"

#include <QBoxLayout>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kWidth = 720;
constexpr int kInput = 48;
constexpr int kFoot = 34;
constexpr int kNothing = 44; ///< the sentence where no row is
constexpr int kMostList = 12 * 32 + 3 * 26;

/// The line at the foot: what the keys do, and how many results came how fast.
class PaletteFoot final : public QWidget
{
public:
    using QWidget::QWidget;
    void setResult(const QString& words)
    {
        m_words = words;
        update();
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect().adjusted(0, 0, 0, -2), color(Token::Bg3));
        painter.fillRect(0, 0, width(), 1, color(Token::Line1));
        int x = hint(painter, 14, QStringLiteral("Enter"), Palette::tr("open"));
        x = hint(painter, x, QStringLiteral("Ctrl Enter"), Palette::tr("open beside"));
        x = hint(painter, x, QStringLiteral("Tab"), Palette::tr("actions of this"));
        hint(painter, x, QStringLiteral("Esc"), Palette::tr("close"));
        painter.setPen(color(Token::T3));
        painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignRight | Qt::AlignVCenter, m_words);
    }

private:
    int hint(QPainter& painter, int x, const QString& key, const QString& words) const
    {
        x += paintKey(painter, x, height() / 2, key) + 6;
        painter.setFont(widgets::font(TextRole::Body));
        painter.setPen(color(Token::T2));
        const int width = painter.fontMetrics().horizontalAdvance(words);
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        return x + width + 16;
    }

    QString m_words;
};

/// The line at the top: magnifier, text, the four prefixes.
class PaletteInput final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        paintIcon(painter, QRect(14, 0, 18, height()), QStringLiteral("search"), color(Token::T2));
        painter.fillRect(0, height() - 1, width(), 1, color(Token::Line1));
    }
};

} // namespace

Palette::Palette(QWidget* area)
    : Overlay(area)
    , m_edit(new QLineEdit)
    , m_view(new QListView)
    , m_nothing(new ElidedLabel(TextRole::Body, Token::T2))
    , m_foot(new PaletteFoot)
{
    auto* input = new PaletteInput;
    input->setFixedHeight(kInput);
    auto* row = new QHBoxLayout(input);
    row->setContentsMargins(40, 0, 14, 0);
    row->setSpacing(8);
    m_edit->setFrame(false);
    m_edit->setAccessibleName(tr("Command palette"));
    m_edit->installEventFilter(this);
    row->addWidget(m_edit, 1);
    auto* prefixes = new ChipRow(false);
    prefixes->setTexts({tr("> actions"), tr("@ campaigns"), tr("# auctions"), tr("? help")});
    prefixes->setWrapping(false);
    prefixes->setFixedWidth(prefixes->sizeHint().width());
    for (Chip* chip : prefixes->chips())
        chip->setFocusPolicy(Qt::NoFocus);
    connect(prefixes, &ChipRow::clicked, this, [this](int index) {
        setText(QStringLiteral(">@#?").mid(index, 1));
        m_edit->setFocus();
    });
    row->addWidget(prefixes);

    m_view->setModel(&m_list);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(tr("What matches"));
    m_foot->setFixedHeight(kFoot);

    auto* column = new QVBoxLayout(box());
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(input);
    column->addWidget(m_view, 1);
    m_nothing->setFixedHeight(kNothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    column->addWidget(m_nothing);
    column->addWidget(m_foot);
    connect(m_edit, &QLineEdit::textChanged, this, &Palette::search);
    connect(m_view, &QListView::clicked, this, [this] { runCurrent(); });
    connect(&Theme::current(), &Theme::changed, this, &Palette::applyTheme);
    applyTheme();
}

void Palette::applyTheme()
{
    QFont large = widgets::font(TextRole::Title);
    large.setBold(false);
    m_edit->setFont(large);
    m_edit->setTextMargins(0, 0, 0, 0);
}

void Palette::openWith(std::vector<PaletteEntry> entries, const QStringList& recent,
                       const QString& text)
{
    m_all = std::move(entries);
    m_recent = recent;
    m_edit->setText(text);
    search();
    open();
}

void Palette::setText(const QString& text)
{
    m_edit->setText(text);
}

/// Takes the prefix off and keeps the groups it asks for.
std::vector<PaletteEntry> Palette::visibleEntries(QString& typed)
{
    const QChar prefix = typed.isEmpty() ? QChar() : typed.front();
    std::vector<PaletteGroup> groups;
    if (prefix == u'>')
        groups = {PaletteGroup::Actions, PaletteGroup::Pages, PaletteGroup::Settings};
    else if (prefix == u'@')
        groups = {PaletteGroup::Campaigns};
    else if (prefix == u'#')
        groups = {PaletteGroup::Auctions};
    else if (prefix == u'?')
        groups = {PaletteGroup::Help};
    if (!groups.empty())
        typed = typed.mid(1).trimmed();
    std::vector<PaletteEntry> result;
    for (const PaletteEntry& entry : m_all) {
        const bool asked = groups.empty()
            ? entry.group != PaletteGroup::Help
            : std::find(groups.begin(), groups.end(), entry.group) != groups.end();
        if (asked)
            result.push_back(entry);
    }
    bool number = false;
    const quint64 auction = typed.toULongLong(&number);
    if (number && (groups.empty() || prefix == u'#')) {
        result.push_back({{},
                          PaletteGroup::Auctions,
                          QStringLiteral("market"),
                          tr("Auction %1").arg(typed),
                          tr("open it in the microscope"),
                          Mark::None,
                          {},
                          {},
                          {},
                          [this, auction] { Q_EMIT auctionAsked(auction, false); },
                          [this, auction] { Q_EMIT auctionAsked(auction, true); }});
    }
    return result;
}

void Palette::search()
{
    QElapsedTimer clock;
    clock.start();
    QString typed = m_edit->text().trimmed();
    m_list.setEntries(visibleEntries(typed));
    m_list.search(typed, m_edit->text().isEmpty() ? m_recent : QStringList());
    if (m_list.firstEntryRow() >= 0)
        m_view->setCurrentIndex(m_list.index(m_list.firstEntryRow(), 0));
    static_cast<PaletteFoot*>(m_foot)->setResult(tr("%n result(s) in %1 ms", nullptr, m_list.hits())
                                                     .arg(std::max<qint64>(1, clock.elapsed())));
    const bool nothing = m_list.rowCount() == 0;
    m_nothing->setText(tr("Nothing matches “%1”.").arg(m_edit->text()));
    m_nothing->setVisible(nothing);
    m_view->setVisible(!nothing);
    placeBox();
    m_view->doItemsLayout();
}

QSize Palette::boxSize() const
{
    int rows = 0;
    for (int i = 0; i < m_list.rowCount(); ++i)
        rows += m_view->sizeHintForIndex(m_list.index(i, 0)).height();
    return {kWidth, kInput + kFoot + 2 + (rows == 0 ? kNothing : std::min(rows, kMostList))};
}

void Palette::move(int step)
{
    const int rows = m_list.rowCount();
    int row = m_view->currentIndex().row();
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + step + rows) % rows;
        if (m_list.entry(m_list.index(row, 0))) {
            m_view->setCurrentIndex(m_list.index(row, 0));
            m_view->scrollTo(m_list.index(std::max(0, row - 1), 0));
            m_view->scrollTo(m_list.index(row, 0));
            return;
        }
    }
}

void Palette::showActions()
{
    const int first = m_list.showActionsOf(m_view->currentIndex());
    if (first < 0)
        return;
    placeBox();
    m_view->setCurrentIndex(m_list.index(first, 0));
    m_view->scrollTo(m_list.index(first, 0));
}

/// `beside`: into the inspector, where the entry is a thing that has a place there.
void Palette::runCurrent(bool beside)
{
    const PaletteEntry* current = m_list.entry(m_view->currentIndex());
    if (!current || !current->lockedReason.isEmpty() || !(beside ? current->beside : current->run))
        return;
    const PaletteEntry chosen = *current;
    close();
    Q_EMIT ran(chosen.id);
    beside ? chosen.beside() : chosen.run();
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent(key->modifiers().testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Tab:
        showActions();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

} // namespace gavel::shell
