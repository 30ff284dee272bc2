// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/order_dialog.h"

class QComboBox;
class QTableWidget;

namespace gavel::pipeline_page {

class AddressForm;

/// Where events are to be collected from: a file, a folder or an address, how its fields are
/// called, and how often it is looked at.
class FeedDialog final : public widgets::OrderDialog
{
    Q_OBJECT
public:
    FeedDialog(const bridge::PipelineClient& pipeline, QWidget* parent);

    QLineEdit& place() { return *m_place; }
    QLineEdit& name() { return *m_name; }
    QLineEdit& every() { return *m_every; }
    QTableWidget& fields() { return *m_fields; }
    AddressForm& address() { return *m_address; }
    /// What is asked for, or what is wrong with it.
    Result<runtime::SourceOrder> order() const;

Q_SIGNALS:
    void added(const QString& place);

private:
    QWidget* makePlace();
    QWidget* makeFields();
    void placeChanged();
    void browse(bool folder);
    void readNames();
    void showNames(const QStringList& names);
    void addRow(const QString& name);
    void rowTyped(int row);
    void check();
    void carryOut();
    bool isAddress() const;

    bridge::PipelineClient m_pipeline;
    QLineEdit* m_place;
    QLineEdit* m_name = nullptr;
    QComboBox* m_format;
    QLineEdit* m_every = nullptr;
    QTableWidget* m_fields;
    AddressForm* m_address;
    std::optional<bool> m_showsAddress;
};

} // namespace gavel::pipeline_page
