// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace gavel::campaigns {

/// Ages that a rule may name.
inline constexpr int kLeastAge = 13;
inline constexpr int kMostAge = 100;

/// One row of the builder, in the order in which the engine narrows the audience.
struct TargetingPart
{
    enum class Kind : quint8 { Rule, Places, Age, Systems, Hours, Dates };
    Kind kind = Kind::Rule;
    std::size_t rule = 0; ///< place among the value rules
    model::Dimension dimension{};
    model::Match match{};

    /// "Segment, none of"; "Hour of week".
    QString title() const;
    bool operator==(const TargetingPart&) const = default;
};

std::vector<TargetingPart> targetingParts(const model::Targeting& targeting);
/// The values of a part, one text each, as they can be typed.
QStringList partValues(const model::Targeting& targeting, const TargetingPart& part);
/// The same in one line.
QString partText(const model::Targeting& targeting, const TargetingPart& part);
void removePart(model::Targeting& targeting, const TargetingPart& part);
void removeValue(model::Targeting& targeting, const TargetingPart& part, std::size_t value);
/// The text to type for one of its values.
QString typedText(const model::Targeting& targeting, const TargetingPart& part, std::size_t value);
/// Why a text that is being typed is no value; "" when it is one or nothing is typed.
QString typedProblem(const TargetingPart& part, const QString& text);
/// False when the text is not a value of this part, or there already.
bool addValue(model::Targeting& targeting, const TargetingPart& part, const QString& text);
/// Dimensions that a new row may have: value dimensions and the special ones not yet there.
std::vector<TargetingPart> addableParts(const model::Targeting& targeting);
/// Adds an empty part; an age range and an hour grid take everything at first.
void addPart(model::Targeting& targeting, const TargetingPart& part);

} // namespace gavel::campaigns
