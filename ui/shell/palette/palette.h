// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palette/overlay.h"
#include "ui/shell/palette/palette_list.h"

#include <QLineEdit>
#include <QListView>

namespace gavel::widgets {
class ElidedLabel;
} // namespace gavel::widgets

namespace gavel::shell {

/// The command palette: one line to type in, groups of what matches. ">" actions only, "@"
/// campaigns, "#" auctions, "?" help. Tab goes to what can be done with the current entry.
class Palette final : public Overlay
{
    Q_OBJECT
public:
    explicit Palette(QWidget* area);

    /// Opens with everything there is now; `text` may hold a prefix.
    void openWith(std::vector<PaletteEntry> entries, const QStringList& recent,
                  const QString& text = {});
    void setText(const QString& text);
    const PaletteList& list() const { return m_list; }

Q_SIGNALS:
    /// An entry was run; its id may be empty.
    void ran(const QString& id);
    /// The typed text is an auction id.
    void auctionAsked(quint64 auction, bool beside);

protected:
    QSize boxSize() const override;
    QWidget* firstFocus() override { return m_edit; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void move(int step);
    void runCurrent(bool beside = false);
    void showActions();
    void applyTheme();
    std::vector<PaletteEntry> visibleEntries(QString& typed);

    QLineEdit* m_edit;
    QListView* m_view;
    widgets::ElidedLabel* m_nothing;
    QWidget* m_foot;
    PaletteList m_list;
    std::vector<PaletteEntry> m_all;
    QStringList m_recent;
};

} // namespace gavel::shell
