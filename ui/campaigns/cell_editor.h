// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/validation_bubble.h"

#include <QLineEdit>
#include <QPointer>

#include <functional>

namespace gavel::campaigns {

/// What is known of a value while it is typed.
struct CellVerdict
{
    enum class State : quint8 { Good, Warned, Wrong };
    State state = State::Good;
    QString rule;
    QString advice;
    QString proposal; ///< text to type instead; "" = none
    QString proposalShown; ///< the same as people read it
};

/// A line editor inside a cell that checks what is typed and says in a bubble what is wrong.
class CellEditor final : public QLineEdit
{
    Q_OBJECT
public:
    using Check = std::function<CellVerdict(const QString&)>;

    CellEditor(Check check, const QString& kept, QWidget* parent);
    ~CellEditor() override;

    const CellVerdict& verdict() const { return m_verdict; }
    bool takeProposal();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void checkText();

    Check m_check;
    QString m_kept;
    CellVerdict m_verdict;
    QPointer<ValidationBubble> m_bubble;
};

} // namespace gavel::campaigns
