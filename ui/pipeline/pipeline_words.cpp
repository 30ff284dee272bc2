// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/pipeline_words.h"

#include "ui/bridge/source_words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace gavel::pipeline_page::words {

using runtime::CheckOutcome;
using runtime::Freshness;
using runtime::PipelineStage;
using widgets::Mark;
namespace numbers = widgets::numbers;

namespace {

struct PipelineWords
{
    Q_DECLARE_TR_FUNCTIONS(PipelineWords)
};

struct Word
{
    std::string_view name; ///< the engine's
    const char* text;
};

template<typename Enum>
QString pick(std::span<const char* const> texts, Enum value)
{
    return PipelineWords::tr(texts[static_cast<std::size_t>(value)]);
}

/// A name that has no word is shown as it is.
QString find(std::span<const Word> words, const std::string& name)
{
    for (const Word& word : words)
        if (word.name == name)
            return PipelineWords::tr(word.text);
    return of(name);
}

constexpr std::array<const char*, runtime::kPipelineStages> kStages{
    QT_TRANSLATE_NOOP("PipelineWords", "Collect"),
    QT_TRANSLATE_NOOP("PipelineWords", "Validate"),
    QT_TRANSLATE_NOOP("PipelineWords", "Repair"),
    QT_TRANSLATE_NOOP("PipelineWords", "Transform"),
    QT_TRANSLATE_NOOP("PipelineWords", "Store"),
    QT_TRANSLATE_NOOP("PipelineWords", "Distribute")};
constexpr std::array<Mark, 6> kFreshnessMarks{Mark::Good, Mark::Warn,    Mark::Stale,
                                              Mark::Bad,  Mark::Waiting, Mark::Paused};
constexpr std::array<const char*, model::kBatchStates> kBatches{
    QT_TRANSLATE_NOOP("PipelineWords", "DataIngestion"),
    QT_TRANSLATE_NOOP("PipelineWords", "CollectionInProgress"),
    QT_TRANSLATE_NOOP("PipelineWords", "CollectionFailed"),
    QT_TRANSLATE_NOOP("PipelineWords", "ValidationPending"),
    QT_TRANSLATE_NOOP("PipelineWords", "ValidationInProgress"),
    QT_TRANSLATE_NOOP("PipelineWords", "ValidationPassed"),
    QT_TRANSLATE_NOOP("PipelineWords", "ValidationPartial"),
    QT_TRANSLATE_NOOP("PipelineWords", "ValidationFailed"),
    QT_TRANSLATE_NOOP("PipelineWords", "DataRepair"),
    QT_TRANSLATE_NOOP("PipelineWords", "ManualIntervention"),
    QT_TRANSLATE_NOOP("PipelineWords", "TransformationPending"),
    QT_TRANSLATE_NOOP("PipelineWords", "TransformationInProgress"),
    QT_TRANSLATE_NOOP("PipelineWords", "TransformationCompleted"),
    QT_TRANSLATE_NOOP("PipelineWords", "TransformationFailed"),
    QT_TRANSLATE_NOOP("PipelineWords", "StoragePending"),
    QT_TRANSLATE_NOOP("PipelineWords", "StorageInProgress"),
    QT_TRANSLATE_NOOP("PipelineWords", "StorageCompleted"),
    QT_TRANSLATE_NOOP("PipelineWords", "StorageFailed"),
    QT_TRANSLATE_NOOP("PipelineWords", "StorageRetry"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionPending"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionInProgress"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionCompleted"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionPartial"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionFailed"),
    QT_TRANSLATE_NOOP("PipelineWords", "DistributionRetry")};
constexpr const char* kPending = QT_TRANSLATE_NOOP("PipelineWords", "Pending");
constexpr const char* kInProgress = QT_TRANSLATE_NOOP("PipelineWords", "InProgress");
constexpr const char* kCompleted = QT_TRANSLATE_NOOP("PipelineWords", "Completed");
constexpr const char* kPartial = QT_TRANSLATE_NOOP("PipelineWords", "Partial");
constexpr const char* kFailed = QT_TRANSLATE_NOOP("PipelineWords", "Failed");
constexpr const char* kRetry = QT_TRANSLATE_NOOP("PipelineWords", "Retry");
constexpr std::array<const char*, model::kBatchStates> kBatchShort{
    kBatches[0], kInProgress, kFailed,
    kPending,    kInProgress, QT_TRANSLATE_NOOP("PipelineWords", "Passed"),
    kPartial,    kFailed,     kBatches[8],
    kBatches[9], kPending,    kInProgress,
    kCompleted,  kFailed,     kPending,
    kInProgress, kCompleted,  kFailed,
    kRetry,      kPending,    kInProgress,
    kCompleted,  kPartial,    kFailed,
    kRetry};
constexpr std::array<Mark, model::kBatchStates> kBatchMarks{
    Mark::Waiting, Mark::Working, Mark::Bad, // collection
    Mark::Waiting, Mark::Working, Mark::Done, Mark::Partly, Mark::Bad, // validation
    Mark::Retry,   Mark::Warn, // repair
    Mark::Waiting, Mark::Working, Mark::Done, Mark::Bad, // transform
    Mark::Waiting, Mark::Working, Mark::Done, Mark::Bad,    Mark::Retry, // storage
    Mark::Waiting, Mark::Working, Mark::Done, Mark::Partly, Mark::Bad,   Mark::Retry // distribution
};
constexpr std::array kRuleStages{
    Word{"format", QT_TRANSLATE_NOOP("PipelineWords", "format")},
    Word{"completeness", QT_TRANSLATE_NOOP("PipelineWords", "complete")},
    Word{"consistency", QT_TRANSLATE_NOOP("PipelineWords", "consistent")},
    Word{"business", QT_TRANSLATE_NOOP("PipelineWords", "business")}};
constexpr std::array<const char*, 4> kOutcomes{
    QT_TRANSLATE_NOOP("PipelineWords", "not reached"), QT_TRANSLATE_NOOP("PipelineWords", "passed"),
    QT_TRANSLATE_NOOP("PipelineWords", "repaired"), QT_TRANSLATE_NOOP("PipelineWords", "failed")};
constexpr std::array<Mark, 4> kOutcomeMarks{Mark::Waiting, Mark::Done, Mark::Done, Mark::Bad};
constexpr std::array kFates{
    Word{"dead", QT_TRANSLATE_NOOP("PipelineWords", "dead")},
    Word{"quarantine", QT_TRANSLATE_NOOP("PipelineWords", "quarantine")},
    Word{"attribute", QT_TRANSLATE_NOOP("PipelineWords", "attribute, else dead")}};
constexpr std::array kAttributions{
    Word{"request", QT_TRANSLATE_NOOP("PipelineWords", "same request")},
    Word{"click_through", QT_TRANSLATE_NOOP("PipelineWords", "click-through")},
    Word{"view_through", QT_TRANSLATE_NOOP("PipelineWords", "view-through")}};
constexpr std::array kLetters{Word{"open", QT_TRANSLATE_NOOP("PipelineWords", "open")},
                              Word{"redriven", QT_TRANSLATE_NOOP("PipelineWords", "redriven")},
                              Word{"discarded", QT_TRANSLATE_NOOP("PipelineWords", "discarded")}};

} // namespace

QString of(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString count(std::uint64_t value)
{
    return numbers::count(static_cast<std::int64_t>(value));
}

QString wrong(const Error& error)
{
    return of(base::toString(error));
}

QString stage(PipelineStage stage)
{
    return pick(kStages, stage);
}

QString stageParts(PipelineStage stage, const runtime::StageView& view, std::uint32_t rulesVersion)
{
    const int parts = static_cast<int>(view.parts);
    switch (stage) {
    case PipelineStage::Collect:
        return PipelineWords::tr("%n source(s)", nullptr, parts);
    case PipelineStage::Validate:
        return PipelineWords::tr("%n rule(s), v%1", nullptr, parts).arg(rulesVersion);
    case PipelineStage::Repair:
        return PipelineWords::tr("%n rule(s) repair", nullptr, parts);
    case PipelineStage::Transform:
        return PipelineWords::tr("%n step(s)", nullptr, parts);
    case PipelineStage::Store:
        return PipelineWords::tr("%n writer(s)", nullptr, parts);
    case PipelineStage::Distribute:
        return PipelineWords::tr("%n subscriber(s)", nullptr, parts);
    }
    return {};
}

QString freshness(Freshness freshness)
{
    return bridge::freshnessWord(freshness);
}

Mark freshnessMark(Freshness freshness)
{
    return kFreshnessMarks[static_cast<std::size_t>(freshness)];
}

QString collector(const std::string& collector)
{
    return bridge::collectorWord(collector);
}

QString batchState(model::BatchState state)
{
    return pick(kBatches, state);
}

QString batchShort(model::BatchState state)
{
    return pick(kBatchShort, state);
}

Mark batchMark(model::BatchState state)
{
    return kBatchMarks[static_cast<std::size_t>(state)];
}

QString batch(std::uint64_t id)
{
    return id == 0 ? numbers::missing() : QStringLiteral("b-%1").arg(id);
}

QString ruleStage(const std::string& stage)
{
    return find(kRuleStages, stage);
}

QString ruleStage(std::size_t stage)
{
    return PipelineWords::tr(kRuleStages[stage].text);
}

QString outcome(CheckOutcome outcome)
{
    return pick(kOutcomes, outcome);
}

Mark outcomeMark(CheckOutcome outcome)
{
    return kOutcomeMarks[static_cast<std::size_t>(outcome)];
}

QString otherwise(const std::string& fate)
{
    return find(kFates, fate);
}

QString attribution(const std::string& how)
{
    return find(kAttributions, how);
}

QString letterState(const std::string& state)
{
    return find(kLetters, state);
}

Mark letterMark(const std::string& state)
{
    return state == "redriven" ? Mark::Done : state == "discarded" ? Mark::Cancelled : Mark::Bad;
}

QString ago(TimeMs at, TimeMs now)
{
    if (at == TimeMs{})
        return numbers::missing();
    const std::int64_t passed = now.value - at.value;
    if (passed < base::kSecondMs)
        return PipelineWords::tr("now");
    // Two units say no more than one here.
    if (passed >= base::kHourMs)
        return numbers::duration(passed / base::kHourMs * base::kHourMs);
    return numbers::duration(passed >= base::kMinuteMs ? passed / base::kMinuteMs * base::kMinuteMs
                                                       : passed);
}

std::optional<double> completeShare(const runtime::Completeness& counts)
{
    return bridge::completeShare(counts);
}

} // namespace gavel::pipeline_page::words
