// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand campaigns in the page: what each act does is checked, how long it held the window is
// printed.
#include "ui/bridge/campaign_draft.h"
#include "ui/campaigns/campaign_table.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/campaigns/draft/edit_together.h"
#include "ui/campaigns/draft/review_dialog.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QtTest>

#include <ctime>
#include <functional>

using namespace gavel;
using campaigns::CampaignTree;
using campaigns::EditTogether;

namespace {

constexpr int kCampaigns = 10'000;
constexpr int kWaitMs = 60'000;

/// Milliseconds this thread has worked: other work of the machine is not counted.
double worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000.0 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Runs an act with all that follows from it, until `done`, and prints how long it held the window
/// and the longest turn of the window after it.
bool timed(
    const char* what, const std::function<void()>& act,
    const std::function<bool()>& done = [] { return true; })
{
    const double begun = worked();
    act();
    const double acted = worked();
    double longest = 0;
    QElapsedTimer wall;
    wall.start();
    do {
        const double turn = worked();
        QCoreApplication::processEvents();
        longest = std::max(longest, worked() - turn);
    } while (!done() && wall.elapsed() < kWaitMs);
    qInfo("%s: %.0f ms, then turns of up to %.0f ms", what, acted - begun, longest);
    return done();
}

} // namespace

class TestCampaignsScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        widgets::Theme::current().install();
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = runtime::Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        runtime::ScenarioRequest request;
        request.scenario = "ten-thousand";
        request.shards = 1;
        request.paused = true;
        QVERIFY(m_engine->loadScenario(request).has_value());
        m_client = std::make_unique<bridge::EngineClient>(*m_engine);
        m_page = std::make_unique<pages::CampaignsPage>(*m_client, m_navigator);
        m_page->retranslate();
        m_page->resize(1284, 779);
        m_page->show();
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(m_client->snapshot()->campaigns.size()),
                                  kCampaigns, kWaitMs);
        timed("open", [this] { m_page->setSnapshot(m_client->snapshot()); });
        QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(m_page->draft().ids().size()), kCampaigns,
                                  kWaitMs);
        QCOMPARE(tree().shown(), kCampaigns);
    }

    void everyActOnAllOfThem()
    {
        auto later = std::make_shared<runtime::Snapshot>(*m_client->snapshot());
        later->wallMs += 10'000;
        ++later->number;
        timed("snapshot", [&] { m_page->setSnapshot(later); });
        for (const int column : {CampaignTree::Name, CampaignTree::Budget, CampaignTree::Spent})
            timed("sort", [&] { m_page->table().sortByColumn(column, Qt::AscendingOrder); });
        timed("filter", [this] { tree().setFilter(QStringLiteral("running")); });
        QVERIFY(tree().shown() > 0);
        timed("no filter", [this] { tree().setFilter(QString()); });
        timed("check all", [this] { tree().setChecked(tree().shownIds(), true); });
        QCOMPARE(static_cast<int>(tree().checked().size()), kCampaigns);
        bridge::CampaignDraft& draft = m_page->draft();
        m_page->runCommand(QStringLiteral("campaigns.together"));
        auto* strip = m_page->findChild<EditTogether*>();
        strip->findChildren<QComboBox*>().at(1)->setCurrentIndex(
            static_cast<int>(EditTogether::How::Raise));
        auto* percent = strip->findChild<QLineEdit*>();
        timed("type the percentage", [&] { QTest::keyClicks(percent, QStringLiteral("10")); });
        const auto checked = [&] { return !draft.isEmpty() && draft.counts().unchecked == 0; };
        QVERIFY(timed(
            "edit together", [&] { QTest::keyClick(percent, Qt::Key_Return); }, checked));
        QVERIFY(draft.counts().edited > kCampaigns / 2);
        QCOMPARE(draft.steps().count(), 1);
        const std::string& some = draft.ids()[kCampaigns / 3];
        // To the nearest cent.
        QVERIFY(std::abs(draft.find(some)->budgetDay.micros * 10
                         - draft.live(some)->budgetDay.micros * 11)
                <= 50'000);
        timed("undo", [&] { draft.steps().undo(); });
        QVERIFY(draft.isEmpty());
        QVERIFY(timed(
            "redo", [&] { draft.steps().redo(); }, checked));
        later = std::make_shared<runtime::Snapshot>(*later);
        later->wallMs += 10'000;
        timed("snapshot over a large draft", [&] { m_page->setSnapshot(later); });
        timed("one more edit", [&] {
            model::Campaign campaign = *draft.find(tree().shownIds().front());
            campaign.name = "another";
            draft.put(QStringLiteral("one"), {campaign});
        });
        timed("uncheck all", [this] { tree().setChecked(tree().shownIds(), false); });
        const auto review = [this] { return m_page->findChild<campaigns::ReviewDialog*>(); };
        const auto listed = [&] {
            const auto* list = review() ? review()->findChild<QTreeWidget*>() : nullptr;
            return list && list->topLevelItemCount() == draft.counts().changes();
        };
        QVERIFY(timed(
            "review", [this] { m_page->runCommand(QStringLiteral("campaigns.review")); }, listed));
        review()->reject();
    }

    void cleanupTestCase()
    {
        m_page.reset();
        m_client.reset();
        m_engine.reset();
    }

private:
    CampaignTree& tree() const { return *static_cast<CampaignTree*>(m_page->table().model()); }

    bridge::Navigator m_navigator;
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    std::unique_ptr<pages::CampaignsPage> m_page;
};

QTEST_MAIN(TestCampaignsScale)
#include "test_campaigns_scale.moc"
