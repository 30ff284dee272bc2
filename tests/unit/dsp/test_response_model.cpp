// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/dsp/response_model.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace gavel;
using namespace gavel::dsp;
using model::Dimension;

namespace {

/// A market whose click probabilities are known: a logistic of campaign, placement, device, country
/// and the crossing of campaign and placement.
class LogisticWorld
{
public:
    explicit LogisticWorld(std::uint64_t seed)
        : m_random(seed)
    {
        for (auto* effects : {&m_campaign, &m_placement, &m_device, &m_country})
            for (double& effect : *effects)
                effect = 0.6 * m_random.normal();
        for (double& effect : m_crossed)
            effect = 0.3 * m_random.normal();
    }

    struct Row
    {
        model::Opportunity opportunity;
        Handle campaign = 0;
        double truth = 0;
        bool clicked = false;
    };
    Row next()
    {
        Row row;
        row.campaign = 1 + m_random.below(kSize);
        const Handle placement = 1 + m_random.below(kSize);
        const Handle device = 1 + m_random.below(3);
        const Handle country = 1 + m_random.below(kSize);
        row.opportunity.set(Dimension::Placement, placement);
        row.opportunity.set(Dimension::DeviceType, device);
        row.opportunity.set(Dimension::Country, country);
        const double score = -2.5 + m_campaign[row.campaign] + m_placement[placement]
            + m_device[device] + m_country[country] + m_crossed[row.campaign * kSize + placement];
        row.truth = 1 / (1 + std::exp(-score));
        row.clicked = m_random.chance(row.truth);
        return row;
    }

private:
    static constexpr std::uint32_t kSize = 20;
    base::Random m_random;
    std::array<double, kSize + 1> m_campaign{};
    std::array<double, kSize + 1> m_placement{};
    std::array<double, kSize + 1> m_device{};
    std::array<double, kSize + 1> m_country{};
    std::array<double, (kSize + 1) * (kSize + 1)> m_crossed{};
};

/// Area under the ROC curve; ties count half.
double auc(std::vector<std::pair<double, bool>> scored)
{
    std::sort(scored.begin(), scored.end());
    double below = 0;
    double area = 0;
    double clicks = 0;
    for (std::size_t i = 0; i < scored.size();) {
        std::size_t end = i;
        double tiedClicks = 0;
        double tiedOthers = 0;
        for (; end < scored.size() && scored[end].first == scored[i].first; ++end)
            (scored[end].second ? tiedClicks : tiedOthers) += 1;
        area += tiedClicks * (below + tiedOthers / 2);
        below += tiedOthers;
        clicks += tiedClicks;
        i = end;
    }
    return area / (clicks * below);
}

} // namespace

class TestResponseModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshModelSaysThePrior()
    {
        const ResponseModel model({.prior = 0.005, .campaigns = 8});
        const model::Opportunity opportunity;
        QVERIFY(std::abs(model.probability(ResponseFeatures(opportunity), 7) - 0.005) < 1e-9);
    }

    /// One coordinate, algorithm 1 of the paper by hand. Prior 1/2, so p = 1/2; a click: g = -1/2.
    /// n = 1/4, sigma = (1/2)/alpha, w = 0, so z = -1/2; |z| > l1 = 0.1: w = 0.4 / ((1 + 1/2)/0.1 +
    /// 1) = 0.025. The bias, the hour, the campaign and its three crossings learn the same: score 6
    /// * 0.025 = 0.15.
    void oneExampleMovesTheWeightsAsThePaperSays()
    {
        ResponseModel model(
            {.prior = 0.5, .alpha = 0.1, .beta = 1, .l1 = 0.1, .l2 = 1, .campaigns = 4});
        const model::Opportunity opportunity;
        model.learn(ResponseFeatures(opportunity), 3, true);
        QVERIFY(std::abs(model.score(ResponseFeatures(opportunity), 3) - 0.15) < 1e-6);
        QCOMPARE(model.examples(), std::uint64_t{1});
    }

    void twoHundredThousandRowsReachTheOracle()
    {
        LogisticWorld world(21);
        ResponseModel model({.prior = 0.1, .campaigns = 21});
        for (int i = 0; i < 200'000; ++i) {
            const auto row = world.next();
            model.learn(ResponseFeatures(row.opportunity), row.campaign, row.clicked);
        }
        std::vector<std::pair<double, bool>> learnt;
        std::vector<std::pair<double, bool>> oracle;
        double expected = 0;
        double clicks = 0;
        for (int i = 0; i < 100'000; ++i) {
            const auto row = world.next();
            const double p = model.probability(ResponseFeatures(row.opportunity), row.campaign);
            learnt.emplace_back(p, row.clicked);
            oracle.emplace_back(row.truth, row.clicked);
            expected += p;
            clicks += row.clicked ? 1 : 0;
        }
        qInfo("AUC %.4f, oracle %.4f, calibration %.4f", auc(learnt), auc(oracle),
              expected / clicks);
        QVERIFY(auc(learnt) > auc(oracle) - 0.01);
        QVERIFY(std::abs(expected / clicks - 1) < 0.03);
    }

    void theSameExamplesGiveTheSameWeights()
    {
        ResponseModel first({.campaigns = 21});
        ResponseModel second({.campaigns = 21});
        LogisticWorld a(4);
        LogisticWorld b(4);
        for (int i = 0; i < 5000; ++i) {
            const auto one = a.next();
            const auto two = b.next();
            first.learn(ResponseFeatures(one.opportunity), one.campaign, one.clicked);
            second.learn(ResponseFeatures(two.opportunity), two.campaign, two.clicked);
        }
        const auto row = a.next();
        QCOMPARE(first.score(ResponseFeatures(row.opportunity), row.campaign),
                 second.score(ResponseFeatures(row.opportunity), row.campaign));
    }

    void theMostOfACampaignIsNeverBelowWhatItAdds()
    {
        LogisticWorld world(9);
        ResponseModel model({.prior = 0.1, .campaigns = 21});
        for (int i = 0; i < 20'000; ++i) {
            const auto row = world.next();
            const ResponseFeatures features(row.opportunity);
            model.learn(features, row.campaign, row.clicked);
            QVERIFY(model.own(features, row.campaign)
                    <= double{model.mostOwn(row.campaign)} + 1e-6);
        }
    }

    void aForgottenCampaignAddsNothing()
    {
        ResponseModel model({.campaigns = 3});
        const ResponseFeatures features{model::Opportunity()};
        for (int i = 0; i < 10; ++i)
            model.learn(features, 2, true);
        QVERIFY(model.own(features, 2) > 0);
        QCOMPARE(model.own(features, 1), 0.0);
        model.forget(2);
        QCOMPARE(model.own(features, 2), 0.0);
        QCOMPARE(model.mostOwn(2), 0.0F);
        model.makeRoom(5);
        QCOMPARE(model.own(features, 4), 0.0);
    }

    void extremePriorsAndFullListsStayFinite()
    {
        for (const double prior : {0.0, 1.0, 1e-12}) {
            ResponseModel model({.prior = prior, .campaigns = 2});
            model::Opportunity opportunity;
            for (Handle segment = 1; segment <= model::Opportunity::kListCapacity; ++segment)
                opportunity.list(Dimension::Segment).push(segment);
            for (std::size_t i = 0; i < model::kSingleDimensions; ++i)
                opportunity.values[i] = 5;
            for (int i = 0; i < 100; ++i)
                model.learn(ResponseFeatures(opportunity), 1, i % 2 == 0);
            const double p = model.probability(ResponseFeatures(opportunity), 1);
            QVERIFY(p > 0 && p < 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestResponseModel)
#include "test_response_model.moc"
