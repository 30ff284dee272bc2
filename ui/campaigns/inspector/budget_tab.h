// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/campaign_tab.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <functional>

class QFormLayout;

namespace gavel::campaigns {

/// Money, flight and strategy as a form. A value is taken over with Enter or when the field is
/// left; what it breaks stands below it.
class BudgetTab final : public CampaignTab
{
    Q_OBJECT
public:
    explicit BudgetTab(QWidget* parent = nullptr);

    void show(const model::Campaign& campaign, const model::Campaign* live) override;
    void retranslate() override;
    void setFindings(const std::vector<bridge::Finding>& findings);
    /// The seats that bid for campaigns: id and name.
    void setSeats(const QList<std::pair<QString, QString>>& seats);

private:
    /// One typed field of the form.
    struct Line
    {
        QString path; ///< of the finding that belongs to it
        QLabel* label = nullptr;
        QLineEdit* edit = nullptr;
        QLabel* finding = nullptr;
        QLayout* box = nullptr;
        std::function<QString()> title;
        std::function<QString(const model::Campaign&)> read;
        std::function<bool(model::Campaign&, const QString&)> write;
        std::function<bool(const model::BidStrategy&)> applies;
    };
    void addLine(Line line);
    void addTextLines();
    void addMoneyLines();
    void addStrategyLines();
    void take(const Line& line);
    void takeChoice(const QString& what, const std::function<void(model::Campaign&)>& edit);
    void showLines();

    model::Campaign m_campaign;
    std::optional<model::Campaign> m_live;
    std::vector<Line> m_lines;
    QFormLayout* m_form;
    QLabel* m_seatLabel;
    QComboBox* m_seat;
    QLabel* m_kindLabel;
    QComboBox* m_kind;
};

} // namespace gavel::campaigns
