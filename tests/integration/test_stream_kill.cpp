// SPDX-License-Identifier: GPL-3.0-or-later
// `gaveld serve` killed while events are streamed to it: what is sent again counts once.
#include "engine/pipeline/intake/event_ids.h"
#include "engine/pipeline/intake/flow_check.h"
#include "engine/pipeline/pipeline_tables.h"
#include "engine/store/workspace.h"
#include "tests/integration/served.h"
#include "tests/integration/stream_client.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace gavel;

namespace {

std::string messageOf(int number)
{
    return "{\"sequence\": " + std::to_string(number)
        + "}\n{\"eventType\":\"CLICK\",\"advertisementId\":\"ad-1\",\"campaignId\":\"camp-1\"}";
}

} // namespace

class StreamKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentAgainAfterAKillCountsOnce()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("killed.gavel");
        constexpr int kMessages = 400;
        int acknowledged = 0;
        for (int life = 1; life <= 4; ++life) {
            Served served(file);
            QVERIFY(served.runs());
            StreamClient client(served.collectorPort(), "?source=edge-1");
            QVERIFY(client.isOpen());
            // Nothing that was acknowledged is lost; more may be there.
            const auto known = static_cast<int>(
                client.hello.as_object().at("sequence").to_number<std::int64_t>());
            QVERIFY(known >= acknowledged);
            const int last = life == 4 ? kMessages : life * 80;
            for (int number = acknowledged + 1; number <= kMessages; ++number)
                client.send(messageOf(number));
            while (acknowledged < last) {
                const auto answer = client.read();
                QVERIFY(answer.is_object() && answer.as_object().contains("ack"));
                ++acknowledged;
            }
            served.kill();
        }
        const auto rooms = pipeline::pipelineMigrations();
        const auto workspace = store::Workspace::open(
            file.toStdString(), std::vector<store::Migration>(rooms.begin(), rooms.end()));
        QVERIFY(workspace);
        auto reader = (*workspace)->reader();
        QCOMPARE(pipeline::countEventIds(*reader).value(), kMessages);
        QCOMPARE(reader->integer("SELECT sum(stored) FROM batch").value(), kMessages);
        QCOMPARE(reader->integer("SELECT max(position) FROM collector").value(), kMessages);
        const auto check = pipeline::checkFlow(*reader);
        QVERIFY(check);
        QVERIFY2(check->ok, check->detail.c_str());
    }
};

QTEST_GUILESS_MAIN(StreamKillTest)
#include "test_stream_kill.moc"
