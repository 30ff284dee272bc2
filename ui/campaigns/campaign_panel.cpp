// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_panel.h"

#include "ui/campaigns/draft/edit_together.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>

#include <utility>

namespace gavel::campaigns {

using namespace widgets;

namespace {

constexpr int kFooter = 26;

FilterVerdict verdictOf(const QString& text)
{
    FilterVerdict verdict;
    verdict.state
        = text.trimmed().isEmpty() ? FilterVerdict::State::Empty : FilterVerdict::State::Valid;
    return verdict;
}

} // namespace

CampaignPanel::CampaignPanel(CampaignTree& tree, bridge::CampaignDraft& draft, QWidget* parent)
    : Panel(QString(), parent)
    , m_tree(tree)
    , m_draft(draft)
    , m_table(new CampaignTable(tree))
    , m_stack(new QStackedWidget)
    , m_nothing(new PanelNotice(PanelNotice::Place::Centre))
    , m_filter(new FilterEdit(QString()))
    , m_shown(new ElidedLabel(TextRole::Body, Token::T2))
    , m_together(new Button(QString()))
    , m_selected(new ElidedLabel(TextRole::Body, Token::T1))
    , m_legend(new ElidedLabel(TextRole::Body, Token::T3))
    , m_edit(new EditTogether(draft))
{
    m_filter->setCheck(verdictOf);
    m_shown->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_legend->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_together->setIconName(QStringLiteral("sliders"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kCell, 6, space::kCell, 6);
    head->setSpacing(8);
    head->addWidget(m_filter, 1);
    head->addWidget(m_together);
    column->addLayout(head);
    column->addWidget(m_edit);
    m_edit->hide();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    column->addWidget(m_stack, 1);
    auto* foot = new QWidget;
    foot->setFixedHeight(kFooter);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(space::kCell, 0, space::kCell, 0);
    footRow->addWidget(m_selected, 1);
    footRow->addWidget(m_legend, 1);
    column->addWidget(foot);
    addHeaderWidget(m_shown);
    setBody(body);
    connect(m_filter, &FilterEdit::applied, this, [this](const QString& text) {
        m_tree.setFilter(text);
        refresh(true);
    });
    connect(m_together, &QPushButton::clicked, this, &CampaignPanel::toggleEditTogether);
    connect(m_edit, &EditTogether::closed, this, &CampaignPanel::closeEditTogether);
    connect(&tree, &CampaignTree::checksChanged, this, [this] {
        m_edit->setIds({m_tree.checked().begin(), m_tree.checked().end()});
        showSums();
    });
}

void CampaignPanel::retranslate()
{
    setTitle(tr("Campaigns"));
    m_table->setAccessibleName(tr("Campaigns"));
    m_filter->setAccessibleName(tr("Filter of campaigns"));
    m_filter->setPlaceholder(tr("Name, advertiser, seat, state or strategy"));
    m_edit->retranslate();
    m_tree.retranslate();
    setCurrency(m_currency);
    refresh(true);
}

void CampaignPanel::setCurrency(const QString& currency)
{
    m_currency = currency;
    m_legend->setToken(m_holds ? Token::Warn : Token::T3);
    if (m_holds)
        m_legend->setText(tr("Live values wait while a cell is edited."));
    else
        m_legend->setText(currency.isEmpty()
                              ? QString()
                              : tr("All amounts in %1. Struck = live value, bold = not yet "
                                   "published.")
                                    .arg(currency));
}

void CampaignPanel::setHolding(bool holds)
{
    if (std::exchange(m_holds, holds) != holds)
        setCurrency(m_currency);
}

void CampaignPanel::refresh(bool loaded)
{
    m_shown->setText(tr("%1 of %2 shown").arg(m_tree.shown()).arg(m_tree.total()));
    const bool hidden = loaded && m_tree.total() > 0 && m_tree.shown() == 0;
    m_stack->setCurrentWidget(hidden ? static_cast<QWidget*>(m_nothing) : m_table);
    if (hidden)
        m_nothing->show(Mark::None, tr("0 of %1 shown.").arg(m_tree.total()), tr("Clear filters"),
                        [this] { m_filter->setText(QString()); });
    if (!loaded)
        setEmpty(tr("No market runs, so there are no campaigns to show."));
    else if (m_tree.total() == 0)
        setEmpty(tr("This market has no campaigns."), tr("New campaign"),
                 [this] { Q_EMIT newAsked(); });
    else
        clearEmpty();
    showSums();
}

void CampaignPanel::showSums()
{
    const std::set<std::string>& checked = m_tree.checked();
    const int count = static_cast<int>(checked.size());
    m_together->setText(tr("Edit %n together…", nullptr, count));
    m_together->setEnabled(count > 0);
    m_together->setToolTip(count > 0 ? QString() : tr("Check campaigns first, with Space."));
    if (count == 0) {
        m_selected->setText(tr("None checked."));
        closeEditTogether();
        return;
    }
    Money live;
    Money draft;
    Money spent;
    for (const std::string& id : checked) {
        if (const model::Campaign* now = m_draft.live(id))
            live += now->budgetDay;
        const bool goes = m_draft.changeOf(id) == bridge::DraftChange::Removed;
        if (const model::Campaign* later = m_draft.find(id); later && !goes)
            draft += later->budgetDay;
        if (const runtime::CampaignView* view = m_tree.view(id))
            spent += view->spentToday;
    }
    m_selected->setText(
        live == draft ? tr("%n checked: day budget %1, spent %2.", nullptr, count)
                            .arg(numbers::amount(live.micros, 0), numbers::amount(spent.micros, 0))
                      : tr("%n checked: day budget %1 becomes %2, spent %3.", nullptr, count)
                            .arg(numbers::amount(live.micros, 0), numbers::amount(draft.micros, 0),
                                 numbers::amount(spent.micros, 0)));
}

void CampaignPanel::toggleEditTogether()
{
    m_edit->setVisible(!m_edit->isVisible() && !m_tree.checked().empty());
    if (m_edit->isVisible())
        m_edit->takeFocus();
}

bool CampaignPanel::closeEditTogether()
{
    if (!m_edit->isVisible())
        return false;
    m_edit->hide();
    m_table->setFocus();
    return true;
}

} // namespace gavel::campaigns
