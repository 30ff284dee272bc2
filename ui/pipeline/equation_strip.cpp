// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/equation_strip.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/status_mark.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

#include <cstdlib>

namespace gavel::pipeline_page {

using namespace widgets;

namespace {

constexpr int kStripHeight = 32;

QString bold(std::uint64_t value)
{
    return QStringLiteral("<b>%1</b>").arg(words::count(value));
}

} // namespace

EquationStrip::EquationStrip(QWidget* parent)
    : QWidget(parent)
    , m_equation(new QLabel)
    , m_mark(new QWidget)
    , m_verdict(new QLabel)
    , m_stored(new QLabel)
{
    setFixedHeight(kStripHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kPadding + 2, 0, space::kPadding + 2, 0);
    row->setSpacing(8);
    m_equation->setTextFormat(Qt::RichText);
    m_mark->setFixedWidth(12);
    row->addWidget(m_equation);
    row->addSpacing(6);
    row->addWidget(m_mark);
    row->addWidget(m_verdict);
    row->addStretch(1);
    row->addWidget(m_stored);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QString EquationStrip::sentence() const
{
    return m_equation->text() + u' ' + m_verdict->text();
}

void EquationStrip::setStatus(const runtime::PipelineStatus& status, int utcOffset)
{
    const runtime::Completeness& minute = status.lastMinute;
    const bool none = status.minute == TimeMs{};
    m_closes = minute.missing() == 0 && status.incomplete.empty();
    m_equation->setText(
        none ? tr("No full minute has passed yet.")
             : tr("Last full minute, %1: received %2 = stored %3 + duplicate %4 + dead %5 + "
                  "refused %6")
                   .arg(numbers::timeShort(status.minute.value, utcOffset), bold(minute.received),
                        bold(minute.stored), bold(minute.duplicate), bold(minute.dead),
                        bold(minute.refused)));
    const auto missing = static_cast<std::uint64_t>(std::abs(minute.missing()));
    m_verdict->setText(none                       ? QString()
                           : m_closes             ? tr("nothing missing")
                           : minute.missing() > 0 ? tr("%1 missing").arg(words::count(missing))
                                                  : tr("%1 too many").arg(words::count(missing)));
    QStringList sources;
    for (const std::string& name : status.incomplete)
        sources << words::of(name);
    if (!none && !sources.isEmpty())
        m_verdict->setText(
            tr("%1 in %2", "what is missing, sources")
                .arg(minute.missing() == 0 ? tr("it does not add up") : m_verdict->text(),
                     sources.join(QStringLiteral(", "))));
    QPalette ink = m_verdict->palette();
    ink.setColor(QPalette::WindowText, color(m_closes ? Token::Good : Token::Bad));
    m_verdict->setPalette(ink);
    m_verdict->setFont(widgets::font(m_closes ? TextRole::Body : TextRole::BodyBold));
    m_stored->setText(
        none ? QString()
             : tr("of the stored: %1 repaired; %2 in quarantine, not billed")
                   .arg(words::count(minute.repaired), words::count(minute.quarantined)));
    QPalette quiet = m_stored->palette();
    quiet.setColor(QPalette::WindowText, color(Token::T3));
    m_stored->setPalette(quiet);
    QPalette calm = m_equation->palette();
    calm.setColor(QPalette::WindowText, color(Token::T1));
    m_equation->setPalette(calm);
    update();
}

void EquationStrip::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(m_closes ? Token::Bg3 : Token::BadBg));
    if (!m_verdict->text().isEmpty())
        paintMark(painter, m_mark->geometry(), m_closes ? Mark::Good : Mark::Bad);
}

} // namespace gavel::pipeline_page
