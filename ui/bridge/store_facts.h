// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of the workspace's file.
#include "engine/runtime/store_facts.h"
