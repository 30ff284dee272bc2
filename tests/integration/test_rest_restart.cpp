// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer promised is still there after a restart.
#include "tests/integration/rest_bed.h"

using namespace gavel;

namespace {

const std::string kSpring
    = "{\"name\":\"Spring sale\",\"advertiser_id\":\"advertiser_001\",\"budget\":10000.0,"
      "\"targeting\":{\"age_range\":{\"min_age\":18,\"max_age\":35},\"interests\":[\"technology\","
      "\"shopping\"]},"
      "\"creative\":{\"title\":\"Spring sale\",\"description\":\"20 % off\"}}";

} // namespace

class TestRestRestart : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void acknowledgedWritesOutliveTheProcess()
    {
        const auto id = textAt(m_bed.adManagement().post("/campaigns", kSpring).json(), "id");
        QCOMPARE(
            m_bed.adManagement().post("/campaigns/" + id + "/spend", "{\"amount\":1.25}").status,
            200U);
        m_bed.dmp().call("PUT", "/user/kept/profile", "{\"interests\":[\"opera\"]}");
        m_bed.stop();
        QVERIFY(m_bed.start());
        QCOMPARE(numberAt(m_bed.adManagement().get("/campaigns/" + id).json(), "spent"), 1.25);
        QCOMPARE(m_bed.dmp().get("/user/kept/profile").json().at("interests").at(0).as_string(),
                 "opera");
    }
};

QTEST_GUILESS_MAIN(TestRestRestart)
#include "test_rest_restart.moc"
