// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

namespace {

std::string nestedObjects(int levels)
{
    std::string line = R"({"targetingCriteria":)";
    for (int i = 1; i < levels; ++i)
        line += R"({"a":)";
    line += "1";
    return line + std::string(static_cast<std::size_t>(levels), '}');
}

std::string padded(std::size_t size)
{
    const std::string begin = R"({"eventId":")";
    const std::string end = R"("})";
    return begin + std::string(size - begin.size() - end.size(), 'x') + end;
}

} // namespace

class TestAdEventReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesKeepTheirText();
    void namesAreFoundInEverySpelling_data();
    void namesAreFoundInEverySpelling();
    void namesOfASourceComeFirst();
    void badMapsAreRefused();
    void unknownFieldsAreCounted();
    void aBadLineSaysWhereAndWhy_data();
    void aBadLineSaysWhereAndWhy();
    void aBadLineLeavesAnEmptyEvent();
    void linesMayBeNestedAndLongToALimit();
    void csvFollowsTheStandard_data();
    void csvFollowsTheStandard();
    void aBadRecordSaysWhereAndWhy_data();
    void aBadRecordSaysWhereAndWhy();
    void aHeaderSaysWhatItsColumnsAre();
    void badHeadersAreRefused_data();
    void badHeadersAreRefused();
};

void TestAdEventReader::valuesKeepTheirText()
{
    AdEventReader reader;
    AdEvent event;
    const std::string line
        = "\xef\xbb\xbf {\"eventId\" : \"e\\u00e9\\n\", \"bidAmount\":1.50e-3 ,\"isViewable\":true,"
          "\"country\":null,\"region\":\"\",\"duration\":-0,"
          "\"targetingCriteria\": {\"a\": [1, {\"b\":\"}\"}], \"c\":\"\\\"\"} ,\"os\":[ ]}\r\n";
    QVERIFY(reader.readJson(line, event));
    QCOMPARE(text(event[AdField::EventId]), std::string("e\xc3\xa9\n"));
    QCOMPARE(text(event[AdField::BidAmount]), std::string("1.50e-3"));
    QCOMPARE(text(event[AdField::IsViewable]), std::string("true"));
    QCOMPARE(text(event[AdField::Duration]), std::string("-0"));
    QVERIFY(!event.has(AdField::Country));
    QVERIFY(event.has(AdField::Region) && event[AdField::Region].empty());
    const std::string criteria = R"({"a": [1, {"b":"}"}], "c":"\""})";
    QCOMPARE(text(event[AdField::TargetingCriteria]), criteria);
    QCOMPARE(text(event[AdField::Os]), std::string("[ ]"));
    QVERIFY(!event.has(AdField::UserId));
    QVERIFY(reader.readJson("{}", event));
    QVERIFY(!event.has(AdField::EventId));
}

void TestAdEventReader::namesAreFoundInEverySpelling_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("field");
    const auto row = [](const char* name, AdField field) {
        QTest::newRow(name) << QByteArray(name) << static_cast<int>(field);
    };
    row("eventId", AdField::EventId);
    row("event_id", AdField::EventId);
    row("advertisement_id", AdField::AdvertisementId);
    row("ad_id", AdField::AdvertisementId);
    row("adId", AdField::AdvertisementId);
    row("ip_address", AdField::IpAddress);
    row("is_viewable", AdField::IsViewable);
    row("os", AdField::Os);
    row("conversion_value", AdField::ConversionValue);
    row("event\\u0049d", AdField::EventId); // "eventId" with an escaped I
}

void TestAdEventReader::namesAreFoundInEverySpelling()
{
    QFETCH(QByteArray, name);
    QFETCH(int, field);
    AdEventReader reader;
    AdEvent event;
    const std::string line = "{\"" + name.toStdString() + "\":\"x\"}";
    QVERIFY(reader.readJson(line, event));
    QCOMPARE(text(event[static_cast<AdField>(field)]), std::string("x"));
}

void TestAdEventReader::namesOfASourceComeFirst()
{
    const std::vector<std::pair<std::string, std::string>> names{{"Kampagne", "campaignId"},
                                                                 {"os", "browser"}};
    AdEventReader reader(*FieldMap::with(names));
    AdEvent event;
    const std::string line = R"({"Kampagne":"c1","os":"Firefox","eventId":"e1"})";
    QVERIFY(reader.readJson(line, event));
    QCOMPARE(text(event[AdField::CampaignId]), std::string("c1"));
    QCOMPARE(text(event[AdField::Browser]), std::string("Firefox"));
    QCOMPARE(text(event[AdField::EventId]), std::string("e1"));
    QVERIFY(!event.has(AdField::Os));
}

void TestAdEventReader::badMapsAreRefused()
{
    using Names = std::vector<std::pair<std::string, std::string>>;
    QCOMPARE(FieldMap::with(Names{{"a", "nothing"}}).error().where, std::string("fields.a"));
    QCOMPARE(FieldMap::with(Names{{"", "eventId"}}).error().what, std::string("a name is empty"));
    QCOMPARE(FieldMap::with(Names{{"a", "eventId"}, {"a", "userId"}}).error().what,
             std::string("the name is there twice"));
    Names many;
    for (int i = 0; i < 1000; ++i)
        many.emplace_back("their" + std::to_string(i), "userId");
    const auto map = FieldMap::with(many);
    QVERIFY(map && map->find("their999") == AdField::UserId && map->find("event_id"));
    many.emplace_back("one more", "userId");
    QVERIFY(!FieldMap::with(many));
}

void TestAdEventReader::unknownFieldsAreCounted()
{
    AdEventReader reader;
    AdEvent event;
    const std::string line = R"({"x":1,"eventId":"e","y":{"eventId":"inner"},"z":null})";
    QVERIFY(reader.readJson(line, event));
    QCOMPARE(text(event[AdField::EventId]), std::string("e"));
    QCOMPARE(reader.unknownFields(), std::uint64_t{3});
    const std::string bad = R"({"w":1,"eventId":})";
    QVERIFY(!reader.readJson(bad, event));
    QCOMPARE(reader.unknownFields(), std::uint64_t{3});
}

void TestAdEventReader::aBadLineSaysWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* name, const char* line, const char* error) {
        QTest::newRow(name) << QByteArray(line) << QByteArray(error);
    };
    // Columns are counted by hand, from 1, in characters.
    row("comma", R"({"eventId":"abc" "os":1})", "column 18: a comma or } was expected");
    row("two values", R"({"os":1 2})", "column 9: a comma or } was expected");
    row("text with colon", R"({"os":"a":1})", "column 10: a comma or } was expected");
    row("comma in a list", R"({"os":[1 2]})", "column 10: a comma or ] was expected");
    row("colon", R"({"os" 1})", "column 7: a : was expected after the name");
    row("later colon", R"({"os":1,"a" 1})", "column 13: a : was expected after the name");
    row("name", R"({os:1})", "column 2: a name in quotes was expected");
    row("comma at the end", R"({"os":1,})", "column 9: a name in quotes was expected");
    row("value", R"({"os":})", "column 7: a value was expected");
    row("atom", R"({"os":tru})", "column 7: a value was expected");
    row("long atom", R"({"os":trueish})", "column 7: a value was expected");
    row("leading zero", R"({"os":01})", "column 7: a value was expected");
    row("point", R"({"os":1.})", "column 7: a value was expected");
    row("plus", R"({"os":+1})", "column 7: a value was expected");
    row("not a number", R"({"os":NaN})", "column 7: a value was expected");
    row("value in a list", R"({"os":[1,]})", "column 10: a value was expected");
    row("wrong bracket", R"({"os":[1}})", "column 9: a comma or ] was expected");
    row("open bracket", R"({"os":{"a":1})", "column 14: a comma or } was expected");
    row("characters", "{\"os\":\"\xe4\xb8\xad\xe6\x96\x87\" 1}",
        "column 12: a comma or } was expected");
    row("list", R"(["eventId"])", "column 1: a { was expected");
    row("text", R"("eventId")", "column 1: a { was expected");
    row("empty", "", "line: it is empty");
    row("blanks", "   ", "line: it is empty");
    row("cut", R"({"os":1)", "line: the } at its end is missing");
    row("cut text", R"({"os":"a)", "line: a quote is not closed");
    row("behind", R"({"os":1} {"os":2})", "column 10: there is something behind the object");
    row("junk behind", R"({"os":1} x)", "line: the } at its end is missing");
    row("escape", R"({"os":"a\x"})", "column 7: an escape in this text is wrong");
    row("half character", R"({"os":"\ud800"})", "column 7: an escape in this text is wrong");
    row("escape in a name", R"({"o\q":1})", "column 3: an escape in this name is wrong");
    row("control character", "{\"os\":\"a\tb\"}",
        "column 9: a control character stands in a text; write it as an escape such as \\n");
    row("not UTF-8", "{\"os\":\"a\xff\"}", "column 9: this is not UTF-8");
    row("long form", "{\"os\":\"\xc0\xaf\"}", "column 8: this is not UTF-8");
    row("twice", R"({"os":"a","os":"b"})", "column 12: the name \"os\" tells os a second time");
    row("twice in two spellings", R"({"eventId":"a","event_id":"b"})",
        "column 17: the name \"event_id\" tells eventId a second time");
    row("unknown twice", R"({"x":1,"os":2,"x":3})", "column 16: the name \"x\" is there twice");
    row("unknown twice, escaped", R"({"x":1,"\u0078":3})", "line: the name \"x\" is there twice");
    row("inside twice", R"({"os":{"x":1,"x":3}})", "column 15: the name \"x\" is there twice");
}

void TestAdEventReader::aBadLineSaysWhereAndWhy()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, error);
    AdEventReader reader;
    AdEvent event;
    const auto read = reader.readJson(line.toStdString(), event);
    QVERIFY(!read);
    QCOMPARE(QByteArray::fromStdString(base::toString(read.error())), error);
    QCOMPARE(read.error().code, std::string("UNREADABLE"));
}

void TestAdEventReader::aBadLineLeavesAnEmptyEvent()
{
    AdEventReader reader;
    AdEvent event;
    const std::string bad = R"({"eventId":"e1","os":})";
    QVERIFY(!reader.readJson(bad, event));
    QVERIFY(!event.has(AdField::EventId));
    const std::string good = R"({"eventId":"e2"})";
    QVERIFY(reader.readJson(good, event));
    QCOMPARE(text(event[AdField::EventId]), std::string("e2"));
}

void TestAdEventReader::linesMayBeNestedAndLongToALimit()
{
    AdEventReader reader;
    AdEvent event;
    // The line's own bracket is the first level.
    QVERIFY(reader.readJson(nestedObjects(32), event));
    const auto deep = reader.readJson(nestedObjects(33), event);
    QCOMPARE(deep.error().what, std::string("more than 32 brackets are open"));
    QVERIFY(reader.readJson(padded(65'536), event));
    QCOMPARE(event[AdField::EventId].size(), std::size_t{65'536 - 14});
    const auto longer = reader.readJson(padded(65'537), event);
    QCOMPARE(base::toString(longer.error()), std::string("line: it is longer than 64 KiB"));
    // Ten thousand unknown names are looked through without comparing each with each.
    std::string many = "{";
    for (int i = 0; i < 5000; ++i)
        many += "\"n" + std::to_string(i) + "\":1,";
    QVERIFY(reader.readJson(many + R"("os":"x"})", event));
    QCOMPARE(reader.unknownFields(), std::uint64_t{5000});
    QVERIFY(!reader.readJson(many + R"("n17":2})", event));
}

void TestAdEventReader::csvFollowsTheStandard_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("id"); ///< "-" = not there
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("os");
    const auto row = [](const char* record, const char* id, const char* region, const char* os) {
        QTest::newRow(record) << QByteArray(record) << QByteArray(id) << QByteArray(region)
                              << QByteArray(os);
    };
    row("a,b,c", "a", "b", "c");
    row("a,b,c\r\n", "a", "b", "c");
    row("a,b,\"c\"\n", "a", "b", "c");
    row(",,", "-", "-", "-");
    row("\"\",b,", "", "b", "-");
    row("\"a,1\",\"b\"\"2\"\"\",\" c \"", "a,1", "b\"2\"", " c ");
    row("\"\"\"\",\"x\"\"y\",\"\"\"z\"", "\"", "x\"y", "\"z");
    row("\"a\r\nb\",b,c", "a\r\nb", "b", "c");
    row(" a , b ,c", " a ", " b ", "c");
}

void TestAdEventReader::csvFollowsTheStandard()
{
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, region);
    QFETCH(QByteArray, os);
    const auto header = CsvHeader::parse("event_id,region,os", FieldMap());
    QVERIFY(header);
    AdEventReader reader;
    AdEvent event;
    QVERIFY(reader.readCsv(record.toStdString(), *header, event));
    const auto shown
        = [&](AdField field) { return event.has(field) ? bytes(event[field]) : QByteArray("-"); };
    QCOMPARE(shown(AdField::EventId), id);
    QCOMPARE(shown(AdField::Region), region);
    QCOMPARE(shown(AdField::Os), os);
}

void TestAdEventReader::aBadRecordSaysWhereAndWhy_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* record, const char* error) {
        QTest::newRow(record) << QByteArray(record) << QByteArray(error);
    };
    row("a,b", "line: it has 2 columns and the header has 3");
    row("a,b,c,", "line: it has 4 columns and the header has 3");
    row("", "line: it has 1 columns and the header has 3");
    row("a,\"b,c", "column 3: a quote is not closed");
    row("a,\"b\"x,c", "column 3: a comma was expected after the closing quote");
    row("a,b\",c",
        "column 3: a quote stands inside a field without quotes; put the field in quotes and "
        "double "
        "it");
    row("\xe4\xb8\xad,\xff,c", "column 3: this is not UTF-8");
}

void TestAdEventReader::aBadRecordSaysWhereAndWhy()
{
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, error);
    const auto header = CsvHeader::parse("event_id,region,os", FieldMap());
    AdEventReader reader;
    AdEvent event;
    const auto read = reader.readCsv(record.toStdString(), *header, event);
    QVERIFY(!read);
    QCOMPARE(QByteArray::fromStdString(base::toString(read.error())), error);
    QVERIFY(!event.has(AdField::EventId));
    QVERIFY(!reader.readCsv(std::string(65'537, 'a'), *header, event));
}

void TestAdEventReader::aHeaderSaysWhatItsColumnsAre()
{
    const auto header
        = CsvHeader::parse("\xef\xbb\xbf\"eventId\",Region?, os ,\"ad_\"\"id\"\r\n", FieldMap());
    QVERIFY(header);
    QCOMPARE(header->columns(), std::size_t{4});
    QVERIFY(header->field(0) == AdField::EventId);
    QVERIFY(!header->field(1));
    QVERIFY(header->field(2) == AdField::Os);
    QVERIFY(!header->field(3));
    QCOMPARE(header->unknownColumns(), std::size_t{2});
}

void TestAdEventReader::badHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("nothing known") << QByteArray("a,b") << QByteArray("line 1");
    QTest::newRow("empty") << QByteArray("") << QByteArray("line 1");
    QTest::newRow("twice") << QByteArray("os,eventId,event_id") << QByteArray("column 3");
    QTest::newRow("open quote") << QByteArray("os,\"eventId") << QByteArray("column 2");
}

void TestAdEventReader::badHeadersAreRefused()
{
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, where);
    const auto header = CsvHeader::parse(record.toStdString(), FieldMap());
    QVERIFY(!header);
    QCOMPARE(header.error().where, where.toStdString());
}

QTEST_GUILESS_MAIN(TestAdEventReader)
#include "test_ad_event_reader.moc"
