// SPDX-License-Identifier: GPL-3.0-or-later
// Subscribers are told over real sockets and into real files.
#include "engine/gateway/distribution/webhook.h"
#include "engine/gateway/remote/remote_client.h"
#include "engine/runtime/engine.h"
#include "tests/integration/distribution_bed.h"
#include "tests/integration/scripted_service.h"
#include "tests/integration/self_signed.h"

#include <QDir>
#include <QtTest>

using namespace gavel;
using pipeline::DeadState;
using pipeline::DeliveryEnd;

namespace {

QStringList keysOf(const ScriptedService& service)
{
    QStringList keys;
    for (const ReceivedRequest& one : service.received())
        keys << QString::fromStdString(one.key);
    return keys;
}

/// The keys' numbers of all lines in the files of a folder.
QStringList linesIn(const std::string& folder)
{
    QStringList positions;
    QDir files(QString::fromStdString(folder));
    for (const QString& name : files.entryList({QStringLiteral("*.jsonl*")}, QDir::Files)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray& line : file.readAll().split('\n'))
            if (!line.isEmpty())
                positions << QString::number(QJsonDocument::fromJson(line)["position"].toInt());
    }
    return positions;
}

runtime::Outgoing outgoingTo(const std::string& place, const pipeline::AddressRule& allow)
{
    pipeline::Parcel parcel{"ops", 1, 1, 1, pipeline::BatchFormat::Json, {}, "{}"};
    return {{"ops", pipeline::Channel::Webhook, place, parcel, 1}, allow};
}

} // namespace

class DistributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAnswerIsTakenForWhatItSays();
    void aReceiverThatSaysNothingHoldsNoOther();
    void whatHadNoAnswerIsSentAgainAfterARestart();
    void filesHaveEachMessageOnce();
    void aFolderThatIsNotThereIsADeadDelivery();
    void aTestArrives();
    void redirectsAreNotFollowed();
    void addressesAreCheckedBeforeTheCall();
    void certificatesAreChecked();
    void aDeadDeliveryRaisesAnAlert();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<SelfSigned> m_known; ///< the machine trusts it
};

// Before the first call over https: the machine's authorities are read once.
void DistributionTest::initTestCase()
{
    m_known
        = std::make_unique<SelfSigned>(m_folder.filePath("known").toStdString(), "DNS:localhost");
    qputenv("SSL_CERT_FILE", QByteArray::fromStdString(m_known->certificate()));
}

void DistributionTest::everyAnswerIsTakenForWhatItSays()
{
    ScriptedService service(
        Script{{500}, {429, {}, "1"}, {200}, {400, "no"}, {200, R"({"errcode":1})"}});
    DistributionBed bed;
    bed.set({hook("ops", service.port())}, {service.port()});
    for (const char* rule : {"a", "b", "c"})
        bed.happens(rule);
    QTRY_COMPARE_WITH_TIMEOUT(keysOf(service),
                              (QStringList{"ops:1", "ops:1", "ops:1", "ops:2", "ops:3", "ops:3"}),
                              20'000);
    QTRY_COMPARE(bed.desk->subscribers().at(0).lag, std::uint64_t{0});
    QCOMPARE(bed.dead(), std::size_t{1});
    const auto received = service.received();
    QCOMPARE(received[0].target, std::string("/ops"));
    QCOMPARE(received[0].contentType, std::string("application/json"));
    QCOMPARE(received[0].body, received[2].body);
    const auto body = QJsonDocument::fromJson(QByteArray::fromStdString(received[0].body));
    QCOMPARE(body["alert"]["rule"].toString(), QString("a"));

    const auto dead = bed.desk->deadDeliveries({}).value();
    QCOMPARE(dead.at(0).key, std::string("ops:2"));
    QCOMPARE(dead.at(0).reason, std::string("answered with status 400"));
    QVERIFY(bed.desk->redrive(dead.at(0).id, "Mina").has_value());
    QTRY_COMPARE(bed.dead(DeadState::Delivered), std::size_t{1});
    QCOMPARE(keysOf(service).last(), QString("ops:2"));
}

void DistributionTest::aReceiverThatSaysNothingHoldsNoOther()
{
    ScriptedService silent(Script{{0}});
    ScriptedService quick(Script{});
    DistributionBed bed;
    bed.set({hook("silent", silent.port()), hook("quick", quick.port())},
            {silent.port(), quick.port()});
    for (const char* rule : {"a", "b", "c"})
        bed.happens(rule);
    QTRY_COMPARE(keysOf(quick), (QStringList{"quick:1", "quick:2", "quick:3"}));
    QTRY_COMPARE(keysOf(silent), QStringList{"silent:1"});
}

void DistributionTest::whatHadNoAnswerIsSentAgainAfterARestart()
{
    ScriptedService service(Script{{0}, {0}});
    DistributionBed bed;
    bed.set({hook("ops", service.port())}, {service.port()});
    bed.happens("a");
    QTRY_COMPARE(keysOf(service), QStringList{"ops:1"});
    bed.restartSender();
    QTRY_COMPARE(keysOf(service), (QStringList{"ops:1", "ops:1"}));
    bed.close();
    bed.open();
    QTRY_COMPARE(bed.desk->subscribers().at(0).counts.messages, std::uint64_t{1});
    QCOMPARE(keysOf(service), (QStringList{"ops:1", "ops:1", "ops:1"}));
    QCOMPARE(bed.dead(), std::size_t{0});
}

void DistributionTest::filesHaveEachMessageOnce()
{
    DistributionBed bed;
    QTemporaryDir out;
    const std::string folder = out.path().toStdString();
    bed.set({filesIn(folder)}, {});
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5; ++i)
            bed.happens("a");
        bed.close(); // somewhere on the way
        bed.open();
    }
    QTRY_COMPARE(bed.desk->subscribers().at(0).lag, std::uint64_t{0});
    QStringList expected;
    for (int i = 1; i <= 15; ++i)
        expected << QString::number(i);
    QStringList lines = linesIn(folder);
    std::ranges::sort(lines, {}, [](const QString& line) { return line.toInt(); });
    QCOMPARE(lines, expected);
}

void DistributionTest::aFolderThatIsNotThereIsADeadDelivery()
{
    DistributionBed bed;
    bed.set({filesIn(bed.path("nowhere"))}, {});
    bed.happens("a");
    QTRY_COMPARE(bed.dead(), std::size_t{1});
    QVERIFY(QDir().mkpath(QString::fromStdString(bed.path("nowhere"))));
    QVERIFY(bed.desk->redrive(bed.desk->deadDeliveries({}).value().at(0).id, "Mina").has_value());
    QTRY_COMPARE(linesIn(bed.path("nowhere")), QStringList{"1"});
}

void DistributionTest::aTestArrives()
{
    ScriptedService service(Script{{204}, {403}});
    DistributionBed bed;
    bed.set({hook("ops", service.port())}, {service.port()});
    auto arrived = bed.desk->sendTest("ops", "Mina");
    while (!arrived && arrived.error().code == "NOT_SENDING") // until the sender has begun
        arrived = bed.desk->sendTest("ops", "Mina");
    QVERIFY2(arrived, arrived ? "" : toString(arrived.error()).c_str());
    const auto refused = bed.desk->sendTest("ops", "Mina");
    QCOMPARE(refused.error().what, std::string("answered with status 403"));
    QCOMPARE(service.received().size(), std::size_t{2});
    QVERIFY(service.received()[0].body.find("Test of a subscriber") != std::string::npos);
    QCOMPARE(bed.dead(), std::size_t{0});
}

void DistributionTest::redirectsAreNotFollowed()
{
    ScriptedService elsewhere(Script{});
    ScriptedService service(
        Script{{302, {}, {}, "http://127.0.0.1:" + std::to_string(elsewhere.port()) + "/"}});
    DistributionBed bed;
    bed.set({hook("ops", service.port())}, {service.port(), elsewhere.port()});
    bed.happens("a");
    QTRY_COMPARE(bed.dead(), std::size_t{1});
    QVERIFY(elsewhere.received().empty());
}

void DistributionTest::addressesAreCheckedBeforeTheCall()
{
    ScriptedService service(Script{});
    const std::string place = "http://127.0.0.1:" + std::to_string(service.port()) + "/";
    const base::SystemClock clock;
    const auto outcome = gateway::postWebhook(outgoingTo(place, {{}, {service.port()}}), clock, {});
    QVERIFY(outcome->end == DeliveryEnd::Final);
    gateway::RemoteCall call;
    call.service = "ops";
    call.address = "http://localhost:" + std::to_string(service.port());
    call.mayConnect = [](std::span<const boost::asio::ip::address> all) -> Result<void> {
        return all.empty() ? Result<void>()
                           : Error{"ADDRESS_REFUSED", "ops", "private", "allow it"};
    };
    QCOMPARE(gateway::exchangeRemote(call).error().code, std::string("ADDRESS_REFUSED"));
    QVERIFY(service.received().empty());
}

void DistributionTest::certificatesAreChecked()
{
    SelfSigned unknown(m_folder.filePath("unknown").toStdString(), "DNS:localhost");
    ScriptedService good(Script{}, m_known.get());
    ScriptedService bad(Script{}, &unknown);
    const pipeline::AddressRule allow{{"localhost", "127.0.0.1"}, {good.port(), bad.port()}};
    const base::SystemClock clock;
    const auto post = [&](const char* host, const ScriptedService& service) {
        const std::string place
            = std::string("https://") + host + ":" + std::to_string(service.port()) + "/hook";
        return gateway::postWebhook(outgoingTo(place, allow), clock, {}).value();
    };
    const auto arrived = post("localhost", good);
    QVERIFY2(arrived.end == DeliveryEnd::Delivered, arrived.reason.c_str());
    QCOMPARE(good.received().at(0).target, std::string("/hook"));
    for (const auto& refused : {post("127.0.0.1", good), post("localhost", bad)}) {
        QVERIFY(refused.end == DeliveryEnd::Retry);
        QVERIFY2(refused.reason.starts_with("CERTIFICATE_REFUSED"), refused.reason.c_str());
    }
    QCOMPARE(good.received().size(), std::size_t{1});
    QVERIFY(bad.received().empty());
}

// The whole way: a rule fires, nobody takes it, and that fires.
void DistributionTest::aDeadDeliveryRaisesAnAlert()
{
    ScriptedService service(Script{{400}});
    QTemporaryDir folder;
    runtime::EngineOptions options;
    options.workspace = folder.filePath("w.gavel").toStdString();
    options.scenarioFolder = GAVEL_SCENARIO_DIR;
    options.threads = 1;
    auto engine = runtime::Engine::open(options).value();
    const base::SystemClock clock;
    gateway::Distribution distribution(engine->deliveries(), clock);
    const std::string document = documentOf({hook("ops", service.port())}, {service.port()});
    QVERIFY(engine->subscribers().setDocument(document, "Mina").has_value());
    const auto set = engine->watch().setRules(
        R"({"rules": [{"id": "disk_free", "name": "Disk", "level": "page",)"
        R"("metric": "disk_free_bytes", "condition": {"kind": "below", "limit": 1e18}},)"
        R"({"id": "dead_deliveries", "name": "Not told", "level": "warn",)"
        R"("metric": "dead_deliveries", "condition": {"kind": "above", "limit": 0}}]})",
        "Mina");
    QVERIFY2(set, set ? "" : toString(set.error()).c_str());
    const auto fires = [&](const char* rule) {
        const auto view = engine->watch().view();
        return std::ranges::any_of(view->active, [&](const runtime::AlertView& one) {
            return one.alert.rule == rule && one.alert.state == metrics::AlertState::Firing;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(fires("dead_deliveries"), 20'000);
    // The second alert is told, too: only the first was refused.
    QTRY_COMPARE_WITH_TIMEOUT(service.received().size(), std::size_t{2}, 20'000);
    const auto told
        = QJsonDocument::fromJson(QByteArray::fromStdString(service.received()[1].body));
    QCOMPARE(told["alert"]["rule"].toString(), QString("dead_deliveries"));
    QCOMPARE(told["alert"]["subject"].toString(), QString("ops"));
    const auto stage = [&] {
        return engine->pipeline()
            .status()
            .stages[static_cast<std::size_t>(runtime::PipelineStage::Distribute)];
    };
    QTRY_COMPARE_WITH_TIMEOUT(stage().total, std::uint64_t{1}, 20'000);
    QCOMPARE(stage().parts, std::uint64_t{1});
    const auto dead = engine->subscribers().deadDeliveries({}).value();
    QVERIFY(engine->subscribers().discard(dead.at(0).id, "a test", "Mina").has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!fires("dead_deliveries"), 20'000);
}

QTEST_GUILESS_MAIN(DistributionTest)
#include "test_distribution.moc"
