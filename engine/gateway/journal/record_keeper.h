// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/store/workspace.h"

#include <future>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::gateway {

/// The part of the workspace that holds what callers of the REST services may ask for again.
class RecordKeeper
{
public:
    /// The newest of a kind that are kept, in memory and in the file.
    static constexpr std::size_t kKept = 10'000;

    explicit RecordKeeper(store::Workspace& workspace)
        : m_workspace(workspace)
    {
    }

    struct Record
    {
        std::string_view kind; ///< a literal
        std::string name;
        TimeMs at;
        std::string json;
    };
    /// Stores them in one commit, in the order of the calls; the future tells when that is durable.
    std::future<Result<void>> keep(std::vector<Record> records);
    /// Forgets whole kinds and stores one record, in one commit.
    Result<void> forget(std::vector<std::string_view> kinds, Record last);
    /// The JSON texts of a kind, oldest first; none when they cannot be read.
    std::vector<std::string> read(std::string_view kind) const;

private:
    store::Workspace& m_workspace;
};

} // namespace gavel::gateway
