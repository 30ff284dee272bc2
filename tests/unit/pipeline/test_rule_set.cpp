// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_bed.h"

using namespace gavel;
using namespace gavel::pipeline;

class TestRuleSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesRunByStage();
    void everyPartIsRead();
    void reasonsFallBackToEnglish();
    void badSetsNameLineAndField_data();
    void badSetsNameLineAndField();
    void aSetMayHaveAThousandRules();
    void theShippedSetIsGood();
};

void TestRuleSet::rulesRunByStage()
{
    const auto set = setOf(rule("b", "business", "os", R"("check":{"required":true})") + ","
                           + rule("f2", "format", "os", R"("check":{"required":true})") + ","
                           + rule("c", "completeness", "os", R"("check":{"required":true})") + ","
                           + rule("s", "consistency", "os", R"("check":{"required":true})") + ","
                           + rule("f1", "format", "os", R"("check":{"required":true})"));
    std::string order;
    for (const Rule& each : set.rules)
        order += each.id + " ";
    QCOMPARE(order, std::string("f2 f1 c s b "));
    QVERIFY(set.find("s") == &set.rules[3]);
    QVERIFY(set.find("x") == nullptr);
}

void TestRuleSet::everyPartIsRead()
{
    const std::string json = R"({"version":7,"rules":[{"id":"a","stage":"format","field":"country",
        "when":{"field":"eventType","is":["CLICK","CONVERSION"]},
        "check":{"kind":"country","maxLength":2},
        "repair":[{"upper":true},{"prefix":{"letters":2,"rest":"region"}},{"map":{"UK":"GB"}}],
        "otherwise":"quarantine","reason":{"en":"no","zh_CN":"z","ko":"k"}}]})";
    const auto set = RuleSet::parse(json);
    QVERIFY(set);
    QCOMPARE(set->version, 7U);
    const Rule& only = set->rules.front();
    QVERIFY(only.field == AdField::Country && only.otherwise == Otherwise::Quarantine);
    QVERIFY(only.when->field == AdField::EventType);
    QCOMPARE(only.when->is.size(), std::size_t{2});
    QCOMPARE(only.checks.size(), std::size_t{2});
    QVERIFY(only.repairs[1].kind == RepairKind::Prefix && only.repairs[1].count == 2
            && only.repairs[1].field == AdField::Region);
    QCOMPARE(only.repairs[2].map.front().second, std::string("GB"));
}

void TestRuleSet::reasonsFallBackToEnglish()
{
    const Reason reason{"en", "", "ko"};
    QCOMPARE(text(reason.in("ko")), std::string("ko"));
    QCOMPARE(text(reason.in("zh_CN")), std::string("en"));
    QCOMPARE(text(reason.in("fr")), std::string("en"));
}

void TestRuleSet::badSetsNameLineAndField_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("where");
    QTest::addColumn<QByteArray>("what");
    // The rule stands on the third line of its set, what is wrong with it on the fourth.
    const auto row = [](const char* name, const char* rest, const char* field, const char* what) {
        const QByteArray begin = R"({"id":"a","stage":"format","reason":{"en":"x"},)";
        QTest::newRow(name) << begin + "\n" + QByteArray(rest) + "}"
                            << "line 4, field \"rules[0]." + QByteArray(field) + "\""
                            << QByteArray(what);
    };
    row("unknown field", R"("field":"colour","check":{"required":true})", "field",
        "is not a field of an event");
    row("unknown check", R"("field":"os","check":{"requiredd":true})", "check.requiredd",
        "not known");
    row("two checks, one unknown", R"("field":"os","check":{"required":true,"x":1})", "check.x",
        "not known");
    row("false check", R"("field":"os","check":{"required":false})", "check.required", "false");
    row("bound", R"("field":"bidAmount","check":{"max":"many"})", "check.max", "not a number");
    row("bound as list", R"("field":"bidAmount","check":{"min":[1]})", "check.min", "not a number");
    row("bounds", R"("field":"bidAmount","check":{"min":"2","max":"1.5"})", "check.max",
        "less than min");
    row("kind", R"("field":"os","check":{"kind":"colour"})", "check.kind", "not known");
    row("empty oneOf", R"("field":"os","check":{"oneOf":[]})", "check.oneOf", "list of texts");
    row("oneOf number", R"("field":"os","check":{"oneOf":[1]})", "check.oneOf[0]", "text");
    row("robot of a letter", R"("field":"userAgent","check":{"robot":["x"]})", "check.robot",
        "list of texts");
    row("maxLength", R"("field":"os","check":{"maxLength":0})", "check.maxLength", "range");
    row("maxLength text", R"("field":"os","check":{"maxLength":"1"})", "check.maxLength", "whole");
    row("decimals", R"("field":"os","check":{"decimals":19})", "check.decimals", "range");
    row("notAhead elsewhere", R"("field":"os","check":{"notAhead":1})", "check.notAhead", "time");
    row("notOlder", R"("field":"timestamp","check":{"notOlder":0})", "check.notOlder", "range");
    row("requires itself", R"("field":"os","check":{"requires":"os"})", "check.requires", "own");
    row("requires nothing", R"("field":"os","check":{"requires":"x"})", "check.requires",
        "is not a field");
    row("sameAs itself", R"("field":"os","check":{"sameAs":"os"})", "check.sameAs", "own");
    row("afterImpression", R"("field":"os","check":{"afterImpression":{}})",
        "check.afterImpression.within", "needed");
    row("clicks", R"("field":"os","check":{"clicksPerSession":0})", "check.clicksPerSession",
        "range");
    row("check is a list", R"("field":"os","check":["required"])", "check", "object");
    row("unknown repair", R"("field":"os","repair":[{"fix":true}])", "repair[0].fix", "not known");
    row("two repairs in one", R"("field":"os","repair":[{"trim":true,"upper":true}])", "repair[0]",
        "two repairs");
    row("empty repair", R"("field":"os","repair":[{}])", "repair[0]", "empty");
    row("repair is a text", R"("field":"os","repair":["trim"])", "repair[0]", "object");
    row("false repair", R"("field":"os","repair":[{"trim":true},{"lower":false}])",
        "repair[1].lower", "false");
    row("empty map", R"("field":"os","repair":[{"map":{}}])", "repair[0].map", "empty");
    row("map to a number", R"("field":"os","repair":[{"map":{"a":1}}])", "repair[0].map.a", "text");
    row("prefix", R"("field":"os","repair":[{"prefix":{"rest":"region"}}])",
        "repair[0].prefix.letters", "needed");
    row("from itself", R"("field":"os","repair":[{"from":"os"}])", "repair[0].from", "own");
    row("zone", R"("field":"timestamp","repair":[{"zone":"here"}])", "repair[0].zone", "zone");
    row("zone elsewhere", R"("field":"os","repair":[{"zone":"Z"}])", "repair[0].zone", "fit");
    row("received time", R"("field":"timestamp","repair":[{"receivedTime":{"within":0}}])",
        "repair[0].receivedTime.within", "range");
    row("derive", R"("field":"country","repair":[{"derive":true}])", "repair[0].derive", "fit");
    row("round", R"("field":"bidAmount","repair":[{"round":-1}])", "repair[0].round", "range");
    row("otherwise", R"("field":"os","check":{"required":true},"otherwise":"drop")", "otherwise",
        "not known");
    row("when", R"("field":"os","check":{"required":true},"when":{"field":"os"})", "when.is",
        "needed");
    row("when field", R"("field":"os","check":{"required":true},"when":{"field":"x","is":["a"]})",
        "when.field", "is not a field");
    row("unknown key", R"("field":"os","check":{"required":true},"weight":1)", "weight",
        "not known");
}

void TestRuleSet::badSetsNameLineAndField()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, where);
    QFETCH(QByteArray, what);
    const std::string json = "{\"version\":1,\n\"rules\":[\n" + rule.toStdString() + "]}";
    const auto set = RuleSet::parse(json, "rules");
    QVERIFY(!set);
    const auto said = QByteArray::fromStdString(set.error().where);
    QVERIFY2(said == "rules " + where, said.constData());
    QVERIFY2(set.error().what.find(what.toStdString()) != std::string::npos,
             set.error().what.c_str());
}

void TestRuleSet::aSetMayHaveAThousandRules()
{
    std::string rules;
    for (int i = 0; i < 1000; ++i)
        rules += (i == 0 ? "" : ",")
            + rule("r" + std::to_string(i), "format", "os", R"("check":{"required":true})");
    QCOMPARE(setOf(rules).rules.size(), std::size_t{1000});
    const auto json
        = [](const std::string& all) { return R"({"version":1,"rules":[)" + all + "]}"; };
    const auto more = RuleSet::parse(
        json(rules + "," + rule("x", "format", "os", R"("check":{"required":true})")));
    QCOMPARE(more.error().what, std::string("there are more than 1000 rules"));
    const auto twice = RuleSet::parse(
        json(rules + "," + rule("r7", "format", "os", R"("check":{"required":true})")));
    QCOMPARE(twice.error().what, std::string("the id \"r7\" is there twice"));
    QVERIFY(
        !RuleSet::parse(json(rule("unreadable", "format", "os", R"("check":{"required":true})"))));
    QVERIFY(!RuleSet::parse(json(rule("a b", "format", "os", R"("check":{"required":true})"))));
    const auto idle = RuleSet::parse(json(rule("a", "format", "os", R"("otherwise":"dead")")));
    QCOMPARE(idle.error().what, std::string("the rule does nothing"));
    const std::string noVersion = R"({"rules":[]})";
    QVERIFY(!RuleSet::parse(noVersion));
    const std::string noJson = R"({"version":1,"rules":[})";
    QVERIFY(!RuleSet::parse(noJson));
}

void TestRuleSet::theShippedSetIsGood()
{
    const auto set = RuleSet::parse(shippedRules(), "rules.json");
    QVERIFY2(set, set ? "" : base::toString(set.error()).c_str());
    for (const Rule& each : set->rules) {
        QVERIFY2(!each.reason.en.empty(), each.id.c_str());
        QVERIFY2(!each.reason.zhCn.empty() && !each.reason.ko.empty(), each.id.c_str());
        for (const Check& check : each.checks)
            QVERIFY2(check.kind != CheckKind::Known, "events of other systems are taken too");
    }
}

QTEST_GUILESS_MAIN(TestRuleSet)
#include "test_rule_set.moc"
