// SPDX-License-Identifier: GPL-3.0-or-later
// What-if from the window: another bid, floor, rule, segment. The market is city-day, seed 42.
#include "market_bed.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QMenu>

using namespace bed;
using auctions::AmountEdit;

class TestMarketWhatIf : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_bed.reset(); }
    void init();
    void whatWasRecordedStandsThere();
    void aDearerBidWins();
    void aHigherFloorIsPaid();
    void atFirstPriceTheWinnerPaysItsOwnBid();
    void aRemovedSegmentTakesItsCampaignOut();
    void whatIsNoAmountIsSaidInWords_data();
    void whatIsNoAmountIsSaidInWords();
    void theDifferencesAddUp();

private:
    struct Line
    {
        QString winner;
        Price price;
        Price publisher;
    };
    Line line(bool whatIf) const;
    static Price priceIn(const QString& text);
    AmountEdit* field(int at) const { return form()->findChildren<AmountEdit*>().at(at); }
    auctions::WhatIfForm* form() const { return m_bed->page->whatIf()->form(); }
    void retype(AmountEdit* field, const QString& text);
    void waitForOutcome();
    model::AuctionTrace trace() const
    {
        return *m_bed->engine->trace(m_bed->page->openedAuction());
    }
    std::optional<int> rowWithASegmentBidder(QString& campaign, QString& segment) const;

    std::unique_ptr<MarketBed> m_bed;
};

void TestMarketWhatIf::initTestCase()
{
    widgets::Theme::current().install();
    m_bed = std::make_unique<MarketBed>(MarketBed::cityDay(30'000));
    QVERIFY(m_bed->loaded);
    QVERIFY(m_bed->engine->runToEnd().has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_bed->client->snapshot()->rowsKept == 30'000, kWaitMs);
}

void TestMarketWhatIf::init()
{
    QVERIFY(m_bed->filter(QStringLiteral("traced and filled and bids >= 3")));
    QVERIFY(m_bed->openRow(0)); // another, so that the form starts from what was recorded
    QVERIFY(m_bed->openRow(1));
    waitForOutcome();
}

Price TestMarketWhatIf::priceIn(const QString& text)
{
    const auto money = base::parseMoney(text.toStdString(), "");
    return money ? Price::cpm(*money) : Price{-1};
}

TestMarketWhatIf::Line TestMarketWhatIf::line(bool whatIf) const
{
    const QStringList shown = m_bed->page->whatIf()->shown(whatIf);
    return {shown.at(0), priceIn(shown.at(1)), priceIn(shown.at(2))};
}

void TestMarketWhatIf::retype(AmountEdit* field, const QString& text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

/// An unchanged form gives the recorded outcome.
void TestMarketWhatIf::waitForOutcome()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_bed->page->whatIf()->shown(true),
                              m_bed->page->whatIf()->shown(false), kWaitMs);
}

void TestMarketWhatIf::whatWasRecordedStandsThere()
{
    const auto told = trace();
    QCOMPARE(line(false).price.asCpm().micros, told.clearing.price.asCpm().micros);
    QCOMPARE(line(false).publisher.asCpm().micros, told.clearing.publisher.asCpm().micros);
    QVERIFY(!form()->isChanged());
    QVERIFY(form()->draftCampaign().isEmpty());
}

void TestMarketWhatIf::aDearerBidWins()
{
    const QString campaign = form()->findChildren<QComboBox*>().first()->currentText();
    QVERIFY(!line(false).winner.contains(campaign)); // the dearest that did not win is proposed
    QElapsedTimer since;
    retype(field(0), QStringLiteral("100000"));
    since.start();
    QTRY_VERIFY_WITH_TIMEOUT(line(true).winner.contains(campaign), kWaitMs);
    qInfo("what-if answered %lld ms after the last key", since.elapsed());
    QVERIFY(m_bed->page->whatIf()->shownBids().contains(campaign));
    QVERIFY(field(0)->isChanged());
}

void TestMarketWhatIf::aHigherFloorIsPaid()
{
    // Between the price and the winner's bid: who wins pays the floor. Some bids are too close to
    // the price for a floor in whole cents between them.
    const auto ownBid = [](const auto& told) {
        return told.seats[static_cast<std::size_t>(told.clearing.winner)].bid.price;
    };
    for (int row = 2; ownBid(trace()).nanos - trace().clearing.price.nanos < 40'000; ++row)
        QVERIFY(m_bed->openRow(row));
    waitForOutcome();
    const auto told = trace();
    const Price own = ownBid(told);
    const Price middle{(told.clearing.price.nanos + own.nanos) / 2 / 10'000 * 10'000};
    QVERIFY(middle > told.clearing.price);
    retype(field(1), QString::fromStdString(base::toString(middle.asCpm(), 2)));
    QTRY_COMPARE_WITH_TIMEOUT(line(true).price.nanos, middle.nanos, kWaitMs);
    QVERIFY(line(true).winner.startsWith(line(false).winner));
    retype(field(1), QStringLiteral("1000"));
    QTRY_COMPARE_WITH_TIMEOUT(m_bed->page->whatIf()->shown(true).at(1), QStringLiteral("–"),
                              kWaitMs);
}

void TestMarketWhatIf::atFirstPriceTheWinnerPaysItsOwnBid()
{
    auto* rule = form()->findChildren<QComboBox*>().at(1);
    rule->setCurrentIndex(static_cast<int>(model::PriceRule::FirstPrice));
    Q_EMIT rule->activated(rule->currentIndex());
    market::WhatIf first;
    first.rules = trace().rules;
    first.rules->kind = model::PriceRule::FirstPrice;
    const auto outcome = m_bed->engine->whatIf(trace(), first);
    QVERIFY(outcome.has_value());
    const auto winner = static_cast<std::size_t>(outcome->clearing.winner);
    QCOMPARE(outcome->clearing.price.nanos, outcome->bids[winner].price.nanos);
    QTRY_COMPARE_WITH_TIMEOUT(line(true).price.asCpm().micros,
                              outcome->clearing.price.asCpm().micros, kWaitMs);
}

/// A row whose winner needs one of the opportunity's segments.
std::optional<int> TestMarketWhatIf::rowWithASegmentBidder(QString& campaign,
                                                           QString& segment) const
{
    const auto words = m_bed->engine->vocabulary();
    const auto& list = m_bed->page->list();
    for (int row = 0; row < std::min(list.rowCount(), 200); ++row) {
        const auto told = m_bed->engine->trace(list.rowAt(row)->id);
        if (!told || told->clearing.winner < 0)
            continue;
        for (const auto& story : told->campaigns) {
            const auto& rules = story.terms.segments;
            if (story.campaign != told->row.winnerCampaign || rules.size() != 1
                || rules[0].match != model::Match::AnyOf)
                continue;
            const auto& has = told->opportunity.list(model::Dimension::Segment);
            QStringList shared;
            for (const Handle one : rules[0].segments)
                if (has.contains(one))
                    shared << QString::fromStdString(
                        std::string(words->text(model::Dimension::Segment, one)));
            if (shared.size() != 1)
                continue;
            campaign = QString::fromStdString(std::string(words->campaigns.text(story.campaign)));
            segment = shared.first();
            return row;
        }
    }
    return std::nullopt;
}

void TestMarketWhatIf::aRemovedSegmentTakesItsCampaignOut()
{
    QString campaign;
    QString segment;
    const auto row = rowWithASegmentBidder(campaign, segment);
    QVERIFY(row.has_value());
    QVERIFY(m_bed->openRow(*row));
    waitForOutcome();
    auto* button = form()->findChild<QAbstractButton*>();
    QVERIFY(button);
    bool chosen = false;
    QTimer::singleShot(0, form(), [&] {
        auto* menu = form()->findChild<QMenu*>();
        if (!menu)
            return;
        const QList<QAction*> actions = menu->actions();
        for (QAction* action : actions) {
            if (action->text() != segment)
                continue;
            chosen = action->isChecked();
            action->trigger();
        }
        menu->close();
    });
    button->click();
    QVERIFY(chosen);
    const QString before = line(false).winner;
    QTRY_VERIFY_WITH_TIMEOUT(!line(true).winner.startsWith(before), kWaitMs);
    QVERIFY(!m_bed->page->whatIf()->shownBids().isEmpty());
}

void TestMarketWhatIf::whatIsNoAmountIsSaidInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a letter") << QStringLiteral("1.5O");
    QTest::newRow("negative") << QStringLiteral("-1");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too fine") << QStringLiteral("0.1234567");
    QTest::newRow("too large") << QStringLiteral("99999999999999999999");
}

void TestMarketWhatIf::whatIsNoAmountIsSaidInWords()
{
    QFETCH(QString, text);
    for (const int at : {0, 1}) {
        const QString before = field(at)->text();
        field(at)->selectAll();
        QTest::keyClick(field(at), Qt::Key_Delete);
        QTest::keyClicks(field(at), text);
        QVERIFY(!form()->change().has_value());
        QVERIFY(form()->problem().contains(text));
        retype(field(at), before);
        QVERIFY(form()->change().has_value());
    }
}

void TestMarketWhatIf::theDifferencesAddUp()
{
    retype(field(0), QStringLiteral("100000"));
    QTRY_VERIFY_WITH_TIMEOUT(line(true).winner != line(false).winner, kWaitMs);
    const QStringList changes = m_bed->page->whatIf()->shownChanges();
    const auto signedMicros = [](QString text) {
        const bool less = text.contains(QChar(0x2212)) || text.startsWith(u'-');
        text.remove(QChar(0x2212)).remove(u'-').remove(u'+');
        const auto money = base::parseMoney(text.toStdString(), "");
        return !money ? 0 : less ? -money->micros : money->micros;
    };
    QCOMPARE(signedMicros(changes.at(0)), (line(true).price - line(false).price).asCpm().micros);
    QCOMPARE(signedMicros(changes.at(1)),
             (line(true).publisher - line(false).publisher).asCpm().micros);
}

QTEST_MAIN(TestMarketWhatIf)
#include "test_market_what_if.moc"
