// SPDX-License-Identifier: GPL-3.0-or-later
// The meta object of Page is compiled here.
#include "ui/bridge/page.h"
