// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/simulation/behaviour.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace gavel;
using model::Dimension;
using simulation::Behaviour;
using simulation::BehaviourPlan;
using simulation::EffectOn;

namespace {

BehaviourPlan plan()
{
    BehaviourPlan plan;
    plan.shown = 0.9;
    plan.click = {std::log(0.05 / 0.95),
                  {{EffectOn::Segment, "gamers", 1},
                   {EffectOn::Segment, "young", 0.5},
                   {EffectOn::Placement, "top", -0.7},
                   {EffectOn::DeviceType, "mobile", 0.2},
                   {EffectOn::Campaign, "camp-1", 0.4}}};
    plan.conversion = {std::log(0.2 / 0.8), {{EffectOn::Campaign, "camp-1", 0.3}}};
    plan.conversionValue = Money::units(10);
    plan.campaignValue["camp-2"] = Money::units(40);
    return plan;
}

double logistic(double logit)
{
    return 1 / (1 + std::exp(-logit));
}

} // namespace

class TestBehaviour : public QObject
{
    Q_OBJECT
    model::Vocabulary m_words;
    Behaviour m_behaviour{plan(), m_words, base::Random(4)};
    model::Opportunity m_user;

private Q_SLOTS:
    void init()
    {
        m_user = {};
        m_user.list(Dimension::Segment).push(m_words.of(Dimension::Segment).intern("gamers"));
        m_user.list(Dimension::Segment)
            .push(m_words.of(Dimension::Segment).intern("nothing said of"));
        m_user.set(Dimension::Placement, m_words.of(Dimension::Placement).intern("top"));
        m_user.set(Dimension::DeviceType, m_words.of(Dimension::DeviceType).intern("mobile"));
    }

    void theTruthIsTheSumOfItsEffects()
    {
        // logit 0.05 = -2.944439; + 1 - 0.7 + 0.2 + 0.4 = -2.044439, so p = 0.114615.
        const double p = m_behaviour.clickProbability(m_user, m_words.campaigns.find("camp-1"));
        QVERIFY(std::abs(p - 0.114615) < 1e-6);
        QVERIFY(std::abs(m_behaviour.clickProbability({}, 0) - 0.05) < 1e-12);
        // logit 0.2 = -1.386294; + 0.3 gives 0.252317.
        const double c
            = m_behaviour.conversionProbability(m_user, m_words.campaigns.find("camp-1"));
        QVERIFY(std::abs(c - 0.252317) < 1e-6);
    }

    void aCampaignThatCameLaterHasNoEffect()
    {
        QVERIFY(
            std::abs(m_behaviour.clickProbability(m_user, 4'000'000) - logistic(-2.944439 + 0.5))
            < 1e-6);
    }

    void drawsHappenAsOftenAsTheTruthSays()
    {
        constexpr int kDraws = 200'000;
        const auto campaign = m_words.campaigns.find("camp-1");
        double shown = 0;
        double clicked = 0;
        double converted = 0;
        for (int i = 0; i < kDraws; ++i) {
            const auto reaction = m_behaviour.react(m_user, campaign);
            shown += reaction.shown ? 1 : 0;
            clicked += reaction.clicked ? 1 : 0;
            converted += reaction.converted ? 1 : 0;
            QVERIFY(!reaction.clicked || reaction.shown);
            QVERIFY(!reaction.converted || reaction.clicked);
        }
        const auto near = [](double count, double of, double p) {
            return std::abs(count - of * p) < 4 * std::sqrt(of * p * (1 - p));
        };
        QVERIFY(near(shown, kDraws, 0.9));
        QVERIFY(near(clicked, shown, 0.114615));
        QVERIFY(near(converted, clicked, 0.252317));
    }

    void conversionsAreWorthHalfToOneAndAHalfOfTheMean()
    {
        double sum = 0;
        int count = 0;
        const auto campaign = m_words.campaigns.find("camp-2");
        for (int i = 0; i < 300'000; ++i) {
            const auto reaction = m_behaviour.react(m_user, campaign);
            QCOMPARE(reaction.value.micros > 0, reaction.converted);
            if (!reaction.converted)
                continue;
            QVERIFY(reaction.value >= Money::units(20) && reaction.value <= Money::units(60));
            sum += static_cast<double>(reaction.value.micros) * 1e-6;
            ++count;
        }
        // Uniform over 40 units: a deviation of 40 / sqrt(12) = 11.55 for one.
        QVERIFY(count > 1000);
        QVERIFY(std::abs(sum / count - 40) < 4 * 11.55 / std::sqrt(count));
    }
};

QTEST_GUILESS_MAIN(TestBehaviour)
#include "test_behaviour.moc"
