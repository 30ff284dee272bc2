// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/name_list.h"

#include "engine/base/json.h"

#include <boost/json.hpp>

#include <algorithm>

namespace gavel::pipeline {

namespace {

Error wrong(std::string what)
{
    return {"INVALID_LIST", "", std::move(what), "write [\"a\", \"b\"] or a|b"};
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

Result<std::vector<std::string>> namesOf(std::string_view text, std::size_t most)
{
    std::vector<std::string> names;
    std::optional<Error> failed;
    const auto add = [&](std::string_view name) {
        name = trimmed(name);
        if (name.size() > kLongestListed)
            failed = wrong("a name is longer than 128 bytes");
        else if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    };
    text = trimmed(text);
    if (text.starts_with('[')) {
        const auto value = base::parseJson(text, "");
        const auto* array = value ? value->if_array() : nullptr;
        if (array == nullptr)
            return wrong("it is not a list of names");
        for (const auto& element : *array)
            if (const auto* name = element.if_string())
                add(*name);
            else
                return wrong("it is not a list of names");
    } else {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('|', at), text.size());
            add(text.substr(at, end - at));
            at = end + 1;
        }
    }
    if (failed)
        return *failed;
    if (names.size() > most)
        return wrong("it has more than " + std::to_string(most) + " names");
    return names;
}

} // namespace gavel::pipeline
