// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is pushed, streamed or told by a pixel is refused whole with a reason, or each of its
// lines is judged once: dead with its rule, or an event.
#include "engine/gateway/collector/push_request.h"
#include "engine/gateway/collector/stream_message.h"
#include "tests/fuzz/pipeline_world.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace gavel;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    pipeline::Offer offer;
    auto lines = gateway::eventsOf(text);
    auto message = gateway::readStreamMessage(text);
    if (!lines)
        mustHold(lines.error().code == "INVALID_REQUEST", "a body is refused with a reason");
    if (message && !message->sequence)
        mustHold(lines && lines->size() == message->lines.size(), "both read the same events");
    if (message)
        offer.lines = std::move(message->lines);
    else
        mustHold(message.error().code == "INVALID_REQUEST", "a message is refused with a reason");
    offer.lines.push_back({std::string(text), 0, 0, {}}); // POST of one event takes any bytes
    if (auto event = gateway::eventOfQuery(text))
        offer.lines.push_back({std::move(*event), 0, 0, {}});
    static_cast<void>(gateway::streamSourceOf(text));
    judgeAll(std::move(offer));
    return 0;
}
