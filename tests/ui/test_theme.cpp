// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include <QtTest>

#include <cmath>

using namespace gavel::widgets;

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr Token kTexts[]{Token::T1,    Token::T2,   Token::T3,  Token::Accent,
                         Token::Good,  Token::Warn, Token::Bad, Token::Info,
                         Token::Stale, Token::Sim,  Token::Live};
constexpr Token kGrounds[]{Token::Bg0, Token::Bg1,  Token::Bg2,       Token::Bg3,
                           Token::Bg4, Token::Head, Token::Selection, Token::SelectionInactive};
constexpr std::pair<Token, Token> kTints[]{
    {Token::Good, Token::GoodBg}, {Token::Warn, Token::WarnBg},   {Token::Bad, Token::BadBg},
    {Token::Info, Token::InfoBg}, {Token::Stale, Token::StaleBg}, {Token::Sim, Token::SimBg},
    {Token::Live, Token::LiveBg}};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsReadableOnEveryGround_data();
    void everyTextIsReadableOnEveryGround();
    void statusIsReadableOnItsTint();
    void seriesStandOutFromThePanel();
    void paletteIsFilledFromTheTokens();
    void numbersAndTextAreAtLeastElevenPixels();
    void familiesFollowTheLanguage();
    void aChangeIsToldOnce();
};

void TestTheme::everyTextIsReadableOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TestTheme::everyTextIsReadableOnEveryGround()
{
    QFETCH(bool, dark);
    const Mode mode = dark ? Mode::Dark : Mode::Light;
    for (const Token text : kTexts) {
        for (const Token ground : kGrounds) {
            const double found = contrast(Theme::colorIn(mode, text), Theme::colorIn(mode, ground));
            QVERIFY2(found >= 4.5,
                     qPrintable(QStringLiteral("token %1 on %2: %3")
                                    .arg(static_cast<int>(text))
                                    .arg(static_cast<int>(ground))
                                    .arg(found)));
        }
    }
}

void TestTheme::statusIsReadableOnItsTint()
{
    for (const Mode mode : {Mode::Dark, Mode::Light}) {
        for (const auto& [text, tint] : kTints)
            QVERIFY(contrast(Theme::colorIn(mode, text), Theme::colorIn(mode, tint)) >= 4.5);
        QVERIFY(contrast(Theme::colorIn(mode, Token::OnAccentFill),
                         Theme::colorIn(mode, Token::AccentFill))
                >= 4.5);
    }
}

void TestTheme::seriesStandOutFromThePanel()
{
    // Graphical objects need 3 to 1 (WCAG 2.1, 1.4.11).
    for (const Mode mode : {Mode::Dark, Mode::Light}) {
        Theme::current().setMode(mode);
        for (int i = 0; i < kSeriesCount; ++i)
            QVERIFY(contrast(Theme::current().series(i), Theme::colorIn(mode, Token::Bg2)) >= 3.0);
        QCOMPARE(Theme::current().series(kSeriesCount), Theme::current().series(0));
    }
    Theme::current().setMode(Mode::Dark);
}

void TestTheme::paletteIsFilledFromTheTokens()
{
    const QPalette palette = Theme::current().palette();
    QCOMPARE(palette.color(QPalette::Window), QColor(0x14, 0x18, 0x1c));
    QCOMPARE(palette.color(QPalette::Base), QColor(0x1a, 0x1f, 0x24));
    QCOMPARE(palette.color(QPalette::Button), QColor(0x23, 0x2a, 0x31));
    QCOMPARE(palette.color(QPalette::Text), QColor(0xe4, 0xe9, 0xed));
    QCOMPARE(palette.color(QPalette::PlaceholderText), QColor(0x97, 0xa3, 0xae));
    QCOMPARE(palette.color(QPalette::Link), QColor(0x6a, 0xa5, 0xf7));
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), QColor(0x66, 0x71, 0x7b));
}

void TestTheme::numbersAndTextAreAtLeastElevenPixels()
{
    for (int role = 0; role <= static_cast<int>(TextRole::Mono); ++role)
        QVERIFY(Theme::current().font(static_cast<TextRole>(role)).pixelSize() >= 11);
}

void TestTheme::familiesFollowTheLanguage()
{
    Theme& theme = Theme::current();
    theme.setLanguage(Language::Korean);
    QCOMPARE(theme.font(TextRole::Body).families(), QStringList({"Noto Sans", "Noto Sans CJK KR"}));
    theme.setLanguage(Language::Chinese);
    QCOMPARE(theme.font(TextRole::Body).families(), QStringList({"Noto Sans", "Noto Sans CJK SC"}));
    theme.setLanguage(Language::English);
}

void TestTheme::aChangeIsToldOnce()
{
    Theme& theme = Theme::current();
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Mode::Light);
    theme.setMode(Mode::Light);
    QCOMPARE(changed.count(), 1);
    theme.setRowHeight(RowHeight::Comfortable);
    QCOMPARE(theme.rowPixels(), 30);
    theme.setRowHeight(RowHeight::Compact);
    QCOMPARE(theme.rowPixels(), 24);
    theme.setMode(Mode::Dark);
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
