// SPDX-License-Identifier: GPL-3.0-or-later
// Section 6 of the REST contract (DMP) over real sockets.
#include "tests/integration/rest_bed.h"

using namespace gavel;

class TestRestDmp : public QObject
{
    Q_OBJECT

private:
    RestBed m_bed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bed.start()); }
    void cleanupTestCase() { m_bed.stop(); }

    void profilesEventsAndSegments()
    {
        auto service = m_bed.dmp();
        const auto missing = service.get("/user/nobody/profile");
        QCOMPARE(missing.status, 404U);
        QCOMPARE(textAt(missing.json(), "detail"),
                 std::string("User profile not found for user_id: nobody"));
        const auto put
            = service.call("PUT", "/user/ann/profile",
                           "{\"demographics\":{\"age\":30},\"interests\":[\"software\"]}");
        QVERIFY2(put.status == 200, put.body.c_str());
        const auto segments = put.json().at("segments").as_array();
        QCOMPARE(segments.size(), 2U); // young_adults: 18 to 35; tech_enthusiasts: software
        QCOMPARE(service.call("PUT", "/user/ann/profile", "{").status, 422U);
        QCOMPARE(service.call("PUT", "/user/ann/profile", "{\"interests\":5}").status, 400U);

        const auto single
            = service.post("/user/ann/events",
                           "{\"event_type\":\"purchase\",\"event_data\":{\"category\":\"shoes\"}}");
        QCOMPARE(textAt(single.json(), "message"), std::string("Event recorded successfully"));
        QVERIFY(!textAt(single.json(), "event_id").empty());
        const auto list = service.post(
            "/user/ann/events",
            "{\"events\":[{\"event_type\":\"page_view\",\"page_url\":"
            "\"https://example.com/products\",\"timestamp\":\"2024-01-01T12:00:00Z\"}]}");
        QVERIFY2(list.status == 200, list.body.c_str());
        QCOMPARE(service.post("/user/ann/events", "{}").status, 400U);
        QCOMPARE(service.post("/user/ann/events", "{\"event_type\":\"sneeze\"}").status, 400U);
        const auto events = service.get("/user/ann/events?limit=10").json();
        QCOMPARE(numberAt(events, "total_events"), 2.0);
        const auto newest = service.get("/user/ann/events?limit=1").json();
        QCOMPARE(newest.at("events").as_array().size(), 1U);
        QCOMPARE(numberAt(newest, "total_events"), 2.0); // all there are, not those listed
        QCOMPARE(service.get("/user/ann/events?limit=0").status, 422U);
        QVERIFY(!service.get("/user/stranger/events").json().as_object().contains("total_events"));
        QCOMPARE(service.get("/user/stranger/events").json().at("events").as_array().size(), 0U);

        for (const auto* value : {"5", "[\"shoes\"]", "{}", "true"}) {
            const auto wrong
                = service.post("/user/ann/events",
                               std::string("{\"event_type\":\"view\",\"event_data\":{\"category\":")
                                   + value + "}}");
            QCOMPARE(wrong.status, 422U);
            const auto error = wrong.json().at("details").at("errors").as_array().at(0);
            QCOMPARE(textAt(error, "field"), std::string("event_data.category"));
        }
        QCOMPARE(numberAt(service.get("/user/ann/events").json(), "total_events"), 2.0);

        QVERIFY(service.get("/segments").json().as_object().contains("high_value")); // has bought
        QCOMPARE(textAt(service.get("/segments/high_value").json(), "segment_name"),
                 std::string("high_value"));
        QCOMPARE(textAt(service.get("/segments/none").json(), "detail"),
                 std::string("Segment not found: none"));
        QCOMPARE(service.post("/segments/vip/users/bob").status, 200U);
        QCOMPARE(numberAt(service.get("/segments/vip").json(), "count"), 1.0);
        QCOMPARE(service.call("DELETE", "/segments/vip/users/bob").status, 200U);
        QCOMPARE(service.call("DELETE", "/segments/vip/users/bob").status, 404U);
    }
};

QTEST_GUILESS_MAIN(TestRestDmp)
#include "test_rest_dmp.moc"
