// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/status_mark.h"

#include <QLabel>
#include <QWidget>

#include <functional>

namespace gavel::widgets {

/// A strip or a whole area with a mark, a sentence and at most one button.
class PanelNotice final : public QWidget
{
    Q_OBJECT
public:
    enum class Place : quint8 { Strip, Centre };

    explicit PanelNotice(Place place, QWidget* parent = nullptr);
    void show(Mark mark, const QString& sentence, const QString& buttonText,
              std::function<void()> action);
    /// Background of the strip; Bg2 by default.
    void setTint(Token token);
    QString sentence() const { return m_text->text(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    Button* m_button;
    std::function<void()> m_action;
    Mark m_mark = Mark::None;
    Token m_tint = Token::Bg2;
    Place m_place;
};

} // namespace gavel::widgets
