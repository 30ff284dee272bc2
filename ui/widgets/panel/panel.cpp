// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/panel.h"

#include "ui/widgets/panel/panel_notice.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::widgets {

namespace {

constexpr int kLineStepMs = 250;
constexpr qint64 kShowLineMs = 200;
constexpr qint64 kShowWordsMs = 2000;
constexpr int kLineWidth = 120;
constexpr int kStalePeriods = 3;

} // namespace

Panel::Panel(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_titleLabel(new ElidedLabel(TextRole::BodyBold, Token::T1))
    , m_captionLabel(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_headerBox(new QWidget)
{
    setFocusPolicy(Qt::NoFocus);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    m_headerBox->setFixedHeight(space::kPanelHeader);
    m_header = new QHBoxLayout(m_headerBox);
    m_header->setContentsMargins(space::kPadding - 1, 0, space::kPadding - 1, 0);
    m_header->setSpacing(8);
    m_header->addWidget(m_titleLabel);
    m_header->addWidget(m_captionLabel, 1);
    m_column->addWidget(m_headerBox);
    m_titleLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_loading.setInterval(kLineStepMs);
    connect(&m_loading, &QTimer::timeout, this, &Panel::moveLoadingLine);
    m_staleTimer.setInterval(1000);
    connect(&m_staleTimer, &QTimer::timeout, this, &Panel::checkStale);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
    setTitle(title);
}

void Panel::setTitle(const QString& title)
{
    m_titleLabel->setText(title);
    setAccessibleName(title);
}

void Panel::setCaption(const QString& caption)
{
    m_caption = caption;
    showCaption();
}

void Panel::addHeaderWidget(QWidget* widget)
{
    m_header->addWidget(widget);
}

Button* Panel::addLink(const QString& text)
{
    auto* link = new Button(text, Button::Kind::Link);
    addHeaderWidget(link);
    return link;
}

void Panel::setBody(QWidget* body, int padding)
{
    m_body = body;
    if (padding == 0) {
        m_column->addWidget(body, 1);
        return;
    }
    auto* box = new QVBoxLayout;
    box->setContentsMargins(padding, padding, padding, padding);
    box->addWidget(body);
    m_column->addLayout(box, 1);
}

QWidget* Panel::lendHeader()
{
    m_titleLabel->hide();
    m_column->removeWidget(m_headerBox);
    return m_headerBox;
}

void Panel::takeHeaderBack()
{
    m_titleLabel->show();
    m_column->insertWidget(0, m_headerBox);
    m_headerBox->show();
}

int Panel::headerHeight() const
{
    return m_column->indexOf(m_headerBox) < 0 ? 0 : space::kPanelHeader;
}

void Panel::insertBelowHeader(QWidget* widget)
{
    m_column->insertWidget(m_column->indexOf(m_headerBox) + 1, widget);
}

void Panel::startLoading(const QString& words, std::function<void()> cancel)
{
    m_loadingWords = words;
    m_cancel = std::move(cancel);
    m_progress = -1;
    m_loadingSince.start();
    m_loading.start();
}

void Panel::setProgress(double share, const QString& words)
{
    m_progress = share;
    m_loadingWords = words;
}

void Panel::stopLoading()
{
    m_loading.stop();
    if (m_wait)
        m_wait->hide();
    update();
}

void Panel::moveLoadingLine()
{
    m_linePlace += kLineWidth / 2;
    if (m_linePlace > width())
        m_linePlace = -kLineWidth;
    if (m_loadingSince.elapsed() >= kShowWordsMs) {
        if (!m_wait) {
            m_wait = new PanelNotice(PanelNotice::Place::Strip);
            insertBelowHeader(m_wait);
        }
        m_wait->show(Mark::Working, m_loadingWords, m_cancel ? tr("Cancel") : QString(), m_cancel);
    }
    update();
}

void Panel::setError(const PanelError& error)
{
    stopLoading();
    if (!m_error) {
        m_error = new PanelNotice(PanelNotice::Place::Strip);
        m_error->setTint(Token::BadBg);
        insertBelowHeader(m_error);
    }
    const QString sentence = error.advice.isEmpty()
        ? tr("%1: %2.", "error: where, what").arg(error.where, error.what)
        : tr("%1: %2; %3.", "error: where, what, advice")
              .arg(error.where, error.what, error.advice);
    m_error->show(Mark::Bad, sentence, error.buttonText, error.action);
}

void Panel::clearError()
{
    if (m_error)
        m_error->hide();
}

void Panel::setEmpty(const QString& sentence, const QString& buttonText,
                     std::function<void()> action)
{
    if (!m_empty) {
        m_empty = new PanelNotice(PanelNotice::Place::Centre);
        m_column->addWidget(m_empty, 1);
    }
    if (m_body)
        m_body->hide();
    m_empty->show(Mark::None, sentence, buttonText, std::move(action));
}

void Panel::clearEmpty()
{
    if (m_empty)
        m_empty->hide();
    if (m_body)
        m_body->show();
}

void Panel::setPeriod(int milliseconds)
{
    m_periodMs = milliseconds;
    m_touched.start();
    if (milliseconds > 0)
        m_staleTimer.start();
    else
        m_staleTimer.stop();
}

void Panel::touch()
{
    m_touched.start();
    if (m_stale)
        checkStale();
}

void Panel::checkStale()
{
    const bool stale
        = m_periodMs > 0 && m_touched.elapsed() > static_cast<qint64>(m_periodMs) * kStalePeriods;
    if (!stale && !m_stale)
        return;
    const bool changed = stale != m_stale;
    m_stale = stale;
    showCaption();
    if (changed)
        Q_EMIT staleChanged(stale);
}

void Panel::showCaption()
{
    m_captionLabel->setToken(m_stale ? Token::Stale : Token::T3);
    m_captionLabel->setText(m_stale ? tr("stale for %1 s").arg(m_touched.elapsed() / 1000)
                                    : m_caption);
}

void Panel::setFrame(Token token, Qt::PenStyle style)
{
    m_frameToken = token;
    m_frameStyle = style;
    update();
}

void Panel::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(Token::Bg2));
    painter.setPen(QPen(color(m_frameToken), 1, m_frameStyle));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius,
                            space::kRadius);
    painter.fillRect(1, headerHeight(), width() - 2, 1, color(Token::Line1));
    if (!m_loading.isActive() || m_loadingSince.elapsed() < kShowLineMs)
        return;
    const QRect track(1, std::max(0, headerHeight() - 1), width() - 2, 3);
    painter.setClipRect(track);
    painter.fillRect(track, color(Token::Bg3));
    const QRect line = m_progress >= 0
        ? QRect(track.left(), track.top(), qRound(track.width() * m_progress), 3)
        : QRect(m_linePlace, track.top(), kLineWidth, 3);
    painter.fillRect(line, color(Token::Accent));
}

void Panel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    update();
}

} // namespace gavel::widgets
