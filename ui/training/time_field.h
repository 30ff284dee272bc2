// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QFrame>
#include <QLineEdit>

#include <optional>

namespace gavel::training {

/// Reads a time of the market's zone: 14:32, 14:32:07, 03-20 14:32 or 2026-03-20 14:32. A time
/// without a date is the next one after `now`. Nothing when it is no time.
std::optional<qint64> readTime(const QString& text, qint64 now, int utcOffsetMinutes);

/// A small popup in which a time ahead of the market is typed.
class TimeField final : public QFrame
{
    Q_OBJECT
public:
    TimeField(qint64 now, qint64 end, int utcOffsetMinutes, QWidget* parent);
    void openAt(const QPoint& globalPlace, qint64 proposed);

Q_SIGNALS:
    void chosen(qint64 at);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void check();
    void take();
    std::optional<qint64> wanted() const;

    qint64 m_now;
    qint64 m_end;
    int m_offsetMinutes;
    QLineEdit* m_edit;
    widgets::ElidedLabel* m_words;
    widgets::Button* m_run;
};

} // namespace gavel::training
