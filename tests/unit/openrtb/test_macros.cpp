// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/macros.h"

#include <QtTest>

using namespace gavel::openrtb;

class TestMacros : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void substitutes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("markup");
        const auto row
            = [](const char* name, const char* text, const char* url, const char* markup) {
                  QTest::newRow(name) << QByteArray(text) << QByteArray(url) << QByteArray(markup);
              };
        row("none", "http://a.test/?x=1", "http://a.test/?x=1", "http://a.test/?x=1");
        row("price", "http://a.test/?p=${AUCTION_PRICE}&c=${AUCTION_CURRENCY}",
            "http://a.test/?p=1.5&c=USD", "http://a.test/?p=1.5&c=USD");
        row("encoded in a URL", "?id=${AUCTION_ID}", "?id=a%26b%20c", "?id=a&b c");
        // RFC 4648: "1.5" is 31 2E 35, in groups of six bits 12 18 56 53 = M S 4 1
        row("base64", "?p=${AUCTION_PRICE:B64}", "?p=MS41", "?p=MS41");
        // "USD" = 55 53 44 -> 21 21 13 4 = V V N E; a one-byte value needs padding: "7" = 37 -> 13
        // 48 = N w
        row("base64 padding", "${AUCTION_SEAT_ID:B64}", "Nw%3D%3D", "Nw==");
        row("not known is removed", "a${AUCTION_MBR}b", "ab", "ab");
        row("unknown name stays", "${AUCTION_FOO}", "${AUCTION_FOO}", "${AUCTION_FOO}");
        row("unknown encoding stays", "${AUCTION_PRICE:ROT}", "${AUCTION_PRICE:ROT}",
            "${AUCTION_PRICE:ROT}");
        row("lower case stays", "${auction_price}", "${auction_price}", "${auction_price}");
        row("not closed", "x${AUCTION_PRICE", "x${AUCTION_PRICE", "x${AUCTION_PRICE");
        row("nested", "${X${AUCTION_PRICE}}", "${X1.5}", "${X1.5}");
        row("adjacent", "${AUCTION_PRICE}${AUCTION_PRICE}$", "1.51.5$", "1.51.5$");
        row("value is not read again", "${AUCTION_AD_ID}", "%24%7BAUCTION_PRICE%7D",
            "${AUCTION_PRICE}");
        row("empty", "", "", "");
    }
    void substitutes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, markup);
        MacroValues values;
        values[Macro::AuctionId] = "a&b c";
        values[Macro::Price] = "1.5";
        values[Macro::Currency] = "USD";
        values[Macro::SeatId] = "7";
        values[Macro::AdId] = "${AUCTION_PRICE}";
        QCOMPARE(QByteArray::fromStdString(
                     substituteMacros(text.toStdString(), values, MacroPlace::Url)),
                 url);
        QCOMPARE(QByteArray::fromStdString(
                     substituteMacros(text.toStdString(), values, MacroPlace::Markup)),
                 markup);
    }
};

QTEST_GUILESS_MAIN(TestMacros)
#include "test_macros.moc"
