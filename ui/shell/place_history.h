// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/navigator.h"

#include <vector>

namespace gavel::shell {

/// What was opened, in order, with a place in it. Opening something drops what was ahead.
class PlaceHistory final
{
public:
    void open(const bridge::Destination& place);
    /// Replaces the present place by a nearer description of it.
    void refine(const bridge::Destination& place);
    const bridge::Destination* back();
    const bridge::Destination* forward();
    bool canBack() const { return m_at > 0; }
    bool canForward() const { return m_at + 1 < m_places.size(); }

private:
    std::vector<bridge::Destination> m_places;
    std::size_t m_at = 0;
};

} // namespace gavel::shell
