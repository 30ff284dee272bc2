// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/subscriber_set.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

const QString kSet = QStringLiteral(
    "{\n"
    R"("allow": {"hosts": ["alerts.internal"], "ports": [8443]},)"
    "\n"
    R"("subscribers": [)"
    "\n"
    R"({"name": "ops", "channel": "webhook", "place": "https://alerts.internal:8443/hook",)"
    R"( "messages": ["alert"], "notification": {"format": "dingtalk"}},)"
    "\n"
    R"({"name": "one", "group": "files", "channel": "files", "place": "/var/log/gavel"},)"
    "\n"
    R"({"name": "two", "group": "files", "channel": "files", "place": "/mnt/gavel"}]})");

Result<SubscriberSet> read(const QString& text)
{
    return readSubscriberSet(text.toStdString(), "subscribers.json");
}

} // namespace

class SubscriberSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsRead();
    void badDocuments_data();
    void badDocuments();
    void thirtyTwoAndNoMore();
};

void SubscriberSetTest::aDocumentIsRead()
{
    const auto set = read(kSet);
    QVERIFY2(set, set ? "" : toString(set.error()).c_str());
    QCOMPARE(set->subscribers.size(), std::size_t{3});
    QCOMPARE(set->allow.ports, std::vector<std::uint16_t>{8443});
    QVERIFY(set->subscribers[0].form.notification->format == metrics::WebhookFormat::DingTalk);
    QVERIFY(read(QStringLiteral(R"({"subscribers": []})")).value() == SubscriberSet());
}

void SubscriberSetTest::badDocuments_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* from, const char* to, const char* where) {
        QTest::newRow(name) << from << to << where;
    };
    row("no JSON", "{\n", "\n", "subscribers.json");
    row("no subscribers", "\"subscribers\"", "\"others\"", "\"subscribers\"");
    row("unknown", "\"allow\"", "\"deny\": 1, \"allow\"", "line 2, field \"deny\"");
    row("hosts", "[\"alerts.internal\"]", "7", "line 2, field \"allow.hosts\"");
    row("port 0", "8443]", "0]", "line 2, field \"allow.ports[0]\"");
    row("port 65536", "8443]", "65536]", "line 2, field \"allow.ports[0]\"");
    row("port in words", "8443]", "\"8443\"]", "line 2, field \"allow.ports[0]\"");
    row("unknown in allow", "\"ports\"", "\"nets\"", "line 2, field \"allow.nets\"");
    row("a host that is not allowed", "[\"alerts.internal\"]", "[]",
        "line 4, field \"subscribers[0].place\"");
    row("a port that is not allowed", "[8443]", "[]", "line 4, field \"subscribers[0].place\"");
    row("no name", "\"name\": \"ops\",", "", "line 4, field \"subscribers[0].name\"");
    row("name twice", "\"two\"", "\"one\"", "line 6, field \"subscribers[2].name\"");
    row("not the same group", "/mnt/gavel\"", "/mnt/gavel\", \"retry\": {\"attempts\": 2}",
        "line 6, field \"subscribers[2].group\"");
    row("a folder from nowhere", "/mnt/gavel", "mnt/gavel",
        "line 6, field \"subscribers[2].place\"");
    row("live", "\"channel\": \"files\", \"place\": \"/mnt/gavel\"", "\"channel\": \"live\"",
        "line 6, field \"subscribers[2].channel\"");
    row("what is not told", "\"place\": \"/mnt/gavel\"",
        "\"place\": \"/mnt/gavel\", \"messages\": [\"quota\"]",
        "line 6, field \"subscribers[2].messages\"");
    row("two topics", "\"place\": \"/mnt/gavel\"",
        "\"place\": \"/mnt/gavel\", \"messages\": [\"event\", \"metric\"]",
        "line 6, field \"subscribers[2].messages\"");
    row("another topic's word", "\"place\": \"/mnt/gavel\"",
        "\"place\": \"/mnt/gavel\", \"messages\": [\"event\"], \"spans\": [\"hour\"]",
        "line 6, field \"subscribers[2].spans\"");
    row("no object",
        "{\"name\": \"two\", \"group\": \"files\", \"channel\": \"files\", "
        "\"place\": \"/mnt/gavel\"}",
        "7", "line 6, field \"subscribers[2]\"");
}

void SubscriberSetTest::badDocuments()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, where);
    QVERIFY(kSet.contains(from));
    QString text = kSet;
    const auto set = read(text.replace(from, to));
    QVERIFY(!set);
    QVERIFY2(QString::fromStdString(set.error().where).contains(where),
             toString(set.error()).c_str());
    QVERIFY(!set.error().what.empty() && !set.error().advice.empty());
}

void SubscriberSetTest::thirtyTwoAndNoMore()
{
    const auto of = [](int count) {
        QStringList all;
        for (int i = 0; i < count; ++i)
            all << QStringLiteral(R"({"name": "s%1", "channel": "files", "place": "/tmp"})").arg(i);
        return read(R"({"subscribers": [)" + all.join(',') + "]}");
    };
    QCOMPARE(of(32).value().subscribers.size(), std::size_t{32});
    QVERIFY(QString::fromStdString(of(33).error().where).contains("\"subscribers\""));
}

QTEST_GUILESS_MAIN(SubscriberSetTest)
#include "test_subscriber_set.moc"
