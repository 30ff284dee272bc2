// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/desks/annotations.h"

#include "engine/model/checks.h"
#include "engine/store/connection.h"
#include "engine/store/workspace.h"

#include <algorithm>

namespace gavel::runtime {

using health::Annotation;

namespace {

/// Changes by hand and of the market's course, and whatever is wrong or well again.
bool isWorthMark(const LogLine& line)
{
    static constexpr std::array<std::string_view, 4> kAlways{"journal", "market", "pipeline",
                                                             "store"};
    return line.level != "info" || std::ranges::find(kAlways, line.kind) != kAlways.end();
}

bool hasControls(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

bool isOfPerson(const Annotation& annotation)
{
    return annotation.kind == health::kByPerson;
}

Error unknown(std::int64_t id)
{
    return {"ANNOTATION_UNKNOWN", "id", "there is no annotation " + std::to_string(id),
            "look at the list again"};
}

Error fixed()
{
    return {"ANNOTATION_FIXED", "id", "the program wrote it", "add one of your own beside it"};
}

} // namespace

Result<std::unique_ptr<Annotations>> Annotations::open(store::Workspace& workspace,
                                                       const base::Clock& clock)
{
    std::unique_ptr<Annotations> desk(new Annotations(workspace, clock));
    auto reader = workspace.reader();
    if (!reader)
        return reader.error();
    const auto newest = health::newestAnnotation(*reader);
    if (!newest)
        return newest.error();
    desk->m_newest = *newest;
    desk->m_view.store(std::make_shared<const AnnotationsView>());
    return desk;
}

Result<void> Annotations::begin(const std::string& market, bool isAnew)
{
    const std::lock_guard change(m_changes);
    {
        const std::lock_guard lock(m_mutex);
        m_market.clear();
        m_all.clear();
        publish();
    }
    if (isAnew)
        if (auto dropped = m_workspace.writeAndWait([&](store::Connection& connection) {
                return health::dropProgramAnnotations(connection, market);
            });
            !dropped)
            return dropped;
    auto reader = m_workspace.reader();
    if (!reader)
        return reader.error();
    auto all = health::readAnnotations(*reader, market);
    if (!all)
        return all.error();
    std::ranges::stable_sort(*all, {}, &Annotation::at);
    const std::lock_guard lock(m_mutex);
    m_market = market;
    m_all = std::move(*all);
    publish();
    return {};
}

void Annotations::hear(const LogLine& line)
{
    if (!isWorthMark(line))
        return;
    const std::lock_guard lock(m_mutex);
    if (m_market.empty())
        return;
    std::int64_t forgotten = 0;
    if (count(false) >= kMostOfProgram) {
        auto oldest = m_all.end();
        for (auto at = m_all.begin(); at != m_all.end(); ++at)
            if (!isOfPerson(*at) && (oldest == m_all.end() || at->id < oldest->id))
                oldest = at;
        forgotten = oldest->id;
        m_all.erase(oldest);
    }
    const Annotation annotation{++m_newest, m_market,      line.at,      m_clock.now(), line.kind,
                                line.level, std::string(), line.subject, line.text};
    put(annotation);
    // A workspace that writes no more has its own alarm.
    (void)m_workspace.write([annotation, forgotten](store::Connection& connection) {
        auto kept = health::keepAnnotation(connection, annotation);
        return kept && forgotten != 0 ? health::dropAnnotation(connection, forgotten) : kept;
    });
}

Result<void> Annotations::check(const Annotation& wanted)
{
    std::vector<Error> errors;
    model::Checks checks(errors);
    checks.text(wanted.text, 1, kMostText, "text");
    checks.need(!hasControls(wanted.text), "text", "holds a line break or a control character",
                "write it in one line");
    checks.text(wanted.person, 1, kMostPerson, "person");
    checks.need(!hasControls(wanted.person), "person", "holds a control character", "write a name");
    checks.need(wanted.at.value > 0, "at", "is no moment", "write milliseconds since 1970");
    if (errors.empty())
        return {};
    errors.front().code = "INVALID_ANNOTATION";
    return errors.front();
}

AnnotationsView::iterator Annotations::find(std::int64_t id)
{
    return std::ranges::find(m_all, id, &Annotation::id);
}

std::size_t Annotations::count(bool byPerson) const
{
    return static_cast<std::size_t>(std::ranges::count(m_all, byPerson, isOfPerson));
}

void Annotations::put(const Annotation& annotation)
{
    if (const auto old = find(annotation.id); old != m_all.end())
        m_all.erase(old);
    m_all.insert(std::ranges::upper_bound(m_all, annotation.at, {}, &Annotation::at), annotation);
    publish();
}

Result<Annotation> Annotations::prepare(const Annotation& wanted)
{
    if (m_market.empty())
        return Error{"SERVICE_UNAVAILABLE", "market", "no market is running",
                     "open a scenario or go live"};
    const auto old = find(wanted.id);
    if (wanted.id != 0 && (wanted.id > m_newest || wanted.market != m_market))
        return unknown(wanted.id);
    if (old != m_all.end() && !isOfPerson(*old))
        return fixed();
    if (old == m_all.end() && count(true) >= kMostOfPeople)
        return Error{"BOOK_FULL", "annotations",
                     "there can be " + std::to_string(kMostOfPeople) + " of a market",
                     "remove some first"};
    return Annotation{wanted.id == 0 ? ++m_newest : wanted.id,
                      m_market,
                      wanted.at,
                      m_clock.now(),
                      std::string(health::kByPerson),
                      "info",
                      wanted.person,
                      {},
                      wanted.text};
}

Result<Annotation> Annotations::keep(const Annotation& wanted)
{
    if (auto checked = check(wanted); !checked)
        return checked.error();
    const std::lock_guard change(m_changes);
    auto next = [&] {
        const std::lock_guard lock(m_mutex);
        return prepare(wanted);
    }();
    if (!next)
        return next;
    auto kept = m_workspace.writeAndWait(
        [&](store::Connection& connection) { return health::keepAnnotation(connection, *next); });
    if (!kept)
        return kept.error();
    const std::lock_guard lock(m_mutex);
    put(*next);
    return next;
}

Result<Annotation> Annotations::remove(std::int64_t id)
{
    const std::lock_guard change(m_changes);
    {
        const std::lock_guard lock(m_mutex);
        const auto old = find(id);
        if (old == m_all.end())
            return unknown(id);
        if (!isOfPerson(*old))
            return fixed();
    }
    auto dropped = m_workspace.writeAndWait(
        [&](store::Connection& connection) { return health::dropAnnotation(connection, id); });
    if (!dropped)
        return dropped.error();
    const std::lock_guard lock(m_mutex);
    const auto old = find(id); // only a change takes one of a person's away
    Annotation was = std::move(*old);
    m_all.erase(old);
    publish();
    return was;
}

} // namespace gavel::runtime
