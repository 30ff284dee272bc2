// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/order_dialog.h"

#include <optional>

namespace gavel::overview {

/// A moment of the market's zone: 2026-03-20 14:32:07, the seconds may be left out, and the date
/// when it is that of `near`. Nothing when it is no time.
std::optional<qint64> readMoment(const QString& text, qint64 near, int utcOffsetMinutes);

/// What a person says of a moment: a new annotation, or one that is changed.
class MarkDialog final : public widgets::OrderDialog
{
    Q_OBJECT
public:
    /// The annotation with id 0 and its moment is a new one.
    MarkDialog(const health::Annotation& annotation, int utcOffsetMinutes, QWidget* parent);

    QLineEdit& text() { return *m_text; }
    QLineEdit& moment() { return *m_moment; }

Q_SIGNALS:
    /// As it shall be; the person who writes is signed.
    void written(const gavel::health::Annotation& annotation);

private:
    void check();
    std::optional<qint64> at() const;

    health::Annotation m_annotation;
    int m_offsetMinutes;
    QLineEdit* m_text = nullptr;
    QLineEdit* m_moment = nullptr;
};

} // namespace gavel::overview
