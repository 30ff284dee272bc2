// SPDX-License-Identifier: GPL-3.0-or-later
// The example filter typed key by key, as a person does: words taken from the popup by
// keyboard, the frame on the way, and in the end the rows that a plain scan finds.
#include "tests/ui/market_bed.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>

#include <algorithm>

using bed::kWaitMs;
using bed::MarketBed;
using namespace gavel;
using widgets::FilterVerdict;
using widgets::Token;

namespace {

constexpr std::uint64_t kAuctions = 40'000;
const QString kFilter = QStringLiteral("price > 0.8 and campaign = \"camp-001\" and lost");

} // namespace

class TestMarketFilterTyping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        m_bed = std::make_unique<MarketBed>(MarketBed::cityDay(kAuctions));
        QVERIFY(m_bed->loaded);
        QVERIFY(m_bed->engine->runToEnd().has_value());
        QTRY_COMPARE_WITH_TIMEOUT(m_bed->client->snapshot()->rowsKept, kAuctions, kWaitMs);
        QVERIFY(m_bed->filter({}));
        m_edit = m_bed->page->filterBar()->findChild<widgets::FilterEdit*>();
        m_bed->page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bed->page.get()));
        m_bed->line()->setFocus();
    }

    void aWordThatIsNoneIsWrongAndSaysWhy()
    {
        for (const char letter : QByteArray("prizes"))
            press(letter);
        QCOMPARE(state(), FilterVerdict::State::Wrong);
        QCOMPARE(frame(), widgets::color(Token::Bad));
        QVERIFY(m_edit->verdict().words.contains(u"prizes"));
        for (int i = 0; i < 6; ++i)
            press(Qt::Key_Backspace);
        QCOMPARE(state(), FilterVerdict::State::Empty);
        QCOMPARE(m_bed->page->filterBar()->filter(), QString());
    }

    void theExampleIsTypedWithThePopup()
    {
        press('p');
        QCOMPARE(frame(), widgets::color(Token::Warn));
        QCOMPARE(offered(), QStringList({"price", "publisher", "placement"}));
        press('r');
        QCOMPARE(offered(), QStringList({"price"}));
        press(Qt::Key_Return);
        QVERIFY(!popup().isVisible());
        QCOMPARE(m_edit->text(), QStringLiteral("price "));
        QCOMPARE(state(), FilterVerdict::State::Unfinished);

        type("> 0");
        QCOMPARE(state(), FilterVerdict::State::Valid);
        QCOMPARE(frame(), widgets::color(Token::Good));
        type(".8");
        QCOMPARE(state(), FilterVerdict::State::Valid);
        type(" and");
        QCOMPARE(state(), FilterVerdict::State::Unfinished);
        QCOMPARE(frame(), widgets::color(Token::Warn));

        type(" ca");
        QCOMPARE(offered(), QStringList({"campaign"}));
        press(Qt::Key_Tab);
        QCOMPARE(m_edit->text(), QStringLiteral("price > 0.8 and campaign "));
        QVERIFY2(m_bed->line()->hasFocus(), "Tab takes the word and stays in the line");

        type("= \"camp-0");
        QCOMPARE(offered().first(), QStringLiteral("\"camp-001\""));
        press(Qt::Key_Down);
        QCOMPARE(chosen(), QStringLiteral("\"camp-002\""));
        press(Qt::Key_Up);
        press(Qt::Key_Return);
        QCOMPARE(m_edit->text(), QStringLiteral("price > 0.8 and campaign = \"camp-001\" "));
        QCOMPARE(state(), FilterVerdict::State::Valid);

        type("and lo");
        QCOMPARE(offered(), QStringList({"lost"}));
        press(Qt::Key_Return);
        QCOMPARE(m_edit->text().trimmed(), kFilter);
        QCOMPARE(state(), FilterVerdict::State::Valid);
        QCOMPARE(frame(), widgets::color(Token::Good));
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bed->page->list().filter() == kFilter && m_bed->page->list().isLoaded(), kWaitMs);
    }

    void theListHoldsExactlyTheRowsOfAPlainScan()
    {
        const std::vector<std::uint64_t> expected = scan();
        const auctions::AuctionList& list = m_bed->page->list();
        QVERIFY2(expected.size() > 20, "the scan finds enough to compare");
        QVERIFY(expected.size() < kAuctions / 2);
        QCOMPARE(list.matching(), expected.size());
        QCOMPARE(list.total(), static_cast<std::size_t>(kAuctions));
        for (int row = 0; row < list.rowCount(); ++row) {
            const auto there = [&] {
                list.index(row, 0).data(); // as a view asks when it paints
                return list.rowAt(row) != nullptr;
            };
            QTRY_VERIFY_WITH_TIMEOUT(there(), kWaitMs);
            QCOMPARE(list.rowAt(row)->id, expected[static_cast<std::size_t>(row)]);
        }
        const auto* chips = m_bed->page->filterBar()->findChild<widgets::ChipRow*>();
        QCOMPARE(chips->chips().size(), 3);
    }

    void cleanupTestCase() { m_bed.reset(); }

private:
    QAbstractItemView& popup() const { return *m_edit->findChild<QCompleter*>()->popup(); }
    FilterVerdict::State state() const { return m_edit->verdict().state; }

    /// Keys go to an open popup first, as the window system sends them.
    QWidget* target() const
    {
        QWidget* open = QApplication::activePopupWidget();
        return open ? open : m_bed->line();
    }
    void press(Qt::Key key) const
    {
        QTest::keyClick(target(), key);
        QCoreApplication::processEvents(); // proposals come after the key
    }
    void press(char key) const
    {
        QTest::keyClick(target(), key);
        QCoreApplication::processEvents();
    }
    void type(const char* keys) const
    {
        for (; *keys != '\0'; ++keys)
            press(*keys);
    }

    QStringList offered() const
    {
        QStringList words;
        const QAbstractItemModel* model = popup().model();
        for (int row = 0; popup().isVisible() && row < model->rowCount(); ++row)
            words << model->index(row, 0).data().toString();
        return words;
    }
    QString chosen() const { return popup().currentIndex().data().toString(); }

    /// The colour of the frame as it is painted.
    QColor frame() const { return m_edit->grab().toImage().pixelColor(m_edit->width() / 2, 0); }

    /// Every auction of the engine, newest first, looked at by the words of the filter.
    std::vector<std::uint64_t> scan() const
    {
        runtime::AuctionQuery all;
        all.count = kAuctions;
        const auto page = m_bed->engine->auctions(all);
        const Handle campaign = m_bed->engine->vocabulary()->campaigns.find("camp-001");
        std::vector<std::uint64_t> ids;
        for (const model::AuctionRow& row : page->rows) {
            const auto end = row.bid.begin() + row.rowBids;
            const bool lost = std::any_of(row.bid.begin(), end, [&](const model::RowBid& bid) {
                return bid.campaign == campaign && bid.price.nanos > 0
                    && bid.fate != model::BidFate::Won;
            });
            if (row.price > Price::cpm(Money{800'000}) && lost)
                ids.push_back(row.id);
        }
        return ids;
    }

    std::unique_ptr<MarketBed> m_bed;
    widgets::FilterEdit* m_edit = nullptr;
};

QTEST_MAIN(TestMarketFilterTyping)
#include "test_market_filter_typing.moc"
