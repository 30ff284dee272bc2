// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/dictionary.h"
#include "engine/model/dimension.h"

#include <array>
#include <string>

namespace gavel::model {

/// The dictionaries of one market: one for each value dimension and each noun with an id.
/// Any thread at the edges; shards and seats see handles only. Ages have no dictionary (years + 1).
class Vocabulary
{
public:
    base::Dictionary& of(Dimension dimension) { return m_values[index(dimension)]; }
    const base::Dictionary& of(Dimension dimension) const { return m_values[index(dimension)]; }
    /// The text of a value as a person reads it; ages as digits, "" for kNone.
    std::string text(Dimension dimension, Handle handle) const;

    base::Dictionary campaigns;
    base::Dictionary advertisers;
    base::Dictionary creatives;
    base::Dictionary seats;

private:
    std::array<base::Dictionary, kValueDimensions> m_values;
};

} // namespace gavel::model
