// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/page.h"
#include "ui/shell/command_actions.h"
#include "ui/shell/language.h"
#include "ui/shell/palette/palette_list.h"
#include "ui/shell/place_history.h"
#include "ui/shell/settings.h"
#include "ui/widgets/market_badge.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace gavel::shell {

class Inspector;
class KeySheet;
class MarketStrip;
class NoticeBar;
class PageHeader;
class Palette;
class Rail;
class SettingsPanel;
class StatusBar;

/// The frame: strip, rail, header, page, side panels, status bar; moves between pages and runs
/// window commands.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    MainWindow(bridge::EngineClient& client, bridge::Navigator& navigator, Settings& settings);
    ~MainWindow() override;

    /// In the order of the rail, before the window is shown.
    void addPage(bridge::Page* page);
    /// Geometry, page and splitters of the last session; call after the pages are there.
    void restore();

    const std::vector<bridge::Page*>& pages() const { return m_pages; }
    bridge::Page* currentPage() const;
    void showPage(const QString& id);
    void go(const bridge::Destination& destination);

    void setLanguage(widgets::Language language);
    void openPalette(const QString& text = {});
    void closeOverlays();
    void say(const QString& sentence);
    /// Nothing is remembered and asked back, for pictures.
    void setKeepsState(bool keeps) { m_keepsState = keeps; }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void connectParts();
    void setSnapshot(const bridge::SnapshotPtr& snapshot);
    void showFrame();
    void checkStale();
    void runWindowCommand(const QString& id);
    bool runViewCommand(const QString& id);
    void travel(const bridge::Destination* place);
    void open(const bridge::Destination& destination);
    void bringToFront(int index);
    void focusPanel(int step);
    void toggleKiosk();
    void setKiosk(bool on);
    void toggleInspector();
    void placeInspector();
    void showBeside(const bridge::Destination& thing);
    void readBeside();
    void closeBeside();
    void showSettings(bool shown);
    void resetLayout();
    void toggleTheme();
    void toggleRows();
    void saveState();
    void retranslate();
    std::vector<PaletteEntry> paletteEntries();
    void addCommandEntries(std::vector<PaletteEntry>& entries);
    void addElsewhereEntries(std::vector<PaletteEntry>& entries, const bridge::Page& page,
                             QSet<QString>& offered);
    void addCampaignEntries(std::vector<PaletteEntry>& entries);
    std::vector<PaletteEntry> campaignActions(const QString& id, const QString& name);
    void addSettingEntries(std::vector<PaletteEntry>& entries);
    void addHelpEntries(std::vector<PaletteEntry>& entries);
    void remember(const QString& command);
    widgets::MarketWord word() const;
    int indexOf(const QString& page) const;

    bridge::EngineClient& m_client;
    bridge::Navigator& m_navigator;
    Settings& m_settings;
    LanguageSwitch m_language;
    CommandActions m_commands;
    PlaceHistory m_history;
    std::vector<bridge::Page*> m_pages;
    std::vector<bool> m_restored;
    int m_current = -1;
    bridge::Destination m_beside; ///< the thing in the inspector; no kind = none
    bool m_besideMoves = false;
    bool m_kiosk = false;
    bool m_keepsState = true;
    QTimer m_staleTimer;
    QTimer m_saveTimer;

    MarketStrip* m_strip;
    QWidget* m_area;
    Rail* m_rail;
    PageHeader* m_header;
    QStackedWidget* m_stack;
    QSplitter* m_side; ///< the page and the inspector beside it
    Inspector* m_inspector;
    SettingsPanel* m_settingsPanel;
    StatusBar* m_status;
    Palette* m_palette;
    KeySheet* m_keySheet;
    NoticeBar* m_notice;
};

} // namespace gavel::shell
