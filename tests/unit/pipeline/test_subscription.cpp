// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/pipeline/distribute/delivery.h"
#include "engine/pipeline/distribute/message_text.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

// Every field of a subscription.
const QString kWhole = QStringLiteral(
    R"({"name":"reports","group":"reporting","channel":"webhook",)"
    R"("place":"https://hooks.example.com/ads","messages":["event","alert"],)"
    R"("events":["click","conversion"],"campaigns":["camp-1"],"sources":["shard-0"],)"
    R"("format":"csv","fields":[{"name":"campaign","as":"campaign_id"},{"name":"at","as":"at"}],)"
    R"("batch":{"most_messages":500,"most_wait_ms":5000},)"
    R"("retry":{"attempts":5,"first_ms":1000,"most_ms":60000}})");

Result<Subscription> read(const QString& text, const AddressRule& rule = {})
{
    return readSubscription(text.toStdString(), "subscription", rule);
}

Message click(const char* campaign)
{
    // 2026-01-05T12:00:00.250Z: 20458 days and 12 hours after 1970 began.
    Message message{MessageKind::Event, {1'767'614'400'250}, "click", campaign, "shard-0", {}};
    return message;
}

} // namespace

class SubscriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSubscriptionComesBackAsItWent();
    void whatIsLeftOutHasItsDefault();
    void badSubscriptions_data();
    void badSubscriptions();
    void privateAddressesAreAllowedByTheRule();
    void filters_data();
    void filters();
    void membersOfAGroupWantTheSame();
    void aMessageAsJson();
    void chosenFieldsAreKeptAndRenamed();
    void aMessageAsCsv();
    void batchesAsAWhole();
    void anAlertIsANotification();
    void aNotificationComesBackAsItWent();
    void badNotifications_data();
    void badNotifications();
    void alertsAreChosen_data();
    void alertsAreChosen();
    void whatAFormatHasNoWordForIsNotTaken();
    void errorsBehindAGoodStatus();
};

void SubscriptionTest::aSubscriptionComesBackAsItWent()
{
    const auto subscription = read(kWhole);
    QVERIFY2(subscription, subscription ? "" : toString(subscription.error()).c_str());
    QVERIFY(subscription->channel == Channel::Webhook);
    QCOMPARE(subscription->filter.events, (std::vector<std::string>{"click", "conversion"}));
    QCOMPARE(subscription->form.fields.front().as, std::string("campaign_id"));
    QCOMPARE(subscription->batch.mostMessages, 500U);
    QCOMPARE(subscription->retry.attempts, 5U);
    const std::string again = base::jsonText(subscriptionJson(*subscription));
    QString whole = kWhole; // a megabyte unless it says otherwise
    whole.replace(QStringLiteral("5000}"), QStringLiteral("5000,\"most_bytes\":1048576}"));
    QCOMPARE(QString::fromStdString(again), whole);
}

void SubscriptionTest::whatIsLeftOutHasItsDefault()
{
    const auto live
        = read(QStringLiteral(R"({"name":"console","group":"people","channel":"live"})"));
    QVERIFY(live);
    QVERIFY(live->filter == MessageFilter());
    QVERIFY(live->form == MessageForm());
    QCOMPARE(live->batch.mostMessages, 500U);
    QCOMPARE(live->batch.mostWaitMs, 5'000);
    QCOMPARE(live->retry.attempts, 8U);
}

void SubscriptionTest::badSubscriptions_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* from, const char* to, const char* where) {
        QTest::newRow(name) << from << to << where;
    };
    row("no JSON", "{\"name\"", "\"name\"", "subscription");
    row("no name", "\"name\":\"reports\",", "", "\"name\"");
    row("name", "\"reports\"", "\"re ports\"", "\"name\"");
    row("long name", "\"reports\"",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", "\"name\"");
    row("group", "\"reporting\"", "\"\"", "\"group\"");
    row("channel", "webhook", "pigeon", "\"channel\"");
    row("no place", "https://hooks.example.com/ads", "", "\"place\"");
    row("no address", "https://hooks.example.com/ads", "hooks", "\"place\"");
    row("private", "hooks.example.com", "192.168.0.1", "\"place\"");
    row("port", "hooks.example.com", "hooks.example.com:8080", "\"place\"");
    row("place of a live channel", "webhook", "live", "\"place\"");
    row("message", "\"alert\"", "\"letter\"", "\"messages\"");
    row("event", "\"conversion\"", "\"purchase\"", "\"events\"");
    row("campaigns", "[\"camp-1\"]", "\"camp-1\"", "\"campaigns\"");
    row("source", "[\"shard-0\"]", "[7]", "\"sources[0]\"");
    row("format", "\"csv\"", "\"xml\"", "\"format\"");
    row("fields", "{\"name\":\"at\",\"as\":\"at\"}", "\"at\"", "\"fields[1]\"");
    row("field without name", "{\"name\":\"at\",\"as\":\"at\"}", "{\"as\":\"at\"}",
        "\"fields[1].name\"");
    row("empty field", "\"as\":\"at\"", "\"as\":\"\"", "\"fields[1].as\"");
    row("field twice", "\"as\":\"at\"", "\"as\":\"campaign_id\"", "\"fields[1].as\"");
    row("unknown in a field", "\"as\":\"at\"", "\"As\":\"at\"", "\"fields[1].As\"");
    row("no messages", "500,", "0,", "\"batch.most_messages\"");
    row("too many messages", "500,", "10001,", "\"batch.most_messages\"");
    row("too few bytes", "\"most_messages\":500", "\"most_bytes\":1023", "\"batch.most_bytes\"");
    row("too many bytes", "\"most_messages\":500", "\"most_bytes\":1048577",
        "\"batch.most_bytes\"");
    row("span", "\"sources\"", "\"spans\":[\"week\"],\"sources\"", "\"spans\"");
    row("counters", "\"sources\"", "\"of\":[\"session\"],\"sources\"", "\"of\"");
    row("quarantined", "\"sources\"", "\"quarantined\":\"no\",\"sources\"", "\"quarantined\"");
    row("negative wait", "5000}", "-1}", "\"batch.most_wait_ms\"");
    row("wait in words", "5000}", "\"5 s\"}", "\"batch.most_wait_ms\"");
    row("no attempts", "\"attempts\":5", "\"attempts\":0", "\"retry.attempts\"");
    row("too many attempts", "\"attempts\":5", "\"attempts\":21", "\"retry.attempts\"");
    row("no first wait", "\"first_ms\":1000", "\"first_ms\":0", "\"retry.first_ms\"");
    row("cap below the first", "60000", "999", "\"retry.most_ms\"");
    row("unknown", "\"batch\"", "\"colour\":1,\"batch\"", "\"colour\"");
    row("unknown in batch", "\"most_wait_ms\"", "\"colour\":1,\"most_wait_ms\"",
        "\"batch.colour\"");
}

void SubscriptionTest::badSubscriptions()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, where);
    QVERIFY(kWhole.contains(from));
    QString text = kWhole;
    const auto subscription = read(text.replace(from, to));
    QVERIFY(!subscription);
    QVERIFY2(QString::fromStdString(subscription.error().where).contains(where),
             toString(subscription.error()).c_str());
    QVERIFY(!subscription.error().advice.empty());
    // A file has room for many batches, and a CSV file needs its columns.
    QVERIFY(!read(QStringLiteral(
        R"({"name":"a","group":"b","channel":"files","place":"out","format":"json-array"})")));
    QVERIFY(!read(QStringLiteral(
        R"({"name":"a","group":"b","channel":"files","place":"out","format":"csv"})")));
    QVERIFY(!read(QStringLiteral(R"({"name":"a","group":"b","channel":"files"})")));
    QVERIFY(read(QStringLiteral(R"({"name":"a","group":"b","channel":"files","place":"out"})")));
}

void SubscriptionTest::privateAddressesAreAllowedByTheRule()
{
    QString text = kWhole;
    text.replace("https://hooks.example.com", "http://127.0.0.1:9000");
    const auto refused = read(text);
    QCOMPARE(refused.error().code, std::string("ADDRESS_REFUSED"));
    QVERIFY(read(text, {{"127.0.0.1"}, {9000}}));
}

void SubscriptionTest::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("expected");
    QTest::newRow("everything") << "" << true;
    QTest::newRow("kind") << R"("messages":["event"],)" << true;
    QTest::newRow("another kind") << R"("messages":["metric","quota","alert","system"],)" << false;
    QTest::newRow("event") << R"("events":["bid","click"],)" << true;
    QTest::newRow("another event") << R"("events":["bid"],)" << false;
    QTest::newRow("campaign") << R"("campaigns":["camp-2","camp-1"],)" << true;
    QTest::newRow("another campaign") << R"("campaigns":["camp-2"],)" << false;
    QTest::newRow("source") << R"("sources":["shard-0"],)" << true;
    QTest::newRow("another source") << R"("sources":["shard-1"],)" << false;
    QTest::newRow("what counts") << R"("messages":["event"],"quarantined":false,)" << true;
    QTest::newRow("what was put aside") << R"("messages":["event"],"quarantined":true,)" << false;
    QTest::newRow("all must fit") << R"("events":["click"],"campaigns":["camp-2"],)" << false;
}

void SubscriptionTest::filters()
{
    QFETCH(QString, filter);
    QFETCH(bool, expected);
    const auto subscription
        = read("{" + filter + QStringLiteral(R"("name":"a","group":"b","channel":"live"})"));
    QVERIFY(subscription);
    QCOMPARE(subscription->filter.matches(click("camp-1")), expected);
    // What is of no campaign fits only where no campaign is named.
    QCOMPARE(subscription->filter.matches({MessageKind::Event, {}, "click", "", "shard-0", {}}),
             expected && !filter.contains("campaigns"));
}

void SubscriptionTest::membersOfAGroupWantTheSame()
{
    const Subscription one = read(kWhole).value();
    Subscription other = one;
    other.name = "reports-2";
    other.channel = Channel::Files;
    other.place = "out";
    QVERIFY(one.fitsTogether(other));
    other.filter.events = {"click"};
    QVERIFY(!one.fitsTogether(other));
    other = one;
    other.form.fields.pop_back();
    QVERIFY(!one.fitsTogether(other));
    other = one;
    other.batch.mostWaitMs = 1;
    QVERIFY(!one.fitsTogether(other));
    other = one;
    other.retry.attempts = 1;
    QVERIFY(!one.fitsTogether(other));
}

void SubscriptionTest::aMessageAsJson()
{
    Message message = click("camp-1");
    message.fields = {{"amount", 660'000'000}, {"user", "\"u\""}, {"kind", "not this one"}};
    const std::string expected
        = R"({"position":7,"kind":"event","at":"2026-01-05T12:00:00.250Z","event":"click",)"
          R"("campaign":"camp-1","source":"shard-0","amount":660000000,"user":"\"u\""})";
    QCOMPARE(messageText(7, message, {}), expected);
    const Message system{MessageKind::System, {0}, "", "", "", {}};
    const std::string bare = R"({"position":8,"kind":"system","at":"1970-01-01T00:00:00Z"})";
    QCOMPARE(messageText(8, system, {}), bare);
}

void SubscriptionTest::chosenFieldsAreKeptAndRenamed()
{
    Message message = click("camp-1");
    message.fields = {{"amount", 5}, {"user", "u"}};
    const MessageForm form{{{"user", "person"}, {"position", "n"}, {"nothing", "x"}}, {}};
    const std::string expected = R"({"person":"u","n":7})";
    QCOMPARE(messageText(7, message, form), expected);
}

void SubscriptionTest::aMessageAsCsv()
{
    Message message = click("a,b");
    message.fields = {{"text", "say \"hi\"\r\n"}, {"formula", "=1+1"}, {"minus", -5},
                      {"list", {1, 2}},           {"no", nullptr},     {"yes", true}};
    const MessageForm form{{{"nothing", "nothing"},
                            {"campaign", "the campaign"},
                            {"text", "te,xt"},
                            {"formula", "=f"},
                            {"minus", "minus"},
                            {"list", "list"},
                            {"no", "no"},
                            {"yes", "yes"}},
                           BatchFormat::Csv};
    // RFC 4180: quoted for comma, quote and line end, with quotes doubled.
    QCOMPARE(messageText(7, message, form),
             std::string(",\"a,b\",\"say \"\"hi\"\"\r\n\",'=1+1,-5,\"[1,2]\",,true"));
    QCOMPARE(headerText(form), std::string("nothing,the campaign,\"te,xt\",'=f,minus,list,no,yes"));
}

void SubscriptionTest::batchesAsAWhole()
{
    const auto batch = [](BatchFormat format, const std::string& header) {
        std::string texts;
        appendText(texts, "1", format);
        appendText(texts, "2", format);
        return batchText(header, texts, format);
    };
    QCOMPARE(batch(BatchFormat::JsonLines, ""), std::string("1\n2\n"));
    QCOMPARE(batch(BatchFormat::JsonArray, ""), std::string("[1,2]"));
    QCOMPARE(batch(BatchFormat::Csv, "n"), std::string("n\r\n1\r\n2\r\n"));
    QCOMPARE(std::string(contentType(BatchFormat::JsonLines)), std::string("application/x-ndjson"));
    QCOMPARE(std::string(contentType(BatchFormat::Csv)), std::string("text/csv; charset=utf-8"));
    QCOMPARE(std::string(contentType(BatchFormat::JsonArray)), std::string("application/json"));
}

namespace {

const QString kPager = QStringLiteral(
    R"({"name":"ops","group":"ops","channel":"webhook","place":"https://events.pagerduty.com/v2/",)"
    R"("messages":["alert"],"events":[],"campaigns":[],"sources":[],)"
    R"("alerts":{"least_level":"warn","rules":["disk_free","log_large"],"groups":["storage"]},)"
    R"("notification":{"format":"pagerduty","source":"desk-1","routing_key":"key-1"},)"
    R"("retry":{"attempts":8,"first_ms":1000,"most_ms":300000},"enabled":false})");

metrics::AlertChange diskFull()
{
    metrics::AlertChange change;
    change.kind = metrics::AlertChangeKind::Firing;
    change.at = {1'767'614'400'250};
    change.alert.rule = "disk_free";
    change.alert.name = "Disk";
    change.alert.group = "storage";
    change.alert.subject = "disk";
    change.alert.level = metrics::AlertLevel::Warn;
    return change;
}

} // namespace

void SubscriptionTest::anAlertIsANotification()
{
    const Message message = messageOf(diskFull());
    QVERIFY(message.kind == MessageKind::Alert);
    QCOMPARE(message.source, std::string("disk"));
    const auto plain = base::parseJson(messageText(7, message, {}), "text")->as_object();
    QCOMPARE(plain.at("change").as_string(), "firing");
    QCOMPARE(plain.at("position").to_number<int>(), 7);
    QCOMPARE(plain.at("alert").as_object().at("rule").as_string(), "disk_free");
    const Subscription pager = read(kPager).value();
    QVERIFY(pager.takes(message));
    const auto body = base::parseJson(messageText(7, message, pager.form), "text")->as_object();
    QCOMPARE(body.at("routing_key").as_string(), "key-1");
    QCOMPARE(body.at("payload").as_object().at("source").as_string(), "desk-1");
    std::string texts;
    appendText(texts, "{}", pager.form.format);
    QCOMPARE(batchText({}, texts, pager.form.format), std::string("{}"));
    QCOMPARE(std::string(contentType(pager.form.format)), std::string("application/json"));
}

void SubscriptionTest::aNotificationComesBackAsItWent()
{
    const Subscription pager = read(kPager).value();
    QVERIFY(!pager.isEnabled);
    QCOMPARE(pager.batch.mostMessages, 1U);
    QCOMPARE(QString::fromStdString(base::jsonText(subscriptionJson(pager))), kPager);
    // The short form: its group is its own name, all alerts, up to five minutes between tries.
    const Subscription brief = read(QStringLiteral(R"({"name":"a","channel":"webhook",)"
                                                   R"("place":"https://x.example.com/",)"
                                                   R"("notification":{"format":"slack"}})"))
                                   .value();
    QCOMPARE(brief.group, std::string("a"));
    QVERIFY(brief.filter.kinds == std::vector{MessageKind::Alert});
    QVERIFY(brief.filter.alerts == AlertFilter());
    QCOMPARE(brief.retry.mostMs, 300'000);
}

void SubscriptionTest::badNotifications_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* from, const char* to, const char* where) {
        QTest::newRow(name) << from << to << where;
    };
    row("no format", "\"format\":\"pagerduty\",", "", "\"notification.format\"");
    row("format", "\"pagerduty\"", "\"pigeon\"", "\"notification.format\"");
    row("no key", ",\"routing_key\":\"key-1\"", "", "\"notification.routing_key\"");
    row("blank key", "\"key-1\"", "\" \"", "\"notification.routing_key\"");
    row("a key without use", "\"pagerduty\"", "\"slack\"", "\"notification.routing_key\"");
    row("unknown", "\"source\"", "\"colour\"", "\"notification.colour\"");
    row("no object", "{\"format\":\"pagerduty\",\"source\":\"desk-1\",\"routing_key\":\"key-1\"}",
        "7", "\"notification\"");
    row("of files", "webhook", "files", "\"notification\"");
    row("with a format", "\"retry\"", "\"format\":\"jsonl\",\"retry\"", "\"format\"");
    row("with fields", "\"retry\"", "\"fields\":[],\"retry\"", "\"fields\"");
    row("with a batch", "\"retry\"", "\"batch\":{},\"retry\"", "\"batch\"");
    row("of events", "[\"alert\"]", "[\"event\"]", "\"messages\"");
    row("level", "\"warn\"", "\"loud\"", "\"alerts.least_level\"");
    row("rules", "[\"disk_free\",\"log_large\"]", "\"disk_free\"", "\"alerts.rules\"");
    row("groups", "[\"storage\"]", "[7]", "\"alerts.groups[0]\"");
    row("unknown in alerts", "\"groups\"", "\"teams\"", "\"alerts.teams\"");
    row("enabled", "false", "0", "\"enabled\"");
}

void SubscriptionTest::badNotifications()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, where);
    QVERIFY(kPager.contains(from));
    QString text = kPager;
    const auto subscription = read(text.replace(from, to));
    QVERIFY(!subscription);
    QVERIFY2(QString::fromStdString(subscription.error().where).contains(where),
             toString(subscription.error()).c_str());
    QVERIFY(!subscription.error().advice.empty());
    // One message alone is a request of its own.
    const auto many = read(QStringLiteral(
        R"({"name":"a","channel":"webhook","place":"https://x.example.com/","format":"json",)"
        R"("batch":{"most_messages":2}})"));
    QVERIFY(QString::fromStdString(many.error().where).contains("batch.most_messages"));
}

void SubscriptionTest::alertsAreChosen_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("expected");
    QTest::newRow("all") << "{}" << true;
    QTest::newRow("its level") << R"({"least_level":"warn"})" << true;
    QTest::newRow("a lower level") << R"({"least_level":"ticket"})" << true;
    QTest::newRow("a higher level") << R"({"least_level":"page"})" << false;
    QTest::newRow("its rule") << R"({"rules":["log_large","disk_free"]})" << true;
    QTest::newRow("another rule") << R"({"rules":["log_large"]})" << false;
    QTest::newRow("its group") << R"({"groups":["storage"]})" << true;
    QTest::newRow("another group") << R"({"groups":["market"]})" << false;
    QTest::newRow("all must fit") << R"({"rules":["disk_free"],"groups":["market"]})" << false;
}

void SubscriptionTest::alertsAreChosen()
{
    QFETCH(QString, filter);
    QFETCH(bool, expected);
    const auto subscription = read(QStringLiteral(R"({"name":"a","channel":"files",)"
                                                  R"("place":"/tmp","alerts":)")
                                   + filter + "}");
    QVERIFY(subscription);
    QCOMPARE(subscription->takes(messageOf(diskFull())), expected);
    QVERIFY(subscription->takes(click("camp-1"))); // what is no alert passes
}

void SubscriptionTest::whatAFormatHasNoWordForIsNotTaken()
{
    const Subscription pager = read(kPager).value();
    metrics::AlertChange muted = diskFull();
    muted.kind = metrics::AlertChangeKind::Muted;
    QVERIFY(!pager.takes(messageOf(muted)));
    QVERIFY(!pager.takes(click("camp-1")));
}

// DingTalk's and WeCom's robots say so in the body.
void SubscriptionTest::errorsBehindAGoodStatus()
{
    const auto end
        = [](unsigned status, const char* body) { return outcomeOf(status, body, 5).end; };
    QVERIFY(end(200, R"({"errcode":0,"errmsg":"ok"})") == DeliveryEnd::Delivered);
    QVERIFY(end(200, R"({"errcode":45009,"errmsg":"freq"})") == DeliveryEnd::Retry);
    QVERIFY(end(400, R"({"errcode":0})") == DeliveryEnd::Final);
    for (const char* body : {"", "ok", "[7]", "7", R"({"errcode":"0"})", R"({"ok":true})"})
        QVERIFY(end(200, body) == DeliveryEnd::Delivered);
    QCOMPARE(outcomeOf(200, R"({"errcode":45009,"errmsg":"freq"})", 5).reason,
             std::string("answered with errcode 45009: freq"));
    QCOMPARE(outcomeOf(429, "", 5).leastWaitMs, 5);
}

QTEST_GUILESS_MAIN(SubscriptionTest)
#include "test_subscription.moc"
