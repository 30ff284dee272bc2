// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/dimension.h"
#include "engine/model/opportunity.h"
#include "engine/model/targeting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace gavel::bench {

/// One attribute of workload W1: how many values, how skewed, how many campaigns ask for how many,
/// and how many an opportunity has.
struct W1Attribute
{
    model::Dimension dimension{};
    std::uint32_t values = 0;
    double zipf = 0;
    double asked = 0; ///< share of campaigns with a rule
    std::uint32_t most = 0; ///< values in a rule, from 1
    std::uint32_t offered = 1; ///< values in an opportunity
    model::Match match = model::Match::AnyOf;
};

/// Slot stands on Placement and exchange on Publisher. W1's age is a set of buckets, not a range,
/// so it stands on Language, a plain dictionary dimension of about eight values that W1 leaves
/// free.
inline constexpr std::array<W1Attribute, 13> kW1{{
    {model::Dimension::Country, 50, 1.1, .7, 5},
    {model::Dimension::Region, 400, 1, .2, 20},
    {model::Dimension::DeviceType, 3, .5, .4, 2},
    {model::Dimension::Os, 6, .8, .2, 3},
    {model::Dimension::Browser, 8, .8, .1, 3},
    {model::Dimension::Placement, 20, .7, .6, 6},
    {model::Dimension::Publisher, 10, .7, .3, 4},
    {model::Dimension::Gender, 3, 0, .25, 1},
    {model::Dimension::Language, 8, 0, .3, 4},
    {model::Dimension::Category, 400, 1, .3, 10, 3},
    {model::Dimension::Segment, 5000, 1, .5, 30, 20},
    {model::Dimension::Segment, 5000, 1, .15, 10, 0, model::Match::NoneOf},
    {model::Dimension::Domain, 10000, 1, .2, 50, 1, model::Match::NoneOf},
}};

/// Draws ranks 1 to n, rank r with a chance proportional to r^-exponent.
class Zipf
{
public:
    Zipf(std::uint32_t values, double exponent)
    {
        double sum = 0;
        for (std::uint32_t rank = 1; rank <= values; ++rank)
            m_cumulated.push_back(sum += std::pow(rank, -exponent));
    }
    Handle draw(base::Random& random) const
    {
        const double at = random.uniform() * m_cumulated.back();
        const auto found = std::upper_bound(m_cumulated.begin(), m_cumulated.end() - 1, at);
        return static_cast<Handle>(found - m_cumulated.begin()) + 1;
    }

private:
    std::vector<double> m_cumulated;
};

/// Targetings and opportunities of workload W1, seed 7. The handle of a value is its rank.
class WorkloadW1
{
public:
    WorkloadW1()
    {
        for (const W1Attribute& attribute : kW1)
            m_zipfs.emplace_back(attribute.values, attribute.zipf);
    }

    base::Random& random() { return m_random; }

    /// Calls rule(attribute, values) for each rule of the next campaign, values in the order drawn.
    template<typename AddRule>
    void drawRules(AddRule addRule)
    {
        for (std::size_t i = 0; i < kW1.size(); ++i)
            if (m_random.chance(kW1[i].asked))
                addRule(kW1[i], drawValues(i));
    }
    bool drawHoursAsked() { return m_random.chance(.3); }
    /// A run of 4 to 14 hours, the same on every day.
    model::HourGrid drawHours()
    {
        model::HourGrid grid;
        const std::uint32_t first = m_random.below(24);
        const std::uint32_t length = 4 + m_random.below(11);
        for (std::uint32_t day = 0; day < 7; ++day)
            for (std::uint32_t i = 0; i < length; ++i)
                grid.set(day * 24 + (first + i) % 24);
        return grid;
    }
    /// Fills in the values of the next opportunity.
    void draw(model::Opportunity& into)
    {
        for (std::size_t i = 0; i < kW1.size(); ++i) {
            if (model::isSingle(kW1[i].dimension)) {
                into.set(kW1[i].dimension, m_zipfs[i].draw(m_random));
                continue;
            }
            auto& list = into.list(kW1[i].dimension);
            while (list.size() < kW1[i].offered)
                if (const Handle value = m_zipfs[i].draw(m_random); !list.contains(value))
                    list.push(value);
        }
    }

private:
    std::vector<Handle> drawValues(std::size_t attribute)
    {
        std::vector<Handle> values;
        const std::size_t count = 1 + m_random.below(kW1[attribute].most);
        while (values.size() < count) {
            const Handle value = m_zipfs[attribute].draw(m_random);
            if (std::find(values.begin(), values.end(), value) == values.end())
                values.push_back(value);
        }
        return values;
    }

    base::Random m_random{7};
    std::vector<Zipf> m_zipfs;
};

} // namespace gavel::bench
