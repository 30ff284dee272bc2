// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace gavel::widgets {

/// A short text in a frame; with a cross when it can be taken away. Del takes it away too.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const QString& text, bool removable, QWidget* parent = nullptr);
    /// Not yet published: bold in an accent frame.
    void setNew(bool isNew);

    QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool m_removable;
    bool m_new = false;
};

/// Chips in rows that break where the width ends.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(bool removable, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    /// A widget after the last chip, "+ add".
    void setTrailing(QWidget* widget);
    const QList<Chip*>& chips() const { return m_chips; }
    /// False keeps everything in one row and leaves out what does not fit.
    void setWrapping(bool wrapping);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_wrapping; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void removed(int index);
    void clicked(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int arrange(int width, bool move) const;

    QList<Chip*> m_chips;
    QWidget* m_trailing = nullptr;
    bool m_removable;
    bool m_wrapping = true;
};

} // namespace gavel::widgets
