// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of the schedule: its views and the language of its filter.
#include "engine/model/schedule.h"
#include "engine/runtime/desks/task_filter.h"
#include "engine/runtime/schedule_view.h"
