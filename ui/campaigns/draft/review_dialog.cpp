// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/review_dialog.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/campaigns/draft/review_delegate.h"

#include <QBoxLayout>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

namespace gavel::campaigns {

using namespace widgets;
using Kind = ReviewRow::Kind;

namespace {

constexpr int kTypedAbove = 20;
constexpr qint64 kFillMs = 8; ///< in one turn of the window

void setInk(QLabel& label, Token token)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color(token));
    label.setPalette(colors);
}

} // namespace

ReviewDialog::ReviewDialog(Purpose purpose, const bridge::CampaignDraft& draft, QWidget* parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_ids(reviewOrder(draft))
    , m_purpose(purpose)
    , m_changes(draft.counts().changes())
    , m_errors(draft.counts().errors)
    , m_list(new QTreeWidget)
    , m_sentence(new QLabel)
    , m_problem(new QLabel)
    , m_number(new QLineEdit)
    , m_cancel(new Button(QString()))
    , m_confirm(new Button(QString(), Button::Kind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    build();
    buildList();
    connect(&m_filling, &QTimer::timeout, this, &ReviewDialog::fillSome);
    m_filling.start(0);
    fillSome();
    resize(std::min(760, parent->width() - 40), std::min(520, parent->height() - 40));
    m_cancel->setFocus();
}

void ReviewDialog::build()
{
    const bool publish = m_purpose == Purpose::Publish;
    const bridge::DraftCounts counts = m_draft.counts();
    setWindowTitle(publish ? tr("Review before publishing") : tr("Discard the draft"));
    m_sentence->setText(
        publish ? tr("Publishing changes the running market at its next auction: %1 added, %2 "
                     "edited, %3 removed.")
                      .arg(counts.added)
                      .arg(counts.edited)
                      .arg(counts.removed)
                : tr("These changes are dropped; what is live stays as it is."));
    m_sentence->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_cancel->setText(publish ? tr("Go on editing") : tr("Keep the draft"));
    m_cancel->setDefault(true);
    m_confirm->setAutoDefault(false);
    m_confirm->setText(publish ? tr("Publish %n change(s)", nullptr, m_changes)
                               : tr("Discard %n change(s)", nullptr, m_changes));
    if (publish)
        m_confirm->setKeyHint(
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return).toString(QKeySequence::NativeText));
    m_number->setPlaceholderText(tr("Type %1 to confirm").arg(m_changes));
    m_number->setAccessibleName(m_number->placeholderText());
    m_number->setVisible(m_changes > kTypedAbove);
    m_number->setMaximumWidth(170);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(m_sentence);
    column->addWidget(m_list, 1);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_number);
    row->addWidget(m_cancel);
    row->addWidget(m_confirm);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ReviewDialog::confirmed);
    connect(m_number, &QLineEdit::textChanged, this, &ReviewDialog::showState);
}

void ReviewDialog::buildList()
{
    m_list->setAccessibleName(tr("Changes of the draft"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Campaign and field"), tr("Live and new value")});
    m_list->setRootIsDecorated(true);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new ReviewDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(0, 270);
}

void ReviewDialog::fillSome()
{
    QElapsedTimer timer;
    timer.start();
    while (!isFilled() && timer.elapsed() < kFillMs)
        add(reviewRows(m_draft, m_ids[m_listed++]));
    if (isFilled())
        m_filling.stop();
    showState();
}

void ReviewDialog::add(const std::vector<ReviewRow>& rows)
{
    QTreeWidgetItem* campaign = nullptr;
    for (const ReviewRow& row : rows) {
        auto* item = new QTreeWidgetItem;
        if (campaign)
            campaign->addChild(item);
        else
            campaign = item;
        ReviewDelegate::fill(*item, row);
    }
    if (!campaign)
        return;
    m_list->addTopLevelItem(campaign);
    campaign->setExpanded(true);
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].kind == Kind::Finding || rows[i].kind == Kind::Overtaken)
            campaign->child(static_cast<int>(i) - 1)->setFirstColumnSpanned(true);
}

bool ReviewDialog::canConfirm() const
{
    const bool blocked = m_purpose == Purpose::Publish && m_errors > 0;
    const bool typed
        = m_changes <= kTypedAbove || m_number->text().trimmed() == QString::number(m_changes);
    return !m_busy && !blocked && typed && m_changes > 0 && isFilled();
}

void ReviewDialog::showState()
{
    m_confirm->setEnabled(canConfirm());
    m_cancel->setEnabled(!m_busy);
    if (!isFilled()) {
        setInk(*m_problem, Token::T2);
        m_problem->setText(tr("Reading %1 of %2 changes…").arg(m_listed).arg(m_ids.size()));
        m_wasReading = true;
    } else if (std::exchange(m_wasReading, false)) {
        m_problem->clear();
    }
    if (m_purpose == Purpose::Publish && m_errors > 0) {
        setInk(*m_problem, Token::Bad);
        m_problem->setText(tr("Publishing waits for %n error(s).", nullptr, m_errors));
    }
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void ReviewDialog::setBusy(bool busy)
{
    m_busy = busy;
    showState();
}

void ReviewDialog::showErrors(const QStringList& lines)
{
    setInk(*m_problem, Token::Bad);
    m_problem->setText(lines.join(u'\n'));
    setBusy(false);
}

void ReviewDialog::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (m_purpose == Purpose::Publish && canConfirm())
            Q_EMIT confirmed();
        return;
    }
    if (m_busy && event->key() == Qt::Key_Escape)
        return;
    QDialog::keyPressEvent(event);
}

} // namespace gavel::campaigns
