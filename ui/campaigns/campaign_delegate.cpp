// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_delegate.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/icon.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QTreeView>

namespace gavel::campaigns {

using namespace widgets;
using bridge::DraftChange;
using bridge::Finding;

CampaignDelegate::CampaignDelegate(const CampaignTree& tree, QObject* parent)
    : CellDelegate(parent)
    , m_tree(tree)
{
}

void CampaignDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    if (m_tree.isGroup(index) && index.column() == CampaignTree::Name)
        paintGroup(*painter, option, index);
    else if (index.column() == CampaignTree::Sign)
        paintSign(*painter, option, index);
    else if (index.column() == CampaignTree::Name
             && m_tree.draft().changeOf(m_tree.idAt(index)) == DraftChange::Removed)
        paintName(*painter, option, index);
    else
        CellDelegate::paint(painter, option, index);
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const bool current = view && view->currentIndex() == index && view->hasFocus()
        && index.flags().testFlag(Qt::ItemIsEditable);
    if (current) {
        painter->setPen(color(Token::Focus));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
}

void CampaignDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    paintBackground(painter, option, index);
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const bool open = view && view->isExpanded(index.siblingAtColumn(0));
    const QRect arrow(option.rect.left(), option.rect.top(), 22, option.rect.height());
    paintIcon(painter, arrow,
              open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
              color(Token::T2), 12);
    painter.setFont(widgets::font(TextRole::BodyBold));
    painter.setPen(color(Token::T1));
    const QRect box = option.rect.adjusted(24, 0, -space::kCell, 0);
    painter.drawText(
        box, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
}

void CampaignDelegate::paintSign(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    paintBackground(painter, option, index);
    const QString sign = index.data().toString();
    if (sign.isEmpty())
        return;
    painter.setFont(font(TextRole::BodyBold));
    painter.setPen(color(static_cast<Token>(index.data(ToneRole).toInt())));
    painter.drawText(option.rect, Qt::AlignCenter, sign);
}

/// The name of a campaign that goes is struck through.
void CampaignDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    paintBackground(painter, option, index);
    QFont face = widgets::font(TextRole::Body);
    face.setStrikeOut(true);
    painter.setFont(face);
    painter.setPen(color(Token::T3));
    const QRect box = option.rect.adjusted(space::kCell, 0, -space::kCell, 0);
    painter.drawText(
        box, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
}

CellVerdict CampaignDelegate::verdictOf(const bridge::CampaignDraft& draft, const std::string& id,
                                        Field field, const QString& text)
{
    CellVerdict verdict;
    model::Campaign candidate = *draft.find(id);
    if (const std::optional<QString> unreadable = readField(field, text, candidate)) {
        verdict.state = CellVerdict::State::Wrong;
        verdict.rule = *unreadable;
        return verdict;
    }
    for (const Finding& finding : bridge::findingsOf(candidate, draft.live(id), draft.context())) {
        if (!finding.field.startsWith(fieldPath(field)))
            continue;
        verdict.state = finding.error ? CellVerdict::State::Wrong : CellVerdict::State::Warned;
        verdict.rule = finding.rule;
        verdict.advice = finding.advice;
        if (finding.proposal) {
            verdict.proposal = editText(field, *finding.proposal);
            verdict.proposalShown = fieldText(field, *finding.proposal);
        }
        return verdict;
    }
    return verdict;
}

QWidget* CampaignDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                        const QModelIndex& index) const
{
    const std::optional<Field> field = CampaignTree::fieldOf(index.column());
    const std::string id = m_tree.idAt(index);
    if (!field || id.empty())
        return nullptr;
    if (*field == Field::Status)
        return stateEditor(parent, id);
    const bridge::CampaignDraft& draft = m_tree.draft();
    auto* editor = new CellEditor(
        [&draft, id, field](const QString& text) { return verdictOf(draft, id, *field, text); },
        fieldText(*field, *draft.find(id)), parent);
    editor->setAccessibleName(
        tr("%1 of %2", "column, campaign")
            .arg(m_tree.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QString::fromStdString(draft.find(id)->name)));
    if (*field != Field::Name)
        editor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return editor;
}

/// Only the states that may follow the live one.
QWidget* CampaignDelegate::stateEditor(QWidget* parent, const std::string& id) const
{
    auto* box = new QComboBox(parent);
    const model::Campaign* live = m_tree.draft().live(id);
    const model::CampaignStatus from = live ? live->status : model::CampaignStatus::Draft;
    for (std::size_t i = 0; i < model::kCampaignStatusNames.size(); ++i) {
        const auto to = static_cast<model::CampaignStatus>(i);
        if (model::mayBecome(from, to))
            box->addItem(words::state(to));
    }
    return box;
}

void CampaignDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentText(index.data(Qt::EditRole).toString());
    else if (auto* line = qobject_cast<CellEditor*>(editor); line && !line->isModified())
        line->setText(index.data(Qt::EditRole).toString());
}

void CampaignDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                    const QModelIndex& index) const
{
    if (auto* box = qobject_cast<QComboBox*>(editor))
        model->setData(index, box->currentText(), Qt::EditRole);
    else if (auto* line = qobject_cast<CellEditor*>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

void CampaignDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                            const QModelIndex& /*index*/) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

bool CampaignDelegate::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* editor = qobject_cast<CellEditor*>(object);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (editor && enter && key->modifiers().testFlag(Qt::AltModifier)) {
            editor->takeProposal();
            return true;
        }
    }
    return CellDelegate::eventFilter(object, event);
}

} // namespace gavel::campaigns
