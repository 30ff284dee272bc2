// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/poll_source.h"

#include "engine/base/digest.h"
#include "engine/base/json.h"
#include "engine/base/retry_after.h"

#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>

namespace gavel::pipeline {

namespace {

using base::Need;

constexpr int kPollCheckpointVersion = 1;

std::uint64_t digestOf(std::string_view cursor, std::string_view body)
{
    base::Digest digest;
    for (const std::string_view text : {cursor, body}) {
        digest.add(std::uint64_t{text.size()});
        for (const char byte : text)
            digest.add(std::uint64_t{static_cast<unsigned char>(byte)});
    }
    return digest.value();
}

Error statusError(const PollSettings& settings, unsigned status)
{
    const bool isServer = status >= 500 || status == 429 || status == 408;
    const bool isClient = status >= 400 && !isServer;
    std::string advice = isServer ? "it is asked again later" : "check the address and its cursor";
    if (!isServer && !isClient)
        advice = "name the address that answers itself; redirects are not followed";
    return {isServer       ? "SERVER_ERROR"
                : isClient ? "CLIENT_ERROR"
                           : "UNEXPECTED_ANSWER",
            settings.address, "it answered with status " + std::to_string(status),
            std::move(advice)};
}

std::int64_t askedWaitMs(const FetchedPage& page, TimeMs now)
{
    const std::string* text = headerOf(page, "Retry-After");
    return text == nullptr ? 0 : base::retryAfterMs(*text, now);
}

} // namespace

std::string checkpointText(const PollCheckpoint& checkpoint)
{
    return base::jsonText(boost::json::object{{"version", kPollCheckpointVersion},
                                              {"cursor", checkpoint.cursor},
                                              {"events", checkpoint.events},
                                              {"digest", std::to_string(checkpoint.digest)}});
}

Result<PollCheckpoint> readPollCheckpoint(std::string_view text, std::string_view where)
{
    return base::readDocument(
        text, where, [](const boost::json::value& value, std::vector<Error>& errors) {
            PollCheckpoint checkpoint;
            base::ObjectReader reader(value, "", errors);
            int version = 0;
            std::string digest;
            reader.integer("version", version, kPollCheckpointVersion, kPollCheckpointVersion,
                           Need::Required);
            reader.text("cursor", checkpoint.cursor, Need::Required);
            reader.integer<std::uint64_t>("events", checkpoint.events, 0, INT64_MAX,
                                          Need::Required);
            if (reader.text("digest", digest, Need::Required)) {
                const char* end = digest.data() + digest.size();
                const auto read = std::from_chars(digest.data(), end, checkpoint.digest);
                if (read.ec != std::errc{} || read.ptr != end)
                    reader.fail("digest", "this is not a digest", "write a whole number in quotes");
            }
            reader.refuseUnknown();
            return checkpoint;
        });
}

PollSource::PollSource(PollSettings settings, PollCheckpoint checkpoint, std::uint64_t seed)
    : m_settings(std::move(settings))
    , m_checkpoint(std::move(checkpoint))
    , m_random(seed)
{
}

Result<PollSource> PollSource::open(PollSettings settings, std::string_view checkpoint,
                                    std::uint64_t seed)
{
    PollCheckpoint start{settings.firstCursor, 0, 0};
    if (!checkpoint.empty()) {
        auto stored = readPollCheckpoint(checkpoint, settings.address + " checkpoint");
        if (!stored)
            return stored.error();
        start = std::move(*stored);
    }
    return PollSource(std::move(settings), std::move(start), seed);
}

std::optional<FetchRequest> PollSource::decide(TimeMs now) const
{
    if (now < m_dueAt)
        return std::nullopt;
    return FetchRequest{pageAddress(m_settings, m_checkpoint.cursor), timeoutMs(m_settings.kind),
                        m_settings.headers};
}

Result<PolledPage> PollSource::poll(const Fetch& fetch, TimeMs now)
{
    const auto request = decide(now);
    if (!request)
        return PolledPage{{}, checkpointText(m_checkpoint), true};
    return take(fetch(*request), now);
}

Result<PolledPage> PollSource::take(const Result<FetchedPage>& answer, TimeMs now)
{
    if (!m_roundBegan)
        m_roundBegan = now;
    auto content = contentOf(answer);
    if (!content) {
        noteFailure(answer, now);
        return content.error();
    }
    m_failures = 0;
    return taken(*answer, std::move(*content), now);
}

Result<PageContent> PollSource::contentOf(const Result<FetchedPage>& answer) const
{
    if (!answer)
        return answer.error();
    if (answer->status == 204)
        return PageContent();
    if (answer->status < 200 || answer->status > 299)
        return statusError(m_settings, answer->status);
    if (answer->body.size() > kMostPageBytes)
        return Error{"BODY_TOO_LARGE", m_settings.address, "its answer is larger than 16 MiB",
                     "ask for fewer events a page"};
    return readPage(*answer, m_settings);
}

PolledPage PollSource::taken(const FetchedPage& page, PageContent content, TimeMs now)
{
    PolledPage polled;
    // The last page is asked for again; as long as it is the same there is nothing new.
    const std::uint64_t digest = digestOf(m_checkpoint.cursor, page.body);
    if (digest != m_checkpoint.digest)
        for (const std::string& event : content.events)
            polled.lines.push_back(makeLine(++m_checkpoint.events, event));
    m_checkpoint.digest = digest;
    const bool isNext = content.next && *content.next != m_checkpoint.cursor;
    if (isNext)
        m_checkpoint.cursor = std::move(*content.next);
    ++m_pages;
    polled.isRoundOver = !isNext || m_pages >= m_settings.mostPages;
    m_dueAt = now;
    if (polled.isRoundOver) {
        m_dueAt = std::max(now, *m_roundBegan + m_settings.everyMs);
        m_roundBegan.reset();
        m_pages = 0;
    }
    polled.checkpoint = checkpointText(m_checkpoint);
    return polled;
}

void PollSource::noteFailure(const Result<FetchedPage>& answer, TimeMs now)
{
    ++m_failures;
    const std::int64_t wait = m_backOff.waitMs(m_failures, m_random);
    if (answer)
        m_askedUntil = now + askedWaitMs(*answer, now);
    m_dueAt = std::max(now + wait, m_askedUntil);
}

} // namespace gavel::pipeline
