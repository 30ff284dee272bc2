// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/control_row.h"
#include "ui/training/market_controls.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/toggle.h"

class QLabel;
class QVBoxLayout;

namespace gavel::training {

/// The controls of the running market. Each acts at the next auction and is journaled; a value that
/// is not the scenario's stands in a frame in `sim`.
class ControlsPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ControlsPanel(QWidget* parent = nullptr);

    /// What the scenario started with; makes a row for each seat.
    void setSetup(SetupPtr setup);
    void setSnapshot(const std::shared_ptr<const runtime::Snapshot>& snapshot);
    /// How many controls differ from the scenario.
    int differences() const { return m_differences; }
    void restore();
    void retranslate();

Q_SIGNALS:
    /// To be applied in this order.
    void changesWanted(const std::vector<gavel::runtime::ControlChange>& changes);

private:
    struct SeatControls
    {
        std::string id;
        ControlRow* deadline = nullptr;
        widgets::Toggle* cutOff = nullptr;
    };

    QWidget* heading(widgets::ElidedLabel* title, QWidget* right);
    void buildAuction(QVBoxLayout& column);
    void connectAuction();
    void addSeat(const model::Seat& seat);
    void clearSeats();
    void showAuction();
    void showSeats();
    void showHeader();
    void changeSeat(const std::string& id,
                    const std::function<runtime::ControlChange(const model::Seat&)>& make);

    SetupPtr m_setup;
    std::shared_ptr<const runtime::Snapshot> m_snapshot;
    int m_differences = 0;
    widgets::Button* m_restore;
    widgets::ElidedLabel* m_auctionTitle;
    widgets::ElidedLabel* m_ruleLabel;
    widgets::Segmented* m_rule;
    ControlRow* m_increment;
    ControlRow* m_softFloor;
    ControlRow* m_floors;
    ControlRow* m_traffic;
    widgets::ElidedLabel* m_deadlineTitle;
    widgets::ElidedLabel* m_limit;
    QVBoxLayout* m_deadlines;
    widgets::ElidedLabel* m_faultTitle;
    widgets::ElidedLabel* m_faultCount;
    QVBoxLayout* m_faults;
    QLabel* m_note;
    std::vector<SeatControls> m_seats;
};

} // namespace gavel::training
