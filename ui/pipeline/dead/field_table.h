// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/pipeline.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/data_table.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace gavel::pipeline_page {

/// The fields of a dead letter: as they came, as they would be, and why. What a person typed stands
/// above what the rules made of it.
class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Original, Repaired, How, Fits, Columns };
    /// True where a value differs from what came.
    static constexpr int kChangedRole = Qt::UserRole + 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Another letter: nothing is typed.
    void clear();
    void setFields(std::vector<runtime::FieldView> fields);
    void setEditable(bool editable);
    std::vector<runtime::FieldEdit> edits() const;
    const runtime::FieldView* at(const QModelIndex& index) const;
    int rowOf(const std::string& field) const;
    /// What is typed for a field is forgotten.
    void restore(const QModelIndex& index);
    /// The event shall not have the field.
    void takeAway(const QModelIndex& index);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void editsChanged();

private:
    using Field = runtime::FieldView;
    void changed(int row);
    const runtime::FieldEdit* editOf(const Field& field) const;
    bool isChanged(const Field& field) const;
    QString text(const Field& field, int column) const;
    QVariant tone(const Field& field, int column) const;

    std::vector<Field> m_fields;
    std::map<std::string, runtime::FieldEdit> m_edits;
    bool m_editable = false;
};

/// The table of the fields; the repaired value is typed in place, and each letter counts.
class FieldTable final : public widgets::DataTable
{
    Q_OBJECT
public:
    explicit FieldTable(QWidget* parent = nullptr);

    FieldModel& fields() { return m_model; }
    /// Its field is the one that fails, or else the first.
    void selectField(const std::string& field);
    void retranslate();

private:
    void showMenu(const QModelIndex& index, const QPoint& place);

    FieldModel m_model;
};

} // namespace gavel::pipeline_page
