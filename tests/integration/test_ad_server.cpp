// SPDX-License-Identifier: GPL-3.0-or-later
// Ad servers in processes of their own: here two engines with a gateway each, over real sockets.
#include "engine/gateway/adservers/ad_server_client.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/store/verify.h"
#include "tests/integration/rest_bed.h"
#include "tests/integration/stubborn_service.h"

#include <boost/json/serialize.hpp>

using namespace gavel;
using gateway::Service;

namespace {

constexpr const char* kRequest
    = R"({"id":"r","imp":[{"id":"1","banner":{"w":728,"h":90},"bidfloor":0.5,"tagid":"banner_top_1"}],"device":{"devicetype":2},"user":{"id":"user-1"}})";

/// Who bids alone in the demonstration pays its own bid: a thousand units for a thousand.
constexpr std::int64_t kPriceMicros = 1'000'000;

model::Campaign buyerOf(const std::string& id)
{
    model::Creative creative;
    creative.id = id + "-728x90";
    creative.width = 728;
    creative.height = 90;
    creative.title = "Buyer";
    model::Campaign campaign;
    campaign.id = id;
    campaign.name = id;
    campaign.advertiserId = "advertiser-" + id;
    campaign.seatId = "dsp-001";
    campaign.status = model::CampaignStatus::Active;
    campaign.budgetTotal = Money::units(100'000);
    campaign.strategy.kind = model::StrategyKind::FixedCpm;
    campaign.strategy.cpm = Price::cpm(Money::units(1'000));
    campaign.ads = {{id, id, {creative}}};
    return campaign;
}

/// An ad server on a workspace of its own.
class Joined
{
public:
    bool start(const QString& file, const std::string& center)
    {
        runtime::EngineOptions wanted;
        wanted.workspace = file.toStdString();
        wanted.scenarioFolder = GAVEL_SCENARIO_DIR;
        wanted.threads = 1;
        engine = *runtime::Engine::open(wanted);
        gateway::GatewayOptions options;
        options.server.ports = {0};
        options.offered = {Service::Exchange};
        gateway = *gateway::Gateway::start(*engine, options);
        const std::string address = "http://127.0.0.1:" + std::to_string(gateway->ports().front());
        client = std::make_unique<gateway::AdServerClient>(
            gateway::AdServerClient::Plan{center, address, "tokyo-1", [](const std::string&) {}},
            *engine);
        gateway->setAdServer(client.get());
        const auto started = client->start();
        if (!started)
            qWarning("%s", toString(started.error()).c_str());
        return started.has_value();
    }
    /// As if the process was killed.
    void drop()
    {
        gateway.reset();
        client.reset();
        engine.reset();
    }
    RestClient http() const { return RestClient(gateway->ports().front()); }
    /// Auctions until so many were won; the campaign that buys first must be this one.
    int win(int wanted, const std::string& campaign) const
    {
        int won = 0;
        RestClient caller = http();
        for (int tries = 0; won < wanted && tries < 3'000; ++tries) {
            const auto answer = caller.post("/openrtb2/auction", kRequest);
            if (answer.status == 200
                && answer.body.find("\"" + campaign + "\"") != std::string::npos)
                ++won;
            else
                QTest::qWait(5);
        }
        return won;
    }

    std::unique_ptr<runtime::Engine> engine;
    std::unique_ptr<gateway::Gateway> gateway;
    std::unique_ptr<gateway::AdServerClient> client;
};

/// A market with a campaign that buys, and an ad server of it.
bool sellsBuyer(RestBed& bed, Joined& server, const QTemporaryDir& folder)
{
    return bed.engine().publish({buyerOf("buyer")}, {}).errors.empty()
        && server.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement));
}

json::value onlyServer(const RestBed& bed)
{
    const auto list = bed.adManagement().get("/adservers").json();
    return list.as_array().size() == 1 ? list.as_array().front() : json::value();
}

Money spentOf(RestBed& bed, const std::string& campaign)
{
    return bed.engine().campaignView(campaign)->spent;
}

std::int64_t inLog(RestBed& bed, const std::string& sql)
{
    auto reader = bed.engine().workspace().reader();
    return reader->integer(sql).value();
}

} // namespace

class TestAdServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSellsWithTheMarketsQuotaAndItsWinsAreTheMarkets();
    void aCampaignThatIsPublishedLaterIsSoldToo();
    void aBudgetThatIsGrantedToItsEndIsSharedAnew();
    void whatItDidWhileTheMarketWasAwayIsToldByTheNextProcess();
    void theMarketStartsAgainAndTheServerGoesOn();
    void nothingIsDecidedAtAnAdServer();
    void whatIsNotTheProtocolIsRefused();
    void aJoiningThatFailsHalfWayIsTakenBack();
};

void TestAdServer::itSellsWithTheMarketsQuotaAndItsWinsAreTheMarkets()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    Joined server;
    QVERIFY(sellsBuyer(bed, server, folder));
    QCOMPARE(textAt(onlyServer(bed), "name"), std::string("tokyo-1"));
    QCOMPARE(server.win(20, "buyer"), 20);
    const auto flow = bed.engine().schedule().quota("buyer").value();
    QVERIFY(std::ranges::any_of(flow.slices, [](const runtime::QuotaSlice& slice) {
        return slice.server == "tokyo-1" && slice.granted > Money{};
    }));
    server.client->stop();
    // It has left, and the market has its wins: spent, charged and held by nobody.
    QCOMPARE(bed.adManagement().get("/adservers").json().as_array().size(), std::size_t{0});
    QCOMPARE(inLog(bed, "SELECT count(*) FROM event WHERE kind = 2"), 20);
    const std::int64_t paid = inLog(bed, "SELECT sum(amount) FROM event WHERE kind = 2") / 1000;
    QCOMPARE(paid, 20 * kPriceMicros);
    QCOMPARE(spentOf(bed, "buyer").micros, paid);
    const auto after = bed.engine().schedule().quota("buyer").value();
    QVERIFY(std::ranges::none_of(
        after.slices, [](const runtime::QuotaSlice& slice) { return slice.server == "tokyo-1"; }));
    const auto wallets = bed.engine().settlement().wallets();
    const auto wallet = std::ranges::find(wallets, std::string("advertiser-buyer"),
                                          &runtime::WalletView::advertiserId);
    QCOMPARE(wallet->balance.micros, -paid); // on credit
}

void TestAdServer::aCampaignThatIsPublishedLaterIsSoldToo()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    Joined server;
    QVERIFY(server.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement)));
    QVERIFY(bed.engine().publish({buyerOf("later")}, {}).errors.empty());
    QCOMPARE(server.win(3, "later"), 3);
    auto paused = bed.engine().campaign("later").value();
    paused.status = model::CampaignStatus::Paused;
    QVERIFY(bed.engine().publish({paused}, {}).errors.empty());
    QTRY_COMPARE_WITH_TIMEOUT(server.engine->campaign("later")->status,
                              model::CampaignStatus::Paused, 10'000);
    QVERIFY(bed.engine().publish({}, {"later"}).errors.empty());
    QTRY_VERIFY_WITH_TIMEOUT(!server.engine->campaign("later"), 10'000);
    server.client->stop();
}

/// It spends as fast as it can: all of its money is with the market's own shard.
void TestAdServer::aBudgetThatIsGrantedToItsEndIsSharedAnew()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    model::Campaign fast = buyerOf("fast");
    fast.pacing = model::PacingPolicy::Asap;
    QVERIFY(bed.engine().publish({fast}, {}).errors.empty());
    const auto before = bed.engine().schedule().quota("fast").value();
    QCOMPARE(before.free.micros, 0);
    Joined server;
    QVERIFY(server.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement)));
    QCOMPARE(server.win(1, "fast"), 1);
    const auto after = bed.engine().schedule().quota("fast").value();
    QCOMPARE((after.spent + after.held + after.free).micros, after.budget.micros);
    server.client->stop();
}

void TestAdServer::whatItDidWhileTheMarketWasAwayIsToldByTheNextProcess()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    const auto ports = bed.ports();
    {
        Joined server;
        QVERIFY(sellsBuyer(bed, server, folder));
        QCOMPARE(server.win(2, "buyer"), 2);
        bed.closeGateway();
        QCOMPARE(server.win(5, "buyer"), 5); // its quota lasts
        server.drop();
    }
    gateway::GatewayOptions again;
    again.server.ports = ports;
    QVERIFY(bed.openGateway(again));
    QVERIFY(inLog(bed, "SELECT count(*) FROM event WHERE kind = 2") < 7);
    Joined next;
    QVERIFY(next.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement)));
    QCOMPARE(inLog(bed, "SELECT count(*) FROM event WHERE kind = 2"), 7);
    QCOMPARE(bed.adManagement().get("/adservers").json().as_array().size(), std::size_t{1});
    next.client->stop();
    QCOMPARE(spentOf(bed, "buyer").micros,
             inLog(bed, "SELECT sum(amount) FROM event WHERE kind = 2") / 1000);
}

void TestAdServer::theMarketStartsAgainAndTheServerGoesOn()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    const auto ports = bed.ports();
    Joined server;
    QVERIFY(sellsBuyer(bed, server, folder));
    QCOMPARE(server.win(3, "buyer"), 3);
    const std::string key = server.client->key();
    bed.stop();
    QCOMPARE(server.win(4, "buyer"), 4);
    gateway::GatewayOptions again;
    again.server.ports = ports;
    QVERIFY(bed.start(again));
    // It is still a member, under the same key, and what it may have spent is held.
    QCOMPARE(textAt(onlyServer(bed), "key"), key);
    const auto flow = bed.engine().schedule().quota("buyer").value();
    QVERIFY(std::ranges::any_of(flow.slices, [](const runtime::QuotaSlice& slice) {
        return slice.server == "tokyo-1" && slice.granted > Money{};
    }));
    QTRY_COMPARE_WITH_TIMEOUT(inLog(bed, "SELECT count(*) FROM event WHERE kind = 2"), 7, 10'000);
    QCOMPARE(server.win(2, "buyer"), 2);
    server.client->stop();
    QCOMPARE(server.client->key(), key);
    const std::int64_t paid = inLog(bed, "SELECT sum(amount) FROM event WHERE kind = 2") / 1000;
    QCOMPARE(inLog(bed, "SELECT count(*) FROM event WHERE kind = 2"), 9);
    QCOMPARE(spentOf(bed, "buyer").micros, paid);
    bed.stop();
    const auto workspace = store::Workspace::open(bed.file());
    auto reader = (*workspace)->reader();
    for (const auto& check : store::verify(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    for (const auto& check : runtime::checkLedger(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

void TestAdServer::nothingIsDecidedAtAnAdServer()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    Joined server;
    QVERIFY(server.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement)));
    const auto report = server.engine->publish({buyerOf("mine")}, {});
    QCOMPARE(report.errors.front().code, std::string("JOINED"));
    QCOMPARE(server.engine->recordSpend("camp-001", Money::units(1)).error().code,
             std::string("JOINED"));
    QVERIFY(server.engine->schedule().quotas().empty());
    QCOMPARE(server.http().get("/health/live").status, 200U);
    QVERIFY(server.http().get("/metrics").body.find("gavel_auctions_total") != std::string::npos);
    server.client->stop();
}

void TestAdServer::whatIsNotTheProtocolIsRefused()
{
    QTemporaryDir folder;
    RestBed bed;
    QVERIFY(bed.start());
    auto market = bed.adManagement();
    const auto code = [](const Answered& answer) { return textAt(answer.json(), "error_code"); };
    const auto request = [](const std::string& name, const std::string& address) {
        return json::serialize(json::object{{"name", name}, {"address", address}});
    };
    QCOMPARE(market.post("/adservers", request("", "http://127.0.0.1:1")).status, 400U);
    QCOMPARE(market.post("/adservers", request("a", "ftp://x")).status, 422U);
    QCOMPARE(market.post("/adservers/1-1/events", "").status, 404U);
    QCOMPARE(market.call("DELETE", "/adservers/1-1").status, 404U);
    QCOMPARE(bed.exchange().post("/quota/grants", "{}").status, 409U); // it is the market itself
    Joined server;
    QVERIFY(server.start(folder.filePath("a.gavel"), bed.address(Service::AdManagement)));
    const std::string path = "/adservers/" + server.client->key();
    // Events out of order, half an event, and the same ones twice.
    const std::string first
        = R"({"source":1,"sequence":1,"kind":"requests","at":"2026-03-20T00:00:00Z","amount":1})";
    QCOMPARE(market.post(path + "/events", first + "\n" + first).status, 422U);
    QCOMPARE(market.post(path + "/events", first + "\n{\"sequence\":2}").status, 422U);
    QCOMPARE(inLog(bed, "SELECT count(*) FROM event"), 0);
    for (int twice = 0; twice < 2; ++twice)
        QCOMPARE(market.post(path + "/events", first).status, 200U);
    QCOMPARE(inLog(bed, "SELECT count(*) FROM event"), 1);
    // A report that spent more than it may.
    const std::string overspent
        = R"({"at_ms":1,"campaigns":[{"campaign":"camp-001","spent_nanos":2,"bound_nanos":1}]})";
    QCOMPARE(market.post(path + "/report", overspent).status, 422U);
    // Grants of another market, for another server, of no window, and of a campaign nobody knows.
    const auto grants = [&](const std::string& key, const char* campaign, int end) {
        const json::object grant{{"campaign", campaign}, {"window_start_ms", 10},
                                 {"window_end_ms", end}, {"epoch", 900},
                                 {"version", 1},         {"limit_nanos", 5},
                                 {"not_after_ms", 20},   {"bid_factor_ppm", 1'000'000}};
        return server.http().post(
            "/quota/grants",
            json::serialize(json::object{{"key", key},
                                         {"server", std::stoi(key.substr(0, key.find('-')))},
                                         {"acts_at_ms", 0},
                                         {"market_version", 0},
                                         {"grants", json::array{grant}}}));
    };
    QCOMPARE(code(grants("77-1", "camp-001", 20)), std::string("GRANT_FOREIGN"));
    QCOMPARE(grants(server.client->key(), "camp-001", 10).status, 400U);
    QCOMPARE(numberAt(grants(server.client->key(), "nobody", 20).json(), "unknown_campaign"), 1.0);
    QCOMPARE(numberAt(grants(server.client->key(), "camp-001", 20).json(), "applied"), 1.0);
    QCOMPARE(numberAt(grants(server.client->key(), "camp-001", 20).json(), "same"), 1.0);
    server.client->stop();
    // Simulated traffic repeats itself to the last bit: nobody may take part from outside.
    runtime::ScenarioRequest scenario;
    scenario.scenario = "demo";
    scenario.paused = true;
    QVERIFY(bed.engine().loadScenario(scenario));
    QCOMPARE(code(market.post("/adservers", request("a", "http://127.0.0.1:1"))),
             std::string("JOIN_REFUSED"));
}

/// A market that answers a membership to everything, also where it should say what it consists of.
void TestAdServer::aJoiningThatFailsHalfWayIsTakenBack()
{
    QTemporaryDir folder;
    const std::string membership = R"({"key":"7-9","source":7,"run":3,"interval_ms":60000})";
    const StubbornService market("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                 "Connection: close\r\nContent-Length: "
                                 + std::to_string(membership.size()) + "\r\n\r\n" + membership);
    Joined server;
    QVERIFY(!server.start(folder.filePath("a.gavel"), market.address()));
    const std::vector<std::string> asked{
        "POST /adservers", "GET /adservers/7-9/market?since=0&after=", "DELETE /adservers/7-9"};
    QVERIFY(market.asked() == asked);
    QCOMPARE(server.http().post("/openrtb2/auction", kRequest).status, 503U);
}

QTEST_GUILESS_MAIN(TestAdServer)
#include "test_ad_server.moc"
