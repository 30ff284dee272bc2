// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/retry_policy.h"
#include "engine/pipeline/collect/line_file.h"
#include "engine/pipeline/collect/poll_page.h"

#include <functional>

namespace gavel::pipeline {

inline constexpr std::size_t kMostPageBytes = std::size_t{16} * 1024 * 1024;

/// One GET to be done.
struct FetchRequest
{
    std::string address;
    std::int64_t timeoutMs = 0;
    Headers headers{}; ///< besides the usual ones, or in their place
    std::size_t mostBytes = kMostPageBytes; ///< of the body; reading more is of no use
};
/// Does it, without following redirects.
using Fetch = std::function<Result<FetchedPage>(const FetchRequest&)>;

/// How far an address was read, as stored with its events.
struct PollCheckpoint
{
    std::string cursor; ///< of the page that is asked for next
    std::uint64_t events = 0; ///< taken so far
    std::uint64_t digest = 0; ///< of the last page, with its cursor

    bool operator==(const PollCheckpoint&) const = default;
};
std::string checkpointText(const PollCheckpoint& checkpoint);
/// Errors: with the field's path.
Result<PollCheckpoint> readPollCheckpoint(std::string_view text, std::string_view where);

/// The events of one page.
struct PolledPage
{
    std::vector<Line> lines; ///< numbered by their count in the source
    std::string checkpoint; ///< to be stored together with them
    bool isRoundOver = false; ///< the next page is asked for in the next round
};

/// When an address is asked, for what, and what its answer means. A round asks for page after page
/// until one has no next cursor or repeats it, or the round has had its most pages; the next round
/// asks again for the page that was last, whose events may come a second time. Decides only: the
/// time is given, the asking is the caller's.
class PollSource
{
public:
    /// `checkpoint` is "" before everything; the seed is for the jitter. Errors: those of the
    /// checkpoint.
    static Result<PollSource> open(PollSettings settings, std::string_view checkpoint,
                                   std::uint64_t seed);

    TimeMs dueAt() const { return m_dueAt; } ///< when to ask next
    /// Nothing when it is not time.
    std::optional<FetchRequest> decide(TimeMs now) const;
    /// The answer to what was decided. After a failure the same page is due again later: waits
    /// double from 1 s to 100 s, and are as long as the address itself asks for (Retry-After, at
    /// most an hour). Errors: what the fetch failed with; SERVER_ERROR, CLIENT_ERROR and
    /// UNEXPECTED_ANSWER by status; BODY_TOO_LARGE; PAGE_BROKEN.
    Result<PolledPage> take(const Result<FetchedPage>& answer, TimeMs now);
    /// The three together. When it is not time: nothing, and the round is over.
    Result<PolledPage> poll(const Fetch& fetch, TimeMs now);

    /// Until when the address itself wants not to be asked; long ago where it did not say.
    TimeMs askedUntil() const { return m_askedUntil; }
    std::uint32_t failures() const { return m_failures; } ///< in a row

private:
    PollSource(PollSettings settings, PollCheckpoint checkpoint, std::uint64_t seed);
    Result<PageContent> contentOf(const Result<FetchedPage>& answer) const;
    PolledPage taken(const FetchedPage& page, PageContent content, TimeMs now);
    void noteFailure(const Result<FetchedPage>& answer, TimeMs now);

    PollSettings m_settings;
    PollCheckpoint m_checkpoint;
    base::RetryPolicy m_backOff;
    base::Random m_random;
    TimeMs m_dueAt{INT64_MIN};
    TimeMs m_askedUntil{INT64_MIN};
    std::optional<TimeMs> m_roundBegan;
    std::uint32_t m_pages = 0; ///< of this round
    std::uint32_t m_failures = 0;
};

} // namespace gavel::pipeline
