// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/field_table.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QShortcut>

#include <algorithm>

namespace gavel::pipeline_page {

using namespace widgets;
using runtime::FieldEdit;
using runtime::FieldView;

namespace {

/// A frame round a value that differs; what is typed goes to the model at once.
class FieldDelegate final : public CellDelegate
{
public:
    FieldDelegate(FieldModel& model, QObject* parent)
        : CellDelegate(parent)
        , m_model(model)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        CellDelegate::paint(painter, option, index);
        if (index.column() != FieldModel::Repaired
            || !index.data(FieldModel::kChangedRole).toBool())
            return;
        painter->setPen(color(Token::Line2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -3.5), space::kRadius,
                                 space::kRadius);
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& index) const override
    {
        auto* line = new QLineEdit(parent);
        line->setFont(widgets::font(TextRole::Mono));
        line->setAccessibleName(index.siblingAtColumn(FieldModel::Name).data().toString());
        const QPersistentModelIndex place(index);
        connect(line, &QLineEdit::textEdited, line,
                [this, place](const QString& text) { m_model.setData(place, text, Qt::EditRole); });
        return line;
    }
    /// The cursor stays where it is while a verdict comes.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        auto* line = static_cast<QLineEdit*>(editor);
        const QString text = index.data(Qt::EditRole).toString();
        if (line->text() != text)
            line->setText(text);
    }

private:
    FieldModel& m_model;
};

} // namespace

void FieldModel::clear()
{
    beginResetModel();
    m_fields.clear();
    m_edits.clear();
    endResetModel();
}

/// A field that a rule fills may come or go while one types; the others keep their places.
void FieldModel::setFields(std::vector<FieldView> fields)
{
    const auto isIn = [](const std::vector<FieldView>& all, const std::string& name) {
        return std::any_of(all.begin(), all.end(),
                           [&](const FieldView& field) { return field.name == name; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isIn(fields, m_fields[static_cast<std::size_t>(row)].name))
            continue;
        beginRemoveRows({}, row, row);
        m_fields.erase(m_fields.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (isIn(m_fields, fields[i].name))
            continue;
        const int row = std::min(static_cast<int>(i), rowCount());
        beginInsertRows({}, row, row);
        m_fields.insert(m_fields.begin() + row, fields[i]);
        endInsertRows();
    }
    for (FieldView& shown : m_fields)
        for (FieldView& field : fields)
            if (field.name == shown.name)
                shown = std::move(field);
    if (!m_fields.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

void FieldModel::setEditable(bool editable)
{
    m_editable = editable;
}

std::vector<FieldEdit> FieldModel::edits() const
{
    std::vector<FieldEdit> result;
    result.reserve(m_edits.size());
    for (const auto& [name, edit] : m_edits)
        result.push_back(edit);
    return result;
}

const FieldView* FieldModel::at(const QModelIndex& index) const
{
    return index.isValid() ? &m_fields[static_cast<std::size_t>(index.row())] : nullptr;
}

int FieldModel::rowOf(const std::string& field) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&](const FieldView& each) { return each.name == field; });
    return found == m_fields.end() ? -1 : static_cast<int>(found - m_fields.begin());
}

void FieldModel::restore(const QModelIndex& index)
{
    const Field* field = at(index);
    if (field != nullptr && m_edits.erase(field->name) > 0)
        changed(index.row());
}

void FieldModel::takeAway(const QModelIndex& index)
{
    const Field* field = at(index);
    if (field == nullptr || !m_editable)
        return;
    m_edits[field->name] = {field->name, {}, true};
    changed(index.row());
}

void FieldModel::changed(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
    Q_EMIT editsChanged();
}

const FieldEdit* FieldModel::editOf(const Field& field) const
{
    const auto found = m_edits.find(field.name);
    return found == m_edits.end() ? nullptr : &found->second;
}

bool FieldModel::isChanged(const Field& field) const
{
    return editOf(field) != nullptr || !field.how.empty();
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString FieldModel::text(const Field& field, int column) const
{
    const FieldEdit* edit = editOf(field);
    switch (column) {
    case Name:
        return words::of(field.name);
    case Original:
        return field.wasThere ? words::of(field.original) : numbers::missing();
    case Repaired:
        if (edit != nullptr)
            return edit->taken ? numbers::missing() : words::of(edit->value);
        return isChanged(field) ? words::of(field.repaired) : tr("same");
    case How:
        if (edit != nullptr)
            return edit->taken ? tr("taken away") : tr("typed");
        return words::of(field.how);
    default:
        return {};
    }
}

QVariant FieldModel::tone(const Field& field, int column) const
{
    if (column == Original && field.isWrong)
        return static_cast<int>(Token::Bad);
    if (column == Original && isChanged(field))
        return static_cast<int>(Token::Warn);
    if (column == How || (column == Repaired && !isChanged(field)))
        return static_cast<int>(Token::T2);
    return {};
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    const Field* field = at(index);
    if (field == nullptr)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(*field, column);
    case Qt::EditRole: {
        const FieldEdit* edit = editOf(*field);
        return words::of(edit != nullptr         ? edit->value
                             : isChanged(*field) ? field->repaired
                                                 : field->original);
    }
    case Qt::AccessibleTextRole:
        return column == Fits ? (field->isWrong ? tr("fails a rule") : tr("passes"))
                              : text(*field, column);
    case Qt::FontRole:
        return column <= Repaired ? QVariant(widgets::font(TextRole::Mono)) : QVariant();
    case ToneRole:
        return tone(*field, column);
    case MarkRole:
        return column == Fits ? QVariant(static_cast<int>(field->isWrong ? Mark::Bad : Mark::Done))
                              : QVariant();
    case kChangedRole:
        return column == Repaired && isChanged(*field) ? QVariant(true) : QVariant();
    default:
        return {};
    }
}

bool FieldModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const Field* field = at(index);
    if (field == nullptr || role != Qt::EditRole || index.column() != Repaired || !m_editable)
        return false;
    const std::string text = value.toString().toStdString();
    const FieldEdit* edit = editOf(*field);
    const std::string& shown = edit != nullptr ? edit->value
        : isChanged(*field)                    ? field->repaired
                                               : field->original;
    if (text == shown && !(edit != nullptr && edit->taken))
        return true;
    if (field->wasThere && text == field->original && !field->isWrong)
        m_edits.erase(field->name);
    else
        m_edits[field->name] = {field->name, text, false};
    changed(index.row());
    return true;
}

Qt::ItemFlags FieldModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    flags.setFlag(Qt::ItemIsEditable, m_editable && index.column() == Repaired);
    return flags;
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Repaired)
        return tr("F2 types a value, Del takes the field away.");
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, Columns> titles{tr("Field"), tr("Original, kept"), tr("Repaired"),
                                              tr("How"), QString()};
    return titles[static_cast<std::size_t>(section)];
}

FieldTable::FieldTable(QWidget* parent)
    : DataTable(QString(), parent)
{
    setItemDelegate(new FieldDelegate(m_model, this));
    setModel(&m_model);
    setWidths({108, 0, 0, 92, 26});
    setEditable(true);
    setEditTriggers(EditKeyPressed | DoubleClicked | SelectedClicked);
    auto* take = new QShortcut(Qt::Key_Delete, this);
    take->setContext(Qt::WidgetShortcut);
    connect(take, &QShortcut::activated, this, [this] { m_model.takeAway(currentIndex()); });
    connect(this, &DataTable::opened, this, [this](const QModelIndex& index) {
        edit(index.siblingAtColumn(FieldModel::Repaired));
    });
    connect(this, &DataTable::menuRequested, this, &FieldTable::showMenu);
}

void FieldTable::selectField(const std::string& field)
{
    const int row = std::max(m_model.rowOf(field), 0);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(row, FieldModel::Repaired));
}

void FieldTable::showMenu(const QModelIndex& index, const QPoint& place)
{
    if (!m_model.index(index.row(), FieldModel::Repaired).flags().testFlag(Qt::ItemIsEditable))
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QPersistentModelIndex kept(index);
    menu->addAction(tr("As it was"), this, [this, kept] { m_model.restore(kept); });
    menu->addAction(tr("Take the field away"), this, [this, kept] { m_model.takeAway(kept); });
    menu->popup(place);
}

void FieldTable::retranslate()
{
    setAccessibleName(tr("Fields of the event"));
    horizontalHeader()->update();
    viewport()->update();
}

} // namespace gavel::pipeline_page
