// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/topics/batch_topic.h"

#include "engine/base/enum_name.h"
#include "engine/base/iso_time.h"
#include "engine/pipeline/intake/lineage.h"
#include "engine/store/connection.h"

namespace gavel::pipeline {

namespace {

std::string_view wordOf(model::BatchState state)
{
    return base::nameOf(state, model::kBatchStateNames);
}

Message messageOf(const BatchRow& batch)
{
    Message message;
    message.kind = MessageKind::Batch;
    message.at = batch.changedAt;
    message.source = batch.source;
    boost::json::array moves;
    for (const BatchTrack::Step& step : batch.steps) {
        message.states.push_back(wordOf(step.state));
        boost::json::object move{{"state", wordOf(step.state)}, {"at", base::toIso(step.at)}};
        if (!step.detail.empty())
            move["detail"] = step.detail;
        moves.push_back(std::move(move));
    }
    auto& fields = message.fields;
    fields["batch"] = batch.id;
    fields["origin"] = batch.origin;
    fields["state"] = wordOf(batch.state);
    fields["rules"] = batch.rules;
    fields["received"] = batch.flow.received;
    fields["stored"] = batch.flow.stored;
    fields["duplicate"] = batch.flow.duplicate;
    fields["dead"] = batch.flow.dead;
    fields["repaired"] = batch.flow.repaired;
    fields["quarantined"] = batch.flow.quarantined;
    fields["moves"] = std::move(moves);
    return message;
}

} // namespace

Result<KeptPlaces> BatchTopic::look(store::Workspace&, store::Connection& reader, TimeMs)
{
    const auto newest = reader.integer("SELECT coalesce(max(id), 0) FROM batch");
    if (!newest)
        return newest.error();
    return KeptPlaces{1, static_cast<std::uint64_t>(*newest)};
}

Result<std::vector<PlacedMessage>> BatchTopic::read(store::Connection& reader, std::uint64_t after,
                                                    std::size_t most)
{
    const auto batches = readBatchesAfter(reader, after, most);
    if (!batches)
        return batches.error();
    std::vector<PlacedMessage> messages;
    messages.reserve(batches->size());
    for (const BatchRow& batch : *batches)
        messages.push_back({batch.id, messageOf(batch)});
    return messages;
}

} // namespace gavel::pipeline
