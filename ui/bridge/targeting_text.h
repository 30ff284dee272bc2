// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/targeting.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace gavel::bridge {

/// Parts of a targeting as texts that can be typed; reading gives nothing for a text that is not
/// one.

/// "mon-fri 8-18", one for each span.
QStringList hourTexts(const model::HourGrid& hours);
/// "iOS 15.2".
QString systemText(const model::OsVersionRule& rule);
std::optional<model::OsVersionRule> readSystem(const QString& text);
/// "2026-03-20 2026-03-25", both days inclusive; one day alone is a range of itself.
QString datesText(const model::DateRange& range);
std::optional<model::DateRange> readDates(const QString& text);

} // namespace gavel::bridge
