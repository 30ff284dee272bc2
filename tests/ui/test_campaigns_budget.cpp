// SPDX-License-Identifier: GPL-3.0-or-later
// The form of budget, pacing and billing: what is chosen and typed is what the campaign gets.
#include "ui/campaigns/inspector/budget_tab.h"

#include <QComboBox>
#include <QLineEdit>
#include <QtTest>

using namespace gavel;
using campaigns::BudgetTab;
using model::Campaign;

namespace {

/// The form with a campaign, and the campaigns that it made of it.
struct Form
{
    Form()
    {
        campaign.id = "camp-001";
        campaign.name = "Spring Sale";
        campaign.budgetTotal = Money::units(1000);
        campaign.budgetDay = Money::units(100);
        QObject::connect(&tab, &BudgetTab::edited, &tab,
                         [this](const Campaign& changed, const QString& step) {
                             campaign = changed;
                             steps << step;
                             tab.show(campaign, nullptr);
                         });
        tab.resize(352, 900);
        static_cast<QWidget&>(tab).show();
        tab.show(campaign, nullptr);
    }
    template<typename Widget>
    Widget* named(const QString& name) const
    {
        for (Widget* one : tab.findChildren<Widget*>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }
    void choose(const QString& name, const QString& word) const
    {
        auto* box = named<QComboBox>(name);
        QVERIFY2(box != nullptr, qPrintable(name));
        const int index = box->findText(word);
        QVERIFY2(index >= 0, qPrintable(word));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void type(const QString& name, const QString& text) const
    {
        auto* edit = named<QLineEdit>(name);
        QVERIFY2(edit != nullptr, qPrintable(name));
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    Campaign campaign;
    BudgetTab tab;
    QStringList steps;
};

} // namespace

class CampaignsBudgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pacingAndDeliveryAreChosen();
    void theRatesOfABillingAreAskedFor();
    void whatIsNoAmountIsNotTaken();
};

void CampaignsBudgetTest::pacingAndDeliveryAreChosen()
{
    const Form form;
    form.choose(QStringLiteral("Pacing"), QStringLiteral("Adaptive dual"));
    QVERIFY(form.campaign.pacing == model::PacingPolicy::Dual);
    form.choose(QStringLiteral("Delivery"), QStringLiteral("Guaranteed"));
    QVERIFY(form.campaign.delivery == model::DeliveryPromise::Guaranteed);
    form.choose(QStringLiteral("Strategy"), QStringLiteral("Target CPC"));
    QVERIFY(form.campaign.strategy.kind == model::StrategyKind::TargetCpc);
    QCOMPARE(form.steps,
             QStringList({QStringLiteral("Pacing of Spring Sale"),
                          QStringLiteral("Delivery of Spring Sale"),
                          QStringLiteral("Strategy of Spring Sale")}));
}

void CampaignsBudgetTest::theRatesOfABillingAreAskedFor()
{
    const Form form;
    QVERIFY(!form.named<QLineEdit>(QStringLiteral("Per click"))->isVisible());
    form.choose(QStringLiteral("Charged for"), QStringLiteral("Clicks"));
    QVERIFY(form.campaign.billing.model == model::BillingModel::Cpc);
    QVERIFY(form.named<QLineEdit>(QStringLiteral("Per click"))->isVisible());
    QVERIFY(!form.named<QLineEdit>(QStringLiteral("Per conversion"))->isVisible());
    form.type(QStringLiteral("Per click"), QStringLiteral("0.35"));
    QCOMPARE(form.campaign.billing.perClick.micros, 350'000);
    form.choose(QStringLiteral("Charged for"), QStringLiteral("Mixed"));
    for (const char* rate : {"Per click", "Per conversion", "Per day"})
        QVERIFY2(form.named<QLineEdit>(QString::fromLatin1(rate))->isVisible(), rate);
}

void CampaignsBudgetTest::whatIsNoAmountIsNotTaken()
{
    const Form form;
    form.type(QStringLiteral("Hour budget, 0 = none"), QStringLiteral("12.50"));
    QCOMPARE(form.campaign.budgetHour.micros, 12'500'000);
    form.type(QStringLiteral("Hour budget, 0 = none"), QStringLiteral("much"));
    QCOMPARE(form.campaign.budgetHour.micros, 12'500'000);
    QCOMPARE(form.steps.size(), 1);
    QCOMPARE(form.named<QLineEdit>(QStringLiteral("Hour budget, 0 = none"))->text(),
             QStringLiteral("12.50"));
}

QTEST_MAIN(CampaignsBudgetTest)
#include "test_campaigns_budget.moc"
