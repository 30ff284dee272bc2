// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"
#include "engine/pipeline/rules/rule.h"

#include <string>
#include <vector>

namespace gavel::pipeline {

/// Read one rule of a set; what is wrong is added to the errors with its path.
Rule readRule(const boost::json::value& value, const std::string& path, std::vector<Error>& errors);

/// A field of an event by the contract's name. Adds an error when it is none.
bool readField(base::ObjectReader& reader, std::string_view key, model::AdField& out);

/// The parts of a rule that are lists of words with arguments.
void readChecks(base::ObjectReader& reader, Rule& rule);
void readRepairs(base::ObjectReader& reader, Rule& rule);

} // namespace gavel::pipeline
