// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"
#include "engine/runtime/schedule_view.h"

#include <functional>
#include <string_view>

namespace gavel::runtime {

using TaskTest = std::function<bool(const TaskRow& row)>;

/// Reads a filter of the list of tasks: state = failed and priority = high
///
/// or    := and { "or" and }
/// and   := unary { "and" unary }
/// unary := "not" unary | "(" or ")" | field op value
///
/// names:   task, campaign, name, trigger, priority, state, owner; op is = or !=; a name is found
/// by
///          a part of it
/// numbers: attempt; op is one of < <= > >= = !=
///
/// Empty text takes all. Errors: FILTER_UNFINISHED when more typing could make it valid,
/// FILTER_WRONG otherwise; where = "column N".
Result<TaskTest> parseTaskFilter(std::string_view text);

} // namespace gavel::runtime
