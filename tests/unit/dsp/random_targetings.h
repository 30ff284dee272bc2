// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/dsp/targeting/compiled_targeting.h"

#include <string>
#include <vector>

namespace gavel::dsp {

/// Targetings and opportunities at random over every dimension, from value pools small enough to
/// meet.
class RandomTargetings
{
public:
    explicit RandomTargetings(std::uint64_t seed)
        : m_random(seed)
    {
    }

    model::Vocabulary vocabulary;

    CompiledTargeting targeting()
    {
        model::Targeting targeting;
        for (std::size_t d = 0; d < model::kValueDimensions; ++d)
            addRules(targeting, static_cast<model::Dimension>(d));
        if (m_random.chance(.1)) {
            const int least = 13 + static_cast<int>(m_random.below(40));
            targeting.age = model::AgeRange{least, least + static_cast<int>(m_random.below(50))};
        }
        if (m_random.chance(.2))
            addHours(targeting);
        if (m_random.chance(.1)) {
            const auto first = static_cast<std::int32_t>(m_random.below(365));
            targeting.dates.push_back(
                {first, first + static_cast<std::int32_t>(m_random.below(200))});
        }
        if (m_random.chance(.1))
            targeting.circles.push_back({point(), 1 + m_random.uniform() * 99'999});
        if (m_random.chance(.1))
            targeting.polygons.push_back({{point(), point(), point(), point()}});
        if (m_random.chance(.1))
            targeting.osVersions.push_back({text(model::Dimension::Os), version()});
        constexpr const char* kZones[]
            = {"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"};
        const char* zone = kZones[m_random.below(4)];
        if (m_random.chance(.5))
            return compile(targeting, zone, std::nullopt, vocabulary);
        const std::vector<model::Creative> shown = creatives();
        return compile(targeting, zone, std::span(shown), vocabulary);
    }

    model::Opportunity opportunity()
    {
        model::Opportunity opportunity;
        opportunity.at
            = {static_cast<std::int64_t>(m_random.below(365 * 24 * 60)) * base::kMinuteMs};
        for (std::size_t d = 0; d < model::kSingleDimensions; ++d)
            if (m_random.chance(.8))
                opportunity.set(static_cast<model::Dimension>(d),
                                value(static_cast<model::Dimension>(d)));
        opportunity.set(model::Dimension::Age, m_random.below(90));
        for (auto& list : opportunity.lists)
            for (std::uint32_t i = m_random.below(6); i > 0; --i)
                list.push(value(static_cast<model::Dimension>(
                    model::kSingleDimensions
                    + static_cast<std::size_t>(&list - &opportunity.lists[0]))));
        opportunity.located = m_random.chance(.8);
        opportunity.latitude = point().latitude;
        opportunity.longitude = point().longitude;
        opportunity.osVersion = version();
        return opportunity;
    }

private:
    /// Pools of 6, except that domains are many, so that their lists stay short.
    std::string text(model::Dimension dimension)
    {
        using model::Dimension;
        constexpr const char* kMakes[] = {"Apple", "苹果", "IPHONE", "小米", "Sony", "sony"};
        switch (dimension) {
        case Dimension::Format:
            return std::string(model::kFormatNames[m_random.below(4)]);
        case Dimension::Size:
            return m_random.chance(.5) ? "300x250" : "728x90";
        case Dimension::DeviceMake:
            return kMakes[m_random.below(6)];
        case Dimension::Age:
            return std::to_string(13 + m_random.below(60));
        case Dimension::Domain:
            return "site" + std::to_string(m_random.below(300)) + ".example";
        default:
            return std::string(model::name(dimension)) + std::to_string(m_random.below(6));
        }
    }
    Handle value(model::Dimension dimension)
    {
        if (dimension == model::Dimension::Age)
            return 14 + m_random.below(60);
        return vocabulary.of(dimension).intern(text(dimension));
    }
    void addRules(model::Targeting& targeting, model::Dimension dimension)
    {
        for (const auto match : {model::Match::AnyOf, model::Match::AllOf, model::Match::NoneOf}) {
            const bool all = match == model::Match::AllOf;
            if (!m_random.chance(all ? .02 : .06))
                continue;
            model::ValueRule rule{dimension, match, {}};
            for (std::uint32_t i = m_random.below(all ? 2 : 5) + 1; i > 0; --i)
                rule.values.push_back(text(dimension));
            targeting.rules.push_back(rule);
            if (m_random.chance(.05))
                targeting.rules.push_back(rule); // the same twice
        }
    }
    void addHours(model::Targeting& targeting)
    {
        model::HourGrid grid;
        for (std::size_t hour = 0; hour < grid.size(); ++hour)
            grid.set(hour, m_random.chance(.6));
        targeting.hours = grid;
    }
    std::vector<model::Creative> creatives()
    {
        std::vector<model::Creative> creatives(m_random.below(4));
        for (model::Creative& creative : creatives) {
            creative.format = static_cast<model::CreativeFormat>(m_random.below(4));
            creative.width = m_random.chance(.5) ? 300 : 728;
            creative.height = creative.width == 300 ? 250 : 90;
        }
        return creatives;
    }
    model::GeoPoint point() { return {48 + m_random.uniform(), 2 + m_random.uniform()}; }
    std::uint32_t version()
    {
        return model::packVersion(10 + m_random.below(8), m_random.below(4), 0);
    }

    base::Random m_random;
};

} // namespace gavel::dsp
