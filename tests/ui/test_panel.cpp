// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel/panel_group.h"

#include <QtTest>

using namespace gavel::widgets;

class TestPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::current().install(); }

    void aTabIsTheTitleOfItsPanel()
    {
        PanelGroup group(Qt::Horizontal);
        auto* latency = new Panel(QStringLiteral("Latency"));
        auto* revenue = new Panel(QStringLiteral("Revenue"));
        latency->setCaption(QStringLiteral("whole auctions"));
        for (Panel* panel : {latency, revenue})
            panel->setBody(new QWidget);
        const auto isShown = [&](const QString& text) {
            const auto labels = group.findChildren<ElidedLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const ElidedLabel* label) {
                return label->isVisible() && label->text() == text;
            });
        };
        group.resize(600, 300);
        group.setPanels({latency, revenue}, false);
        group.show();
        QVERIFY(isShown(QStringLiteral("Latency")));
        QCOMPARE(latency->headerHeight(), space::kPanelHeader);

        group.setPanels({latency, revenue}, true);
        QVERIFY(!isShown(QStringLiteral("Latency")));
        QVERIFY(isShown(QStringLiteral("whole auctions")));
        QCOMPARE(latency->headerHeight(), 0);
        QTRY_VERIFY(latency->body()->height() >= 300 - space::kPanelHeader - 4);
        group.showPanel(revenue);
        QVERIFY(!isShown(QStringLiteral("whole auctions")));

        group.setPanels({latency, revenue}, false);
        QVERIFY(isShown(QStringLiteral("Latency")));
        QVERIFY(isShown(QStringLiteral("Revenue")));
    }
};

QTEST_MAIN(TestPanel)
#include "test_panel.moc"
