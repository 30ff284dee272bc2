// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of where the log is kept.
#include "engine/runtime/storage_desk.h"
#include "engine/runtime/store_facts.h"
