// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet_dialog.h"

#include <QLineEdit>

#include <functional>

class QFormLayout;
class QLabel;

namespace gavel::widgets {

class Button;

/// An order: fields, below them what it would do and what keeps it from being done, asked anew as
/// they change. Cancel is the default until it may be done.
class OrderDialog : public SheetDialog
{
    Q_OBJECT
public:
    OrderDialog(const QString& title, const QString& button, QWidget* parent);

    QLineEdit* addLine(const QString& label, const QString& text, const QString& hint = {});
    /// Any widget; the caller calls changed() when it changes.
    void addField(const QString& label, QWidget* field);
    /// Of more than 20 things the number is typed before it may be done.
    void addNumber(std::size_t count);
    /// Called with every change; the answer comes by tell().
    void setCheck(std::function<void()> check) { m_check = std::move(check); }
    /// Called instead of closing when it is to be done; the caller closes.
    void setOrder(std::function<void()> order) { m_order = std::move(order); }
    void changed();
    /// What would happen, a sentence a line, and what is wrong.
    void tell(const QStringList& what, const QStringList& wrong, bool mayBeDone);
    bool mayBeDone() const;

    /// The number of a question that is asked now.
    int ask() { return ++m_asked; }
    /// No other question was asked after it.
    bool isNewest(int question) const { return question == m_asked; }

private:
    bool isNumberTyped() const;

    QFormLayout* m_form;
    QLineEdit* m_number = nullptr;
    QLabel* m_what;
    QLabel* m_wrong;
    Button* m_accept;
    std::function<void()> m_check;
    std::function<void()> m_order;
    int m_asked = 0;
};

} // namespace gavel::widgets
