// SPDX-License-Identifier: GPL-3.0-or-later
// The files and addresses that the pipeline reads by itself, as people ordered them.
#include "engine/runtime/desks/event_pipeline.h"

#include <algorithm>

namespace gavel::runtime {

namespace {

constexpr std::string_view kFileKind = "file";
constexpr std::string_view kPollKind = "poll";

Error wrongName(std::string what, std::string advice)
{
    return {"SOURCE_WRONG", "name", std::move(what), std::move(advice)};
}

Error noFile(const std::string& name)
{
    return wrongName("no file or folder is fed as " + name, "choose a file");
}

} // namespace

Result<void> EventPipeline::goOn(const pipeline::CollectorRow& known)
{
    if (known.kind == kPollKind) {
        // Its names are known to the intake only while the program runs.
        const auto order = PollOrder::read(known.settings);
        const auto names
            = pipeline::FieldMap::with(order ? order->fields : decltype(order->fields){});
        auto row = m_intake->collector(known.name, known.kind, known.settings,
                                       names ? *names : pipeline::FieldMap());
        if (!row)
            return row.error();
        m_addresses->add(*row);
    }
    if (known.kind != kFileKind)
        return {};
    auto order = FileOrder::read(known.settings);
    if (!order)
        return order.error();
    const auto names = pipeline::FieldMap::with(order->fields);
    if (!names)
        return names.error();
    auto row = m_intake->collector(known.name, known.kind, known.settings, *names);
    if (!row)
        return row.error();
    feed(std::move(*row), std::move(*order));
    return {};
}

void EventPipeline::feed(pipeline::CollectorRow row, FileOrder order)
{
    if (!m_parts.isAtWork)
        return;
    const std::lock_guard lock(m_feedersMutex);
    m_feeders.push_back(
        std::make_unique<FileFeeder>(*m_intake, m_parts.clock, std::move(row), std::move(order)));
}

Result<void> EventPipeline::restartSource(const std::string& name)
{
    const auto row = ordered(name);
    if (!row)
        return row.error();
    if (m_addresses->restart(name))
        return {};
    std::unique_ptr<FileFeeder> old;
    {
        const std::lock_guard lock(m_feedersMutex);
        const auto place
            = std::ranges::find(m_feeders, name, [](const auto& feeder) { return feeder->name(); });
        if (place == m_feeders.end())
            return noFile(name);
        old = std::move(*place);
        m_feeders.erase(place);
    }
    old.reset(); // has ended: its checkpoint is the last one
    return goOn(*row);
}

Result<EventPipeline::Feeding> EventPipeline::feeding(const std::string& name) const
{
    if (const auto asked = m_addresses->status(name))
        return Feeding{asked->answers, asked->place,
                       asked->answers > 0 ? asked->error : std::string()};
    const std::lock_guard lock(m_feedersMutex);
    for (const auto& feeder : m_feeders)
        if (feeder->name() == name) {
            const auto status = feeder->status();
            return Feeding{status.looks, status.place, status.error};
        }
    return noFile(name);
}

Result<void> EventPipeline::addSource(const SourceOrder& order, const std::string& /*actor*/)
{
    if (order.collector == kFileKind)
        return addFile(order);
    if (order.collector == kPollKind)
        return addAddress(order);
    return Error{"SOURCE_WRONG", "collector", "\"" + order.collector + "\" is not offered here",
                 "feed a file, a folder or an address"};
}

Result<void> EventPipeline::checkIsNew(const std::string& name) const
{
    for (const auto& source : m_intake->status().sources)
        if (source.row.name == name)
            return Error{"SOURCE_EXISTS", "name", "a source is called " + name + " already",
                         "give it another name"};
    return {};
}

Result<void> EventPipeline::addFile(const SourceOrder& order)
{
    FileOrder wanted{order.place, order.format, order.fields, order.everySeconds};
    if (auto checked = wanted.check(); !checked)
        return checked;
    std::error_code failed;
    if (!std::filesystem::exists(wanted.place, failed))
        return Error{"SOURCE_WRONG", "place", "there is no " + wanted.place, "choose another one"};
    const std::string name
        = order.name.empty() ? std::filesystem::path(order.place).filename().string() : order.name;
    if (auto isNew = checkIsNew(name); !isNew)
        return isNew;
    const auto names = pipeline::FieldMap::with(wanted.fields);
    if (!names)
        return names.error();
    auto row = m_intake->collector(name, kFileKind, wanted.toJson(), *names);
    if (!row)
        return row.error();
    feed(std::move(*row), std::move(wanted));
    return {};
}

Result<void> EventPipeline::addAddress(const SourceOrder& order)
{
    const auto wanted = PollOrder::of(order);
    if (!wanted)
        return wanted.error();
    const std::string name = order.name.empty() ? wanted->host() : order.name;
    if (auto isNew = checkIsNew(name); !isNew)
        return isNew;
    const auto names = pipeline::FieldMap::with(wanted->fields);
    if (!names)
        return names.error();
    const auto row = m_intake->collector(name, kPollKind, wanted->toJson(), *names);
    if (!row)
        return row.error();
    m_addresses->add(*row);
    return {};
}

Result<pipeline::CollectorRow> EventPipeline::ordered(const std::string& name) const
{
    for (const auto& source : m_intake->status().sources)
        if (source.row.name == name
            && (source.row.kind == kFileKind || source.row.kind == kPollKind))
            return source.row;
    return wrongName("\"" + name + "\" is no file and no address; the others send by themselves",
                     "choose a file or an address");
}

Result<void> EventPipeline::pauseSource(const std::string& name, bool pause)
{
    const auto row = ordered(name);
    if (!row)
        return row.error();
    if (auto kept = m_intake->setPaused(row->id, pause); !kept)
        return kept;
    if (m_addresses->setPaused(name, pause))
        return {};
    const std::lock_guard lock(m_feedersMutex);
    for (const auto& feeder : m_feeders)
        if (feeder->name() == name)
            feeder->setPaused(pause);
    return {};
}

Result<void> EventPipeline::removeSource(const std::string& name, const std::string& actor)
{
    const auto row = ordered(name);
    if (!row)
        return row.error();
    std::vector<std::unique_ptr<FileFeeder>> ending;
    {
        const std::lock_guard lock(m_feedersMutex);
        const auto rest
            = std::stable_partition(m_feeders.begin(), m_feeders.end(),
                                    [&](const auto& feeder) { return feeder->name() != name; });
        std::move(rest, m_feeders.end(), std::back_inserter(ending));
        m_feeders.erase(rest, m_feeders.end());
    }
    ending.clear(); // what it reads now is stored first
    m_addresses->remove(name);
    return m_intake->remove(row->id, actor);
}

} // namespace gavel::runtime
