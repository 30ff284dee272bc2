// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of the counters' measures.
#include "engine/runtime/metric_view.h"
