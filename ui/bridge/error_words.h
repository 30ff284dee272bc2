// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <QString>

namespace gavel::bridge {

/// An error as one sentence.
QString wordsOf(const Error& error);
/// The line of a document that an error names; 0 = none.
int lineOf(const Error& error);

} // namespace gavel::bridge
