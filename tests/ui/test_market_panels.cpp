// SPDX-License-Identifier: GPL-3.0-or-later
// The list and the tree of an auction by themselves, with answers made here.
#include "ui/market/list_panel.h"
#include "ui/market/microscope/bid_row_delegate.h"
#include "ui/market/microscope/bid_tree.h"
#include "ui/widgets/cell_delegate.h"

#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QtTest>

using namespace gavel;
using namespace gavel::auctions;

namespace {

/// A list whose questions are answered at once with `page`.
struct Bed
{
    Bed()
        : list([this](const runtime::AuctionQuery&,
                      const AuctionList::Answer& answer) { answer(page); },
               names)
        , panel(list, names)
    {
        panel.retranslate();
        panel.resize(1284, 245);
        panel.show();
    }
    void hold(std::size_t rows)
    {
        page.rows.resize(rows);
        page.rows.front().id = 7;
        page.rows.front().traced = 1;
        page.matching = rows;
        page.total = rows;
        page.newest = rows;
        list.setFilter(QStringLiteral("lost"), base::kNone);
        list.hold();
    }
    QString sentence() const
    {
        for (const widgets::PanelNotice* notice : panel.findChildren<widgets::PanelNotice*>())
            if (notice->isVisible())
                return notice->sentence();
        return {};
    }

    Names names;
    runtime::AuctionPage page;
    AuctionList list;
    ListPanel panel;
};

} // namespace

class TestMarketPanels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widgets::Theme::current().install(); }

    void heldRowsThatWereOverwrittenLeadBackToTheNewest()
    {
        Bed bed;
        bed.hold(3);
        QCOMPARE(bed.list.rowCount(), 3);
        bed.page = {};
        bed.page.newest = 3;
        bed.page.waiting = 1'000'000;
        bed.list.refresh();
        QCOMPARE(bed.list.rowCount(), 0);
        QCOMPARE(bed.sentence(),
                 QStringLiteral("These auctions are gone: the newest 1,000,000 are kept."));
        const auto buttons = bed.panel.findChildren<QPushButton*>();
        const auto follow = std::find_if(buttons.begin(), buttons.end(), [](QPushButton* button) {
            return button->isVisible() && button->text() == u"Follow again"
                && qobject_cast<widgets::PanelNotice*>(button->parentWidget());
        });
        QVERIFY(follow != buttons.end());
        bed.page.total = 1'000'000;
        (*follow)->click();
        QVERIFY(!bed.list.isHolding());
        QCOMPARE(bed.sentence(),
                 QStringLiteral("0 of 1,000,000 shown. The filter hides all of them."));
    }

    void aKeptStoryIsMarkedByShape()
    {
        Bed bed;
        bed.hold(2);
        const auto mark = [&](int row) {
            return bed.list.index(row, static_cast<int>(Column::Time)).data(widgets::MarkRole);
        };
        QCOMPARE(mark(0).toInt(), static_cast<int>(widgets::Mark::Info));
        QVERIFY(!mark(1).isValid());
    }

    void aLongFormulaTakesTheLinesItNeeds()
    {
        QStandardItemModel model;
        auto* item = new QStandardItem(
            QStringLiteral("pCTR 0.00572 × pCVR 0.01130 × conversion value 40.00 ÷ ROAS 3.00 × "
                           "1000 × pacing 0.870, at most 2.860000"));
        item->setData(true, BidTree::kWideRole);
        model.appendRow(item);
        QTreeView view;
        view.setItemDelegate(new BidRowDelegate(&view));
        view.setModel(&model);
        view.resize(300, 200);
        view.show();
        const auto height = [&] { return view.sizeHintForIndex(model.index(0, 0)).height(); };
        QVERIFY(height() >= 22 + 2 * 14);
        view.resize(1600, 200);
        QTRY_COMPARE(height(), 22);
    }
};

QTEST_MAIN(TestMarketPanels)
#include "test_market_panels.moc"
