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
constexpr int kUsers = 40; ///< the demonstration shows a user five of a campaign in a day

std::uint16_t freePort()
{
    boost::asio::io_context context;
    const boost::asio::ip::tcp::acceptor acceptor(context,
                                                  {boost::asio::ip::address_v4::loopback(), 0});
    return acceptor.local_endpoint().port();
}

class Program
{
public:
    void start(const QStringList& arguments, const char* ready)
    {
        m_process = std::make_unique<QProcess>();
        m_process->setReadChannel(QProcess::StandardError);
        m_process->start(QStringLiteral(GAVELD), arguments);
        m_said.clear();
        while (!m_said.contains(ready) && m_process->waitForReadyRead(30'000))
            m_said += m_process->readAllStandardError();
    }
    void kill()
    {
        m_process->kill(); // SIGKILL
        m_process->waitForFinished();
    }
    bool end()
    {
        m_process->terminate();
        return m_process->waitForFinished(30'000);
    }
    const QByteArray& said() const { return m_said; }

private:
    std::unique_ptr<QProcess> m_process;
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
        for (auto* port : {&m_adManagement, &m_dsp, &m_ssp, &m_exchange, &m_dmp, &m_auctions})
            *port = freePort();
    }
    ~Pair()
    {
        server.kill();
        market.kill();
    }
    bool startMarket()
    {
        QStringList ports;
        for (const auto port : {m_adManagement, m_dsp, m_ssp, m_exchange, m_dmp})
            ports << QString::number(port);
        market.start({"serve", m_market, "--ports", ports.join(',')}, "end with Ctrl+C");
        return market.said().contains("end with Ctrl+C");
    }
    bool startServer()
    {
        server.start({"adserver", m_server, "--join",
                      "http://127.0.0.1:" + QString::number(m_adManagement), "--port",
                      QString::number(m_auctions), "--name", "tokyo-1"},
                     "end with Ctrl+C");
        return server.said().contains("end with Ctrl+C");
    }
    RestClient adManagement() const { return RestClient(m_adManagement); }
    std::string marketFile() const { return m_market.toStdString(); }

    /// Runs auctions and keeps the ids of those that were sold.
    void sell(int auctions, std::set<std::string>& sold, base::Random& random) const
    {
        RestClient caller(m_auctions);
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
    std::uint16_t m_adManagement = 0;
    std::uint16_t m_dsp = 0;
    std::uint16_t m_ssp = 0;
    std::uint16_t m_exchange = 0;
    std::uint16_t m_dmp = 0;
    std::uint16_t m_auctions = 0;
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
    QVERIFY(pair.startMarket());
    const auto made = pair.adManagement().post(
        "/campaigns",
        json::serialize(json::object{{"name", "Buyer"},
                                     {"advertiser_id", "buyer"},
                                     {"budget", kBudget},
                                     {"targeting", json::object{}},
                                     {"creative", {{"title", "Buyer"}, {"description", "b"}}}}));
    QVERIFY2(made.status == 200, made.body.c_str());
    const std::string id = textAt(made.json(), "id");
    QVERIFY(pair.startServer());
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
        QVERIFY(isMarket ? pair.startMarket() : pair.startServer());
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
