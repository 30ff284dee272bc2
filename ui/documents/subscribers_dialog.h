// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/desk_document_dialog.h"

namespace gavel::documents {

/// Who is told of alerts outside the console: webhooks and files. In force at once. Where nobody
/// is told yet, it begins with an example that is switched off.
class SubscribersDialog final : public DeskDocumentDialog
{
    Q_OBJECT
public:
    SubscribersDialog(bridge::EngineClient& client, QWidget* parent);

private:
    void showDocument(const Document& document) override;
    QString goodWords(int entries) const override;
};

} // namespace gavel::documents
