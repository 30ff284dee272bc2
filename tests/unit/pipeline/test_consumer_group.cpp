// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "tests/unit/pipeline/delivery_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

ConsumerGroup groupOf(std::initializer_list<const char*> members, std::uint64_t from = 0)
{
    ConsumerGroup group("g", from, base::Random(7));
    for (const char* member : members)
        group.join(memberOf("g", member)).value();
    return group;
}

void offer(ConsumerGroup& group, std::uint64_t first, std::uint64_t last, TimeMs now = kStart)
{
    for (std::uint64_t position = first; position <= last; ++position)
        group.offer(position, messageOf(), now);
}

/// Tries until it is given up, and says when each try was.
std::optional<DeadDelivery> tryUntilDead(ConsumerGroup& group, TimeMs& now,
                                         std::vector<std::int64_t>& waits)
{
    while (true) {
        const auto delivery = group.decide(now);
        const auto news = group.note(*delivery, kFailed, now).value();
        if (news.dead)
            return news.dead;
        waits.push_back(group.dueAt() - now);
        now = group.dueAt();
    }
}

ConsumerGroup restored(const ConsumerGroup& group)
{
    auto again = ConsumerGroup::restore(group.state(), "groups[0]", base::Random(7)).value();
    for (const std::string& member : group.status().members)
        again.join(memberOf("g", member)).value();
    return again;
}

} // namespace

class ConsumerGroupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aParcelIsFullOrHasWaited();
    void aParcelHasAtMostAMebibyte();
    void aParcelKeepsItsKeyAndItsHeaders();
    void whatTheFilterLeavesOutIsPassed();
    void oneMemberGetsTheParcelsInOrder();
    void membersShareTheParcels();
    void aMemberThatLeavesGivesItsParcelBack();
    void membersMustFitTogether();
    void aChangedFormBeginsAParcel();
    void failuresBackOffAndEndDead();
    void aReceiverMayAskForALongerWait();
    void aFinalRefusalIsDeadAtOnce();
    void statusesAsOutcomes_data();
    void statusesAsOutcomes();
    void aDeadDeliveryIsRedrivenUnderItsKey();
    void redrivingIsLimited();
    void discardingNeedsAReason();
    void deadDeliveriesComeBackAsTheyWent();
    void badDeadDeliveries_data();
    void badDeadDeliveries();
    void positionsCountUpByOne();
    void whatIsGoneIsCountedAndTold();
    void aBatchIsClosedByItsBytes();
    void aFullGroupReadsOnLater();
    void afterARestartTheSameParcelsAreMade();
    void whatWasDeliveredOutOfOrderIsNotSentAgain();
    void positionsThatAreGoneArePassed();
    void outcomesOfNothing();
    void badStates_data();
    void badStates();
};

void ConsumerGroupTest::aParcelIsFullOrHasWaited()
{
    ConsumerGroup group = groupOf({"a"});
    QVERIFY(group.dueAt() == TimeMs{INT64_MAX});
    offer(group, 1, 2);
    QVERIFY(group.dueAt() == kStart + 1'000);
    QVERIFY(!group.decide(kStart + 999));
    QCOMPARE(told(group.decide(kStart + 1'000)), std::string("a g:1 #1 1,2"));
    ConsumerGroup full = groupOf({"a"});
    offer(full, 1, 4);
    QVERIFY(full.dueAt() == kStart);
    QCOMPARE(told(full.decide(kStart)), std::string("a g:1 #1 1,2,3"));
}

void ConsumerGroupTest::aParcelHasAtMostAMebibyte()
{
    Subscription member = memberOf("g", "a");
    member.form = {};
    member.batch.mostMessages = 10'000;
    ConsumerGroup group("g", 0, base::Random(7));
    group.join(member).value();
    Message message = messageOf();
    message.fields = {{"text", std::string(300'000, 'x')}};
    for (std::uint64_t position = 1; position <= 5; ++position)
        group.offer(position, message, kStart);
    // Three of 300 kB are below 1 048 576 bytes, four are above.
    const auto delivery = group.decide(kStart);
    QCOMPARE(delivery->parcel.count, 3U);
    QCOMPARE(delivery->parcel.last, std::uint64_t{3});
    // One that is larger alone goes alone.
    message.fields = {{"text", std::string(2'000'000, 'x')}};
    ConsumerGroup other("g", 0, base::Random(7));
    other.join(member).value();
    other.offer(1, message, kStart);
    other.offer(2, message, kStart);
    QCOMPARE(other.decide(kStart)->parcel.count, 1U);
}

void ConsumerGroupTest::aParcelKeepsItsKeyAndItsHeaders()
{
    ConsumerGroup group = groupOf({"a"}, 41);
    offer(group, 42, 44);
    const auto delivery = group.decide(kStart).value();
    QCOMPARE(delivery.place, std::string("https://a.example.com/"));
    QVERIFY(delivery.channel == Channel::Webhook);
    QCOMPARE(delivery.parcel.body(), std::string("{\"n\":42}\n{\"n\":43}\n{\"n\":44}\n"));
    const std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Type", "application/x-ndjson"}, {"Idempotency-Key", "g:42"}};
    QVERIFY(delivery.headers() == headers);
}

void ConsumerGroupTest::whatTheFilterLeavesOutIsPassed()
{
    Subscription member = memberOf("g", "a");
    member.filter.events = {"click"};
    ConsumerGroup group("g", 0, base::Random(7));
    group.join(member).value();
    QVERIFY(group.offer(1, messageOf("bid"), kStart) == Offered::Taken);
    QCOMPARE(group.committed(), std::uint64_t{1});
    group.offer(2, messageOf("click"), kStart);
    group.offer(3, messageOf("bid"), kStart);
    QCOMPARE(group.committed(), std::uint64_t{1});
    const auto delivery = group.decide(kStart + 1'000);
    QCOMPARE(told(delivery), std::string("a g:2 #1 2"));
    QVERIFY(group.note(*delivery, kDelivered, kStart)->isDelivered);
    QCOMPARE(group.committed(), std::uint64_t{3});
}

void ConsumerGroupTest::oneMemberGetsTheParcelsInOrder()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 9);
    const auto first = group.decide(kStart);
    QCOMPARE(told(first), std::string("a g:1 #1 1,2,3"));
    QVERIFY(!group.decide(kStart)); // one at a time
    QVERIFY(group.note(*first, kFailed, kStart));
    const TimeMs again = group.dueAt();
    QVERIFY(again > kStart && again <= kStart + 1'000);
    QVERIFY(!group.decide(kStart)); // the next one waits until this one is done
    const auto retry = group.decide(again);
    QCOMPARE(told(retry), std::string("a g:1 #2 1,2,3"));
    QVERIFY(group.note(*retry, kDelivered, again));
    QCOMPARE(told(group.decide(again)), std::string("a g:4 #1 4,5,6"));
    QCOMPARE(group.committed(), std::uint64_t{3});
}

void ConsumerGroupTest::membersShareTheParcels()
{
    ConsumerGroup group = groupOf({"c", "a", "b"});
    offer(group, 1, 15);
    const auto one = group.decide(kStart);
    const auto two = group.decide(kStart);
    const auto three = group.decide(kStart);
    QCOMPARE(told(one), std::string("a g:1 #1 1,2,3"));
    QCOMPARE(told(two), std::string("b g:4 #1 4,5,6"));
    QCOMPARE(told(three), std::string("c g:7 #1 7,8,9"));
    QVERIFY(!group.decide(kStart));
    QVERIFY(group.dueAt() == TimeMs{INT64_MAX});
    // Done out of order: committed is what nothing before is missing of.
    QVERIFY(group.note(*two, kDelivered, kStart));
    QCOMPARE(group.committed(), std::uint64_t{0});
    QCOMPARE(told(group.decide(kStart)), std::string("b g:10 #1 10,11,12"));
    QVERIFY(group.note(*one, kDelivered, kStart));
    QCOMPARE(group.committed(), std::uint64_t{6});
    // A member that is down does not keep its parcel.
    QVERIFY(group.note(*three, kFailed, kStart));
    const auto other = group.decide(kStart + 1'000);
    QVERIFY(other);
    QCOMPARE(told(other), std::string("a g:7 #2 7,8,9"));
    QCOMPARE(told(group.decide(kStart + 1'000)), std::string("c g:13 #1 13,14,15"));
}

void ConsumerGroupTest::aMemberThatLeavesGivesItsParcelBack()
{
    ConsumerGroup group = groupOf({"a", "b"});
    offer(group, 1, 3);
    const auto lost = group.decide(kStart);
    QCOMPARE(told(lost), std::string("a g:1 #1 1,2,3"));
    QVERIFY(group.leave("a"));
    QVERIFY(!group.leave("a"));
    const auto again = group.decide(kStart);
    QCOMPARE(told(again), std::string("b g:1 #2 1,2,3"));
    // What the first one says now is not about this attempt.
    QVERIFY(!group.note(*lost, kFailed, kStart));
    QVERIFY(group.note(*again, kDelivered, kStart));
    QCOMPARE(group.committed(), std::uint64_t{3});
    // Without members nothing is taken, and nothing is lost.
    group.leave("b");
    QVERIFY(group.offer(4, messageOf(), kStart) == Offered::Later);
    QVERIFY(!group.decide(kStart));
    QCOMPARE(group.wantsFrom(), std::uint64_t{4});
}

void ConsumerGroupTest::membersMustFitTogether()
{
    ConsumerGroup group = groupOf({"a"});
    Subscription other = memberOf("g", "b");
    other.filter.events = {"click"};
    const auto joined = group.join(other);
    QVERIFY(!joined);
    QCOMPARE(joined.error().code, std::string("GROUP_DIFFERS"));
    // Alone, it may change.
    other.name = "a";
    QVERIFY(group.join(other));
    QCOMPARE(group.status().members, std::vector<std::string>{"a"});
}

void ConsumerGroupTest::aChangedFormBeginsAParcel()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 2);
    Subscription changed = memberOf("g", "a");
    changed.form = {{{"position", "n"}}, BatchFormat::Csv};
    group.join(changed).value();
    offer(group, 3, 3);
    const auto before = group.decide(kStart).value();
    QCOMPARE(before.parcel.body(), std::string("{\"n\":1}\n{\"n\":2}\n"));
    group.note(before, kDelivered, kStart).value();
    QCOMPARE(group.decide(kStart + 1'000)->parcel.body(), std::string("n\r\n3\r\n"));
}

void ConsumerGroupTest::failuresBackOffAndEndDead()
{
    Subscription member = memberOf("g", "a");
    member.retry = {1'000, 4'000, 5};
    ConsumerGroup group("g", 0, base::Random(7));
    group.join(member).value();
    offer(group, 1, 6);
    TimeMs now = kStart;
    std::vector<std::int64_t> waits;
    const auto dead = tryUntilDead(group, now, waits);
    // Five tries, four waits, bounded by 1, 2, 4 and again 4 s.
    QCOMPARE(waits.size(), std::size_t{4});
    const std::vector<std::int64_t> bounds{1'000, 2'000, 4'000, 4'000};
    for (std::size_t i = 0; i < waits.size(); ++i)
        QVERIFY(waits[i] >= 1 && waits[i] <= bounds[i]);
    QCOMPARE(dead->id(), std::string("g:1"));
    QCOMPARE(dead->attempts, 5U);
    QCOMPARE(dead->reason, std::string("no answer"));
    QCOMPARE(dead->parcel.texts, std::string("{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n"));
    QVERIFY(dead->state == DeadState::Open);
    QVERIFY(dead->at == now);
    // The group goes on behind it.
    QCOMPARE(group.committed(), std::uint64_t{3});
    QCOMPARE(told(group.decide(now)), std::string("a g:4 #1 4,5,6"));
    const DeliveryCounts counts{0, 0, 4, 1};
    QVERIFY(group.status().counts == counts);
    QCOMPARE(group.status().lastFailure, std::string("no answer"));
}

void ConsumerGroupTest::aReceiverMayAskForALongerWait()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 3);
    const auto delivery = group.decide(kStart);
    QVERIFY(group.note(*delivery, outcomeOf(503, 60'000), kStart));
    QVERIFY(group.dueAt() == kStart + 60'000);
}

void ConsumerGroupTest::aFinalRefusalIsDeadAtOnce()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 3);
    const auto news = group.note(*group.decide(kStart), kRefused, kStart).value();
    QVERIFY(!news.isDelivered);
    QCOMPARE(news.dead->attempts, 1U);
    QCOMPARE(group.committed(), std::uint64_t{3});
}

void ConsumerGroupTest::statusesAsOutcomes_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<int>("end");
    for (const unsigned status : {200U, 201U, 202U, 204U, 299U})
        QTest::addRow("%u", status) << status << static_cast<int>(DeliveryEnd::Delivered);
    for (const unsigned status : {408U, 425U, 429U, 500U, 502U, 503U, 504U, 599U})
        QTest::addRow("%u", status) << status << static_cast<int>(DeliveryEnd::Retry);
    for (const unsigned status : {0U, 100U, 301U, 302U, 400U, 401U, 404U, 409U, 410U, 413U, 422U})
        QTest::addRow("%u", status) << status << static_cast<int>(DeliveryEnd::Final);
}

void ConsumerGroupTest::statusesAsOutcomes()
{
    QFETCH(unsigned, status);
    QFETCH(int, end);
    const DeliveryOutcome outcome = outcomeOf(status);
    QCOMPARE(static_cast<int>(outcome.end), end);
    QCOMPARE(outcome.reason.empty(), outcome.end == DeliveryEnd::Delivered);
}

void ConsumerGroupTest::aDeadDeliveryIsRedrivenUnderItsKey()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 6);
    TimeMs now = kStart;
    std::vector<std::int64_t> waits;
    DeadDelivery dead = tryUntilDead(group, now, waits).value();
    QVERIFY(group.redrive(dead, now));
    QVERIFY(dead.state == DeadState::Redriven);
    const auto again = group.decide(now);
    QCOMPARE(told(again), std::string("a g:1 #4 1,2,3"));
    QVERIFY(group.note(*again, kFailed, now));
    // It is due again later; what is new does not wait for it.
    const auto fresh = group.decide(now);
    QCOMPARE(told(fresh), std::string("a g:4 #1 4,5,6"));
    QVERIFY(group.note(*fresh, kDelivered, now));
    // As many tries as a new one has, counted on: 3 and 3.
    now = now + 100'000;
    dead = tryUntilDead(group, now, waits).value();
    QCOMPARE(dead.id(), std::string("g:1"));
    QCOMPARE(dead.attempts, 6U);
    QVERIFY(dead.state == DeadState::Open);
    now = now + 100'000;
    QVERIFY(group.redrive(dead, now));
    const auto last = group.decide(now);
    QVERIFY(group.note(*last, kDelivered, now)->isDelivered);
    QCOMPARE(group.committed(), std::uint64_t{6});
    QCOMPARE(group.status().waiting, std::size_t{0});
}

void ConsumerGroupTest::redrivingIsLimited()
{
    ConsumerGroup group = groupOf({"a"});
    const auto deadAt = [](std::uint64_t first) {
        return DeadDelivery{{"g", first, first, 1, {}, {}, "x\n"}, 3, "no answer", kStart, {}, {}};
    };
    const auto code = [&](DeadDelivery dead, TimeMs now) {
        const auto redriven = group.redrive(dead, now);
        return redriven ? std::string() : redriven.error().code;
    };
    QCOMPARE(code(deadAt(1), kStart), std::string());
    QCOMPARE(code(deadAt(1), kStart + 1'000), std::string("DEAD_NOT_OPEN"));
    QCOMPARE(code(deadAt(2), kStart + 999), std::string("REDRIVE_LIMITED"));
    for (std::uint64_t i = 2; i <= 16; ++i)
        QCOMPARE(code(deadAt(i), kStart + static_cast<std::int64_t>(i) * 1'000), std::string());
    QCOMPARE(code(deadAt(17), kStart + 60'000), std::string("REDRIVE_LIMITED"));
    const auto delivery = group.decide(kStart + 60'000);
    QCOMPARE(delivery->parcel.key(), std::string("g:1"));
    group.note(*delivery, kDelivered, kStart + 60'000).value();
    QCOMPARE(code(deadAt(17), kStart + 60'000), std::string());
    DeadDelivery discarded = deadAt(18);
    discard(discarded, "test").value();
    QCOMPARE(code(discarded, kStart + 90'000), std::string("DEAD_NOT_OPEN"));
    DeadDelivery foreign = deadAt(19);
    foreign.parcel.group = "other";
    QCOMPARE(code(foreign, kStart + 90'000), std::string("GROUP_UNKNOWN"));
}

void ConsumerGroupTest::discardingNeedsAReason()
{
    DeadDelivery dead{{"g", 1, 1, 1, {}, {}, "x\n"}, 3, "no answer", kStart, {}, {}};
    QCOMPARE(discard(dead, "").error().code, std::string("REASON_MISSING"));
    QCOMPARE(discard(dead, " \n").error().code, std::string("REASON_MISSING"));
    QVERIFY(dead.state == DeadState::Open);
    QVERIFY(discard(dead, "the receiver is gone for good"));
    QVERIFY(dead.state == DeadState::Discarded);
    QCOMPARE(dead.note, std::string("the receiver is gone for good"));
    QCOMPARE(discard(dead, "once more").error().code, std::string("DEAD_NOT_OPEN"));
    dead.state = DeadState::Redriven;
    QCOMPARE(discard(dead, "too late").error().code, std::string("DEAD_NOT_OPEN"));
}

void ConsumerGroupTest::deadDeliveriesComeBackAsTheyWent()
{
    const DeadDelivery dead{{"g", 5, 9, 3, BatchFormat::Csv, "a,b", "1,\"x\"\r\n"},
                            7,
                            "answered with status 500",
                            kStart,
                            DeadState::Discarded,
                            "gone"};
    const std::string text = base::jsonText(deadDeliveryJson(dead));
    QVERIFY(readDeadDelivery(text, "test").value() == dead);
}

void ConsumerGroupTest::badDeadDeliveries_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("group") << "\"g\""
                           << "\"\"";
    QTest::newRow("first") << "\"first\":5"
                           << "\"first\":0";
    QTest::newRow("last") << "\"last\":9"
                          << "\"last\":4";
    QTest::newRow("count") << "\"count\":3"
                           << "\"count\":0";
    QTest::newRow("format") << "\"jsonl\""
                            << "\"xml\"";
    QTest::newRow("texts") << "\"texts\""
                           << "\"text\"";
    QTest::newRow("attempts") << "\"attempts\":7"
                              << "\"attempts\":-7";
    QTest::newRow("at") << "\"at\":1767614400000"
                        << "\"at\":\"noon\"";
    QTest::newRow("state") << "\"open\""
                           << "\"opened\"";
    QTest::newRow("unknown") << "\"note\""
                             << "\"x\":1,\"note\"";
}

void ConsumerGroupTest::badDeadDeliveries()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const DeadDelivery dead{{"g", 5, 9, 3, {}, {}, "x\n"}, 7, "no answer", kStart, {}, {}};
    QString text = QString::fromStdString(base::jsonText(deadDeliveryJson(dead)));
    QVERIFY(readDeadDelivery(text.toStdString(), "test"));
    QVERIFY(text.contains(from));
    QVERIFY(!readDeadDelivery(text.replace(from, to).toStdString(), "test"));
}

void ConsumerGroupTest::positionsCountUpByOne()
{
    ConsumerGroup group = groupOf({"a"}, 10);
    QVERIFY(group.offer(10, messageOf(), kStart) == Offered::Known);
    QVERIFY(group.offer(12, messageOf(), kStart) == Offered::Later);
    QVERIFY(group.offer(11, messageOf(), kStart) == Offered::Taken);
    QVERIFY(group.offer(11, messageOf(), kStart) == Offered::Known);
    QVERIFY(group.offer(12, messageOf(), kStart) == Offered::Taken);
    QCOMPARE(told(group.decide(kStart + 1'000)), std::string("a g:11 #1 11,12"));
}

void ConsumerGroupTest::whatIsGoneIsCountedAndTold()
{
    ConsumerGroup group = groupOf({"a"});
    group.offer(1, messageOf(), kStart);
    group.miss(8, kStart); // 2 to 8
    QCOMPARE(group.wantsFrom(), std::uint64_t{9});
    QCOMPARE(group.status().counts.missed, std::uint64_t{7});
    group.offer(9, messageOf(), kStart);
    // The place of the last that is gone tells how many there were.
    QCOMPARE(told(group.decide(kStart)), std::string("a g:1 #1 1,8,9"));
    group.miss(8, kStart);
    QCOMPARE(group.status().counts.missed, std::uint64_t{7});
}

void ConsumerGroupTest::aBatchIsClosedByItsBytes()
{
    Subscription member = memberOf("g", "a");
    member.batch = {100, 60'000, 20};
    ConsumerGroup group("g", 0, base::Random(7));
    group.join(member).value();
    // {"n":1} and a line end are eight bytes: two go into twenty.
    for (std::uint64_t place = 1; place <= 3; ++place)
        group.offer(place, messageOf(), kStart);
    QCOMPARE(told(group.decide(kStart)), std::string("a g:1 #1 1,2"));
}

void ConsumerGroupTest::aFullGroupReadsOnLater()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, kMostBacklog);
    const std::uint64_t next = kMostBacklog + 1;
    QVERIFY(group.offer(next, messageOf(), kStart) == Offered::Later);
    QCOMPARE(group.wantsFrom(), next);
    QCOMPARE(group.status().waiting, kMostBacklog);
    const auto delivery = group.decide(kStart);
    QVERIFY(group.offer(next, messageOf(), kStart) == Offered::Later);
    group.note(*delivery, kDelivered, kStart).value();
    QVERIFY(group.offer(next + 1, messageOf(), kStart) == Offered::Later); // not over a gap
    QVERIFY(group.offer(next, messageOf(), kStart) == Offered::Taken);
}

void ConsumerGroupTest::afterARestartTheSameParcelsAreMade()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 2);
    // Sent after a second as a parcel of two; the program ends before it knows how that went.
    QCOMPARE(told(group.decide(kStart + 1'000)), std::string("a g:1 #1 1,2"));
    offer(group, 3, 9);
    ConsumerGroup again = restored(group);
    QCOMPARE(again.wantsFrom(), std::uint64_t{1});
    offer(again, 1, 1);
    QVERIFY(!again.decide(kStart + 100'000)); // not before it is whole
    offer(again, 2, 9);
    const auto delivery = again.decide(kStart + 100'000);
    QCOMPARE(told(delivery), std::string("a g:1 #2 1,2"));
    again.note(*delivery, kDelivered, kStart).value();
    QCOMPARE(told(again.decide(kStart + 100'000)), std::string("a g:3 #1 3,4,5"));
    // Two of its three tries are used, in both lives together.
    ConsumerGroup failing = groupOf({"a"});
    offer(failing, 1, 3);
    failing.note(*failing.decide(kStart), kFailed, kStart).value();
    failing.note(*failing.decide(kStart + 9'000), kFailed, kStart + 9'000).value();
    ConsumerGroup last = restored(failing);
    offer(last, 1, 3, kStart + 9'000);
    const auto news = last.note(*last.decide(kStart + 9'000), kFailed, kStart + 9'000).value();
    QCOMPARE(news.dead->attempts, 3U);
}

void ConsumerGroupTest::whatWasDeliveredOutOfOrderIsNotSentAgain()
{
    ConsumerGroup group = groupOf({"a", "b"});
    offer(group, 1, 7);
    const auto one = group.decide(kStart);
    const auto two = group.decide(kStart);
    group.note(*two, kDelivered, kStart).value();
    ConsumerGroup again = restored(group);
    offer(again, 1, 9);
    QCOMPARE(told(again.decide(kStart)), std::string("a g:1 #2 1,2,3"));
    QCOMPARE(told(again.decide(kStart)), std::string("b g:7 #1 7,8,9"));
    QVERIFY(!again.decide(kStart));
    QVERIFY(one);
}

void ConsumerGroupTest::positionsThatAreGoneArePassed()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 3);
    const auto sent = group.decide(kStart);
    QVERIFY(sent);
    ConsumerGroup again = restored(group);
    offer(again, 1, 1);
    again.pass(100); // the log has forgotten the rest
    QCOMPARE(again.wantsFrom(), std::uint64_t{101});
    const auto rest = again.decide(kStart);
    QCOMPARE(told(rest), std::string("a g:1 #2 1"));
    again.note(*rest, kDelivered, kStart).value();
    QCOMPARE(again.committed(), std::uint64_t{100});
    ConsumerGroup nothing = restored(group);
    nothing.pass(50);
    QVERIFY(!nothing.decide(kStart + 100'000));
    QCOMPARE(nothing.committed(), std::uint64_t{50});
}

void ConsumerGroupTest::outcomesOfNothing()
{
    ConsumerGroup group = groupOf({"a"});
    offer(group, 1, 3);
    const auto delivery = group.decide(kStart).value();
    group.note(delivery, kDelivered, kStart).value();
    const auto twice = group.note(delivery, kDelivered, kStart);
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, std::string("DELIVERY_UNKNOWN"));
    QCOMPARE(twice.error().where, std::string("g:1"));
}

void ConsumerGroupTest::badStates_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("where");
    QTest::newRow("name") << "\"g\""
                          << "\"\""
                          << "groups[0].name";
    QTest::newRow("committed") << "\"committed\":4"
                               << "\"committed\":-1"
                               << "groups[0].committed";
    QTest::newRow("no parcels") << "\"parcels\""
                                << "\"parts\""
                                << "groups[0].parcels";
    QTest::newRow("before committed") << "\"first\":5"
                                      << "\"first\":4"
                                      << "groups[0].parcels[0].first";
    QTest::newRow("upside down") << "\"last\":7"
                                 << "\"last\":4"
                                 << "groups[0].parcels[0].last";
    QTest::newRow("out of order") << "\"first\":8"
                                  << "\"first\":7"
                                  << "groups[0].parcels[1].first";
    QTest::newRow("failed") << "\"failed\":1"
                            << "\"failed\":3"
                            << "groups[0].parcels[0].failed";
    QTest::newRow("done") << "true"
                          << "1"
                          << "groups[0].parcels[1].done";
    QTest::newRow("unknown") << "\"done\":true"
                             << "\"done\":true,\"x\":1"
                             << "groups[0].parcels[1].x";
}

void ConsumerGroupTest::badStates()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, where);
    QString text = QStringLiteral(R"({"name":"g","committed":4,"parcels":[)"
                                  R"({"first":5,"last":7,"attempts":2,"failed":1,"done":false},)"
                                  R"({"first":8,"last":9,"attempts":1,"failed":0,"done":true}]})");
    const auto restore = [](const QString& state) {
        const auto value = base::parseJson(state.toStdString(), "test").value();
        return ConsumerGroup::restore(value, "groups[0]", base::Random(1));
    };
    const auto good = restore(text);
    QVERIFY(good);
    QCOMPARE(QString::fromStdString(base::jsonText(good->state())), text);
    QVERIFY(text.contains(from));
    const auto bad = restore(text.replace(from, to));
    QVERIFY(!bad);
    QCOMPARE(QString::fromStdString(bad.error().where), where);
}

QTEST_GUILESS_MAIN(ConsumerGroupTest)
#include "test_consumer_group.moc"
