// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/envelope.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"

namespace gavel::gateway {

namespace {

namespace json = boost::json;

unsigned statusOf(std::string_view code)
{
    if (code.ends_with("_NOT_FOUND"))
        return 404;
    if (code == "SERVICE_UNAVAILABLE" || code == "TIMEOUT" || code == "CIRCUIT_BREAKER_OPEN")
        return 503;
    if (code == "DATABASE_ERROR" || code == "INTERNAL_ERROR" || code.starts_with("STORE_"))
        return 500;
    return 400;
}

} // namespace

HttpResponse answer(const json::value& body)
{
    return {200, "application/json", base::jsonText(body), 0, {}};
}

HttpResponse answerNothing()
{
    return {204, "application/json", {}, 0, {}};
}

HttpResponse refusal(unsigned status, std::string_view code, std::string_view message, TimeMs now,
                     json::object details)
{
    details["status_code"] = status;
    const json::object body{{"error_code", code},
                            {"message", message},
                            {"details", std::move(details)},
                            {"timestamp", base::toIso(now)},
                            {"detail", message}};
    HttpResponse response{status, "application/json", base::jsonText(body), 0, {}};
    if (status == 503)
        response.retryAfterSeconds = 1;
    return response;
}

HttpResponse refusal(const Error& error, TimeMs now)
{
    json::object details;
    if (!error.where.empty())
        details["field"] = error.where;
    if (!error.advice.empty())
        details["advice"] = error.advice;
    return refusal(statusOf(error.code), error.code, error.what, now, std::move(details));
}

HttpResponse invalid(const std::vector<Error>& errors, TimeMs now)
{
    json::array list;
    for (const Error& error : errors)
        list.push_back(json::object{
            {"field", error.where}, {"message", error.what}, {"advice", error.advice}});
    return refusal(422, "VALIDATION_ERROR", "Request validation failed", now,
                   {{"errors", std::move(list)}});
}

HttpResponse wrapped(HttpResponse response, TimeMs now)
{
    if (response.status == 204 || response.contentType != "application/json")
        return response;
    if (response.status >= 400) {
        response.body.insert(1, R"("status":"error",)");
        return response;
    }
    response.body = R"({"status":"success","data":)" + response.body
        + R"(,"message":"OK","timestamp":")" + base::toIso(now) + "\"}";
    return response;
}

} // namespace gavel::gateway
