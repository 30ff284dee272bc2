// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dsp/targeting/targeting_block.h"

#include <algorithm>
#include <bit>

namespace gavel::dsp {

namespace {

constexpr std::size_t kLineWords = 8;
constexpr std::size_t kFetchedWords = 64; ///< of a longer row the processor sees what comes next

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
    united.reserve(mostValues);
    // One more than there are: the place after the last is written, too.
    dense.resize(mostValues + 1);
    sparse.resize(mostValues + 1);
    excluded.resize(kKinds * model::Opportunity::kListCapacity + 1);
}

bool TargetingBlock::test(std::uint32_t number, std::uint32_t position) const
{
    return (row(number)[position / 64] & bitOf(position)) != 0;
}

/// Asks the memory for the lists of all values at once: each is in a place of its own.
void TargetingBlock::fetchLists(const IndexQuestion& question) const
{
    const auto fetch = [](std::span<const ValueList> lists, std::span<const std::uint32_t> values) {
        for (const std::uint32_t value : values)
            if (value < lists.size())
                __builtin_prefetch(&lists[value]);
    };
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind)
        fetch(m_lists[kind], question.values[kind]);
    for (std::uint32_t kind = 0; kind < model::kValueDimensions; ++kind)
        fetch(m_lists[kAnyKinds + kind], question.values[kind]);
}

void TargetingBlock::fetchRow(const std::uint64_t* words) const
{
    for (std::size_t w = 0; w < std::min(m_rowWords, kFetchedWords); w += kLineWords)
        __builtin_prefetch(words + w);
}

/// Copies the lists of the values, each to the end it belongs to, and moves that end on. Which it
/// is follows no pattern that a processor could guess, so nothing here branches on it.
TargetingBlock::ListEnds TargetingBlock::sortLists(std::uint32_t kind,
                                                   std::span<const std::uint32_t> values,
                                                   ListEnds ends) const
{
    const std::span<const ValueList> lists = m_lists[kind];
    for (const std::uint32_t value : values) {
        if (value >= lists.size())
            continue;
        const ValueList list = lists[value];
        const auto isDense = static_cast<std::uint32_t>(list.isDense());
        const auto isSparse = static_cast<std::uint32_t>(list.count > 0) & (1U - isDense);
        *ends.dense = list;
        ends.dense += isDense;
        *ends.sparse = list;
        ends.sparse += isSparse;
    }
    return ends;
}

void TargetingBlock::gatherWanted(std::uint32_t kind, std::span<const std::uint32_t> values,
                                  const BitmapOps& ops, BlockBuffers& buffers) const
{
    const ListEnds found = sortLists(kind, values, {buffers.dense.data(), buffers.sparse.data()});
    const std::span sparse(buffers.sparse.data(), found.sparse);
    for (const ValueList& list : sparse)
        __builtin_prefetch(positionsOf(list).data());
    buffers.united.clear();
    for (const ValueList& list : std::span(buffers.dense.data(), found.dense))
        buffers.united.push_back(row(list.place));
    if (buffers.united.empty())
        buffers.united.push_back(row(kind));
    if (buffers.united.size() == 1 && sparse.empty()) {
        fetchRow(buffers.united.front());
        buffers.in.push_back(buffers.united.front());
        return;
    }
    std::uint64_t* const all = buffers.unions.data() + kind * m_rowWords;
    ops.unite(all, buffers.united, m_rowWords);
    for (const ValueList& list : sparse)
        for (const std::uint16_t position : positionsOf(list))
            all[position / 64] |= bitOf(position);
    buffers.in.push_back(all);
}

ValueList* TargetingBlock::gatherExcluded(std::uint32_t kind, std::span<const std::uint32_t> values,
                                          BlockBuffers& buffers, ValueList* excluded) const
{
    const ListEnds found = sortLists(kAnyKinds + kind, values, {buffers.dense.data(), excluded});
    for (const ValueList& list : std::span(buffers.dense.data(), found.dense)) {
        fetchRow(row(list.place));
        buffers.notIn.push_back(row(list.place));
    }
    for (const ValueList& list : std::span(excluded, found.sparse))
        __builtin_prefetch(positionsOf(list).data());
    return found.sparse;
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
    fetchLists(question);
    buffers.in.push_back(row(kLiveRow));
    for (std::uint32_t kind = 0; kind < kAnyKinds; ++kind)
        if (m_rules[kind] > 0)
            gatherWanted(kind, question.values[kind], ops, buffers);
    ValueList* excluded = buffers.excluded.data();
    for (std::uint32_t kind = 0; kind < model::kValueDimensions; ++kind)
        if (!m_lists[kAnyKinds + kind].empty())
            excluded = gatherExcluded(kind, question.values[kind], buffers, excluded);

    std::uint64_t* const result = buffers.result.data();
    ops.intersect(result, buffers.in, buffers.notIn, m_rowWords);
    for (const ValueList& list : std::span(buffers.excluded.data(), excluded))
        for (const std::uint16_t position : positionsOf(list))
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
