// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/score_words.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>

namespace gavel::pipeline_page {

namespace numbers = widgets::numbers;

namespace {

struct ScoreWords
{
    Q_DECLARE_TR_FUNCTIONS(ScoreWords)
};

struct NamedScore
{
    std::string_view name; ///< the engine's
    const char* text;
};
constexpr std::array kScoreNames{
    NamedScore{"quality", QT_TRANSLATE_NOOP("ScoreWords", "Quality")},
    NamedScore{"performance", QT_TRANSLATE_NOOP("ScoreWords", "Performance")},
    NamedScore{"resources", QT_TRANSLATE_NOOP("ScoreWords", "Resources")},
    NamedScore{"business", QT_TRANSLATE_NOOP("ScoreWords", "Business")},
    NamedScore{"completeness", QT_TRANSLATE_NOOP("ScoreWords", "complete")},
    NamedScore{"accuracy", QT_TRANSLATE_NOOP("ScoreWords", "passed every rule")},
    NamedScore{"timeliness", QT_TRANSLATE_NOOP("ScoreWords", "stored within a second")},
    NamedScore{"consistency", QT_TRANSLATE_NOOP("ScoreWords", "checks that hold")},
    NamedScore{"latency", QT_TRANSLATE_NOOP("ScoreWords", "latency p99")},
    NamedScore{"throughput", QT_TRANSLATE_NOOP("ScoreWords", "processed of what came")},
    NamedScore{"error_rate", QT_TRANSLATE_NOOP("ScoreWords", "refused")},
    NamedScore{"retry_rate", QT_TRANSLATE_NOOP("ScoreWords", "tried again")},
    NamedScore{"cpu", QT_TRANSLATE_NOOP("ScoreWords", "processor")},
    NamedScore{"memory", QT_TRANSLATE_NOOP("ScoreWords", "memory")},
    NamedScore{"disk", QT_TRANSLATE_NOOP("ScoreWords", "disk")},
    NamedScore{"network", QT_TRANSLATE_NOOP("ScoreWords", "network")},
    NamedScore{"sla", QT_TRANSLATE_NOOP("ScoreWords", "answered in time")},
    NamedScore{"satisfaction", QT_TRANSLATE_NOOP("ScoreWords", "satisfied users")},
    NamedScore{"value", QT_TRANSLATE_NOOP("ScoreWords", "spent of the plan")},
    NamedScore{"cost_efficiency", QT_TRANSLATE_NOOP("ScoreWords", "value of what was spent")}};

QString named(std::string_view name)
{
    for (const NamedScore& known : kScoreNames)
        if (known.name == name)
            return ScoreWords::tr(known.text);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString partWords(const health::ScorePart& part)
{
    const bool isTime = part.unit == "ms";
    const auto text = [isTime](double value) {
        return isTime ? ScoreWords::tr("%1 ms").arg(numbers::decimal(value, 1))
                      : numbers::percent(value, 2);
    };
    return ScoreWords::tr("%1 %2 (all points at %3)", "part of a score: name, value, target")
        .arg(named(part.name), text(*part.value), text(part.target));
}

} // namespace

std::vector<Score> scoresOf(const runtime::WatchView& watch)
{
    std::vector<Score> scores;
    for (const health::HealthScore& score : watch.health.scores) {
        Score shown{named(score.name), score.points, {}};
        for (const health::ScorePart& part : score.parts)
            if (part.value)
                shown.parts << partWords(part);
        scores.push_back(std::move(shown));
    }
    if (watch.health.total)
        scores.push_back({ScoreWords::tr("Health"), watch.health.total, {}});
    return scores;
}

} // namespace gavel::pipeline_page
