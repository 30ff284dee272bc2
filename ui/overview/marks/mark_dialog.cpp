// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/marks/mark_dialog.h"

#include "ui/bridge/person.h"
#include "ui/widgets/numbers.h"

#include <QDateTime>

namespace gavel::overview {

using namespace widgets;

namespace {

constexpr qsizetype kMostText = runtime::AnnotationDesk::kMostText;

} // namespace

std::optional<qint64> readMoment(const QString& text, qint64 near, int utcOffsetMinutes)
{
    const QString day = numbers::date(near, utcOffsetMinutes) + u' ';
    const QString typed = text.trimmed();
    const QString whole = typed.contains(u' ') ? typed : day + typed;
    for (const char* form : {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm"}) {
        QDateTime read = QDateTime::fromString(whole, QLatin1String(form));
        if (!read.isValid())
            continue;
        read.setOffsetFromUtc(utcOffsetMinutes * 60);
        return read.toMSecsSinceEpoch();
    }
    return std::nullopt;
}

MarkDialog::MarkDialog(const health::Annotation& annotation, int utcOffsetMinutes, QWidget* parent)
    : OrderDialog(annotation.id == 0 ? tr("Mark a moment") : tr("Change an annotation"),
                  annotation.id == 0 ? tr("Annotate") : tr("Change"), parent)
    , m_annotation(annotation)
    , m_offsetMinutes(utcOffsetMinutes)
{
    m_text = addLine(tr("Text"), QString::fromStdString(annotation.text),
                     tr("What happened, in one line"));
    m_moment = addLine(tr("Moment"), numbers::dateTime(annotation.at.value, utcOffsetMinutes));
    setCheck([this] { check(); });
    setOrder([this] {
        m_annotation.text = m_text->text().trimmed().toStdString();
        m_annotation.at = {*at()};
        m_annotation.person = bridge::personName();
        Q_EMIT written(m_annotation);
        accept();
    });
    m_text->setFocus();
    changed();
}

/// A moment that was not touched keeps its milliseconds.
std::optional<qint64> MarkDialog::at() const
{
    const qint64 was = m_annotation.at.value;
    if (m_moment->text() == numbers::dateTime(was, m_offsetMinutes))
        return was;
    return readMoment(m_moment->text(), was, m_offsetMinutes);
}

void MarkDialog::check()
{
    QStringList wrong;
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        wrong << tr("Text: say what happened.");
    if (text.toUcs4().size() > kMostText)
        wrong << tr("Text: at most %1 characters.").arg(kMostText);
    if (!at())
        wrong << tr("Moment: write it as 2026-03-20 14:32:07, or as 14:32 of the same day.");
    tell({tr("All charts of this page show it, and it stays in the workspace.")}, wrong, true);
}

} // namespace gavel::overview
