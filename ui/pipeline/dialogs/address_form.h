// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

class QFormLayout;

namespace gavel::pipeline_page {

/// How an address is asked: where a page has its events and the next cursor, how the cursor is
/// sent, and how long an answer may take.
class AddressForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AddressForm(QWidget* parent = nullptr);

    QLineEdit& events() { return *m_events; }
    QLineEdit& next() { return *m_next; }
    QLineEdit& parameter() { return *m_parameter; }
    QPlainTextEdit& headers() { return *m_headers; }
    QCheckBox& allowHost() { return *m_allowHost; }
    runtime::AddressOrder order() const;

Q_SIGNALS:
    void changed();

private:
    QLineEdit* addLine(const QString& label, const QString& hint);

    QFormLayout* m_rows;
    QLineEdit* m_events;
    QLineEdit* m_next;
    QLineEdit* m_parameter;
    QLineEdit* m_first;
    QPlainTextEdit* m_headers; ///< one a line
    QComboBox* m_kind;
    QCheckBox* m_allowHost;
};

} // namespace gavel::pipeline_page
