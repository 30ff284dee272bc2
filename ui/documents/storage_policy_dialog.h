// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/desk_document_dialog.h"

namespace gavel::documents {

/// After how many days the events of a whole day go from one tier to the next. In force at once.
class StoragePolicyDialog final : public DeskDocumentDialog
{
    Q_OBJECT
public:
    StoragePolicyDialog(bridge::EngineClient& client, QWidget* parent);

private:
    void showDocument(const Document& document) override;
    QString goodWords(int entries) const override;
};

} // namespace gavel::documents
