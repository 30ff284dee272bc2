// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/time_field.h"

#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPainter>

namespace gavel::training {

using namespace widgets;

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr int kWidth = 300;

} // namespace

std::optional<qint64> readTime(const QString& text, qint64 now, int utcOffsetMinutes)
{
    const QString typed = text.trimmed();
    const qsizetype gap = typed.lastIndexOf(u' ');
    const QString clock = typed.mid(gap + 1);
    QTime time = QTime::fromString(clock, QStringLiteral("H:mm:ss"));
    if (!time.isValid())
        time = QTime::fromString(clock, QStringLiteral("H:mm"));
    const bool midnight = clock == u"24:00" || clock == u"24:00:00";
    if (midnight)
        time = QTime(0, 0);
    if (!time.isValid())
        return std::nullopt;
    const qint64 shift = static_cast<qint64>(utcOffsetMinutes) * 60'000;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now + shift, Qt::UTC);
    QDate date = local.date();
    if (gap >= 0) {
        QString day = typed.left(gap).trimmed();
        if (day.size() == 5)
            day = QStringLiteral("%1-%2").arg(date.year()).arg(day);
        date = QDate::fromString(day, Qt::ISODate);
        if (!date.isValid())
            return std::nullopt;
    }
    qint64 at = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - shift;
    if (midnight && gap >= 0)
        at += kDayMs;
    if (gap < 0 && at <= now)
        at += kDayMs;
    return at;
}

TimeField::TimeField(qint64 now, qint64 end, int utcOffsetMinutes, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_now(now)
    , m_end(end)
    , m_offsetMinutes(utcOffsetMinutes)
    , m_edit(new QLineEdit)
    , m_words(new ElidedLabel(TextRole::Caption, Token::T3))
    , m_run(new Button(tr("Run to it"), Button::Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(kWidth);
    setAccessibleName(tr("Go to a time"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(6);
    auto* title = new ElidedLabel(TextRole::BodyBold);
    title->setText(tr("Go to a time of the market"));
    column->addWidget(title);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_run);
    column->addLayout(row);
    column->addWidget(m_words);
    m_edit->setAccessibleName(tr("Time"));
    connect(m_edit, &QLineEdit::textChanged, this, &TimeField::check);
    connect(m_edit, &QLineEdit::returnPressed, this, &TimeField::take);
    connect(m_run, &QPushButton::clicked, this, &TimeField::take);
}

void TimeField::openAt(const QPoint& globalPlace, qint64 proposed)
{
    const bool sameDay = m_end - m_now <= kDayMs;
    m_edit->setText(sameDay ? numbers::time(proposed, m_offsetMinutes)
                            : numbers::dateTime(proposed, m_offsetMinutes));
    m_edit->selectAll();
    adjustSize();
    move(globalPlace);
    show();
    m_edit->setFocus();
}

std::optional<qint64> TimeField::wanted() const
{
    const std::optional<qint64> at = readTime(m_edit->text(), m_now, m_offsetMinutes);
    return at && *at > m_now && *at <= m_end ? at : std::nullopt;
}

void TimeField::check()
{
    const bool isTime = readTime(m_edit->text(), m_now, m_offsetMinutes).has_value();
    const bool good = wanted().has_value();
    m_run->setEnabled(good);
    m_edit->setProperty("wrong", !good);
    m_edit->update();
    m_words->setToken(good ? Token::T3 : Token::Bad);
    if (good)
        m_words->setText(tr("Runs as fast as it goes and pauses there."));
    else if (isTime)
        m_words->setText(tr("Write a time after %1 and at most %2.")
                             .arg(numbers::time(m_now, m_offsetMinutes),
                                  numbers::dateTime(m_end, m_offsetMinutes)));
    else
        m_words->setText(tr("Write a time such as 14:32 or 14:32:07."));
}

void TimeField::take()
{
    const std::optional<qint64> at = wanted();
    if (!at)
        return;
    Q_EMIT chosen(*at);
    close();
}

void TimeField::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg2));
    painter.setPen(color(Token::Line2));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gavel::training
