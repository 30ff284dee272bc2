// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gavel::widgets {

/// One choice of a few, side by side: First | Second | Soft floor. Arrow keys move the choice.
class Segmented final : public QWidget
{
    Q_OBJECT
public:
    explicit Segmented(QWidget* parent = nullptr);

    void setChoices(const QStringList& choices);
    int current() const { return m_current; }
    /// Without a signal; -1 = none.
    void setCurrent(int index);
    /// The value differs from the scenario's: a frame in `sim`.
    void setDiffers(bool differs);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The user chose.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect cell(int index) const;
    int widthOf(int index) const;
    void choose(int index);

    QStringList m_choices;
    int m_current = -1;
    bool m_differs = false;
};

} // namespace gavel::widgets
