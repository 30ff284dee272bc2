// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/sheet_dialog.h"

#include <QTimer>

class QLabel;

namespace gavel::widgets {
class Button;
class Panel;
} // namespace gavel::widgets

namespace gavel::pipeline_page {

/// Counts every counter anew from the log: says what will happen, how far it is, and what differed.
/// It goes on when the dialog is closed.
class ReplayDialog final : public widgets::SheetDialog
{
    Q_OBJECT
public:
    ReplayDialog(const bridge::PipelineClient& pipeline, int utcOffset, QWidget* parent);

    widgets::Button& startButton() { return *m_start; }
    widgets::Button& stopButton() { return *m_stop; }
    QString sentence() const;

private:
    void look();
    void showStatus(const runtime::ReplayStatus& status);
    QString progressOf(const runtime::ReplayStatus& status) const;

    bridge::PipelineClient m_pipeline;
    int m_utcOffset;
    QTimer m_timer;
    bool m_asking = false;
    QString m_wrong; ///< why it did not start

    widgets::Panel* m_panel;
    QLabel* m_words;
    widgets::Button* m_stop;
    widgets::Button* m_start;
};

} // namespace gavel::pipeline_page
