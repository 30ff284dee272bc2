// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that are broken in every way, through the whole intake: each becomes exactly one thing.
// GAVEL_BROKEN_LINES says how many (20 000), GAVEL_BROKEN_SEED from which seed (1).
#include "engine/pipeline/intake/event_ids.h"
#include "engine/store/event_log.h"
#include "tests/unit/pipeline/intake_bed.h"

#include <random>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

std::uint64_t option(const char* name, std::uint64_t usual)
{
    const QByteArray text = qgetenv(name);
    return text.isEmpty() ? usual : text.toULongLong();
}

/// A line, and what is known of it without the program: it is whole and its id is new, it is whole
/// and its id was there, or nothing.
struct MadeLine
{
    std::string text;
    enum class Sort : std::uint8_t { New, Again, Broken } sort = Sort::Broken;
};

class LineMaker
{
public:
    explicit LineMaker(std::uint64_t seed)
        : m_random(seed)
    {
    }
    MadeLine next()
    {
        const std::uint64_t kind = below(10);
        if (kind < 3 || m_made == 0)
            return {whole(m_made++), MadeLine::Sort::New};
        if (kind == 3) {
            const auto again = below(m_made);
            return {whole(again), MadeLine::Sort::Again};
        }
        return {broken(), MadeLine::Sort::Broken};
    }
    std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }

private:
    static std::string whole(std::uint64_t id)
    {
        return R"({"eventId":"e-)" + std::to_string(id)
            + R"(","eventType":"CLICK","advertisementId":"ad-1","campaignId":"camp-1",)"
              R"("timestamp":1774000799000,"bidAmount":0.25})";
    }
    /// Of an id that no whole line has.
    std::string broken()
    {
        std::string line = whole(UINT32_MAX + ++m_broken);
        const std::uint64_t times = 1 + below(4);
        for (std::uint64_t i = 0; i < times; ++i)
            breakAt(line, line.empty() ? 0 : below(line.size()));
        return line;
    }
    void breakAt(std::string& line, std::size_t at)
    {
        static const std::vector<std::string> kPieces{"\"",
                                                      "{",
                                                      "}",
                                                      "[",
                                                      "]",
                                                      ",",
                                                      ":",
                                                      "null",
                                                      "true",
                                                      "-1",
                                                      "1e400",
                                                      "1e-400",
                                                      "\\u0000",
                                                      "\\ud800",
                                                      "\\",
                                                      "\xff\xfe",
                                                      "\xc3",
                                                      "\xe2\x80",
                                                      "\xf0\x9f\x92\xa9",
                                                      "9223372036854775808",
                                                      "0.0000000001",
                                                      "\"eventId\":\"x\",",
                                                      "\"eventType\":{},",
                                                      "\"timestamp\":-5,",
                                                      "\"timestamp\":1e30,",
                                                      "\"bidAmount\":\"NaN\",",
                                                      "\"userAgent\":\"" + std::string(5000, 'u')
                                                          + "\",",
                                                      std::string(300, '['),
                                                      std::string(1, '\0'),
                                                      "\r",
                                                      "\n",
                                                      "\t",
                                                      "=cmd",
                                                      "'",
                                                      ";",
                                                      "%s%n",
                                                      "<b>"};
        switch (below(6)) {
        case 0:
            line.insert(at, kPieces[below(kPieces.size())]);
            break;
        case 1:
            line.erase(at, 1 + below(12));
            break;
        case 2:
            line.resize(at);
            break;
        case 3:
            if (!line.empty())
                line[at] = static_cast<char>(below(256));
            break;
        case 4:
            line += line.substr(at);
            break;
        default:
            line = line.substr(at);
        }
    }

    std::mt19937_64 m_random;
    std::uint64_t m_made = 0;
    std::uint64_t m_broken = 0;
};

/// What was asked and what was answered.
struct Told
{
    std::uint64_t lines = 0;
    std::uint64_t fresh = 0; ///< whole lines with a new id that were taken
    std::uint64_t refused = 0; ///< lines of offers that were turned away
    Flow answered;
    std::uint64_t deadTold = 0; ///< named one by one in the answers
};

} // namespace

class BrokenLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachLineBecomesExactlyOneThing();
};

void BrokenLinesTest::eachLineBecomesExactlyOneThing()
{
    const std::uint64_t wanted = option("GAVEL_BROKEN_LINES", 20'000);
    LineMaker maker(option("GAVEL_BROKEN_SEED", 1));
    IntakeBed bed;
    bed.close();
    Intake::Limits narrow; // so narrow that some offers are turned away
    narrow.mostLines = 600;
    bed.open(narrow);
    Told told;
    std::mutex mutex;
    while (told.lines < wanted) {
        Offer offer;
        offer.collector = bed.collector;
        offer.received = bed.clock.now();
        offer.origin = "broken";
        std::vector<MadeLine> made(1 + maker.below(200));
        for (MadeLine& line : made) {
            line = maker.next();
            offer.lines.push_back(
                {line.text, 0, 0,
                 line.text.size() > kMostLineBytes ? "the line is longer than 64 KiB" : ""});
        }
        told.lines += made.size();
        offer.done = [&](const Result<OfferOutcome>& outcome) {
            const std::lock_guard lock(mutex);
            QVERIFY(outcome);
            told.answered += outcome->flow;
            told.deadTold += outcome->dead.size();
        };
        if (const auto taken = bed.intake->offer(std::move(offer)); !taken) {
            QCOMPARE(taken.error().code, std::string("OVERLOADED"));
            told.refused += made.size();
            bed.offer({}); // until there is room
            continue;
        }
        for (const MadeLine& line : made)
            told.fresh += line.sort == MadeLine::Sort::New ? 1 : 0;
    }
    bed.offer({}); // everything before it is answered
    const Flow flow = bed.intake->status().flow;
    const auto number = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
    QCOMPARE(number(flow.received), told.lines);
    QCOMPARE(number(flow.refused), told.refused);
    QCOMPARE(number(flow.stored + flow.duplicate + flow.dead + flow.refused), told.lines);
    QCOMPARE(flow.stored, told.answered.stored);
    QCOMPARE(flow.duplicate, told.answered.duplicate);
    QCOMPARE(number(flow.dead), told.deadTold);
    QVERIFY(number(flow.stored) >= told.fresh); // a broken line may still be a good event
    QVERIFY(flow.duplicate > 0 && flow.dead > 0);
    QVERIFY(told.refused < told.lines / 2);
    // The workspace says the same, in each of its books.
    QCOMPARE(bed.minutes().missing(), std::int64_t{0});
    QCOMPARE(bed.minutes().stored, flow.stored);
    QCOMPARE(bed.integer("SELECT count(*) FROM dead_letter"), flow.dead);
    QCOMPARE(bed.integer("SELECT sum(stored) FROM batch"), flow.stored);
    auto reader = bed.workspace->reader();
    QVERIFY(reader);
    QCOMPARE(countEventIds(*reader).value(), flow.stored);
    for (const auto& source : bed.intake->status().sources)
        QCOMPARE(store::lastSequence(*reader, source.row.source).value(), number(flow.stored));
    const store::Check check = bed.flowCheck();
    QVERIFY2(check.ok, check.detail.c_str());
}

QTEST_GUILESS_MAIN(BrokenLinesTest)
#include "test_broken_lines.moc"
