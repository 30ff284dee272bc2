// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/document_dialog.h"

namespace gavel::overview {

/// The rules of alerts as a document: checked while it is typed, in force at the next look.
class AlertRulesDialog final : public widgets::DocumentDialog
{
    Q_OBJECT
public:
    AlertRulesDialog(bridge::EngineClient& client, QWidget* parent);

Q_SIGNALS:
    void saved(quint32 version);

private:
    void ask(const QString& text, const Answer& answer);
    void save(const QString& text, const Answer& answer);

    bridge::EngineClient& m_client;
};

} // namespace gavel::overview
