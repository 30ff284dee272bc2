// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/poll_settings.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gavel::pipeline {

/// How an address answered.
struct FetchedPage
{
    unsigned status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// The value of a header, whatever the case of its name; nullptr when it is not there.
const std::string* headerOf(const FetchedPage& page, std::string_view name);

/// What a page holds.
struct PageContent
{
    std::vector<std::string> events; ///< the text of each as it came, on one line
    std::optional<std::string> next; ///< the cursor behind the page
};

/// Takes a good answer apart; an event may be any JSON value, it is judged later. Errors:
/// PAGE_BROKEN.
Result<PageContent> readPage(const FetchedPage& page, const PollSettings& settings);

} // namespace gavel::pipeline
