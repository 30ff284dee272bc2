// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of the faults of components: their views and their desk.
#include "engine/runtime/fault_desk.h"
#include "engine/runtime/fault_view.h"
