// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/order_dialog.h"

namespace gavel::settlement {

/// An order that moves money.
class OrderDialog final : public widgets::OrderDialog
{
    Q_OBJECT
public:
    using widgets::OrderDialog::OrderDialog;

    /// An amount as it was written; an error stays in the dialog.
    static Result<Money> amountOf(const QLineEdit& line, const char* field);
    void showPreview(const runtime::CommandPreview& preview);
    /// Shows the answer unless another question was asked after it.
    void answer(int question, const runtime::CommandPreview& preview);
};

} // namespace gavel::settlement
