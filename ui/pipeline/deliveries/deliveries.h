// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"
#include "ui/bridge/turn.h"
#include "ui/pipeline/deliveries/deliveries_view.h"

#include <deque>

namespace gavel::pipeline_page {

/// What the page asks the desk of subscribers, and what a person does there: each is listed first,
/// then done.
class Deliveries final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over `page`, which outlives this.
    Deliveries(bridge::EngineClient& client, bridge::Navigator& navigator, DeliveriesView& view,
               QWidget& page);

    void setUtcOffset(int minutes) { m_utcOffset = minutes; }
    /// By itself once a second.
    bool isDue() const { return m_turn.isDue(); }
    void look();

    void redrive();
    void discard();
    void sendTest();
    void edit();
    void showActs();

private:
    using Delivery = runtime::DeadDeliveryView;
    /// How redriving several goes.
    struct Redrive
    {
        std::deque<std::int64_t> waiting{};
        std::uint64_t done = 0;
        std::uint64_t refused = 0;
        QString reason{}; ///< of the last one that was refused
        int waits = 0; ///< for the turn of the first that waits
    };

    void connectView();
    void begin(const std::vector<Delivery>& chosen);
    void redriveNext();
    void noteRedriven(const Result<void>& done);
    void carryOutDiscard(const std::vector<Delivery>& chosen, const std::string& reason);
    void tell(const QString& all, std::uint64_t done, std::uint64_t refused, const QString& reason);

    bridge::EngineClient& m_client;
    bridge::Navigator& m_navigator;
    DeliveriesView& m_view;
    QWidget& m_page;
    bridge::Turn m_turn;
    Redrive m_redrive;
    int m_utcOffset = 0;
    bool m_isTesting = false;
};

} // namespace gavel::pipeline_page
