// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet_dialog.h"

namespace gavel::pipeline_page {

/// A line as it came, what is known of it, and a way to copy it.
class LineDialog final : public widgets::SheetDialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;
        QString facts; ///< a sentence a line
        QString original;
        QString repaired; ///< "field: before -> after" a line; "" = as it came
    };
    LineDialog(const Words& words, QWidget* parent);
};

} // namespace gavel::pipeline_page
