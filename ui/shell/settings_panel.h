// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/panel/panel.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>

namespace gavel::shell {

/// The side panel with what a user may set for the window: theme, language, row height, layout.
/// Acts at once.
class SettingsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPanel(QWidget* parent = nullptr);
    /// Shows the values of the moment.
    void refresh();
    void retranslate();
    void takeFocus() { m_theme->setFocus(); }

Q_SIGNALS:
    void themeChosen(gavel::widgets::Mode mode);
    void languageChosen(gavel::widgets::Language language);
    void rowHeightChosen(gavel::widgets::RowHeight height);
    void resetLayoutAsked();
    void closeAsked();

private:
    widgets::Panel* m_panel;
    widgets::ElidedLabel* m_themeLabel;
    widgets::Segmented* m_theme;
    widgets::ElidedLabel* m_languageLabel;
    QComboBox* m_language;
    widgets::ElidedLabel* m_rowsLabel;
    widgets::Segmented* m_rows;
    widgets::Button* m_reset;
    widgets::Button* m_close;
};

} // namespace gavel::shell
