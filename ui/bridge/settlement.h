// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of money: its views and the language of the ledger's filter.
#include "engine/runtime/schedule_view.h"
#include "engine/runtime/settlement_desk.h"
#include "engine/runtime/settlement_view.h"
