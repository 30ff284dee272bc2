// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_edit.h"

namespace gavel::auctions {

/// The parts of a filter text that have a colour of their own.
std::vector<widgets::FilterSpan> filterSpans(const QString& text);

} // namespace gavel::auctions
