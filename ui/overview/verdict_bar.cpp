// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/verdict_bar.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr int kHeight = 40;
constexpr int kMarkPlace = 40;

} // namespace

VerdictBar::VerdictBar(QWidget* parent)
    : QWidget(parent)
    , m_lead(new ElidedLabel(TextRole::RailBold))
    , m_sentence(new ElidedLabel(TextRole::Rail))
    , m_place(new ElidedLabel(TextRole::Rail, Token::T3))
    , m_previous(Button::iconOnly(QStringLiteral("chevron-left"), QString()))
    , m_next(Button::iconOnly(QStringLiteral("chevron-right"), QString()))
    , m_open(new Button(QString(), Button::Kind::Primary))
{
    setFixedHeight(kHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kMarkPlace, 0, 7, 0);
    row->setSpacing(6);
    m_lead->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_place->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_lead);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_place);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_open);
    connect(m_previous, &QPushButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turn(1); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_stopped)
            Q_EMIT opened({QStringLiteral("training"), {}, {}});
        else if (m_shown < m_needs.size())
            Q_EMIT opened(m_needs[m_shown].place);
    });
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void VerdictBar::retranslate()
{
    setAccessibleName(tr("What needs you"));
    m_previous->setAccessibleName(tr("Previous thing that needs you"));
    m_previous->setToolTip(m_previous->accessibleName());
    m_next->setAccessibleName(tr("Next thing that needs you"));
    m_next->setToolTip(m_next->accessibleName());
    show();
}

void VerdictBar::setNeeds(std::vector<Need> needs, const QString& quiet)
{
    const bool another = m_shown < m_needs.size() && m_shown < needs.size()
        && m_needs[m_shown].place != needs[m_shown].place;
    if (m_shown >= needs.size() || another)
        m_shown = 0;
    const bool same = !m_stopped && needs == m_needs && quiet == m_quiet;
    m_stopped = false;
    m_needs = std::move(needs);
    m_quiet = quiet;
    if (!same)
        show();
}

void VerdictBar::setStopped()
{
    if (m_stopped && m_needs.empty())
        return;
    m_stopped = true;
    m_needs.clear();
    show();
}

void VerdictBar::turn(int step)
{
    if (m_needs.empty())
        return;
    const auto count = static_cast<int>(m_needs.size());
    m_shown = static_cast<std::size_t>((static_cast<int>(m_shown) + step + count) % count);
    show();
}

QString VerdictBar::sentence() const
{
    return (m_lead->text() + u' ' + m_sentence->text()).trimmed();
}

Mark VerdictBar::mark() const
{
    if (m_stopped)
        return Mark::Stale;
    return m_needs.empty() ? Mark::Good : m_needs[m_shown].mark;
}

void VerdictBar::show()
{
    const bool some = !m_needs.empty();
    const bool many = m_needs.size() > 1;
    if (m_stopped) {
        m_lead->setText({});
        m_sentence->setText(tr("No market runs. Open a scenario or go live on the Training page."));
        m_open->setText(tr("Open Training"));
    } else if (some) {
        m_lead->setText(many
                            ? tr("%n thing(s) need you:", nullptr, static_cast<int>(m_needs.size()))
                            : tr("One thing needs you:"));
        m_sentence->setText(m_needs[m_shown].sentence);
        m_open->setText(m_needs[m_shown].action);
    } else {
        m_lead->setText(tr("Nothing needs you."));
        m_sentence->setText(m_quiet);
    }
    m_place->setText(many ? tr("%1 of %2", "which of the things that need you")
                                .arg(m_shown + 1)
                                .arg(m_needs.size())
                          : QString());
    m_lead->setVisible(!m_lead->text().isEmpty());
    m_place->setVisible(many);
    m_previous->setVisible(many);
    m_next->setVisible(many);
    m_open->setVisible(some || m_stopped);
    m_open->updateGeometry();
    setAccessibleDescription(sentence());
    update();
}

void VerdictBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Mark shown = mark();
    const Token ink = shown == Mark::Bad ? Token::Bad
        : shown == Mark::Warn            ? Token::Warn
                                         : Token::Line1;
    const Token tint = shown == Mark::Bad ? Token::BadBg
        : shown == Mark::Warn             ? Token::WarnBg
                                          : Token::Bg2;
    QColor frame = color(ink);
    if (ink != Token::Line1)
        frame.setAlphaF(0.55F);
    painter.setPen(frame);
    painter.setBrush(color(tint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    paintMark(painter, QRect(10, 0, 22, height()), shown, 13);
}

} // namespace gavel::overview
