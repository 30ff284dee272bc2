// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

#include <stdexcept>

namespace gavel::base {

std::string toString(const Error& error)
{
    std::string text = error.where;
    if (!text.empty() && !error.what.empty())
        text += ": ";
    text += error.what;
    if (!error.advice.empty())
        text += "; " + error.advice;
    return text;
}

void throw_exception_from_error(const Error& error, const boost::source_location&)
{
    throw std::logic_error("unchecked result: " + toString(error));
}

} // namespace gavel::base
