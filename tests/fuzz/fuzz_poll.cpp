// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an address answers, page for page, is an error with a code or lines that are counted one
// after the other, with a checkpoint that is read again; the same page twice gives nothing twice.
#include "engine/pipeline/collect/poll_source.h"
#include "tests/fuzz/pipeline_world.h"

#include <array>

namespace {

using namespace gavel;
using namespace gavel::pipeline;

constexpr std::array kSettings{
    R"({"address":"https://a.example/e?c={cursor}","next_cursor":"/next","events":"/events","kind":"metrics"})",
    R"({"address":"https://a.example/e","kind":"ad_server"})",
    R"({"address":"https://a.example/e","cursor_parameter":"c","next_cursor_header":"X-Next","page":"jsonl","kind":"third_party"})",
    R"({"address":"https://a.example/e","cursor_parameter":"c","next_cursor":"/a/0/~1","events":"/a/1","kind":"third_party"})"};

FetchedPage pageOf(std::string_view bytes)
{
    FetchedPage page{200, {}, std::string(bytes)};
    if (bytes.size() > 2)
        page.headers = {{"x-next", std::string(bytes.substr(0, bytes.size() / 2))}};
    return page;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto settings = readPollSettings(kSettings[data[0] % kSettings.size()], "fuzz");
    mustHold(settings.has_value(), "the settings are good");
    auto source = PollSource::open(*settings, "", 1);
    mustHold(source.has_value(), "a new source is opened");
    std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
    std::uint64_t counted = 0;
    TimeMs now{1'774'000'800'000};
    std::string before = settings->firstCursor;
    Offer offer;
    // Pages are parted by a zero byte.
    for (int pages = 0; pages < 8 && !rest.empty(); ++pages) {
        const auto end = std::min(rest.find('\0'), rest.size());
        const FetchedPage page = pageOf(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        now = std::max(now, source->dueAt());
        mustHold(source->decide(now).has_value(), "it is asked when it is time");
        const auto polled = source->take(page, now);
        if (!polled) {
            mustHold(polled.error().code == "PAGE_BROKEN", "what is broken says so");
            mustHold(source->dueAt() > now, "after a failure it waits");
            continue;
        }
        for (const Line& line : polled->lines) {
            mustHold(line.number == ++counted, "events are counted one after the other");
            offer.lines.push_back({line.text, line.number, 0, line.isTooLong ? "too long" : ""});
        }
        const auto kept = readPollCheckpoint(polled->checkpoint, "fuzz");
        mustHold(kept && kept->events == counted, "a checkpoint is read again");
        auto after = PollSource::open(*settings, polled->checkpoint, 1);
        mustHold(after.has_value(), "a source goes on from it");
        // Asked again for the page it was asked for last, it has nothing new.
        if (before == kept->cursor)
            mustHold(after->take(page, now)->lines.empty(), "the same page gives nothing twice");
        before = kept->cursor;
    }
    if (!offer.lines.empty())
        judgeAll(std::move(offer));
    return 0;
}
