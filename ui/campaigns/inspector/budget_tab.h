// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/campaign_tab.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

#include <functional>

class QFormLayout;

namespace gavel::campaigns {

/// Money, flight, pacing, strategy and billing as a form. A value is taken over with Enter or when
/// the field is left; what it breaks stands below it.
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
    static constexpr int kLabelWidth = 124;

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
        std::function<bool(const model::Campaign&)> applies;
    };
    /// One list of the form.
    struct Choice
    {
        QLabel* label = nullptr;
        QComboBox* box = nullptr;
        std::function<QString()> title;
        std::function<QString(int)> word;
        std::function<int(const model::Campaign&)> index;
    };
    template<typename Enum, std::size_t N>
    void addChoice(const std::array<std::string_view, N>& all, QString (*word)(Enum),
                   std::function<Enum&(model::Campaign&)> of, std::function<QString()> title);
    void addLine(Line line);
    void addText(const char* path, std::string model::Campaign::*member,
                 std::function<QString()> title);
    void addTextLines();
    void addMoneyLines();
    void addStrategyLines();
    void addBillingLines();
    void take(const Line& line);
    void takeChoice(const QString& what, const std::function<void(model::Campaign&)>& edit);
    void showLines();

    model::Campaign m_campaign;
    std::optional<model::Campaign> m_live;
    std::vector<Line> m_lines;
    std::vector<Choice> m_choices;
    QFormLayout* m_form;
    QLabel* m_seatLabel;
    QComboBox* m_seat;
};

} // namespace gavel::campaigns
