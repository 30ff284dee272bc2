// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"

#include <QDialog>
#include <QLineEdit>

#include <functional>

class QFormLayout;
class QLabel;

namespace gavel::widgets {
class Button;
}

namespace gavel::settlement {

/// An order that moves money: fields, below them what it would do and what keeps it from being
/// done, asked of the engine as they change. Cancel is the default until it may be done.
class OrderDialog final : public QDialog
{
    Q_OBJECT
public:
    OrderDialog(const QString& title, const QString& button, QWidget* parent);

    QLineEdit* addLine(const QString& label, const QString& text, const QString& hint = {});
    /// Any widget; the caller calls changed() when it changes.
    void addField(const QString& label, QWidget* field);
    /// An amount as it was written; an error stays in the dialog.
    static Result<Money> amountOf(const QLineEdit& line, const char* field);

    /// Called with every change; the answer comes by showPreview() or answer().
    void setCheck(std::function<void()> check) { m_check = std::move(check); }
    void changed();
    void showPreview(const runtime::CommandPreview& preview);
    /// The number of a question that is asked now.
    int ask() { return ++m_asked; }
    /// Shows the answer unless another question was asked after it.
    void answer(int question, const runtime::CommandPreview& preview);
    bool mayBeDone() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFormLayout* m_form;
    QLabel* m_what;
    QLabel* m_wrong;
    widgets::Button* m_accept;
    std::function<void()> m_check;
    int m_asked = 0;
};

} // namespace gavel::settlement
