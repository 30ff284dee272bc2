// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/commands.h"
#include "ui/shell/palette/overlay.h"

namespace gavel::shell {

/// All keys of the window and of the page in front, from the command table.
class KeySheet final : public Overlay
{
    Q_OBJECT
public:
    explicit KeySheet(QWidget* area);
    void openFor(const QString& page);

protected:
    QSize boxSize() const override;
    QWidget* firstFocus() override { return m_sheet; }

private:
    QWidget* m_sheet;
};

} // namespace gavel::shell
