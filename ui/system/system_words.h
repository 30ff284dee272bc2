// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/faults.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// How the page names things, in the language of the moment.
namespace gavel::system_page::words {

QString state(model::FaultState state);
widgets::Mark stateMark(model::FaultState state);
QString faultClass(model::FaultClass kind);
/// "Pipeline", "Source orders.csv"
QString component(const std::string& component);
QString action(const std::string& id);
/// What a line of the history says.
QString entry(const health::KeptFaultChange& change);
/// Why, as far as the program says it itself; what people wrote stays as it is.
QString cause(const std::string& cause);
/// What a way by hand is called on its button.
QString move(model::FaultState to);
/// 12.4 MiB
QString bytes(std::int64_t bytes);

} // namespace gavel::system_page::words
