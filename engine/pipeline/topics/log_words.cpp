// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/topics/log_words.h"

#include "engine/store/event_audience.h"

namespace gavel::pipeline {

namespace {

constexpr std::size_t kMostTexts = 100'000; ///< then it begins anew

} // namespace

Result<std::string> LogWords::text(store::Connection& reader, store::NameKind kind,
                                   std::uint32_t number)
{
    if (number == 0)
        return std::string();
    const std::uint64_t key = static_cast<std::uint64_t>(kind) << 32 | number;
    if (const auto known = m_texts.find(key); known != m_texts.end())
        return known->second;
    auto text = store::nameText(reader, kind, number);
    if (text && m_texts.size() >= kMostTexts)
        m_texts.clear();
    if (text)
        m_texts[key] = *text;
    return text;
}

Result<std::vector<std::string>> LogWords::segments(store::Connection& reader,
                                                    std::uint32_t audience)
{
    if (const auto known = m_segments.find(audience); known != m_segments.end())
        return known->second;
    auto segments = store::segmentsOf(reader, audience);
    if (segments && m_segments.size() >= kMostTexts)
        m_segments.clear();
    if (segments)
        m_segments[audience] = *segments;
    return segments;
}

Result<const Belongings*> LogWords::belongings(store::Connection& reader)
{
    if (!m_isFresh) {
        auto read = Belongings::read(reader);
        if (!read)
            return read.error();
        m_belongings = std::move(*read);
        m_isFresh = true;
    }
    return &*m_belongings;
}

void LogWords::refresh()
{
    m_isFresh = false;
}

Result<std::uint32_t> LogWords::adOf(store::Connection& reader, const store::LoggedEvent& event)
{
    const auto known = belongings(reader);
    if (!known)
        return known.error();
    return (*known)->adOf(Belongings::moment(event.run, event.at), event.ad, event.creative);
}

Result<std::uint32_t> LogWords::publisherOf(store::Connection& reader,
                                            const store::LoggedEvent& event)
{
    const auto known = belongings(reader);
    if (!known)
        return known.error();
    return (*known)->publisherOf(Belongings::moment(event.run, event.at), event.seller,
                                 event.placement);
}

} // namespace gavel::pipeline
