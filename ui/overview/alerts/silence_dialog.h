// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/overview/alerts/alert_rows.h"
#include "ui/widgets/order_dialog.h"

class QComboBox;

namespace gavel::overview {

/// For how long nobody wants to hear of an alert, or of all like it; shows what that would mute
/// now.
class SilenceDialog final : public widgets::OrderDialog
{
    Q_OBJECT
public:
    SilenceDialog(bridge::EngineClient& client, const AlertRow& alert, QWidget* parent);

    QComboBox& scope() { return *m_scope; }
    QComboBox& duration() { return *m_duration; }
    QLineEdit& reason() { return *m_reason; }
    /// As it is chosen, from a moment on.
    metrics::Silence silence(TimeMs now) const;

Q_SIGNALS:
    void silenced(const QString& sentence);

private:
    void check();
    void carryOut();
    QString subjectWords() const;

    bridge::EngineClient& m_client;
    AlertRow m_alert;
    QComboBox* m_scope;
    QComboBox* m_duration;
    QLineEdit* m_reason = nullptr;
};

} // namespace gavel::overview
