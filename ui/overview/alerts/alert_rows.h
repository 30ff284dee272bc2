// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"
#include "ui/widgets/status_mark.h"

#include <QString>

#include <vector>

namespace gavel::overview {

/// What can be done about a row, in the order in which it is offered.
enum class AlertAct : quint8 { ShowMoment, ShowSource, Acknowledge, Silence, EndSilence };

/// A row of the list: an alert of three lines while it lives, else one line.
struct AlertRow
{
    QString key{}; ///< stays while it is the same row
    widgets::Mark mark = widgets::Mark::Warn;
    widgets::Token tone = widgets::Token::Warn; ///< of the word
    QString word{}; ///< "FIRING"
    QString since{};
    QString name{}; ///< of the rule
    QString subject{}; ///< whose; "" = the whole desk
    QString detail{}; ///< "12.4 %, limit 10.0 %"
    QString help{}; ///< what it means and what to do
    QString fingerprint{};
    QString rule{};
    QString silence{}; ///< id; "" = it is no silence
    qint64 marketAt = 0; ///< 0 = not known
    bridge::Destination source{}; ///< where what is wrong is seen and done; no page = only here
    bool isTall = true;
    std::vector<AlertAct> acts{};
};

/// Firing, pending, acknowledged, silenced, resolved.
std::vector<AlertRow> alertRows(const runtime::Snapshot& snapshot);
/// The name of a rule as people of this language say it; those that a person wrote stay.
QString ruleWords(const std::string& name);
/// "12.4 %, limit 10.0 %"
QString valueWords(const runtime::AlertView& view);
/// "2 firing, 1 pending"; "None" when nothing is.
QString alertsCaption(const runtime::WatchView& watch);

} // namespace gavel::overview
