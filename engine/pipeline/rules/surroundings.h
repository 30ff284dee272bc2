// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ad_event.h"

#include <string_view>

namespace gavel::pipeline {

/// What a judge may ask about the things that events name. Called for each event: quick, from the
/// judge's thread, and the answers change only between batches.
class Surroundings
{
public:
    virtual ~Surroundings() = default;
    /// The thing that this field names exists.
    virtual bool isKnown(model::AdField field, std::string_view text) const = 0;
    /// What a thing belongs to: the campaign (`owner`) of an ad (`field`, `text`). "" = not known.
    virtual std::string_view ownerOf(model::AdField field, std::string_view text,
                                     model::AdField owner) const = 0;
};

} // namespace gavel::pipeline
