// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/batch.h"
#include "engine/pipeline/intake/batch_lines.h"
#include "engine/pipeline/intake/offer.h"
#include "engine/pipeline/rules/ad_event_reader.h"
#include "engine/pipeline/rules/judge.h"
#include "engine/pipeline/rules/transform.h"

namespace gavel::pipeline {

/// A batch's way through its states, each move one that model::kBatchTransitions knows.
class BatchTrack
{
public:
    struct Step
    {
        model::BatchState state{};
        TimeMs at;
        std::string detail;
    };
    explicit BatchTrack(TimeMs at)
    {
        m_steps.push_back({model::BatchState::DataIngestion, at, {}});
    }
    void move(model::BatchState to, TimeMs at, std::string detail = {});
    model::BatchState state() const { return m_steps.back().state; }
    const std::vector<Step>& steps() const { return m_steps; }

private:
    std::vector<Step> m_steps;
};

/// A line that was judged. Texts live in the batch.
struct PreparedLine
{
    std::uint64_t position = 0; ///< 0 = the next in its source
    std::uint64_t letter = 0;
    std::size_t offer = 0; ///< place of its offer in the batch
    std::size_t inOffer = 0; ///< place in its offer
    Fate fate = Fate::Dead;
    bool isRepaired = false;
    bool ifAttributed = false; ///< without a cause it is dead by `rule`
    AdFact fact; ///< unless dead
    std::string_view original;
    std::string_view eventId; ///< as it was told; "" = none
    std::string_view changes; ///< see BatchLine
    std::string_view stage; ///< of the rule that decided
    std::string_view rule;
    std::string_view reason;
    std::string_view field;
    std::string_view value; ///< of that field
};

/// Everything of one collector that is stored in one commit: judged and transformed, and nothing
/// in it depends on the judge any more.
struct PreparedBatch
{
    std::uint32_t collector = 0;
    std::uint32_t rules = 0; ///< version
    AttributionWindows windows;
    TimeMs received;
    std::vector<Offer> offers;
    std::vector<PreparedLine> lines;
    std::unique_ptr<TextArena> texts;
    BatchTrack track{TimeMs{}};
    std::string block; ///< of the lines
};

/// Reads, judges and transforms. Used on the judging thread only.
class BatchMaker
{
public:
    BatchMaker(Judge& judge, std::string sourceName, FieldMap names)
        : m_judge(&judge)
        , m_source(std::move(sourceName))
        , m_reader(std::move(names))
    {
    }
    /// The collector's next position, if its lines have none.
    PreparedBatch make(std::vector<Offer> offers, std::uint64_t& nextPosition, TimeMs now);

private:
    void judgeLine(PreparedBatch& batch, PreparedLine& line, const Offer& offer,
                   const OfferedLine& offered);
    void transformLine(PreparedBatch& batch, PreparedLine& line, const model::AdEvent& event,
                       const Received& received);
    static void walk(PreparedBatch& batch, TimeMs now);

    Judge* m_judge;
    std::string m_source;
    AdEventReader m_reader;
};

} // namespace gavel::pipeline
