// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace gavel::shell {

/// Covers the page at 66 % and carries one box near the top. Esc and a click beside the box close
/// it. Never covers the strip or the status bar: its parent is the area between them.
class Overlay : public QWidget
{
    Q_OBJECT
public:
    explicit Overlay(QWidget* area);

    void open();
    void close();
    bool isOpen() const { return isVisible(); }

Q_SIGNALS:
    void closed();

protected:
    /// Width and greatest height of the box.
    virtual QSize boxSize() const = 0;
    /// The widget that has the keyboard while the box is open.
    virtual QWidget* firstFocus() = 0;
    QWidget* box() const { return m_box; }
    void placeBox();

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_box;
    QPointer<QWidget> m_focusBefore;
};

} // namespace gavel::shell
