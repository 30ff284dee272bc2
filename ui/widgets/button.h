// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace gavel::widgets {

/// A button of the console: icon, text and key in one row. A link has no frame; an icon button has
/// no text, so its text becomes the accessible name and tooltip.
class Button final : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Normal, Primary, Link, Icon, Plain };

    explicit Button(const QString& text, Kind kind = Kind::Normal, QWidget* parent = nullptr);
    static Button* iconOnly(const QString& icon, const QString& name, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    /// The key that does the same, shown in a small frame.
    void setKeyHint(const QString& key);
    /// A small arrow at the end: the button opens a menu.
    void setOpensMenu(bool opens);
    /// 22 px instead of 26.
    void setDense(bool dense);
    void setKind(Kind kind);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QColor textColor() const;
    void paintFrame(QPainter& painter) const;
    int paintContents(QPainter& painter, int x) const;
    QFont textFont() const;

    Kind m_kind;
    QString m_icon;
    QString m_key;
    bool m_opensMenu = false;
    bool m_dense = false;
};

/// A key in its small frame; returns the width it takes.
int paintKey(QPainter& painter, int x, int middle, const QString& key);
int keyWidth(const QString& key);

} // namespace gavel::widgets
