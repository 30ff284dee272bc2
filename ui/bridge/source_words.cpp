// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/source_words.h"

#include <QCoreApplication>

#include <array>

namespace gavel::bridge {

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

constexpr std::array<const char*, 6> kFreshness{
    QT_TRANSLATE_NOOP("PipelineWords", "fresh"), QT_TRANSLATE_NOOP("PipelineWords", "behind"),
    QT_TRANSLATE_NOOP("PipelineWords", "stale"), QT_TRANSLATE_NOOP("PipelineWords", "failed"),
    QT_TRANSLATE_NOOP("PipelineWords", "idle"),  QT_TRANSLATE_NOOP("PipelineWords", "off")};
constexpr std::array kCollectors{Word{"ring", QT_TRANSLATE_NOOP("PipelineWords", "ring")},
                                 Word{"push", QT_TRANSLATE_NOOP("PipelineWords", "HTTP push")},
                                 Word{"pixel", QT_TRANSLATE_NOOP("PipelineWords", "HTTP pixel")},
                                 Word{"file", QT_TRANSLATE_NOOP("PipelineWords", "file")},
                                 Word{"poll", QT_TRANSLATE_NOOP("PipelineWords", "HTTP poll")},
                                 Word{"stream", QT_TRANSLATE_NOOP("PipelineWords", "WebSocket")}};

} // namespace

QString freshnessWord(runtime::Freshness freshness)
{
    return PipelineWords::tr(kFreshness[static_cast<std::size_t>(freshness)]);
}

QString collectorWord(const std::string& collector)
{
    for (const Word& word : kCollectors)
        if (word.name == collector)
            return PipelineWords::tr(word.text);
    return QString::fromStdString(collector);
}

std::optional<double> completeShare(const runtime::Completeness& counts)
{
    if (counts.received == 0)
        return std::nullopt;
    return static_cast<double>(counts.stored + counts.duplicate)
        / static_cast<double>(counts.received);
}

} // namespace gavel::bridge
