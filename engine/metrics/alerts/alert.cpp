// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/alerts/alert.h"

#include "engine/model/checks.h"

namespace gavel::metrics {

namespace {

constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001b3ULL;
constexpr std::int64_t kMostSilenceMs = 90 * base::kDayMs;

std::uint64_t fnv(std::uint64_t state, std::string_view bytes)
{
    for (const char byte : bytes)
        state = (state ^ static_cast<unsigned char>(byte)) * kFnvPrime;
    return state;
}

} // namespace

std::string fingerprintOf(std::string_view rule, std::string_view subject)
{
    std::uint64_t state = fnv(kFnvBasis, rule);
    state = fnv(state, std::string_view("\0", 1));
    state = fnv(state, subject);
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = "0123456789abcdef"[state >> (60 - 4 * i) & 0xfU];
    return text;
}

bool matches(const Silence& silence, const Alert& alert)
{
    return (silence.rule.empty() || silence.rule == alert.rule)
        && (silence.subject.empty() || silence.subject == alert.subject)
        && (!silence.level || *silence.level == alert.level);
}

bool isActive(const Silence& silence, TimeMs now)
{
    return silence.begin <= now && now < silence.end;
}

std::vector<Error> checkSilence(const Silence& silence, TimeMs now)
{
    std::vector<Error> errors;
    model::Checks checks(errors);
    checks.id(silence.id, "id");
    checks.need(!silence.rule.empty() || !silence.subject.empty() || silence.level, "rule",
                "the silence would mute every alert", "name a rule, a subject or a level");
    checks.text(silence.author, 1, 64, "author");
    checks.text(silence.reason, 1, 500, "reason");
    checks.need(silence.begin >= TimeMs{}, "begin", "is before 1970", "write a later time");
    checks.need(silence.begin < silence.end, "end", "is not after the begin", "let it end later");
    checks.need(silence.end > now, "end", "has passed", "let it end in the future");
    checks.need(!errors.empty() || silence.end - silence.begin <= kMostSilenceMs, "end",
                "is more than 90 days after the begin", "change the rule instead");
    return errors;
}

} // namespace gavel::metrics
