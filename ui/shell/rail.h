// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStandardItemModel>
#include <QWidget>

namespace gavel::shell {

/// The pages at the left: icon, word and digit of the key; icons alone when the window is narrow.
/// Below them the way to the command palette.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    struct Entry
    {
        QString page;
        QString icon;
        QString title;
        QString digit;
    };
    void setEntries(const QList<Entry>& entries);
    void setCurrent(const QString& page);
    /// 48 px with icons instead of 136 px.
    void setNarrow(bool narrow);
    bool isNarrow() const { return m_narrow; }
    void retranslate();

Q_SIGNALS:
    void chosen(const QString& page);
    void paletteRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRect footer() const;

    QListView* m_list;
    QStandardItemModel m_model;
    bool m_narrow = false;
};

} // namespace gavel::shell
