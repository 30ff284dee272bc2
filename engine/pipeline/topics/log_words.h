// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/counters/belongings.h"
#include "engine/pipeline/counters/counter_table.h"
#include "engine/store/event_names.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gavel::pipeline {

/// The texts of what events name, and what those belong to; remembered. One thread at a time.
class LogWords
{
public:
    /// "" for 0 and for what the file does not know.
    Result<std::string> text(store::Connection& reader, store::NameKind kind, std::uint32_t number);
    /// The ad that the event counts for, 0 = none.
    Result<std::uint32_t> adOf(store::Connection& reader, const store::LoggedEvent& event);
    Result<std::uint32_t> publisherOf(store::Connection& reader, const store::LoggedEvent& event);
    /// Of an audience.
    Result<std::vector<std::string>> segments(store::Connection& reader, std::uint32_t audience);
    Result<const Belongings*> belongings(store::Connection& reader);
    /// What the file knows may have changed: what was not known is looked up once more.
    void refresh();

private:
    std::unordered_map<std::uint64_t, std::string> m_texts; ///< by kind and number
    std::unordered_map<std::uint32_t, std::vector<std::string>> m_segments; ///< by audience
    std::optional<Belongings> m_belongings;
    bool m_isFresh = false;
};

} // namespace gavel::pipeline
