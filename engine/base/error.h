// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/system/result.hpp>

#include <string>
#include <utility>

namespace gavel::base {

/// What went wrong, in words a person can act on.
struct Error
{
    Error() = default;
    /// Never from one text alone: a Result<std::string> must not take a text for a failure.
    Error(std::string errorCode, std::string field, std::string rule, std::string remedy = {})
        : code(std::move(errorCode))
        , where(std::move(field))
        , what(std::move(rule))
        , advice(std::move(remedy))
    {
    }

    std::string code; ///< stable and upper case, for programs: INVALID_REQUEST
    std::string where; ///< file, line, field or path: "campaigns[3].budget"
    std::string what; ///< the rule that was broken
    std::string advice; ///< what to do about it

    bool operator==(const Error&) const = default;
};

/// "where: what; advice" on one line.
std::string toString(const Error& error);

/// Called by boost::system::result when a caller takes the value of a failure: a programming error.
// The name is boost's: NOLINTNEXTLINE(readability-identifier-naming)
[[noreturn]] void throw_exception_from_error(const Error& error, const boost::source_location& at);

template<typename T>
using Result = boost::system::result<T, Error>;

} // namespace gavel::base

namespace gavel {
using base::Error;
using base::Result;
} // namespace gavel
