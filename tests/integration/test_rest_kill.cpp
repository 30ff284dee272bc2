// SPDX-License-Identifier: GPL-3.0-or-later
// `gaveld serve` killed at once, and what it had promised told to the next one.
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"
#include "tests/integration/rest_bed.h"
#include "tests/integration/served.h"

using namespace gavel;

namespace {

std::string impressionOf(const json::value& sold)
{
    const auto id = textAt(sold, "auction_id");
    return "/impression/imp-" + id.substr(id.find('-') + 1);
}

} // namespace

class TestRestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWinOfAKilledProcessIsConfirmedByTheNext()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("killed.gavel");
        constexpr int kWins = 4; // the demonstration shows a user five of a campaign
        std::vector<std::string> impressions;
        {
            Served first(file);
            QVERIFY(first.runs());
            RestClient(first.port(gateway::Service::Dmp))
                .call("PUT", "/user/ann/profile", "{\"interests\":[\"gaming\"]}");
            auto exchange = RestClient(first.port(gateway::Service::Exchange));
            for (int i = 0; i < kWins; ++i) {
                const auto sold = exchange.post("/rtb", bidRequest("ann", "mobile", 0.25)).json();
                QVERIFY(!sold.at("winning_bid").is_null());
                impressions.push_back(impressionOf(sold));
            }
            QCOMPARE(RestClient(first.port(gateway::Service::Ssp)).post(impressions[0]).status,
                     200U);
            first.kill();
        }
        for (int again = 0; again < 2; ++again) {
            Served next(file);
            QVERIFY(next.runs());
            auto ssp = RestClient(next.port(gateway::Service::Ssp));
            for (const auto& impression : impressions)
                QCOMPARE(ssp.post(impression).status, 200U);
            QCOMPARE(ssp.post("/impression/imp-12345").status, 404U);
            auto exchange = RestClient(next.port(gateway::Service::Exchange));
            QCOMPARE(exchange.get("/transactions").json().as_array().size(), std::size_t{kWins});
            next.kill();
        }
        const auto workspace = store::Workspace::open(file.toStdString());
        QVERIFY(workspace);
        auto reader = (*workspace)->reader();
        QCOMPARE(reader->integer("SELECT count(*) FROM event WHERE kind = 3").value(), kWins);
        QCOMPARE(reader->integer("SELECT sum(impressions) FROM campaign_total").value(), kWins);
        for (const auto& check : store::verify(*reader).value())
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    }

    void aCampaignThatWasRemovedPaysForItsWins()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("removed.gavel");
        std::string winner;
        {
            Served first(file);
            QVERIFY(first.runs());
            RestClient(first.port(gateway::Service::Dmp))
                .call("PUT", "/user/ann/profile", "{\"interests\":[\"gaming\"]}");
            const auto sold = RestClient(first.port(gateway::Service::Exchange))
                                  .post("/rtb", bidRequest("ann", "mobile", 0.25))
                                  .json();
            QVERIFY(!sold.at("winning_bid").is_null());
            winner = textAt(sold.at("winning_bid"), "campaign_id");
            QCOMPARE(RestClient(first.port(gateway::Service::AdManagement))
                         .call("DELETE", "/campaigns/" + winner)
                         .status,
                     200U);
            first.kill(); // before a round has settled the win
        }
        for (int again = 0; again < 2; ++again) {
            Served next(file);
            QVERIFY(next.runs());
            QCOMPARE(RestClient(next.port(gateway::Service::AdManagement))
                         .get("/campaigns/" + winner)
                         .status,
                     404U);
            next.kill();
            const auto workspace = store::Workspace::open(file.toStdString());
            QVERIFY(workspace);
            auto reader = (*workspace)->reader();
            const auto checks = runtime::checkLedger(*reader);
            QVERIFY(checks);
            for (const auto& check : *checks)
                QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestRestKill)
#include "test_rest_kill.moc"
