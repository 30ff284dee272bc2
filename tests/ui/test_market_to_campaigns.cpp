// SPDX-License-Identifier: GPL-3.0-or-later
// From a what-if to the running market: a new bid, put in a draft, reviewed, published, bid.
#include "market_bed.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/campaigns/draft/review_dialog.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace bed;

class TestMarketToCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWhatIfBidIsPublishedAndBid();
};

namespace {

/// The first traced auction after `after` in which the campaign bid by this amount; 0 = none yet.
std::uint64_t bidsBy(const runtime::Engine& engine, const std::string& campaign, Money amount,
                     TimeMs after)
{
    runtime::AuctionQuery query;
    query.filter = "traced";
    query.count = 50;
    const auto newest = engine.auctions(query);
    if (!newest)
        return 0;
    const Handle handle = engine.vocabulary()->campaigns.find(campaign);
    std::uint64_t first = 0;
    for (const auto& row : newest->rows) {
        const auto told = engine.trace(row.id);
        if (!told || row.at < after)
            continue;
        for (const auto& story : told->campaigns)
            if (story.campaign == handle && story.formula.base == amount.micros)
                first = row.id;
    }
    return first;
}

} // namespace

void TestMarketToCampaigns::aWhatIfBidIsPublishedAndBid()
{
    widgets::Theme::current().install();
    const QTemporaryDir folder;
    runtime::ScenarioRequest request;
    request.scenario = "city-day";
    request.seed = 42;
    request.speed = 10;
    MarketBed bed(request, folder.filePath(QStringLiteral("desk.gavel")));
    QVERIFY(bed.loaded);
    pages::CampaignsPage campaigns(*bed.client, bed.navigator);
    campaigns.retranslate();
    campaigns.resize(1284, 779);
    connect(bed.client.get(), &bridge::EngineClient::snapshotChanged, &campaigns,
            [&](const bridge::SnapshotPtr& now) { campaigns.setSnapshot(now); });
    connect(&bed.navigator, &bridge::Navigator::requested, &campaigns,
            [&](const bridge::Destination& place) {
                if (place.page == campaigns.info().id)
                    campaigns.open(place);
            });
    QTRY_VERIFY_WITH_TIMEOUT(!campaigns.draft().ids().empty(), kWaitMs);

    // An auction with a loser that bids by an amount of its own.
    auto* strip = bed.page->whatIf();
    auto* field = strip->form()->findChildren<auctions::AmountEdit*>().first();
    const auto isReady = [&] {
        if (!bed.filter(QStringLiteral("traced and filled and bids >= 3"))
            || bed.page->list().rowCount() == 0)
            return false;
        for (int row = 0; row < std::min(bed.page->list().rowCount(), 10); ++row) {
            if (!bed.openRow(row))
                continue;
            const auto amount = field->amount();
            if (!amount || amount->micros == 0)
                continue;
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field,
                             QString::fromStdString(
                                 base::toString(Money{amount->micros * 2 / 10'000 * 10'000}, 2)));
            if (!strip->form()->draftCampaign().isEmpty())
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isReady(), kWaitMs);
    const std::string campaign = strip->form()->draftCampaign().toStdString();
    const Money amount = *field->amount();
    auto* draft = strip->findChild<widgets::Button*>(QStringLiteral("draft"));
    QVERIFY(draft);
    QTRY_VERIFY_WITH_TIMEOUT(draft->isVisible(), kWaitMs);
    QVERIFY(draft->text().contains(field->text()));
    draft->click();

    QCOMPARE(campaigns.draft().counts().edited, 1);
    QCOMPARE(campaigns.draft().counts().errors, 0);
    QCOMPARE(bridge::CampaignDraft::toStore(campaigns.draft().entries()).front().id, campaign);
    const TimeMs before = bed.engine->freshSnapshot()->now;
    QCOMPARE(bidsBy(*bed.engine, campaign, amount, before), std::uint64_t{0});
    campaigns.runCommand(QStringLiteral("campaigns.review"));
    auto* dialog = campaigns.findChild<campaigns::ReviewDialog*>();
    QVERIFY(dialog && dialog->canConfirm());
    QElapsedTimer since;
    since.start();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    std::uint64_t first = 0;
    QTRY_VERIFY_WITH_TIMEOUT((first = bidsBy(*bed.engine, campaign, amount, before)) != 0, kWaitMs);
    qInfo("auction %llu bids by the new amount %lld ms after Publish",
          static_cast<unsigned long long>(first), since.elapsed());
    QTRY_VERIFY_WITH_TIMEOUT(campaigns.draft().isEmpty(), kWaitMs);
}

QTEST_MAIN(TestMarketToCampaigns)
#include "test_market_to_campaigns.moc"
