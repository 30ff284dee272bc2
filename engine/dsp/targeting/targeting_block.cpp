// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_block.h"

#include <bit>

namespace gavel::dsp {

namespace {

/// Asks the memory for the lists of all values at once: each is in a place of its own.
void fetchAhead(const std::vector<ValueList>& lists, std::span<const std::uint32_t> values)
{
    if (values.size() < 2)
        return;
    for (const std::uint32_t value : values)
        if (value < lists.size())
            __builtin_prefetch(&lists[value]);
}

std::span<const std::uint16_t> aheadOf(std::span<const std::uint16_t> positions)
{
    __builtin_prefetch(positions.data());
    return positions;
}

} // namespace

void BlockBuffers::fit(std::size_t words, std::size_t zones)
{
    if (result.size() < words) {
        result.resize(words);
        unions.resize(words * kAnyKinds);
    }
    const std::size_t mostValues = model::Opportunity::kListCapacity + zones + 2;
    in.reserve(kAnyKinds + 1);
    notIn.reserve(kKinds * model::Opportunity::kListCapacity);
    excluded.reserve(kKinds * model::Opportunity::kListCapacity);
    united.reserve(mostValues);
    sparse.reserve(mostValues);
}

bool TargetingBlock::test(std::uint32_t number, std::uint32_t position) const
{
    return (row(number)[position / 64] & bitOf(position)) != 0;
}

void TargetingBlock::gatherWanted(std::uint32_t kind, std::span<const std::uint32_t> values,
                                  const BitmapOps& ops, BlockBuffers& buffers) const
{
    buffers.united.clear();
    buffers.sparse.clear();
    const std::vector<ValueList>& lists = m_lists[kind];
    fetchAhead(lists, values);
    for (const std::uint32_t value : values) {
        if (value >= lists.size())
            continue;
        const ValueList& list = lists[value];
        if (list.isDense())
            buffers.united.push_back(row(list.place));
        else if (list.count > 0)
            buffers.sparse.push_back(aheadOf(positionsOf(list)));
    }
    if (buffers.united.empty())
        buffers.united.push_back(row(kind));
    if (buffers.united.size() == 1 && buffers.sparse.empty()) {
        buffers.in.push_back(buffers.united.front());
        return;
    }
    std::uint64_t* const all = buffers.unions.data() + kind * m_rowWords;
    ops.unite(all, buffers.united, m_rowWords);
    for (const auto positions : buffers.sparse)
        for (const std::uint16_t position : positions)
            all[position / 64] |= bitOf(position);
    buffers.in.push_back(all);
}

void TargetingBlock::gatherExcluded(std::uint32_t kind, std::span<const std::uint32_t> values,
                                    BlockBuffers& buffers) const
{
    const std::vector<ValueList>& lists = m_lists[kAnyKinds + kind];
    if (lists.empty())
        return;
    fetchAhead(lists, values);
    for (const std::uint32_t value : values) {
        if (value >= lists.size())
            continue;
        const ValueList& list = lists[value];
        if (list.isDense())
            buffers.notIn.push_back(row(list.place));
        else if (list.count > 0)
            buffers.excluded.push_back(aheadOf(positionsOf(list)));
    }
}

void TargetingBlock::check(const model::Opportunity& opportunity, std::uint64_t* result) const
{
    const std::uint64_t* const checked = row(kCheckedRow);
    for (std::size_t w = 0; w < m_rowWords; ++w)
        for (std::uint64_t rest = result[w] & checked[w]; rest != 0; rest &= rest - 1) {
            const auto position = static_cast<std::uint32_t>(w * 64)
                + static_cast<std::uint32_t>(std::countr_zero(rest));
            if (!matches(m_rests[m_restOf[position]], opportunity))
                result[w] &= ~bitOf(position);
        }
}

std::uint32_t* TargetingBlock::match(const model::Opportunity& opportunity,
                                     const IndexQuestion& question, const BitmapOps& ops,
                                     BlockBuffers& buffers, std::uint32_t base,
                                     std::uint32_t* out) const
{
    buffers.in.clear();
    buffers.notIn.clear();
    buffers.excluded.clear();
    buffers.in.push_back(row(kLiveRow));
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind)
        if (m_rules[kind] > 0)
            gatherWanted(kind, question.values[kind], ops, buffers);
    for (std::uint32_t kind = 0; kind < model::kValueDimensions; ++kind)
        gatherExcluded(kind, question.values[kind], buffers);

    std::uint64_t* const result = buffers.result.data();
    ops.intersect(result, buffers.in, buffers.notIn, m_rowWords);
    for (const auto positions : buffers.excluded)
        for (const std::uint16_t position : positions)
            result[position / 64] &= ~bitOf(position);
    if (m_rests.size() > m_freeRests.size())
        check(opportunity, result);
    return ops.list(result, m_rowWords, base, out);
}

std::size_t TargetingBlock::memoryBytes() const
{
    std::size_t bytes = m_words.capacity() * sizeof(std::uint64_t)
        + m_pool.capacity() * sizeof(std::uint16_t) + m_keyPool.capacity() * sizeof(TargetingKey)
        + m_keysOf.capacity() * sizeof(KeyRun) + m_restOf.capacity() * sizeof(m_restOf[0])
        + m_rests.capacity() * sizeof(m_rests[0]);
    for (const auto& lists : m_lists)
        bytes += lists.capacity() * sizeof(ValueList);
    return bytes;
}

} // namespace gavel::dsp
