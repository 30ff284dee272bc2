// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/base/money.h"
#include "engine/model/delivery_event.h"
#include "engine/pipeline/rules/received.h"
#include "engine/pipeline/values/user_agent.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::pipeline {

/// Two letters, upper case; "" when it is not known.
struct CountryCode
{
    std::array<char, 2> code{};
    std::string_view view() const { return {code.data(), code[0] == 0 ? 0U : code.size()}; }
};

/// An event as values. Its texts are views of the event it was made of; "" = not told.
struct AdFact
{
    Hash128 id; ///< see eventIdOf()
    model::EventKind kind{}; ///< Impression, Viewable, Click or Conversion
    bool isViewable = false; ///< an impression that says so, or Viewable itself
    DeviceClass device{};
    TimeMs at; ///< when it was received if it tells no time
    std::string_view campaign;
    std::string_view ad;
    std::string_view creative;
    std::string_view placement;
    std::string_view publisher;
    std::string_view advertiser;
    std::string_view segments; ///< see namesOf()
    CountryCode country;
    std::uint64_t session = 0; ///< hash of the session's id, else of user and half hour; 0 = none
    std::uint64_t request = 0; ///< hash of its id; 0 = none
    std::uint64_t auction = 0; ///< the real auction that its request's id names; 0 = none
    std::uint64_t user = 0; ///< dmp::userHash(); 0 = anonymous
    Price bid; ///< what was paid for this one impression: bidAmount "0.0025" is 2,500,000 nanos
    Money revenue;
    Money conversionValue;
    Currency currency;
};

/// Errors: INVALID_EVENT with the contract's name of the field: a type that is not known, a time or
/// a currency that cannot be read, an amount with more decimals than are kept or beyond 64 bits.
Result<AdFact> transform(const model::AdEvent& event, const Received& received);

} // namespace gavel::pipeline
