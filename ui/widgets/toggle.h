// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QAbstractButton>

namespace gavel::widgets {

/// A switch with its words beside it. Acts at once, unlike a check box in a form.
class Toggle final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Toggle(const QString& text, QWidget* parent = nullptr);
    /// Colour of the switch while it is on; a fault is `Bad`.
    void setOnToken(Token token);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_onToken = Token::Accent;
};

} // namespace gavel::widgets
