// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/delivery_words.h"

#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>

namespace gavel::pipeline_page::words {

using pipeline::DeadState;
using runtime::SubscriberView;
using widgets::Mark;
namespace numbers = widgets::numbers;

namespace {

struct DeliveryWords
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryWords)
};

constexpr std::array<Mark, 5> kTellingMarks{Mark::Bad, Mark::Waiting, Mark::Working, Mark::Done,
                                            Mark::Paused};
constexpr std::array<const char*, 3> kChannels{QT_TRANSLATE_NOOP("DeliveryWords", "webhook"),
                                               QT_TRANSLATE_NOOP("DeliveryWords", "files"),
                                               QT_TRANSLATE_NOOP("DeliveryWords", "live")};
constexpr std::array<const char*, 4> kStates{QT_TRANSLATE_NOOP("DeliveryWords", "open"),
                                             QT_TRANSLATE_NOOP("DeliveryWords", "redriven"),
                                             QT_TRANSLATE_NOOP("DeliveryWords", "discarded"),
                                             QT_TRANSLATE_NOOP("DeliveryWords", "delivered")};
constexpr std::array<Mark, 4> kStateMarks{Mark::Bad, Mark::Retry, Mark::Cancelled, Mark::Done};

bool isDue(const SubscriberView& subscriber)
{
    return subscriber.nextAt != TimeMs{INT64_MAX};
}

} // namespace

Telling tellingOf(const SubscriberView& subscriber)
{
    if (!subscriber.isEnabled)
        return Telling::Off;
    if (subscriber.isSending)
        return Telling::Sending;
    if (!subscriber.lastFailure.empty())
        return Telling::Failing;
    return isDue(subscriber) || subscriber.lag > 0 ? Telling::Waiting : Telling::Told;
}

QString telling(const SubscriberView& subscriber, int utcOffset)
{
    const QString next = numbers::time(subscriber.nextAt.value, utcOffset);
    switch (tellingOf(subscriber)) {
    case Telling::Off:
        return DeliveryWords::tr("off", "a subscriber");
    case Telling::Sending:
        return DeliveryWords::tr("sending");
    case Telling::Failing:
        return isDue(subscriber) ? DeliveryWords::tr("failing, again at %1").arg(next)
                                 : DeliveryWords::tr("failing");
    case Telling::Waiting:
        return isDue(subscriber) ? DeliveryWords::tr("waits until %1").arg(next)
                                 : DeliveryWords::tr("waits", "a subscriber");
    case Telling::Told:
        return DeliveryWords::tr("told");
    }
    return {};
}

Mark tellingMark(Telling telling)
{
    return kTellingMarks[static_cast<std::size_t>(telling)];
}

QString channel(pipeline::Channel channel)
{
    return DeliveryWords::tr(kChannels[static_cast<std::size_t>(channel)]);
}

QString deliveryState(DeadState state)
{
    return DeliveryWords::tr(kStates[static_cast<std::size_t>(state)]);
}

Mark deliveryMark(DeadState state)
{
    return kStateMarks[static_cast<std::size_t>(state)];
}

QString act(const std::string& action)
{
    if (action == "set")
        return DeliveryWords::tr("subscribers changed");
    if (action == "redrive")
        return DeliveryWords::tr("redriven");
    if (action == "discard")
        return DeliveryWords::tr("discarded");
    return action == "test" ? DeliveryWords::tr("tested") : of(action);
}

QString moment(TimeMs at, int utcOffset)
{
    return at == TimeMs{} ? numbers::missing() : numbers::dateTime(at.value, utcOffset);
}

} // namespace gavel::pipeline_page::words
