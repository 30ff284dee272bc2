// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/rest/visit.h"

namespace gavel::gateway {

namespace {

void readVisitFields(base::ObjectReader& reader, Visit& visit)
{
    reader.text("user_id", visit.userId);
    readDeviceType(reader, "device_type", visit.deviceType);
    const auto* location = reader.find("location");
    if (location != nullptr && location->is_string())
        visit.place.country = location->as_string();
    else if (location != nullptr)
        visit.place = readRestGeo(*location, reader.pathOf("location"), reader.errors());
}

} // namespace

Visit readVisit(std::string_view body, std::vector<Error>& errors)
{
    Visit visit;
    if (body.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return visit;
    const auto parsed = base::parseJson(body, "body");
    if (!parsed) {
        errors.push_back(parsed.error());
        return visit;
    }
    base::ObjectReader reader(*parsed, "", errors);
    if (!reader.isObject())
        return visit;
    if (reader.has("user_context"))
        reader.object("user_context",
                      [&](base::ObjectReader& context) { readVisitFields(context, visit); });
    else
        readVisitFields(reader, visit);
    return visit;
}

} // namespace gavel::gateway
