// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/desk_document_dialog.h"

namespace gavel::overview {

/// The rules of alerts; in force at the next look.
class AlertRulesDialog final : public documents::DeskDocumentDialog
{
    Q_OBJECT
public:
    AlertRulesDialog(bridge::EngineClient& client, QWidget* parent);

private:
    void showDocument(const Document& document) override;
    QString goodWords(int entries) const override;
};

} // namespace gavel::overview
