// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet_dialog.h"

namespace gavel::widgets {

/// Says what will happen and what cannot be undone, before it is done; Cancel is the default.
class ConfirmDialog final : public SheetDialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;
        QString what; ///< the whole of what happens
        QString lost; ///< what cannot be undone
        QString button; ///< a verb
    };
    ConfirmDialog(const Words& words, QWidget* parent);
};

} // namespace gavel::widgets
