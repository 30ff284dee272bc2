// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/elided_label.h"

#include <QLineEdit>
#include <QSlider>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

namespace gavel::training {

/// A control of the market: words, a slider and the value to type. What the user chose is told
/// once, when the slider rests or the text is finished.
class ControlRow final : public QWidget
{
    Q_OBJECT
public:
    /// Between the value, an integer of any unit, and its text.
    struct Scale
    {
        int least = 0;
        int most = 100;
        int step = 1;
        std::function<QString(int)> write;
        std::function<std::optional<int>(const QString&)> read;
        bool slider = true;
    };

    explicit ControlRow(Scale scale, QWidget* parent = nullptr);

    void setText(const QString& text);
    /// The market's value; left alone while the user is at it.
    void setValue(int value);
    int value() const { return m_value; }
    /// A frame in `sim`: not the scenario's value.
    void setDiffers(bool differs, const QString& scenarioWords);
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void chosen(int value);

private:
    void choose(int value);
    void takeText();
    bool isBusy() const;

    Scale m_scale;
    widgets::ElidedLabel* m_label;
    QSlider* m_slider;
    QLineEdit* m_edit;
    QTimer m_rest; ///< runs until the slider rests
    QTimer m_taken; ///< runs while the market takes a choice
    int m_value = 0;
};

} // namespace gavel::training
