// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/navigator.h"

#include <QString>

#include <vector>

namespace gavel::bridge {

/// One line of what is known of a thing.
struct Fact
{
    QString name{};
    QString value{};
    bool strong = false; ///< the number that matters
};

/// What the inspector shows of one thing, in the language of the moment.
struct Facts
{
    QString title{}; ///< its name
    QString caption{}; ///< its id, or where it lives
    std::vector<Fact> rows{};
    bool moves = true; ///< the numbers change while the market runs
};

} // namespace gavel::bridge
