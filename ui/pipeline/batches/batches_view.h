// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/pipeline/batches/batch_diagram.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/rows_model.h"

#include <QWidget>

class QLabel;

namespace gavel::widgets {
class Button;
class ElidedLabel;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// The states of the batches, the batches themselves, newest first, and the way of the selected
/// one.
class BatchesView final : public QWidget
{
    Q_OBJECT
public:
    explicit BatchesView(QWidget* parent = nullptr);

    void setCounts(const BatchDiagram::Counts& counts) { m_diagram->setCounts(counts); }
    void setBatches(const std::vector<runtime::BatchView>& batches, int utcOffset);
    /// With its steps; nothing = no batch is selected.
    void setBatch(const std::optional<runtime::BatchView>& batch);
    /// Only batches in these states; none = all.
    void showStates(const std::set<model::BatchState>& states);
    const std::set<model::BatchState>& states() const { return m_states; }
    /// 0 = none.
    std::uint64_t selected() const;
    BatchDiagram& diagram() { return *m_diagram; }
    widgets::DataTable& table() { return *m_table; }
    void retranslate();

Q_SIGNALS:
    void selectedChanged();
    /// The numbers that a batch touched.
    void numbersWanted(quint64 batch);

private:
    using Batch = runtime::BatchView;
    using Step = runtime::BatchView::Step;
    using Model = widgets::RowsModel<Batch, quint64 (*)(const Batch&)>;
    using StepModel = widgets::RowsModel<Step, qint64 (*)(const Step&)>;
    QWidget* makeDetail();
    void setColumns();
    void showRows();

    Model m_rows;
    StepModel m_stepRows;
    std::vector<Batch> m_all;
    std::set<model::BatchState> m_states;
    int m_utcOffset = 0;
    bool m_filling = false;

    BatchDiagram* m_diagram;
    widgets::ElidedLabel* m_words;
    widgets::Button* m_showAll;
    widgets::DataTable* m_table;
    widgets::ElidedLabel* m_title;
    widgets::Button* m_numbers;
    QLabel* m_facts;
    widgets::DataTable* m_steps;
};

} // namespace gavel::pipeline_page
