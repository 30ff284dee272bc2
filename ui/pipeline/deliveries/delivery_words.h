// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/deliveries.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// The engine's names of deliveries in the language of the moment.
namespace gavel::pipeline_page::words {

/// How telling a subscriber goes, the worst first.
enum class Telling : quint8 { Failing, Waiting, Sending, Told, Off };

Telling tellingOf(const runtime::SubscriberView& subscriber);
/// "waits until 14:32:07"
QString telling(const runtime::SubscriberView& subscriber, int utcOffset);
widgets::Mark tellingMark(Telling telling);
QString channel(pipeline::Channel channel);
QString deliveryState(pipeline::DeadState state);
widgets::Mark deliveryMark(pipeline::DeadState state);
/// What a person did: "redriven", "tested".
QString act(const std::string& action);
/// With its date; a dash for never.
QString moment(TimeMs at, int utcOffset);

} // namespace gavel::pipeline_page::words
