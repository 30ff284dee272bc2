// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/stages_panel.h"

#include "ui/pipeline/batches/batches_view.h"
#include "ui/pipeline/deliveries/deliveries_view.h"
#include "ui/pipeline/equation_strip.h"
#include "ui/pipeline/flow_view.h"
#include "ui/pipeline/rules_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QPainter>

namespace gavel::pipeline_page {

using namespace widgets;

/// What the bars of the flow mean.
class StagesPanel::Legend final : public QWidget
{
public:
    Legend()
        : m_words(new ElidedLabel(TextRole::Caption, Token::T2))
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(15, 0, 2, 0);
        row->addWidget(m_words);
    }
    void setText(const QString& text) { m_words->setText(text); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(2, height() / 2 - 4, 8, 8), Theme::current().series(0));
    }

private:
    ElidedLabel* m_words;
};

StagesPanel::StagesPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_legend(new Legend)
    , m_which(new Segmented)
    , m_flow(new FlowView)
    , m_batches(new BatchesView)
    , m_rules(new RulesView)
    , m_deliveries(new DeliveriesView)
    , m_equation(new EquationStrip)
{
    addHeaderWidget(m_legend);
    addHeaderWidget(m_which);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* view : QList<QWidget*>{m_flow, m_batches, m_rules, m_deliveries})
        column->addWidget(view, 1);
    column->addWidget(m_equation);
    setBody(inner);
    connect(m_which, &Segmented::chosen, this,
            [this](int index) { showView(static_cast<View>(index)); });
    connect(this, &Panel::staleChanged, m_flow, &FlowView::setStale);
    showView(Flow);
    retranslate();
}

void StagesPanel::showView(View view)
{
    m_view = view;
    m_flow->setVisible(view == Flow);
    m_batches->setVisible(view == Batches);
    m_rules->setVisible(view == Rules);
    m_deliveries->setVisible(view == Deliveries);
    m_which->setCurrent(view);
    m_legend->setVisible(view == Flow);
    Q_EMIT viewChanged();
}

void StagesPanel::setStatus(const runtime::PipelineStatus& status, const FlowRates& rates,
                            int utcOffset)
{
    stopLoading();
    setCaption(tr("events per second, as of %1").arg(numbers::time(status.at.value, utcOffset)));
    m_flow->setStatus(status, rates);
    m_batches->setCounts(status.batches);
    m_equation->setStatus(status, utcOffset);
    touch();
}

void StagesPanel::retranslate()
{
    setTitle(tr("Stages"));
    m_legend->setText(tr("backlog, share of its limit"));
    m_which->setChoices({tr("Flow"), tr("25 batch states"), tr("Rules"), tr("Deliveries")});
    m_which->setAccessibleName(tr("View of the stages"));
    m_which->setCurrent(m_view);
    m_flow->setAccessibleName(tr("Flow of the stages"));
    m_flow->update();
    m_batches->retranslate();
    m_rules->retranslate();
    m_deliveries->retranslate();
}

} // namespace gavel::pipeline_page
