// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/poll_source.h"

#include <QtTest>

#include <map>

using namespace gavel;
using namespace gavel::pipeline;

namespace {

constexpr TimeMs kNoon{1'767'614'400'000};

const std::string kListed
    = R"({"address":"https://ads.example.com/e?after={cursor}",)"
      R"("next_cursor":"/next","events":"/events","kind":"ad_server","every_s":60,"most_pages":3})";

PollSettings settingsOf(const std::string& text)
{
    return readPollSettings(text, "poll.json").value();
}

PollSource sourceOf(const std::string& text, const std::string& checkpoint = {})
{
    return PollSource::open(settingsOf(text), checkpoint, 7).value();
}

FetchedPage page(const std::string& body, unsigned status = 200)
{
    return {status, {}, body};
}

QStringList told(const PolledPage& polled)
{
    QStringList lines;
    for (const Line& line : polled.lines)
        lines << QString::fromStdString(std::to_string(line.number) + (line.isTooLong ? "!" : " ")
                                        + line.text);
    return lines;
}

template<typename T>
std::string codeOf(const Result<T>& result)
{
    return result ? std::string() : result.error().code;
}

} // namespace

class PollSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeOutsFollowTheKind();
    void addressesCarryTheCursor_data();
    void addressesCarryTheCursor();
    void badSettings_data();
    void badSettings();
    void aRoundFollowsTheCursorToItsEnd();
    void aRoundEndsAtItsMostPages();
    void aRepeatedCursorEndsTheRound();
    void theSamePageGivesNothingTwice();
    void readingGoesOnFromTheCheckpoint();
    void eventsKeepTheirText();
    void linesOfABody();
    void theNextCursorInAHeader();
    void cursorsOfAllKinds_data();
    void cursorsOfAllKinds();
    void brokenPages_data();
    void brokenPages();
    void statusesThatAreFailures_data();
    void statusesThatAreFailures();
    void aLargeBodyIsRefused();
    void failuresBackOffWithJitter();
    void anAddressMayAskForALongerWait_data();
    void anAddressMayAskForALongerWait();
    void polledOnlyWhenItIsTime();
    void badCheckpoints_data();
    void badCheckpoints();
};

void PollSourceTest::timeOutsFollowTheKind()
{
    QCOMPARE(timeoutMs(PollKind::AdServer), 30'000);
    QCOMPARE(timeoutMs(PollKind::Metrics), 10'000);
    QCOMPARE(timeoutMs(PollKind::ThirdParty), 60'000);
    const std::string metrics = R"({"address":"http://10.0.0.7/m","kind":"metrics"})";
    const auto request = sourceOf(metrics).decide(kNoon);
    QCOMPARE(request->timeoutMs, 10'000);
    QCOMPARE(request->mostBytes, std::size_t{16'777'216});
}

void PollSourceTest::addressesCarryTheCursor_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<QString>("expected");
    QTest::newRow("placeholder") << "http://a.example/e/{cursor}/x"
                                 << ""
                                 << "42"
                                 << "http://a.example/e/42/x";
    QTest::newRow("no cursor yet") << "http://a.example/e?after={cursor}"
                                   << ""
                                   << ""
                                   << "http://a.example/e?after=";
    QTest::newRow("encoded") << "http://a.example/e?after={cursor}"
                             << ""
                             << "a b&c=d/+%"
                             << "http://a.example/e?after=a%20b%26c%3Dd%2F%2B%25";
    QTest::newRow("twice") << "http://a.example/{cursor}?c={cursor}"
                           << ""
                           << "{cursor}"
                           << "http://a.example/%7Bcursor%7D?c=%7Bcursor%7D";
    QTest::newRow("parameter") << "http://a.example/e"
                               << "since"
                               << "4=2"
                               << "http://a.example/e?since=4%3D2";
    QTest::newRow("one more parameter") << "http://a.example/e?n=9"
                                        << "since"
                                        << "42"
                                        << "http://a.example/e?n=9&since=42";
    QTest::newRow("parameter without cursor") << "http://a.example/e"
                                              << "since"
                                              << ""
                                              << "http://a.example/e";
}

void PollSourceTest::addressesCarryTheCursor()
{
    QFETCH(QString, address);
    QFETCH(QString, parameter);
    QFETCH(QString, cursor);
    QFETCH(QString, expected);
    PollSettings settings;
    settings.address = address.toStdString();
    settings.cursorParameter = parameter.toStdString();
    QCOMPARE(QString::fromStdString(pageAddress(settings, cursor.toStdString())), expected);
}

void PollSourceTest::badSettings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    const QString good = QString::fromStdString(kListed);
    const auto changed = [&](const char* from, const char* to) {
        QString text = good;
        return text.replace(QLatin1String(from), QLatin1String(to));
    };
    QTest::newRow("good") << good << QString();
    QTest::newRow("no JSON") << QStringLiteral("address") << QStringLiteral("poll.json");
    QTest::newRow("no address") << QStringLiteral("{\"kind\":\"metrics\"}")
                                << QStringLiteral("address");
    QTest::newRow("ftp") << changed("https:", "ftp:") << QStringLiteral("address");
    QTest::newRow("no host") << changed("ads.example.com", "") << QStringLiteral("address");
    QTest::newRow("user name") << changed("ads.", "user@ads.") << QStringLiteral("address");
    QTest::newRow("cursor as host") << changed("ads.", "{cursor}.") << QStringLiteral("address");
    QTest::newRow("number with a tail")
        << changed("ads.example.com", "1.2.3.4.example.com") << QStringLiteral("address");
    QTest::newRow("blank") << changed("/e?", "/e e?") << QStringLiteral("address");
    QTest::newRow("cursor sent twice") << changed("\"kind\"", "\"cursor_parameter\":\"c\",\"kind\"")
                                       << QStringLiteral("cursor_parameter");
    QTest::newRow("cursor not sent") << changed("?after={cursor}", "") << QStringLiteral("address");
    QTest::newRow("cursor not found")
        << changed("\"next_cursor\":\"/next\",", "") << QStringLiteral("next_cursor");
    QTest::newRow("found twice") << changed("\"kind\"", "\"next_cursor_header\":\"X-N\",\"kind\"")
                                 << QStringLiteral("next_cursor_header");
    QTest::newRow("pointer") << changed("/next", "next") << QStringLiteral("next_cursor");
    QTest::newRow("tilde") << changed("/events", "/a~2") << QStringLiteral("events");
    QTest::newRow("tilde at the end") << changed("/events", "/a~") << QStringLiteral("events");
    QTest::newRow("list without room")
        << changed("\"events\":\"/events\",", "") << QStringLiteral("events");
    QTest::newRow("lines without room")
        << changed("\"kind\"", "\"page\":\"jsonl\",\"kind\"") << QStringLiteral("next_cursor");
    QTest::newRow("header") << QStringLiteral(
        R"({"address":"http://a.example/{cursor}","next_cursor_header":"X N","kind":"metrics"})")
                            << QStringLiteral("next_cursor_header");
    QTest::newRow("page") << changed("\"kind\"", "\"page\":\"xml\",\"kind\"")
                          << QStringLiteral("page");
    QTest::newRow("kind") << changed("ad_server", "friend") << QStringLiteral("kind");
    QTest::newRow("too often") << changed("60", "0") << QStringLiteral("every_s");
    QTest::newRow("too seldom") << changed("60", "86401") << QStringLiteral("every_s");
    QTest::newRow("no pages") << changed("\"most_pages\":3", "\"most_pages\":0")
                              << QStringLiteral("most_pages");
    const auto header = [&](const QString& headers) {
        QString text = good;
        return text.replace(QStringLiteral("\"kind\""),
                            QStringLiteral("\"headers\":{%1},\"kind\"").arg(headers));
    };
    QTest::newRow("headers") << header(
        QStringLiteral(R"("Authorization":"Bearer 9f2c","X-Key":"a")"))
                             << QString();
    QTest::newRow("header's name")
        << header(QStringLiteral(R"("X Key":"a")")) << QStringLiteral("X Key");
    QTest::newRow("header without name")
        << header(QStringLiteral(R"("":"a")")) << QStringLiteral("headers");
    QTest::newRow("long header's name")
        << header(QStringLiteral("\"%1\":\"a\"").arg(QString(65, u'x')))
        << QStringLiteral("headers");
    QTest::newRow("header of two lines")
        << header(QStringLiteral(R"("X-Key":"a\r\nHost: b")")) << QStringLiteral("X-Key");
    QTest::newRow("header with a null")
        << header(QStringLiteral(R"("X-Key":"a\u0000")")) << QStringLiteral("X-Key");
    QTest::newRow("empty header") << header(QStringLiteral(R"("X-Key":"")"))
                                  << QStringLiteral("X-Key");
    QTest::newRow("long header") << header(
        QStringLiteral("\"X-Key\":\"%1\"").arg(QString(4097, u'x')))
                                 << QStringLiteral("X-Key");
    QTest::newRow("header twice") << header(QStringLiteral(R"("X-Key":"a","x-key":"b")"))
                                  << QStringLiteral("x-key");
    QTest::newRow("header of the transport")
        << header(QStringLiteral(R"("host":"b")")) << QStringLiteral("host");
    QTest::newRow("header that is no text")
        << header(QStringLiteral(R"("X-Key":7)")) << QStringLiteral("X-Key");
    QTest::newRow("unknown") << changed("\"kind\"", "\"user\":\"x\",\"kind\"")
                             << QStringLiteral("user");
}

void PollSourceTest::badSettings()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    const auto settings = readPollSettings(text.toStdString(), "poll.json");
    QCOMPARE(settings.has_value(), field.isEmpty());
    if (!settings)
        QVERIFY2(settings.error().where.find(field.toStdString()) != std::string::npos,
                 toString(settings.error()).c_str());
}

void PollSourceTest::aRoundFollowsTheCursorToItsEnd()
{
    PollSource source = sourceOf(kListed);
    QCOMPARE(source.decide(kNoon)->address, std::string("https://ads.example.com/e?after="));
    const std::string first = R"({"events":[{"n":1},{"n":2}],"next":"p2"})";
    const auto one = source.take(page(first), kNoon);
    QCOMPARE(told(*one), (QStringList{"1 {\"n\":1}", "2 {\"n\":2}"}));
    QVERIFY(!one->isRoundOver);
    QVERIFY(source.dueAt() == kNoon);
    QCOMPARE(source.decide(kNoon)->address, std::string("https://ads.example.com/e?after=p2"));
    const std::string last = R"({"events":[{"n":3}],"next":null})";
    const auto two = source.take(page(last), kNoon + 500);
    QCOMPARE(told(*two), QStringList{"3 {\"n\":3}"});
    QVERIFY(two->isRoundOver);
    // The next round begins a minute after this one began.
    QVERIFY(source.dueAt() == kNoon + 60'000);
    QVERIFY(!source.decide(kNoon + 59'999));
    QVERIFY(source.decide(kNoon + 60'000));
}

void PollSourceTest::aRoundEndsAtItsMostPages()
{
    PollSource source = sourceOf(kListed);
    for (int i = 1; i <= 3; ++i) {
        const std::string body
            = "{\"events\":[" + std::to_string(i) + "],\"next\":" + std::to_string(i) + "}";
        const auto polled = source.take(page(body), kNoon);
        QCOMPARE(polled->isRoundOver, i == 3);
    }
    QCOMPARE(source.decide(kNoon + 60'000)->address,
             std::string("https://ads.example.com/e?after=3"));
}

void PollSourceTest::aRepeatedCursorEndsTheRound()
{
    PollSource source = sourceOf(kListed);
    const std::string first = R"({"events":[1],"next":"p2"})";
    QVERIFY(!source.take(page(first), kNoon)->isRoundOver);
    const std::string second = R"({"events":[2],"next":"p2"})";
    const auto polled = source.take(page(second), kNoon);
    QCOMPARE(told(*polled), QStringList{"2 2"});
    QVERIFY(polled->isRoundOver);
}

void PollSourceTest::theSamePageGivesNothingTwice()
{
    PollSource source = sourceOf(kListed);
    const std::string last = R"({"events":[1,2]})";
    QCOMPARE(told(*source.take(page(last), kNoon)).size(), 2);
    const auto same = source.take(page(last), kNoon + 60'000);
    QCOMPARE(told(*same), QStringList());
    QVERIFY(same->isRoundOver);
    // Grown, it comes whole: which of its events are known is told from their ids.
    const std::string grown = R"({"events":[1,2,3],"next":"p2"})";
    QCOMPARE(told(*source.take(page(grown), kNoon + 120'000)), (QStringList{"3 1", "4 2", "5 3"}));
    // The same text behind another cursor is another page.
    const std::string other = R"({"events":[1,2,3],"next":"p3"})";
    QCOMPARE(told(*source.take(page(other), kNoon + 120'000)).size(), 3);
}

void PollSourceTest::readingGoesOnFromTheCheckpoint()
{
    const std::string first = R"({"events":[1,2],"next":"a \"b\" {cursor}"})";
    const std::string checkpoint = sourceOf(kListed).take(page(first), kNoon)->checkpoint;
    PollSource source = sourceOf(kListed, checkpoint);
    QCOMPARE(source.decide(kNoon)->address,
             std::string("https://ads.example.com/e?after=a%20%22b%22%20%7Bcursor%7D"));
    const std::string second = R"({"events":[3]})";
    const auto polled = source.take(page(second), kNoon);
    QCOMPARE(told(*polled), QStringList{"3 3"});
    PollSource again = sourceOf(kListed, polled->checkpoint);
    QCOMPARE(told(*again.take(page(second), kNoon)), QStringList());
}

void PollSourceTest::eventsKeepTheirText()
{
    const std::string listOnly = R"({"address":"http://a.example/e","kind":"third_party"})";
    const std::string body = "[ {\"price\" : 1.10, \"n\":12345678901234567890123, \"t\":\"a b\"},\n"
                             "  [1, {\"x\": [ ]}],\n\t\"te xt\", -0.50, true, null, {} ]\n";
    const QStringList expected{"1 {\"price\":1.10,\"n\":12345678901234567890123,\"t\":\"a b\"}",
                               "2 [1,{\"x\":[]}]",
                               "3 \"te xt\"",
                               "4 -0.50",
                               "5 true",
                               "6 null",
                               "7 {}"};
    QCOMPARE(told(*sourceOf(listOnly).take(page(body), kNoon)), expected);
    const std::string longText(70'000, 'x');
    const std::string longEvent = "[\"" + longText + "\"]";
    const auto polled = sourceOf(listOnly).take(page(longEvent), kNoon);
    QVERIFY(polled->lines.front().isTooLong);
    QCOMPARE(polled->lines.front().text.size(), std::size_t{200});
    const std::string nested = R"({"a/b":{"~":[{"list":[7,8]}]}})";
    const std::string pointed
        = R"({"address":"http://a.example/e","events":"/a~1b/~0/0/list","kind":"metrics"})";
    QCOMPARE(told(*sourceOf(pointed).take(page(nested), kNoon)), (QStringList{"1 7", "2 8"}));
}

void PollSourceTest::linesOfABody()
{
    const std::string lines
        = R"({"address":"http://a.example/e","page":"jsonl","kind":"third_party"})";
    const auto polled = sourceOf(lines).take(page("{\"n\":1}\r\n\n{\"n\":2}\nnot json"), kNoon);
    QCOMPARE(told(*polled), (QStringList{"1 {\"n\":1}", "2 {\"n\":2}", "3 not json"}));
    QCOMPARE(told(*sourceOf(lines).take(page(""), kNoon)), QStringList());
    QCOMPARE(told(*sourceOf(lines).take(page("", 204), kNoon)), QStringList());
}

void PollSourceTest::theNextCursorInAHeader()
{
    const std::string lines
        = R"({"address":"http://a.example/e","cursor_parameter":"since","page":"jsonl",)"
          R"("next_cursor_header":"X-Next","first_cursor":"0","kind":"third_party"})";
    PollSource source = sourceOf(lines);
    QCOMPARE(source.decide(kNoon)->address, std::string("http://a.example/e?since=0"));
    FetchedPage first{200, {{"content-type", "text/plain"}, {"x-NEXT", "7"}}, "1\n"};
    QVERIFY(!source.take(first, kNoon)->isRoundOver);
    QCOMPARE(source.decide(kNoon)->address, std::string("http://a.example/e?since=7"));
    FetchedPage last{200, {{"X-Next", ""}}, "2\n"};
    QVERIFY(source.take(last, kNoon)->isRoundOver);
    FetchedPage odd{200, {{"X-Next", "a\x01"}}, "2\n"};
    QCOMPARE(codeOf(source.take(odd, kNoon + 60'000)), std::string("PAGE_BROKEN"));
}

void PollSourceTest::cursorsOfAllKinds_data()
{
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("expected"); // "-" for the end, "!" for a broken page
    QTest::newRow("text") << R"("abc")"
                          << "abc";
    QTest::newRow("number") << "42"
                            << "42";
    QTest::newRow("negative") << "-42"
                              << "-42";
    QTest::newRow("large") << "18446744073709551615"
                           << "18446744073709551615";
    QTest::newRow("null") << "null"
                          << "-";
    QTest::newRow("empty") << R"("")"
                           << "-";
    QTest::newRow("fraction") << "1.5"
                              << "!";
    QTest::newRow("boolean") << "true"
                             << "!";
    QTest::newRow("list") << "[1]"
                          << "!";
    QTest::newRow("control character") << R"("a\nb")"
                                       << "!";
    QTest::newRow("too long") << "\"" + QString(4097, 'x') + "\""
                              << "!";
}

void PollSourceTest::cursorsOfAllKinds()
{
    QFETCH(QString, next);
    QFETCH(QString, expected);
    PollSource source = sourceOf(kListed);
    const std::string body = "{\"events\":[],\"next\":" + next.toStdString() + "}";
    const auto polled = source.take(page(body), kNoon);
    QCOMPARE(codeOf(polled), expected == "!" ? std::string("PAGE_BROKEN") : std::string());
    if (polled)
        QCOMPARE(polled->isRoundOver, expected == "-");
    if (polled && expected != "-")
        QCOMPARE(source.decide(kNoon)->address,
                 "https://ads.example.com/e?after=" + expected.toStdString());
}

void PollSourceTest::brokenPages_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("empty") << "";
    QTest::newRow("html") << "<html></html>";
    QTest::newRow("cut off") << R"({"events":[1,2],"next":"p)";
    QTest::newRow("cut in the list") << R"({"events":[1,2)";
    QTest::newRow("something behind") << R"({"events":[1]}} )";
    QTest::newRow("no list") << R"({"next":"p2"})";
    QTest::newRow("no list there") << R"({"events":{"a":1}})";
    QTest::newRow("a list itself") << R"([1,2])";
    QTest::newRow("null") << R"({"events":null})";
}

void PollSourceTest::brokenPages()
{
    QFETCH(QString, body);
    PollSource source = sourceOf(kListed);
    const auto polled = source.take(page(body.toStdString()), kNoon);
    QCOMPARE(codeOf(polled), std::string("PAGE_BROKEN"));
    QCOMPARE(polled.error().where, std::string("https://ads.example.com/e?after={cursor}"));
    QCOMPARE(codeOf(source.take(page("{\"events\":[\"\xff\"]}"), kNoon)),
             std::string("PAGE_BROKEN"));
    QVERIFY(source.dueAt() > kNoon);
    QCOMPARE(source.failures(), 2U);
}

void PollSourceTest::statusesThatAreFailures_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<QString>("code");
    for (const unsigned status : {500U, 502U, 503U, 504U, 429U, 408U})
        QTest::addRow("%u", status) << status << "SERVER_ERROR";
    for (const unsigned status : {400U, 401U, 403U, 404U, 410U})
        QTest::addRow("%u", status) << status << "CLIENT_ERROR";
    for (const unsigned status : {0U, 100U, 301U, 302U, 307U})
        QTest::addRow("%u", status) << status << "UNEXPECTED_ANSWER";
}

void PollSourceTest::statusesThatAreFailures()
{
    QFETCH(unsigned, status);
    QFETCH(QString, code);
    const std::string good = R"({"events":[1]})";
    PollSource source = sourceOf(kListed);
    QCOMPARE(QString::fromStdString(codeOf(source.take(page(good, status), kNoon))), code);
    QCOMPARE(told(*source.take(page(good), kNoon + 100'000)), QStringList{"1 1"});
    QCOMPARE(source.failures(), 0U);
}

void PollSourceTest::aLargeBodyIsRefused()
{
    const std::string lines
        = R"({"address":"http://a.example/e","page":"jsonl","kind":"third_party"})";
    // 16 MiB = 16 777 216 bytes
    QVERIFY(sourceOf(lines).take(page(std::string(16'777'216, 'x')), kNoon));
    QCOMPARE(codeOf(sourceOf(lines).take(page(std::string(16'777'217, 'x')), kNoon)),
             std::string("BODY_TOO_LARGE"));
}

void PollSourceTest::failuresBackOffWithJitter()
{
    PollSource source = sourceOf(kListed);
    PollSource twin = sourceOf(kListed);
    const Result<FetchedPage> lost = Error{"SERVICE_TIMEOUT", "ads", "did not answer", ""};
    TimeMs now = kNoon;
    // Bounds of the waits: 1, 2, 4 ... 64, then 100 s.
    for (const std::int64_t bound :
         {1'000, 2'000, 4'000, 8'000, 16'000, 32'000, 64'000, 100'000, 100'000}) {
        QCOMPARE(codeOf(source.take(lost, now)), std::string("SERVICE_TIMEOUT"));
        const std::int64_t wait = source.dueAt() - now;
        QVERIFY(wait >= 1 && wait <= bound);
        QVERIFY(!source.decide(source.dueAt() + -1));
        static_cast<void>(twin.take(lost, now));
        QVERIFY(twin.dueAt() == source.dueAt()); // one seed, one course
        now = source.dueAt();
    }
    // It goes on with the page it was at, in the round it was in.
    const std::string last = R"({"events":[1]})";
    QVERIFY(source.take(page(last), now)->isRoundOver);
    QVERIFY(source.dueAt() == std::max(now, kNoon + 60'000));
}

void PollSourceTest::anAddressMayAskForALongerWait_data()
{
    QTest::addColumn<QString>("retryAfter");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("longer") << "120" << 120'000 << 120'000;
    QTest::newRow("at most an hour") << "999999" << 3'600'000 << 3'600'000;
    QTest::newRow("shorter") << "0" << 1 << 1'000;
    // It is asked at 2026-01-05T12:00:00Z.
    QTest::newRow("a date") << "Mon, 05 Jan 2026 12:02:00 GMT" << 120'000 << 120'000;
    QTest::newRow("a date that is over") << "Fri, 31 Dec 1999 23:59:59 GMT" << 1 << 1'000;
    QTest::newRow("negative") << "-5" << 1 << 1'000;
    QTest::newRow("beyond all numbers") << "99999999999999999999" << 1 << 1'000;
}

void PollSourceTest::anAddressMayAskForALongerWait()
{
    QFETCH(QString, retryAfter);
    QFETCH(int, least);
    QFETCH(int, most);
    PollSource source = sourceOf(kListed);
    FetchedPage busy{503, {{"retry-after", retryAfter.toStdString()}}, ""};
    QVERIFY(!source.take(busy, kNoon));
    const std::int64_t wait = source.dueAt() - kNoon;
    QVERIFY(wait >= least && wait <= most);
}

void PollSourceTest::polledOnlyWhenItIsTime()
{
    PollSource source = sourceOf(kListed);
    std::vector<std::string> asked;
    const Fetch fetch = [&](const FetchRequest& request) -> Result<FetchedPage> {
        asked.push_back(request.address);
        return page(asked.size() == 1 ? R"({"events":[1],"next":"b"})" : R"({"events":[2]})");
    };
    std::vector<std::string> lines;
    for (std::int64_t second = 0; second < 60; ++second) {
        const auto polled = source.poll(fetch, kNoon + second * 1'000);
        for (const Line& line : polled->lines)
            lines.push_back(line.text);
    }
    const std::vector<std::string> both{"https://ads.example.com/e?after=",
                                        "https://ads.example.com/e?after=b"};
    QVERIFY(asked == both);
    const std::vector<std::string> events{"1", "2"};
    QVERIFY(lines == events);
}

void PollSourceTest::badCheckpoints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good")
        << R"({"version":1,"cursor":"a","events":3,"digest":"18446744073709551615"})" << true;
    QTest::newRow("no JSON") << "cursor" << false;
    QTest::newRow("version") << R"({"version":2,"cursor":"a","events":3,"digest":"1"})" << false;
    QTest::newRow("no cursor") << R"({"version":1,"events":3,"digest":"1"})" << false;
    QTest::newRow("events") << R"({"version":1,"cursor":"a","events":-1,"digest":"1"})" << false;
    QTest::newRow("digest") << R"({"version":1,"cursor":"a","events":3,"digest":"x"})" << false;
    QTest::newRow("unknown") << R"({"version":1,"cursor":"a","events":3,"digest":"1","x":1})"
                             << false;
}

void PollSourceTest::badCheckpoints()
{
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    const auto source = PollSource::open(settingsOf(kListed), text.toStdString(), 1);
    QCOMPARE(source.has_value(), isGood);
    if (isGood) {
        const PollCheckpoint expected{"a", 3, UINT64_MAX};
        QVERIFY(readPollCheckpoint(text.toStdString(), "test").value() == expected);
        QCOMPARE(checkpointText(expected), text.toStdString());
    }
}

QTEST_GUILESS_MAIN(PollSourceTest)
#include "test_poll_source.moc"
