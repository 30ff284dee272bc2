// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/json.h"
#include "engine/gateway/http/api_description.h"
#include "engine/gateway/http/envelope.h"
#include "engine/gateway/http/host_check.h"
#include "engine/gateway/http/router.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::gateway;

namespace {

HttpResponse nothing(Services&, const ServiceCall&)
{
    return answerNothing();
}

constexpr std::array kRoutes{
    Route{Service::Dsp, Method::Get, "/campaigns", nothing, "List.", "200 422", "limit offset"},
    Route{Service::Dsp, Method::Post, "/campaigns", nothing, "Add.", "200", {}, "{\"a\":1}"},
    Route{Service::Dmp, Method::Delete, "/segments/{name}/users/{uid}", nothing, "Remove."},
    Route{Service::Every, Method::Get, "/health", nothing, "How it does."},
};
const Router kRouter({std::span<const Route>(kRoutes)});

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathBelongsToItsService()
    {
        QVERIFY(kRouter.find(Service::Dsp, Method::Get, "/campaigns").route == &kRoutes[0]);
        QVERIFY(kRouter.find(Service::Ssp, Method::Get, "/campaigns").route == nullptr);
        QVERIFY(kRouter.find(Service::Ssp, Method::Get, "/health").route == &kRoutes[3]);
        QVERIFY(kRouter.find(Service::Dsp, Method::Head, "/campaigns").route == &kRoutes[0]);
    }

    void idsAreDecoded()
    {
        const auto match
            = kRouter.find(Service::Dmp, Method::Delete, "/segments/high%20value/users/u-1");
        QVERIFY(match.route == &kRoutes[2]);
        QCOMPARE(match.ids, (std::vector<std::string>{"high value", "u-1"}));
    }

    void otherPathsAreNotFound()
    {
        for (const auto* path :
             {"/campaigns/", "/campaigns/1", "/segments//users/u", "/segments/a/users", "/", ""})
            QVERIFY2(kRouter.find(Service::Dmp, Method::Delete, path).route == nullptr, path);
    }

    void otherMethodsTellTheOnesThatAre()
    {
        const auto match = kRouter.find(Service::Dsp, Method::Delete, "/campaigns");
        QVERIFY(match.route == nullptr);
        QCOMPARE(match.allow, std::string("GET, POST"));
    }

    void targetsAreTakenApart()
    {
        std::string path;
        ServiceCall call;
        QVERIFY(splitTarget("/v1/campaigns?status=active&limit=%31", path, call));
        QCOMPARE(path, std::string("/campaigns"));
        QVERIFY(call.wrapped);
        QCOMPARE(*call.parameter("limit"), std::string_view("1"));
        QVERIFY(!call.parameter("offset"));
        for (const auto* bad : {"", "campaigns", "http://a/", "/%zz", "*"}) {
            ServiceCall other;
            QVERIFY2(!splitTarget(bad, path, other), bad);
        }
    }

    void theDocumentNamesEveryRouteOfAService()
    {
        const auto document = base::parseJson(openApiJson(kRouter, Service::Dsp), "openapi");
        QVERIFY(document);
        const auto& paths = document->at("paths").as_object();
        QCOMPARE(paths.size(), 2U);
        QVERIFY(paths.at("/campaigns").as_object().contains("post"));
        QCOMPARE(paths.at("/campaigns").at("get").at("parameters").as_array().size(), 2U);
        const auto page = documentationPage(kRouter, Service::Dsp);
        QVERIFY(page.find("/health") != std::string::npos);
        QVERIFY(page.find("<script") == std::string::npos);
        QVERIFY(page.find("http://") == std::string::npos); // needs no network
    }

    void refusalsCarryBothFormsOfTheContract()
    {
        const auto response = refusal(404, "CAMPAIGN_NOT_FOUND", "Campaign not found", TimeMs{});
        QCOMPARE(response.status, 404U);
        const auto body = base::parseJson(response.body, "body");
        QVERIFY(body);
        QCOMPARE(body->at("error_code").as_string(), "CAMPAIGN_NOT_FOUND");
        QCOMPARE(body->at("message").as_string(), "Campaign not found");
        QCOMPARE(body->at("detail").as_string(), "Campaign not found");
        QCOMPARE(body->at("timestamp").as_string(), "1970-01-01T00:00:00Z");
        QCOMPARE(body->at("details").at("status_code").as_int64(), 404);
    }

    void validationErrorsAreListed()
    {
        const auto response = invalid({{"X", "name", "is required", "name it"}}, TimeMs{});
        QCOMPARE(response.status, 422U);
        const auto body = base::parseJson(response.body, "body");
        QCOMPARE(body->at("error_code").as_string(), "VALIDATION_ERROR");
        QCOMPARE(body->at("message").as_string(), "Request validation failed");
        QCOMPARE(body->at("details").at("errors").at(0).at("field").as_string(), "name");
    }

    void theWrappedFormIsOnlyAddedWhenAskedFor()
    {
        const auto plain = answer(boost::json::array{1, 2});
        QCOMPARE(plain.body, std::string("[1,2]"));
        const auto body = base::parseJson(wrapped(plain, TimeMs{}).body, "body");
        QVERIFY(body);
        QCOMPARE(body->at("status").as_string(), "success");
        QCOMPARE(body->at("data").as_array().size(), 2U);
        const auto refused
            = base::parseJson(wrapped(refusal(400, "A", "b", TimeMs{}), TimeMs{}).body, "body");
        QCOMPARE(refused->at("status").as_string(), "error");
        QCOMPARE(wrapped(answerNothing(), TimeMs{}).status, 204U);
    }

    void onlyOwnHostsAreServed_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("loopback") << "127.0.0.1:8001" << true;
        QTest::newRow("localhost") << "localhost" << true;
        QTest::newRow("localhost and port") << "localhost:8001" << true;
        QTest::newRow("address") << "192.0.2.7:8001" << true;
        QTest::newRow("IPv6") << "[::1]:8001" << true;
        QTest::newRow("listed") << "gavel.example:8001" << true;
        QTest::newRow("foreign") << "evil.example" << false;
        QTest::newRow("looks like it") << "localhost.evil.example" << false;
        QTest::newRow("begins with an address") << "127.0.0.1.evil.example" << false;
        QTest::newRow("after a port") << "localhost:80@evil.example" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("with path") << "localhost/a" << false;
    }
    void onlyOwnHostsAreServed()
    {
        QFETCH(QString, host);
        QFETCH(bool, allowed);
        QCOMPARE(hostIsAllowed(host.toStdString(), {"gavel.example"}), allowed);
        QCOMPARE(originIsAllowed("http://" + host.toStdString(), {"gavel.example"}), allowed);
    }
};

QTEST_GUILESS_MAIN(TestRouter)
#include "test_router.moc"
