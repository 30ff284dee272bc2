// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies of webhooks, field by field as each service's documentation has them.
#include "engine/metrics/alerts/notification.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace gavel;
using namespace gavel::metrics;

class NotificationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void genericIsTheChangeWithItsText();
    void dingTalkAndWeComTakeMarkdown();
    void slackTakesBlocks();
    void pagerDutyTakesEvents_data();
    void pagerDutyTakesEvents();
    void pagerDutyHasSeverities();
    void textOfOthersIsNoMarkup();
    void longTextsAreCut();
};

namespace {

AlertChange firing()
{
    AlertChange change;
    change.kind = AlertChangeKind::Firing;
    change.at = {1'714'552'200'000}; // 2024-05-01T08:30:00Z
    Alert& alert = change.alert;
    alert.fingerprint = "0123456789abcdef";
    alert.rule = "disk_free";
    alert.name = "Less than 2 GiB of disk left";
    alert.description = "Make room.";
    alert.level = AlertLevel::Page;
    alert.group = "storage";
    alert.labels = {{"component", "storage"}};
    alert.state = AlertState::Firing;
    alert.triggerValue = 2'000'000'000;
    alert.latestValue = 1'500'000'000;
    return change;
}

QJsonObject bodyOf(const AlertChange& change, const NotificationTarget& target)
{
    const auto notification = notificationOf(change, target);
    if (!notification || notification->contentType != "application/json")
        return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(notification->body)).object();
}

QString text(const QJsonObject& body, const char* outer, const char* inner)
{
    return body[QLatin1String(outer)].toObject()[QLatin1String(inner)].toString();
}

const QString kHeadline
    = QStringLiteral("[page] firing: Less than 2 GiB of disk left, market (1500000000)");

} // namespace

void NotificationTest::genericIsTheChangeWithItsText()
{
    const QJsonObject body = bodyOf(firing(), {WebhookFormat::Generic, "desk-1", ""});
    QCOMPARE(body["text"].toString(), kHeadline);
    QCOMPARE(body["kind"].toString(), QStringLiteral("firing"));
    QCOMPARE(body["source"].toString(), QStringLiteral("desk-1"));
    QCOMPARE(body["at"].toDouble(), 1714552200000.0);
    QCOMPARE(text(body, "alert", "rule"), QStringLiteral("disk_free"));
    QCOMPARE(body["alert"].toObject()["trigger_value"].toDouble(), 2e9);
}

void NotificationTest::dingTalkAndWeComTakeMarkdown()
{
    const QJsonObject ding = bodyOf(firing(), {WebhookFormat::DingTalk, "desk-1", ""});
    QCOMPARE(ding["msgtype"].toString(), QStringLiteral("markdown"));
    QCOMPARE(text(ding, "markdown", "title"), kHeadline);
    const QJsonObject wecom = bodyOf(firing(), {WebhookFormat::WeCom, "desk-1", ""});
    QCOMPARE(wecom["msgtype"].toString(), QStringLiteral("markdown"));
    for (const QString& written :
         {text(ding, "markdown", "text"), text(wecom, "markdown", "content")}) {
        QVERIFY(written.startsWith(QStringLiteral("### ")));
        QVERIFY(written.contains(QStringLiteral("> **Value**: 1500000000")));
        QVERIFY(written.contains(QStringLiteral("> **Value when it fired**: 2000000000")));
        QVERIFY(written.contains(QStringLiteral("> **Time**: 2024-05-01T08:30:00Z")));
        QVERIFY(written.contains(QStringLiteral("> **Source**: desk-1")));
        QVERIFY(written.contains(QStringLiteral("> **About**: Make room.")));
    }
}

void NotificationTest::slackTakesBlocks()
{
    const QJsonObject body = bodyOf(firing(), {WebhookFormat::Slack, "desk-1", ""});
    QCOMPARE(body["text"].toString(), kHeadline);
    const QJsonArray blocks = body["blocks"].toArray();
    QCOMPARE(blocks.size(), 2);
    QCOMPARE(blocks[0].toObject()["type"].toString(), QStringLiteral("header"));
    QCOMPARE(text(blocks[0].toObject(), "text", "type"), QStringLiteral("plain_text"));
    QCOMPARE(blocks[1].toObject()["type"].toString(), QStringLiteral("section"));
    QCOMPARE(text(blocks[1].toObject(), "text", "type"), QStringLiteral("mrkdwn"));
    QVERIFY(text(blocks[1].toObject(), "text", "text")
                .contains(QStringLiteral("*Value*: 1500000000\n")));
}

void NotificationTest::pagerDutyTakesEvents_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("action");
    const auto row = [](const char* name, AlertChangeKind kind, const char* action) {
        QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(action);
    };
    row("firing", AlertChangeKind::Firing, "trigger");
    row("unmuted", AlertChangeKind::Unmuted, "trigger");
    row("acknowledged", AlertChangeKind::Acknowledged, "acknowledge");
    row("resolved", AlertChangeKind::Resolved, "resolve");
    row("pending", AlertChangeKind::Pending, "");
    row("cleared", AlertChangeKind::Cleared, "");
    row("muted", AlertChangeKind::Muted, "");
}

void NotificationTest::pagerDutyTakesEvents()
{
    QFETCH(int, kind);
    QFETCH(QString, action);
    AlertChange change = firing();
    change.kind = static_cast<AlertChangeKind>(kind);
    const NotificationTarget target{WebhookFormat::PagerDuty, "desk-1", "R0UT1NGKEY"};
    QCOMPARE(notificationOf(change, target).has_value(), !action.isEmpty());
    if (action.isEmpty())
        return;
    const QJsonObject body = bodyOf(change, target);
    QCOMPARE(body["event_action"].toString(), action);
    QCOMPARE(body["routing_key"].toString(), QStringLiteral("R0UT1NGKEY"));
    QCOMPARE(body["dedup_key"].toString(), QStringLiteral("0123456789abcdef"));
    QCOMPARE(text(body, "payload", "source"), QStringLiteral("desk-1"));
    QCOMPARE(text(body, "payload", "severity"), QStringLiteral("critical"));
    QCOMPARE(text(body, "payload", "timestamp"), QStringLiteral("2024-05-01T08:30:00Z"));
    QCOMPARE(text(body, "payload", "component"), QStringLiteral("storage"));
    QCOMPARE(text(body, "payload", "group"), QStringLiteral("storage"));
    QCOMPARE(text(body, "payload", "class"), QStringLiteral("disk_free"));
    QVERIFY(body["payload"].toObject()["custom_details"].isObject());
}

void NotificationTest::pagerDutyHasSeverities()
{
    AlertChange change = firing();
    const NotificationTarget target{WebhookFormat::PagerDuty, "", "key"};
    change.alert.level = AlertLevel::Warn;
    QCOMPARE(text(bodyOf(change, target), "payload", "severity"), QStringLiteral("warning"));
    change.alert.level = AlertLevel::Ticket;
    QCOMPARE(text(bodyOf(change, target), "payload", "severity"), QStringLiteral("info"));
    QCOMPARE(text(bodyOf(change, target), "payload", "source"), QStringLiteral("gavel"));
}

void NotificationTest::textOfOthersIsNoMarkup()
{
    AlertChange change = firing();
    change.alert.subject = "<!channel> *a* & [b](http://c)\n# d";
    const QJsonObject slack = bodyOf(change, {WebhookFormat::Slack, "", ""});
    const QString facts = text(slack["blocks"].toArray()[1].toObject(), "text", "text");
    QVERIFY(facts.contains(QStringLiteral("&lt;!channel&gt; *a* &amp; [b]")));
    const QJsonObject ding = bodyOf(change, {WebhookFormat::DingTalk, "", ""});
    QVERIFY(text(ding, "markdown", "text")
                .contains(QStringLiteral("<!channel\\> \\*a\\* & \\[b\\](http://c) \\# d")));
}

void NotificationTest::longTextsAreCut()
{
    AlertChange change = firing();
    change.alert.description.clear();
    for (int i = 0; i < 10'000; ++i)
        change.alert.description += "\xe4\xb8\xad"; // 3 bytes each
    change.alert.name = change.alert.description;
    const QJsonObject wecom = bodyOf(change, {WebhookFormat::WeCom, "", ""});
    const QByteArray content = text(wecom, "markdown", "content").toUtf8();
    QVERIFY(content.size() <= 4096 && content.size() > 4090);
    QVERIFY(!text(wecom, "markdown", "content").contains(QChar(QChar::ReplacementCharacter)));
    const QJsonObject pager = bodyOf(change, {WebhookFormat::PagerDuty, "", "key"});
    QVERIFY(text(pager, "payload", "summary").toUtf8().size() <= 1024);
    const QJsonObject slack = bodyOf(change, {WebhookFormat::Slack, "", ""});
    QVERIFY(text(slack["blocks"].toArray()[1].toObject(), "text", "text").size() <= 3000);
}

QTEST_GUILESS_MAIN(NotificationTest)
#include "test_notification.moc"
