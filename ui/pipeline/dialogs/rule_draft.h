// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gavel::pipeline_page {

/// What a rule is to be made of: a field of a dead letter and what a person made of it.
struct RuleWish
{
    QString stage{}; ///< of the rule that failed
    QString field{};
    QString value{}; ///< as it came
    bool wasThere = true;
    QString repaired{}; ///< "" = nothing was typed
};

struct RuleDraft
{
    QString json{}; ///< the set with the rule as its first
    QString id{}; ///< of the new rule
};

/// Puts a rule before the others of a set: what came is replaced by what was typed, and only where
/// it came. The rest of the text stays as it is. Without an array "rules" the text is unchanged.
RuleDraft withRuleFor(const QString& json, const RuleWish& wish);

} // namespace gavel::pipeline_page
