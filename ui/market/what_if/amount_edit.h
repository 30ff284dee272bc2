// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <QLineEdit>

#include <optional>

namespace gavel::auctions {

/// A field for an amount that was recorded: another one stands in bold beside the recorded, struck.
class AmountEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit AmountEdit(QWidget* parent = nullptr);

    void setRecorded(Money amount);
    void setNothing(); ///< there is no amount to change
    /// nullopt while the text is not an amount of at least 0.
    std::optional<Money> amount() const;
    bool isChanged() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showChange();

    Money m_recorded;
    QString m_struck; ///< the recorded amount as first shown
};

} // namespace gavel::auctions
