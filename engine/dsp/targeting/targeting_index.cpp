// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_index.h"

#include "engine/dsp/targeting/targeting_block.h"

#include <algorithm>

namespace gavel::dsp {

namespace {

constexpr std::uint32_t kBlock = TargetingBlock::kMostPositions;
constexpr std::size_t kOverwritten = 64; ///< room that BitmapOps::list wants after the last number

} // namespace

struct MatchScratch::Buffers
{
    IndexQuestion question;
    BlockBuffers block;
    std::vector<std::uint32_t> matches;

    void fit(std::size_t slots, std::size_t words, std::size_t zones)
    {
        if (matches.size() < slots + kOverwritten)
            matches.resize(slots + kOverwritten);
        question.hours.reserve(zones);
        block.fit(words, zones);
    }
};

MatchScratch::MatchScratch()
    : m_buffers(std::make_unique<Buffers>())
{
}
MatchScratch::~MatchScratch() = default;
MatchScratch::MatchScratch(MatchScratch&&) noexcept = default;
MatchScratch& MatchScratch::operator=(MatchScratch&&) noexcept = default;

struct TargetingIndex::Blocks
{
    TargetingKeys keys;
    std::vector<TargetingBlock> blocks;
    const BitmapOps& ops;

    explicit Blocks(SimdLevel level)
        : ops(bitmapOps(level))
    {
    }

    void build(std::span<const CompiledTargeting> targetings)
    {
        keys = {};
        blocks.clear();
        for (std::size_t first = 0; first < targetings.size(); first += kBlock)
            blocks.emplace_back(
                targetings.subspan(first, std::min<std::size_t>(kBlock, targetings.size() - first)),
                keys);
    }
    TargetingBlock& blockFor(std::uint32_t slot)
    {
        while (blocks.size() <= slot / kBlock)
            blocks.emplace_back(std::span<const CompiledTargeting>(), keys);
        return blocks[slot / kBlock];
    }
    TargetingBlock* find(std::uint32_t slot)
    {
        const std::size_t block = slot / kBlock;
        return block < blocks.size() ? &blocks[block] : nullptr;
    }
    std::size_t slotCount() const
    {
        return blocks.empty() ? 0 : (blocks.size() - 1) * kBlock + blocks.back().positions();
    }
    std::size_t widestRow() const
    {
        std::size_t words = 0;
        for (const TargetingBlock& block : blocks)
            words = std::max(words, block.rowWords());
        return words;
    }
};

TargetingIndex::TargetingIndex(SimdLevel level)
    : m_blocks(std::make_unique<Blocks>(level))
{
}
TargetingIndex::~TargetingIndex() = default;
TargetingIndex::TargetingIndex(TargetingIndex&&) noexcept = default;
TargetingIndex& TargetingIndex::operator=(TargetingIndex&&) noexcept = default;

void TargetingIndex::build(std::span<const CompiledTargeting> targetings)
{
    m_blocks->build(targetings);
}

void TargetingIndex::upsert(std::uint32_t slot, const CompiledTargeting& targeting)
{
    m_blocks->blockFor(slot).put(slot % kBlock, targeting, m_blocks->keys);
}

void TargetingIndex::erase(std::uint32_t slot)
{
    if (TargetingBlock* block = m_blocks->find(slot))
        block->clear(slot % kBlock);
}

void TargetingIndex::setLive(std::uint32_t slot, bool live)
{
    if (TargetingBlock* block = m_blocks->find(slot))
        block->setLive(slot % kBlock, live);
}

bool TargetingIndex::isLive(std::uint32_t slot) const
{
    const TargetingBlock* block = m_blocks->find(slot);
    return block != nullptr && slot % kBlock < block->positions() && block->isLive(slot % kBlock);
}

std::span<const std::uint32_t> TargetingIndex::match(const model::Opportunity& opportunity,
                                                     MatchScratch& scratch) const
{
    MatchScratch::Buffers& buffers = *scratch.m_buffers;
    buffers.fit(slotCount(), m_blocks->widestRow(), m_blocks->keys.zones());
    m_blocks->keys.ask(opportunity, buffers.question);
    std::uint32_t* end = buffers.matches.data();
    std::uint32_t base = 0;
    for (const TargetingBlock& block : m_blocks->blocks) {
        end = block.match(opportunity, buffers.question, m_blocks->ops, buffers.block, base, end);
        base += kBlock;
    }
    return {buffers.matches.data(), static_cast<std::size_t>(end - buffers.matches.data())};
}

std::size_t TargetingIndex::slotCount() const
{
    return m_blocks->slotCount();
}

std::size_t TargetingIndex::memoryBytes() const
{
    std::size_t bytes = 0;
    for (const TargetingBlock& block : m_blocks->blocks)
        bytes += block.memoryBytes();
    return bytes;
}

} // namespace gavel::dsp
