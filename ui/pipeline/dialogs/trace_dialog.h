// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"
#include "ui/widgets/sheet_dialog.h"

class QComboBox;
class QLineEdit;

namespace gavel::widgets {
class Button;
class ElidedLabel;
class Segmented;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// From a number back to the events, batches and lines behind it, and from a batch forward to every
/// number that it touched.
class TraceDialog final : public widgets::SheetDialog
{
    Q_OBJECT
public:
    /// The number of one hour; without a key nothing is asked yet.
    TraceDialog(const bridge::PipelineClient& pipeline, const runtime::LineageQuery& query,
                int utcOffset, QWidget* parent);

    /// The numbers that a batch touched.
    void openBatch(std::uint64_t batch);
    QLineEdit& key() { return *m_key; }
    QLineEdit& from() { return *m_from; }
    widgets::Button& traceButton() { return *m_trace; }
    widgets::DataTable& events() { return *m_events; }
    widgets::DataTable& batches() { return *m_batches; }
    widgets::DataTable& numbers() { return *m_numbers; }
    /// Whether the number and its counter agree, as it is read.
    QString verdictWords() const;

private:
    using Event = runtime::LineageEvent;
    using Source = runtime::LineageView::Source;
    using Batch = runtime::BatchView;
    using Number = runtime::TouchedNumber;
    QWidget* makeForm();
    QWidget* makeBack();
    void connectParts();
    void setColumns();
    void setNumberColumns();
    void showDirection(int direction);
    Result<runtime::LineageQuery> query() const;
    void trace();
    void showLineage(const Result<runtime::LineageView>& view);
    void showVerdict(const runtime::LineageView& view);
    void showTouched(std::uint64_t batch, const std::vector<Number>& numbers);
    QString wayWords(const Event& event) const;
    static QString cameFrom(const Event& event);
    void openLine(const QModelIndex& index);
    void traceNumber(const QModelIndex& index);
    void say(widgets::Token token, const QString& sentence);

    bridge::PipelineClient m_pipeline;
    int m_utcOffset;
    int m_asked = 0;
    widgets::RowsModel<Source, QString (*)(const Source&)> m_sourceRows;
    widgets::RowsModel<Batch, quint64 (*)(const Batch&)> m_batchRows;
    widgets::RowsModel<Event, QString (*)(const Event&)> m_eventRows;
    widgets::RowsModel<Number, QString (*)(const Number&)> m_numberRows;

    QComboBox* m_dimension;
    QLineEdit* m_key;
    QComboBox* m_measure;
    QLineEdit* m_from;
    QLineEdit* m_to;
    widgets::Button* m_trace;
    widgets::ElidedLabel* m_verdict;
    widgets::Segmented* m_which;
    widgets::DataTable* m_sources;
    widgets::DataTable* m_batches;
    widgets::DataTable* m_events;
    widgets::DataTable* m_numbers;
    QWidget* m_back;
};

} // namespace gavel::pipeline_page
