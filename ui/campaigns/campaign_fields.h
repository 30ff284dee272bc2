// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace gavel::campaigns {

/// What can be edited in a row of the table.
enum class Field : quint8 { Name, Status, Bid, DayBudget, End };

/// The number people tune: a price per thousand, a target or a wanted return; none for a strategy
/// without one.
std::optional<Money> bidOf(const model::BidStrategy& strategy);
void setBid(model::BidStrategy& strategy, Money bid);

/// As shown: 0.50; an en dash where there is none.
QString fieldText(Field field, const model::Campaign& campaign);
/// As typed: the same without groups; "" for an open end.
QString editText(Field field, const model::Campaign& campaign);
/// Takes a typed text over; the reason in one sentence when it cannot be read. Whether the value
/// keeps the rules is for findingsOf().
std::optional<QString> readField(Field field, const QString& text, model::Campaign& campaign);
/// The path a finding about this field has, or the start of it.
QString fieldPath(Field field);

/// "1,234.50" and "1234.5"; nothing for anything else.
std::optional<Money> readAmount(const QString& text);
/// Days of the campaign's own zone, "2026-04-05"; "" = open.
QString dayText(TimeMs time, const std::string& timeZone);
std::optional<TimeMs> readDay(const QString& text, const std::string& timeZone);
QTimeZone zoneOf(const std::string& name);

} // namespace gavel::campaigns
