// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

namespace gavel::widgets {

/// Every colour of the console by its meaning.
enum class Token : quint8 {
    Bg0,
    Bg1,
    Bg2,
    Bg3,
    Bg4,
    Head,
    Line0,
    Line1,
    Line2,
    Edge,
    T1,
    T2,
    T3,
    Disabled,
    Accent,
    AccentFill,
    OnAccentFill,
    Selection,
    SelectionInactive,
    Hover,
    Focus,
    Good,
    GoodBg,
    Warn,
    WarnBg,
    Bad,
    BadBg,
    Info,
    InfoBg,
    Stale,
    StaleBg,
    Sim,
    SimBg,
    Live,
    LiveBg,
};
inline constexpr int kTokenCount = static_cast<int>(Token::LiveBg) + 1;
inline constexpr int kSeriesCount = 8;

enum class Mode : quint8 { Dark, Light };
enum class Language : quint8 { English, Chinese, Korean };
enum class RowHeight : quint8 { Compact, Comfortable };

/// Roles of type; sizes in pixels are in theme.cpp.
enum class TextRole : quint8 {
    Value,
    Title,
    Rail,
    RailBold,
    Body,
    BodyBold,
    Caption,
    CaptionBold,
    Mono
};

/// The one owner of colours, fonts and row heights. Lives on the GUI thread; pages listen to
/// changed().
class Theme final : public QObject
{
    Q_OBJECT
public:
    static Theme& current();

    Mode mode() const { return m_mode; }
    bool isDark() const { return m_mode == Mode::Dark; }
    void setMode(Mode mode);
    Language language() const { return m_language; }
    void setLanguage(Language language);
    RowHeight rowHeightSetting() const { return m_rowHeight; }
    void setRowHeight(RowHeight height);

    QColor color(Token token) const { return colorIn(m_mode, token); }
    static QColor colorIn(Mode mode, Token token);
    /// Chart colour of a series, counted from 0; wraps after eight.
    QColor series(int number) const;
    /// Width of a series' line: light yellow and cyan need 2 px.
    qreal seriesWidth(int number) const;
    /// Colour of a heat map cell, 0 to 1.
    QColor heat(double share) const;

    QFont font(TextRole role) const;
    int lineHeight(TextRole role) const;
    int rowPixels() const { return m_rowHeight == RowHeight::Compact ? 24 : 30; }

    QPalette palette() const;
    /// Gives the application style, palette and font; call once at start, later changes follow.
    void install();

Q_SIGNALS:
    /// Colours, fonts or row height are different now.
    void changed();

private:
    Theme() = default;
    void refresh();

    Mode m_mode = Mode::Dark;
    Language m_language = Language::English;
    RowHeight m_rowHeight = RowHeight::Compact;
    bool m_installed = false;
};

/// Shorthands for painters.
inline QColor color(Token token)
{
    return Theme::current().color(token);
}
inline QFont font(TextRole role)
{
    return Theme::current().font(role);
}

/// Sizes of the grid, in pixels.
namespace space {
inline constexpr int kGap = 10;
inline constexpr int kPanelHeader = 30;
inline constexpr int kPadding = 10;
inline constexpr int kCell = 8;
inline constexpr int kRadius = 3;
inline constexpr int kControl = 26;
inline constexpr int kControlDense = 22;
inline constexpr int kTableHeader = 24;
inline constexpr int kTreeRow = 22;
} // namespace space

} // namespace gavel::widgets
