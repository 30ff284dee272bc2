// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace gavel::widgets {

class ElidedLabel;

/// The frame of every dialog: a title, what it is about, a row of buttons at the right. Deleted
/// when closed.
class SheetDialog : public QDialog
{
    Q_OBJECT
public:
    SheetDialog(const QString& title, QWidget* parent);

    void setTitle(const QString& title);
    /// Between the title and the buttons.
    QVBoxLayout* content() const { return m_content; }
    /// Into the row at the foot, left to right; they stand at the right.
    void addButton(QWidget* button);
    /// At the left end of the foot.
    void addFootWords(QWidget* words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElidedLabel* m_title;
    QVBoxLayout* m_content;
    QHBoxLayout* m_foot;
};

} // namespace gavel::widgets
