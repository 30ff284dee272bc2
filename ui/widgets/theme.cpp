// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"

#include <QApplication>

#include <algorithm>

namespace gavel::widgets {

namespace {

struct TokenRow
{
    Token token;
    QRgb dark;
    QRgb light;
};

constexpr std::array<TokenRow, kTokenCount> kTokens{{
    {Token::Bg0, 0xff0e1114, 0xffe4e8eb},
    {Token::Bg1, 0xff14181c, 0xffeff2f4},
    {Token::Bg2, 0xff1a1f24, 0xffffffff},
    {Token::Bg3, 0xff232a31, 0xfff3f5f7},
    {Token::Bg4, 0xff2b333b, 0xffffffff},
    {Token::Head, 0xff1d2329, 0xfff3f5f7},
    {Token::Line0, 0xff20262c, 0xffedf0f2},
    {Token::Line1, 0xff2a3138, 0xffdce1e5},
    {Token::Line2, 0xff414c56, 0xffb4bdc5},
    {Token::Edge, 0xff7c8893, 0xff8a959e},
    {Token::T1, 0xffe4e9ed, 0xff15191d},
    {Token::T2, 0xffb6c0c9, 0xff434d56},
    {Token::T3, 0xff97a3ae, 0xff5a656f},
    {Token::Disabled, 0xff66717b, 0xff939da6},
    {Token::Accent, 0xff6aa5f7, 0xff1f5fbf},
    {Token::AccentFill, 0xff2f6fd0, 0xff1f5fbf},
    {Token::OnAccentFill, 0xffffffff, 0xffffffff},
    {Token::Selection, 0xff1c3452, 0xffd3e4fb},
    {Token::SelectionInactive, 0xff272f37, 0xffe5e9ed},
    {Token::Hover, 0xff20262c, 0xfff0f4f8},
    {Token::Focus, 0xff7fb4ff, 0xff1f5fbf},
    {Token::Good, 0xff5cbf95, 0xff16694a},
    {Token::GoodBg, 0xff16302a, 0xffddf1e8},
    {Token::Warn, 0xffe3a83f, 0xff7f5200},
    {Token::WarnBg, 0xff352a14, 0xfffbebc9},
    {Token::Bad, 0xfff58079, 0xffb3261e},
    {Token::BadBg, 0xff3b1f20, 0xfffbe1df},
    {Token::Info, 0xff6fb1f7, 0xff1b5cb0},
    {Token::InfoBg, 0xff182c44, 0xffdeebfb},
    {Token::Stale, 0xff97a3ae, 0xff5a656f},
    {Token::StaleBg, 0xff262d33, 0xffe7ebee},
    {Token::Sim, 0xffc0a1fa, 0xff6a3bc0},
    {Token::SimBg, 0xff2c2344, 0xffeae2fa},
    {Token::Live, 0xff45c8c4, 0xff0a666b},
    {Token::LiveBg, 0xff10312f, 0xffd5efef},
}};

constexpr bool inOrder()
{
    for (int i = 0; i < kTokenCount; ++i) {
        if (static_cast<int>(kTokens[static_cast<std::size_t>(i)].token) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "the table follows the enumeration");

constexpr std::array<QRgb, kSeriesCount> kSeriesDark{
    0xff5b93fa, 0xffe8803a, 0xff74e0e4, 0xffd765bf, 0xffe6ce70, 0xff7a57ee, 0xff9c6540, 0xff9ba3aa};
constexpr std::array<QRgb, kSeriesCount> kSeriesLight{
    0xff2660b8, 0xffb0521a, 0xff2a9dba, 0xffcf3f93, 0xffad8c10, 0xff7a42dd, 0xff5a2a17, 0xff4a5761};
constexpr int kCyan = 2;
constexpr int kYellow = 4;

constexpr std::array<QRgb, 3> kHeatDark{0xff1a1f24, 0xff2b5e93, 0xffbfe9f2};
constexpr std::array<QRgb, 3> kHeatLight{0xffffffff, 0xff2a9dba, 0xff123a5c};

struct TypeRow
{
    int pixels;
    int line;
    bool bold;
};
// In the order of TextRole.
constexpr std::array<TypeRow, 9> kType{{
    {22, 28, true},
    {16, 20, true},
    {13, 18, false},
    {13, 18, true},
    {12, 16, false},
    {12, 16, true},
    {11, 14, false},
    {11, 14, true},
    {11, 14, false},
}};

int mix(int from, int to, double share)
{
    return from + qRound((to - from) * share);
}

std::size_t seriesIndex(int number)
{
    return static_cast<std::size_t>(((number % kSeriesCount) + kSeriesCount) % kSeriesCount);
}

} // namespace

Theme& Theme::current()
{
    static Theme theme;
    return theme;
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    refresh();
}

void Theme::setLanguage(Language language)
{
    if (m_language == language)
        return;
    m_language = language;
    refresh();
}

void Theme::setRowHeight(RowHeight height)
{
    if (m_rowHeight == height)
        return;
    m_rowHeight = height;
    Q_EMIT changed();
}

QColor Theme::colorIn(Mode mode, Token token)
{
    const TokenRow& row = kTokens[static_cast<std::size_t>(token)];
    return QColor::fromRgba(mode == Mode::Dark ? row.dark : row.light);
}

QColor Theme::series(int number) const
{
    const std::size_t index = seriesIndex(number);
    return QColor::fromRgba(isDark() ? kSeriesDark[index] : kSeriesLight[index]);
}

qreal Theme::seriesWidth(int number) const
{
    const auto index = static_cast<int>(seriesIndex(number));
    return !isDark() && (index == kCyan || index == kYellow) ? 2.0 : 1.5;
}

QColor Theme::heat(double share) const
{
    const auto& stops = isDark() ? kHeatDark : kHeatLight;
    const double place = std::clamp(share, 0.0, 1.0) * 2;
    const auto first = static_cast<std::size_t>(place < 1 ? 0 : 1);
    const double rest = place - static_cast<double>(first);
    const QRgb from = stops[first];
    const QRgb to = stops[first + 1];
    return {mix(qRed(from), qRed(to), rest), mix(qGreen(from), qGreen(to), rest),
            mix(qBlue(from), qBlue(to), rest)};
}

QFont Theme::font(TextRole role) const
{
    const TypeRow& type = kType[static_cast<std::size_t>(role)];
    const QString cjk = m_language == Language::Korean ? QStringLiteral("Noto Sans CJK KR")
                                                       : QStringLiteral("Noto Sans CJK SC");
    QFont result;
    if (role == TextRole::Mono)
        result.setFamilies({QStringLiteral("DejaVu Sans Mono"), cjk});
    else
        result.setFamilies({QStringLiteral("Noto Sans"), cjk});
    result.setPixelSize(type.pixels);
    result.setBold(type.bold);
    return result;
}

int Theme::lineHeight(TextRole role) const
{
    return kType[static_cast<std::size_t>(role)].line;
}

QPalette Theme::palette() const
{
    QPalette result;
    const auto set
        = [&](QPalette::ColorRole role, Token token) { result.setColor(role, color(token)); };
    set(QPalette::Window, Token::Bg1);
    set(QPalette::WindowText, Token::T1);
    set(QPalette::Base, Token::Bg2);
    set(QPalette::AlternateBase, Token::Bg2);
    set(QPalette::Text, Token::T1);
    set(QPalette::PlaceholderText, Token::T3);
    set(QPalette::Button, Token::Bg3);
    set(QPalette::ButtonText, Token::T1);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::T1);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Bg4);
    set(QPalette::ToolTipText, Token::T1);
    set(QPalette::Light, Token::Line1);
    set(QPalette::Midlight, Token::Line1);
    set(QPalette::Mid, Token::Line1);
    set(QPalette::Dark, Token::Line2);
    set(QPalette::Shadow, Token::Line2);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, color(Token::Disabled));
    result.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelectionInactive));
    return result;
}

void Theme::install()
{
    m_installed = true;
    QApplication::setStyle(new Style);
    refresh();
}

void Theme::refresh()
{
    if (m_installed) {
        QApplication::setPalette(palette());
        QApplication::setFont(font(TextRole::Body));
    }
    Q_EMIT changed();
}

} // namespace gavel::widgets
