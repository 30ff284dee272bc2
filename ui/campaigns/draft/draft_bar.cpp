// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/draft_bar.h"

#include "ui/campaigns/campaign_words.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::campaigns {

using namespace widgets;
using bridge::DraftChange;

namespace {

constexpr int kHeight = 40;
constexpr int kSign = 16;

} // namespace

/// A sign or mark before a few words.
class DraftBar::Count final : public QWidget
{
public:
    Count(QString sign, Mark mark, Token token)
        : m_sign(std::move(sign))
        , m_mark(mark)
        , m_token(token)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void show(const QString& words, bool visible, bool loud)
    {
        m_words = words;
        m_loud = loud;
        setAccessibleName(words);
        updateGeometry();
        update();
        setVisible(visible);
    }
    QSize sizeHint() const override
    {
        return {kSign + QFontMetrics(face()).horizontalAdvance(m_words) + 2, 20};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        const QRect place(0, 0, kSign - 3, height());
        if (m_mark != Mark::None) {
            paintMark(painter, place, m_mark);
        } else {
            painter.setFont(widgets::font(TextRole::BodyBold));
            painter.setPen(color(m_token));
            painter.drawText(place, Qt::AlignCenter, m_sign);
        }
        painter.setFont(face());
        painter.setPen(m_mark == Mark::None ? color(Token::T1) : color(markToken(m_mark)));
        painter.drawText(rect().adjusted(kSign, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         m_words);
    }

private:
    QFont face() const { return widgets::font(m_loud ? TextRole::BodyBold : TextRole::Body); }

    QString m_sign;
    Mark m_mark;
    Token m_token;
    QString m_words;
    bool m_loud = false;
};

DraftBar::DraftBar(QWidget* parent)
    : QFrame(parent)
    , m_badge(new MarketBadge(MarketWord::Draft))
    , m_words(new ElidedLabel(TextRole::Body, Token::T2))
    , m_added(new Count(words::changeSign(DraftChange::Added), Mark::None, Token::Good))
    , m_edited(new Count(words::changeSign(DraftChange::Edited), Mark::None, Token::Accent))
    , m_removed(new Count(words::changeSign(DraftChange::Removed), Mark::None, Token::Bad))
    , m_errors(new Count(QString(), Mark::Bad, Token::Bad))
    , m_warnings(new Count(QString(), Mark::Warn, Token::Warn))
    , m_checked(new Count(QString(), Mark::Done, Token::Good))
    , m_discard(new Button(QString(), Button::Kind::Plain))
    , m_review(new Button(QString(), Button::Kind::Primary))
{
    setFixedHeight(kHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 7, 0);
    row->setSpacing(12);
    row->addWidget(m_badge);
    for (Count* count : {m_added, m_edited, m_removed})
        row->addWidget(count);
    row->addSpacing(8);
    for (Count* count : {m_errors, m_warnings, m_checked})
        row->addWidget(count);
    row->addWidget(m_words, 1);
    row->addWidget(m_discard);
    row->addWidget(m_review);
    connect(m_discard, &QPushButton::clicked, this, &DraftBar::discardAsked);
    connect(m_review, &QPushButton::clicked, this, &DraftBar::reviewAsked);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DraftBar::retranslate()
{
    setAccessibleName(tr("Draft"));
    m_discard->setText(tr("Discard…"));
    showCounts();
}

void DraftBar::show(const bridge::DraftCounts& counts, const QString& kept)
{
    m_counts = counts;
    m_kept = kept;
    showCounts();
}

void DraftBar::showCounts()
{
    const int changes = m_counts.changes();
    m_added->show(tr("%n added", nullptr, m_counts.added), changes > 0, false);
    m_edited->show(tr("%n edited", nullptr, m_counts.edited), changes > 0, false);
    m_removed->show(tr("%n removed", nullptr, m_counts.removed), changes > 0, false);
    m_errors->show(tr("%n error(s)", nullptr, m_counts.errors), m_counts.errors > 0, true);
    m_warnings->show(tr("%n warning(s)", nullptr, m_counts.warnings), m_counts.warnings > 0, false);
    m_checked->show(tr("%n checked", nullptr, m_counts.checked), m_counts.checked > 0, false);
    m_words->setText(changes == 0 ? tr("No changes. What you edit stays here until you publish.")
                                  : m_kept);
    m_review->setText(tr("Review %n change(s)…", nullptr, changes));
    m_review->setVisible(changes > 0);
    m_discard->setVisible(changes > 0);
    update();
}

void DraftBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool open = m_counts.changes() > 0;
    QPen pen(color(open ? Token::Warn : Token::Line2));
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(color(Token::Bg2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
}

} // namespace gavel::campaigns
