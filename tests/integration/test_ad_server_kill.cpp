// SPDX-License-Identifier: GPL-3.0-or-later
// `gaveld serve` and `gaveld adserver`, either killed at once while auctions run: what was sold is
// in the market's log once, charged once, and never more than the budget.
#include "engine/base/random.h"
#include "engine/runtime/scheduler/ledger_checks.h"
#include "engine/store/verify.h"
#include "engine/store/workspace.h"
#include "tests/integration/rest_bed.h"

#include <QProcess>

#include <boost/json/serialize.hpp>

#include <set>

using namespace gavel;

namespace {

constexpr int kKills = 30;
constexpr int kAuctionsBetween = 30;
constexpr int kBudget = 30; ///< of a campaign that pays 0.6 or so for each
constexpr const char* kReady = "end with Ctrl+C";
/// The five services from the first on, what events are pushed to, and the ad server's auctions.
enum Port : std::size_t { kAdManagement, kCollector = 5, kAuctions, kPorts };
constexpr int kUsers = 40; ///< the demonstration shows a user five of a campaign in a day

class Program
{
public:
    /// False when it ends without having said that it runs; said() tells why.
    bool start(const QStringList& arguments)
    {
        m_process.setReadChannel(QProcess::StandardError);
        m_process.start(QStringLiteral(GAVELD), arguments);
        m_said.clear();
        while (!m_said.contains(kReady) && m_process.waitForReadyRead(30'000))
            m_said += m_process.readAllStandardError();
        return m_said.contains(kReady);
    }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    bool end()
    {
        m_process.terminate();
        return m_process.waitForFinished(30'000);
    }
    const QByteArray& said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

/// A market and its ad server, each of which may be killed.
class Pair
{
public:
    explicit Pair(const QTemporaryDir& folder)
        : m_market(folder.filePath("market.gavel"))
        , m_server(folder.filePath("server.gavel"))
    {
    }
    ~Pair()
    {
        server.kill();
        market.kill();
    }
    bool startMarket()
    {
        QStringList services;
        for (std::size_t service = 0; service < 5; ++service)
            services << QString::number(m_ports[service]);
        return market.start({"serve", m_market, "--ports", services.join(','), "--collector-port",
                             QString::number(m_ports[kCollector])});
    }
    bool startServer()
    {
        return server.start({"adserver", m_server, "--join",
                             "http://127.0.0.1:" + QString::number(m_ports[kAdManagement]),
                             "--port", QString::number(m_ports[kAuctions]), "--name", "tokyo-1"});
    }
    RestClient adManagement() const { return RestClient(m_ports[kAdManagement]); }
    std::string marketFile() const { return m_market.toStdString(); }

    /// Runs auctions and keeps the ids of those that were sold.
    void sell(int auctions, std::set<std::string>& sold, base::Random& random) const
    {
        RestClient caller(m_ports[kAuctions]);
        for (int i = 0; i < auctions; ++i) {
            const std::string user = "user-" + std::to_string(random.below(kUsers));
            const auto answer
                = caller.post("/openrtb2/auction",
                              json::serialize(json::object{
                                  {"id", "r"},
                                  {"imp",
                                   json::array{json::object{{"id", "1"},
                                                            {"banner", {{"w", 728}, {"h", 90}}},
                                                            {"bidfloor", 0.5},
                                                            {"tagid", "banner_top_1"}}}},
                                  {"device", {{"devicetype", 2}}},
                                  {"user", {{"id", user}}}}));
            if (answer.status == 200)
                sold.insert(textAt(answer.json(), "bidid"));
        }
    }

    Program market;
    Program server;

private:
    QString m_market;
    QString m_server;
    std::vector<std::uint16_t> m_ports = freePorts(kPorts);
};

} // namespace

class TestAdServerKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoeverIsKilledEverySaleCountsOnce();
};

void TestAdServerKill::whoeverIsKilledEverySaleCountsOnce()
{
    QTemporaryDir folder;
    Pair pair(folder);
    QVERIFY2(pair.startMarket(), pair.market.said().constData());
    const auto made = pair.adManagement().post(
        "/campaigns",
        json::serialize(json::object{{"name", "Buyer"},
                                     {"advertiser_id", "buyer"},
                                     {"budget", kBudget},
                                     {"targeting", json::object{}},
                                     {"creative", {{"title", "Buyer"}, {"description", "b"}}}}));
    QVERIFY2(made.status == 200, made.body.c_str());
    const std::string id = textAt(made.json(), "id");
    QVERIFY2(pair.startServer(), pair.server.said().constData());
    // New money, so that not all of it is with the market's own shard.
    QCOMPARE(pair.adManagement().call("PUT", "/campaigns/" + id, "{\"status\":\"active\"}").status,
             200U);
    std::set<std::string> sold;
    base::Random random(7);
    for (int kill = 0; kill < kKills; ++kill) {
        pair.sell(static_cast<int>(1 + random.below(kAuctionsBetween)), sold, random);
        const bool isMarket = random.chance(0.5);
        Program& victim = isMarket ? pair.market : pair.server;
        victim.kill();
        if (isMarket) // the server goes on alone
            pair.sell(static_cast<int>(random.below(kAuctionsBetween)), sold, random);
        QVERIFY2(isMarket ? pair.startMarket() : pair.startServer(), victim.said().constData());
    }
    QVERIFY2(sold.size() > 20, qPrintable(QString::number(sold.size())));
    QTRY_VERIFY_WITH_TIMEOUT(pair.adManagement().get("/adservers").json().as_array().size() == 1,
                             10'000);
    QVERIFY(pair.server.end()); // ships the rest and leaves
    QVERIFY(pair.market.end());

    const auto workspace = store::Workspace::open(pair.marketFile());
    QVERIFY(workspace);
    auto reader = (*workspace)->reader();
    const auto number = [&](const char* sql) { return reader->integer(sql).value(); };
    // Sold and never answered may be more than answered, but nothing answered is missing.
    QVERIFY(number("SELECT count(DISTINCT auction) FROM event WHERE kind = 2")
            == number("SELECT count(*) FROM event WHERE kind = 2"));
    auto find = reader->prepare("SELECT count(*) FROM event WHERE kind = 2 AND auction = $1");
    for (const std::string& auction : sold) {
        const std::uint64_t known = std::stoull(auction.substr(auction.find('-') + 1));
        QVERIFY(find->bindAll(known).step().value());
        QCOMPARE(find->integer(0), 1);
        find->reset();
    }
    auto spent = reader->prepare("SELECT sum(t.spent_nanos) FROM campaign_total t JOIN name n ON "
                                 "n.id = t.campaign WHERE n.text = $1");
    QVERIFY(spent->bindAll(id).step().value());
    QVERIFY2(spent->integer(0) <= kBudget * 1'000'000'000LL,
             qPrintable(QString::number(spent->integer(0))));
    for (const auto& check : store::verify(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
    for (const auto& check : runtime::checkLedger(*reader).value())
        QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
}

QTEST_GUILESS_MAIN(TestAdServerKill)
#include "test_ad_server_kill.moc"
