// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/poll_settings.h"
#include "engine/pipeline/distribute/address_rule.h"
#include "engine/runtime/pipeline_view.h"

namespace gavel::runtime {

/// What a person ordered of an address; kept as a collector's settings.
struct PollOrder
{
    pipeline::PollSettings settings;
    std::vector<std::pair<std::string, std::string>> fields; ///< theirs -> the contract's
    bool allowHost = false; ///< its host and port are meant although private or unusual

    /// Errors: SOURCE_WRONG names the field; ADDRESS_INVALID and ADDRESS_REFUSED.
    static Result<PollOrder> of(const SourceOrder& order);
    /// Errors: the same.
    static Result<PollOrder> read(std::string_view json);
    std::string toJson() const;

    /// Where it may be asked besides the public internet.
    pipeline::AddressRule allow() const;
    /// The address without its query, in which there may be a secret.
    std::string shownAddress() const;
    /// The host, which a source without a name is called by.
    std::string host() const;
    /// Of the page that is asked for before any was read.
    std::string askedFirst() const;
};

} // namespace gavel::runtime
