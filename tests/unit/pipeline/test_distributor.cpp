// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "tests/unit/pipeline/delivery_bed.h"

#include <map>
#include <set>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

constexpr std::uint64_t kMessages = 120;

/// Messages 1 to kMessages; each fourth is a bid, the others are clicks.
Message logged(std::uint64_t position)
{
    return messageOf(position % 4 == 0 ? "bid" : "click");
}

/// What the outside saw: each key with its texts once, as a receiver does that knows keys.
class Receivers
{
public:
    void take(const Delivery& delivery)
    {
        const auto [known, isNew] = m_texts.emplace(delivery.parcel.key(), delivery.parcel.texts);
        QVERIFY2(known->second == delivery.parcel.texts,
                 ("not the same under the key " + known->first).c_str());
        m_repeated += isNew ? 0 : 1;
    }
    /// The numbers of the messages of one group in the order of the keys' positions.
    std::multiset<int> messages(const std::string& group) const
    {
        std::multiset<int> numbers;
        for (const auto& [key, texts] : m_texts)
            if (key.starts_with(group + ":"))
                for (const QString& line : QString::fromStdString(texts).split('\n'))
                    if (!line.isEmpty())
                        numbers.insert(line.mid(5).chopped(1).toInt()); // {"n":12}
        return numbers;
    }
    int repeated() const { return m_repeated; }

private:
    std::map<std::string, std::string> m_texts;
    int m_repeated = 0;
};

/// A program that sends, fails and ends at any moment, and what of it is durable.
class Program
{
public:
    Program(std::uint64_t seed, int members)
        : m_random(seed)
        , m_members(members)
    {
        start();
    }

    void run()
    {
        for (int turn = 0; turn < 20'000 && !isDone(); ++turn) {
            m_now = m_now + m_random.below(800);
            if (m_random.chance(0.02))
                start();
            readOn();
            send();
            redriveSome();
        }
    }
    bool isDone() const
    {
        for (const GroupStatus& status : m_distributor.status())
            if (status.committed < kMessages || status.waiting > 0)
                return false;
        return m_dead.empty();
    }
    Receivers receivers;
    int restarts = 0;

private:
    /// From what is durable, as after a crash.
    void start()
    {
        ++restarts;
        m_distributor = Distributor(m_random.next());
        if (!m_state.empty())
            m_distributor.restore(m_state, "state").value();
        for (int i = 0; i < m_members; ++i) {
            const std::string name(1, static_cast<char>('a' + i));
            m_distributor.subscribe(memberOf("all", "x-" + name), 0).value();
            Subscription clicks = memberOf("clicks", "y-" + name);
            clicks.filter.events = {"click"};
            m_distributor.subscribe(clicks, 0).value();
        }
        m_toRedrive.clear();
        for (auto& [id, dead] : m_dead)
            m_toRedrive.insert(id);
    }
    void readOn()
    {
        m_end = std::min(kMessages, m_end + m_random.below(4));
        for (const auto& behind : m_distributor.groupsBehind(m_end))
            for (std::uint64_t position = behind.from; position <= m_end; ++position)
                m_distributor.offerTo(behind.group, position, logged(position), m_now);
    }
    void send()
    {
        while (auto delivery = m_distributor.decide(m_now)) {
            if (m_random.chance(0.05))
                return start(); // decided, not stored, not sent
            m_state = m_distributor.state();
            if (m_random.chance(0.05))
                return start(); // stored, not sent
            m_underWay.push_back(*delivery);
        }
        while (!m_underWay.empty()) {
            const auto which = m_random.below(static_cast<std::uint32_t>(m_underWay.size()));
            const Delivery delivery = m_underWay[which];
            m_underWay.erase(m_underWay.begin() + which);
            const bool arrives = m_random.chance(0.6);
            if (arrives)
                receivers.take(delivery);
            if (m_random.chance(0.05)) {
                m_underWay.clear();
                return start(); // sent, its outcome is not known
            }
            // An answer may be lost on its way, too.
            const bool isKnown = arrives && m_random.chance(0.9);
            note(delivery, isKnown ? kDelivered : kFailed);
            if (m_random.chance(0.5))
                return;
        }
    }
    void note(const Delivery& delivery, const DeliveryOutcome& outcome)
    {
        const auto news = m_distributor.note(delivery, outcome, m_now);
        if (!news)
            return; // of a time before a restart
        if (news->isDelivered)
            m_dead.erase(delivery.parcel.key());
        if (news->dead) {
            m_dead[news->dead->id()] = *news->dead;
            m_toRedrive.insert(news->dead->id());
        }
        m_state = m_distributor.state();
    }
    void redriveSome()
    {
        if (m_toRedrive.empty() || !m_random.chance(0.3))
            return;
        const std::string id = *m_toRedrive.begin();
        if (m_distributor.redrive(m_dead.at(id), m_now))
            m_toRedrive.erase(id);
    }

    base::Random m_random;
    int m_members;
    Distributor m_distributor{0};
    std::vector<Delivery> m_underWay;
    TimeMs m_now = kStart;
    std::uint64_t m_end = 0;
    std::set<std::string> m_toRedrive;
    // Durable:
    std::string m_state;
    std::map<std::string, DeadDelivery> m_dead;
};

} // namespace

class DistributorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGroupGetsEverything();
    void groupsTakeTurns();
    void groupsGoOnWhereTheyWere();
    void aMemberChangesItsGroup();
    void aGroupIsForgottenWhenItIsEmpty();
    void inAReplayNothingIsSent();
    void theSameSeedGivesTheSameWaits();
    void unknownGroups();
    void badStates_data();
    void badStates();
    void nothingIsLostOrChangedThroughCrashes_data();
    void nothingIsLostOrChangedThroughCrashes();
};

void DistributorTest::everyGroupGetsEverything()
{
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 0).value();
    distributor.subscribe(memberOf("g", "b"), 0).value();
    distributor.subscribe(memberOf("h", "c"), 0).value();
    for (std::uint64_t position = 1; position <= 6; ++position)
        distributor.offer(position, messageOf(), kStart);
    QStringList decided;
    while (const auto delivery = distributor.decide(kStart)) {
        decided << QString::fromStdString(told(delivery));
        QVERIFY(distributor.note(*delivery, kDelivered, kStart)->isDelivered);
    }
    decided.sort();
    QCOMPARE(decided,
             (QStringList{"a g:1 #1 1,2,3", "b g:4 #1 4,5,6", "c h:1 #1 1,2,3", "c h:4 #1 4,5,6"}));
    for (const GroupStatus& status : distributor.status()) {
        QCOMPARE(status.committed, std::uint64_t{6});
        QCOMPARE(status.counts.messages, std::uint64_t{6});
        QCOMPARE(status.counts.parcels, std::uint64_t{2});
    }
}

void DistributorTest::groupsTakeTurns()
{
    Distributor distributor(7);
    for (const char* group : {"g", "h"})
        for (const char* member : {"1", "2"})
            distributor.subscribe(memberOf(group, std::string(group) + member), 0).value();
    for (std::uint64_t position = 1; position <= 6; ++position)
        distributor.offer(position, messageOf(), kStart);
    QVERIFY(distributor.dueAt() == kStart);
    for (const char* expected :
         {"g1 g:1 #1 1,2,3", "h1 h:1 #1 1,2,3", "g2 g:4 #1 4,5,6", "h2 h:4 #1 4,5,6", ""})
        QCOMPARE(told(distributor.decide(kStart)), std::string(expected));
    QVERIFY(distributor.dueAt() == TimeMs{INT64_MAX});
}

void DistributorTest::groupsGoOnWhereTheyWere()
{
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 0).value();
    for (std::uint64_t position = 1; position <= 4; ++position)
        distributor.offer(position, messageOf(), kStart);
    distributor.note(*distributor.decide(kStart), kDelivered, kStart).value();
    const std::string state = distributor.state();
    Distributor again(7);
    again.restore(state, "state").value();
    QVERIFY(again.groupsBehind(9).empty()); // nobody to read for
    again.subscribe(memberOf("g", "a"), 1'000).value();
    again.subscribe(memberOf("new", "b"), 7).value();
    const std::vector<Distributor::Behind> behind{{"g", 4}, {"new", 8}};
    QVERIFY(again.groupsBehind(9) == behind);
    const std::vector<Distributor::Behind> less{{"g", 4}};
    QVERIFY(again.groupsBehind(7) == less);
    // What comes meanwhile is not for a group that is behind.
    again.offer(8, messageOf(), kStart);
    QVERIFY(again.offerTo("g", 8, messageOf(), kStart) == Offered::Later);
    QVERIFY(again.offerTo("g", 4, messageOf(), kStart) == Offered::Taken);
    QVERIFY(again.offerTo("new", 8, messageOf(), kStart) == Offered::Known);
    again.pass(20);
    QVERIFY(again.groupsBehind(20).empty());
    QCOMPARE(again.groupsBehind(21).size(), std::size_t{2});
}

void DistributorTest::aMemberChangesItsGroup()
{
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 0).value();
    distributor.subscribe(memberOf("h", "a"), 0).value();
    distributor.offer(1, messageOf(), kStart);
    QCOMPARE(told(distributor.decide(kStart + 1'000)), std::string("a h:1 #1 1"));
    QVERIFY(!distributor.decide(kStart + 1'000));
    // A member that does not fit stays where it was.
    Subscription other = memberOf("h", "b");
    distributor.subscribe(memberOf("g", "b"), 0).value();
    other.filter.events = {"bid"};
    const auto refused = distributor.subscribe(other, 0);
    QCOMPARE(refused.error().code, std::string("GROUP_DIFFERS"));
    QCOMPARE(distributor.status().front().members, std::vector<std::string>{"b"});
}

void DistributorTest::aGroupIsForgottenWhenItIsEmpty()
{
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 5).value();
    QVERIFY(!distributor.forget("g"));
    QVERIFY(distributor.unsubscribe("a"));
    QVERIFY(!distributor.unsubscribe("a"));
    QCOMPARE(distributor.status().size(), std::size_t{1});
    QVERIFY(distributor.forget("g"));
    QVERIFY(!distributor.forget("g"));
    QVERIFY(distributor.status().empty());
}

void DistributorTest::inAReplayNothingIsSent()
{
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 0).value();
    distributor.setReplaying(true);
    for (std::uint64_t position = 1; position <= 3; ++position)
        distributor.offer(position, messageOf(), kStart);
    QVERIFY(!distributor.decide(kStart + 100'000));
    QVERIFY(distributor.dueAt() == TimeMs{INT64_MAX});
    // The log is offered again: nothing of it is new.
    for (std::uint64_t position = 1; position <= 3; ++position)
        QVERIFY(distributor.offerTo("g", position, messageOf(), kStart) == Offered::Known);
    QVERIFY(!distributor.decide(kStart + 100'000));
    distributor.setReplaying(false);
    QCOMPARE(told(distributor.decide(kStart)), std::string("a g:1 #1 1,2,3"));
    QVERIFY(!distributor.decide(kStart));
}

void DistributorTest::theSameSeedGivesTheSameWaits()
{
    const auto waits = [](std::uint64_t seed, bool hasOther) {
        Distributor distributor(seed);
        distributor.subscribe(memberOf("g", "a"), 0).value();
        if (hasOther)
            distributor.subscribe(memberOf("f", "b"), 100).value();
        for (std::uint64_t position = 1; position <= 3; ++position)
            distributor.offerTo("g", position, messageOf(), kStart);
        std::vector<std::int64_t> times;
        TimeMs now = kStart;
        for (int i = 0; i < 2; ++i) {
            distributor.note(*distributor.decide(now), kFailed, now).value();
            now = distributor.dueAt();
            times.push_back(now.value);
        }
        return times;
    };
    QVERIFY(waits(7, false) == waits(7, true));
    QVERIFY(waits(7, false) != waits(8, false));
}

void DistributorTest::unknownGroups()
{
    Distributor distributor(7);
    DeadDelivery dead{{"g", 1, 1, 1, {}, {}, "x\n"}, 3, "no answer", kStart, {}, {}};
    QCOMPARE(distributor.redrive(dead, kStart).error().code, std::string("GROUP_UNKNOWN"));
    const Delivery delivery{"a", {}, {}, dead.parcel, 1};
    QCOMPARE(distributor.note(delivery, kDelivered, kStart).error().code,
             std::string("DELIVERY_UNKNOWN"));
    QVERIFY(distributor.offerTo("g", 1, messageOf(), kStart) == Offered::Later);
}

void DistributorTest::badStates_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("where");
    QTest::newRow("empty") << ""
                           << "state";
    QTest::newRow("version") << R"({"version":2,"groups":[]})"
                             << "version";
    QTest::newRow("no groups") << R"({"version":1})"
                               << "groups";
    QTest::newRow("unknown") << R"({"version":1,"groups":[],"x":1})"
                             << "x";
    QTest::newRow("no group") << R"({"version":1,"groups":[7]})"
                              << "groups[0]";
    QTest::newRow("name") << R"({"version":1,"groups":[{"name":7,"committed":0,"parcels":[]}]})"
                          << "groups[0].name";
    const QString good = QStringLiteral(R"({"name":"g","committed":0,"parcels":[]})");
    QTest::newRow("twice") << R"({"version":1,"groups":[)" + good + "," + good + "]}"
                           << "groups[1]";
}

void DistributorTest::badStates()
{
    QFETCH(QString, state);
    QFETCH(QString, where);
    Distributor distributor(7);
    distributor.subscribe(memberOf("g", "a"), 5).value();
    const std::string before = distributor.state();
    const auto restored = distributor.restore(state.toStdString(), "state");
    QVERIFY(!restored);
    QVERIFY2(QString::fromStdString(restored.error().where).contains(where),
             restored.error().where.c_str());
    QCOMPARE(distributor.state(), before);
}

void DistributorTest::nothingIsLostOrChangedThroughCrashes_data()
{
    QTest::addColumn<int>("members");
    for (const int members : {1, 2, 3})
        QTest::addRow("%d members", members) << members;
}

void DistributorTest::nothingIsLostOrChangedThroughCrashes()
{
    QFETCH(int, members);
    std::multiset<int> all;
    std::multiset<int> clicks;
    for (int i = 1; i <= static_cast<int>(kMessages); ++i) {
        all.insert(i);
        if (i % 4 != 0)
            clicks.insert(i);
    }
    int restarts = 0;
    int repeated = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Program program(seed, members);
        program.run();
        QVERIFY2(program.isDone(), qPrintable(QString::number(seed)));
        QVERIFY2(program.receivers.messages("all") == all, qPrintable(QString::number(seed)));
        QVERIFY2(program.receivers.messages("clicks") == clicks, qPrintable(QString::number(seed)));
        restarts += program.restarts;
        repeated += program.receivers.repeated();
    }
    // The test was one: it did crash, and parcels did come more than once.
    QVERIFY(restarts > 500);
    QVERIFY(repeated > 100);
}

QTEST_GUILESS_MAIN(DistributorTest)
#include "test_distributor.moc"
