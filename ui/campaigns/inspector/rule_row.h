// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/share_bar.h"
#include "ui/campaigns/inspector/targeting_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

#include <functional>
#include <optional>

class QVBoxLayout;

namespace gavel::campaigns {

/// One part of the targeting: dimension, how it matches, its values, and what is left after it.
class RuleRow final : public QWidget
{
    Q_OBJECT
public:
    /// `words` answers the values a dimension knows.
    using Values = std::function<QStringList(model::Dimension)>;

    RuleRow(const TargetingPart& part, const model::Targeting& targeting, bool differs,
            Values values, QWidget* parent = nullptr);

    const TargetingPart& part() const { return m_part; }
    ShareBar& left() { return *m_left; }
    /// Opens the line in which a value is typed.
    void startAdding();

Q_SIGNALS:
    void edited(const gavel::model::Targeting& targeting);
    /// The same, and another value may follow.
    void valueAdded(const gavel::model::Targeting& targeting);
    void abandoned();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void buildHead(QVBoxLayout& column, bool differs);
    void buildChips(QVBoxLayout& column);
    void buildAge(QVBoxLayout& column);
    void buildHours(QVBoxLayout& column);
    void showMatches(widgets::Button& button);
    void startEditing(std::size_t value);
    void checkTyped();
    void takeTyped();
    QString hint() const;
    void change(const std::function<void(model::Targeting&)>& edit);

    TargetingPart m_part;
    model::Targeting m_targeting;
    Values m_values;
    ShareBar* m_left;
    widgets::ChipRow* m_chips = nullptr;
    widgets::Button* m_add = nullptr;
    QLineEdit* m_input = nullptr;
    QLabel* m_problem = nullptr; ///< why what is typed is no value
    std::optional<std::size_t> m_editing; ///< the value that the typed one replaces
};

} // namespace gavel::campaigns
