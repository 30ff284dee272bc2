// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/budget_tab.h"

#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QFormLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gavel::campaigns {

using namespace widgets;
using model::Campaign;

namespace {

void setInk(QLabel& label, Token token, TextRole role)
{
    QPalette colors = label.palette();
    colors.setColor(QPalette::WindowText, color(token));
    label.setPalette(colors);
    label.setFont(font(role));
}

} // namespace

BudgetTab::BudgetTab(QWidget* parent)
    : CampaignTab(parent)
    , m_form(new QFormLayout)
    , m_seatLabel(new QLabel)
    , m_seat(new QComboBox)
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(space::kPadding, space::kPadding, space::kPadding, space::kPadding);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setVerticalSpacing(5);
    m_form->setHorizontalSpacing(8);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    inner->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    addTextLines();
    m_form->addRow(m_seatLabel, m_seat);
    addMoneyLines();
    addStrategyLines();
    addBillingLines();
    m_seatLabel->setFixedWidth(kLabelWidth);
    connect(m_seat, &QComboBox::activated, this, [this](int index) {
        takeChoice(m_seatLabel->text(), [this, index](Campaign& campaign) {
            campaign.seatId = m_seat->itemData(index).toString().toStdString();
        });
    });
    retranslate();
}

void BudgetTab::retranslate()
{
    m_seatLabel->setText(tr("Seat"));
    m_seat->setAccessibleName(tr("Seat"));
    setInk(*m_seatLabel, Token::T2, TextRole::Body);
    for (const Choice& choice : m_choices) {
        choice.label->setText(choice.title());
        choice.box->setAccessibleName(choice.title());
        setInk(*choice.label, Token::T2, TextRole::Body);
        for (int i = 0; i < choice.box->count(); ++i)
            choice.box->setItemText(i, choice.word(i));
    }
    showLines();
}

void BudgetTab::setSeats(const QList<std::pair<QString, QString>>& seats)
{
    if (m_seat->count() == seats.size() || m_seat->view()->isVisible())
        return;
    m_seat->clear();
    for (const auto& [id, name] : seats)
        m_seat->addItem(name, id);
    m_seat->setCurrentIndex(m_seat->findData(QString::fromStdString(m_campaign.seatId)));
}

void BudgetTab::show(const Campaign& campaign, const Campaign* live)
{
    m_campaign = campaign;
    m_live = live ? std::optional(*live) : std::nullopt;
    showLines();
}

void BudgetTab::showLines()
{
    for (const Choice& choice : m_choices) {
        const int index = choice.index(m_campaign);
        choice.box->setCurrentIndex(index);
        const bool differs = m_live && choice.index(*m_live) != index;
        choice.box->setFont(widgets::font(differs ? TextRole::BodyBold : TextRole::Body));
        choice.box->setToolTip(differs ? tr("Live: %1").arg(choice.word(choice.index(*m_live)))
                                       : QString());
    }
    m_seat->setCurrentIndex(m_seat->findData(QString::fromStdString(m_campaign.seatId)));
    for (const Line& line : m_lines) {
        const bool applies = line.applies(m_campaign);
        line.label->setText(line.title());
        line.edit->setAccessibleName(line.title());
        m_form->setRowVisible(line.box, applies);
        line.finding->setVisible(applies && !line.finding->text().isEmpty());
        const QString text = line.read(m_campaign);
        if (!line.edit->hasFocus() || !line.edit->isModified())
            line.edit->setText(text);
        const bool differs = m_live && line.read(*m_live) != text;
        line.edit->setFont(widgets::font(differs ? TextRole::BodyBold : TextRole::Body));
        line.edit->setToolTip(differs ? tr("Live: %1").arg(line.read(*m_live)) : QString());
        setInk(*line.label, Token::T2, TextRole::Body);
    }
}

void BudgetTab::setFindings(const std::vector<bridge::Finding>& findings)
{
    for (const Line& line : m_lines) {
        QString words;
        bool error = false;
        for (const bridge::Finding& finding : findings) {
            if (!words.isEmpty() || finding.field != line.path)
                continue;
            words = tr("%1 %2", "rule, advice").arg(finding.rule, finding.advice);
            error = finding.error;
        }
        line.finding->setText(words);
        line.finding->setVisible(!words.isEmpty() && line.applies(m_campaign));
        setInk(*line.finding, error ? Token::Bad : Token::Warn, TextRole::Caption);
    }
}

/// What cannot be read is not taken over: the field shows the value that holds.
void BudgetTab::take(const Line& line)
{
    if (!line.edit->isModified())
        return;
    line.edit->setModified(false);
    Campaign changed = m_campaign;
    const bool read = line.write(changed, line.edit->text());
    if (!read || bridge::sameContent(changed, m_campaign)) {
        line.edit->setText(line.read(m_campaign));
        return;
    }
    Q_EMIT edited(changed,
                  tr("%1 of %2", "undo: field, campaign")
                      .arg(line.title(), QString::fromStdString(changed.name)));
}

void BudgetTab::takeChoice(const QString& what, const std::function<void(Campaign&)>& edit)
{
    Campaign changed = m_campaign;
    edit(changed);
    if (!bridge::sameContent(changed, m_campaign))
        Q_EMIT edited(changed,
                      tr("%1 of %2", "undo: field, campaign")
                          .arg(what, QString::fromStdString(changed.name)));
}

} // namespace gavel::campaigns
