// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

class QLabel;

namespace gavel::settlement {

class MonthView;

/// What seats, exchange and publishers say of each hour of a day, and the auctions on which they
/// differ.
class ReconciliationPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ReconciliationPanel(QWidget* parent = nullptr);

    void setHours(const std::vector<runtime::ReconciledHour>& hours, Currency currency,
                  int utcOffset);
    /// Those of another span than the chosen one are kept, and not shown.
    void setDifferences(const runtime::BookDifferences& differences);
    void setMonth(const std::vector<runtime::ReconciledDay>& days, TimeMs chosen);
    void setNothing(const QString& sentence);
    /// The chosen hour, or the whole day when the sum is; nothing when none is.
    std::optional<runtime::ReconciledHour> chosenHour() const;
    /// nullptr = none.
    const runtime::DifferingAuction* chosenAuction() const;
    widgets::DataTable& hours() { return *m_hours; }
    widgets::DataTable& differences() { return *m_differences; }
    void retranslate();

Q_SIGNALS:
    void hourChanged();
    void auctionWanted(quint64 auction);
    void refundWanted();
    void dayChosen(qint64 utcMs);

private:
    /// An hour, or the sum of them all.
    struct Row
    {
        runtime::ReconciledHour hour;
        std::size_t summed = 0; ///< hours; 0 = it is one
    };
    using HourModel = widgets::RowsModel<Row, qint64 (*)(const Row&)>;
    using AuctionModel = widgets::RowsModel<runtime::DifferingAuction,
                                            quint64 (*)(const runtime::DifferingAuction&)>;
    static int firstShown(const std::vector<runtime::ReconciledHour>& hours);
    void setColumns();
    void build();
    void showWords();
    void showVerdict();
    void showMonth();
    /// What was read is of the chosen hour.
    bool isListed() const;
    QString campaignWords() const;
    QString bookWords(const runtime::DifferingAuction& auction) const;

    HourModel m_hourRows;
    AuctionModel m_auctionRows;
    Currency m_currency;
    int m_utcOffset = 0;
    bool m_filling = false;
    std::vector<runtime::ReconciledDay> m_days;
    runtime::BookDifferences m_listed;
    widgets::DataTable* m_hours;
    widgets::ElidedLabel* m_verdict;
    widgets::DataTable* m_differences;
    QLabel* m_books;
    widgets::ElidedLabel* m_month;
    widgets::ElidedLabel* m_monthWords;
    MonthView* m_monthView;
    widgets::Button* m_open;
    widgets::Button* m_refund;
};

} // namespace gavel::settlement
