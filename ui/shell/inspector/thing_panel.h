// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/facts.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/rows_model.h"

#include <optional>

namespace gavel::shell {

/// One thing beside the page: what its own page says of it, line by line, and the way there.
class ThingPanel final : public widgets::Panel
{
    Q_OBJECT
public:
    explicit ThingPanel(QWidget* parent = nullptr);

    /// nullopt: the market has no such thing (any more).
    void show(const std::optional<bridge::Facts>& facts);
    void retranslate();

Q_SIGNALS:
    void openAsked();
    void closeAsked();

private:
    struct Line
    {
        int place;
        bridge::Fact fact;
    };
    using Key = int (*)(const Line&);
    static std::vector<widgets::RowColumn<Line>> columns();

    widgets::RowsModel<Line, Key> m_lines;
    widgets::DataTable* m_table;
    widgets::Button* m_open;
    widgets::Button* m_close;
};

} // namespace gavel::shell
