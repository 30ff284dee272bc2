// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <type_traits>
#include <utility>

namespace gavel::bridge {

/// Hands the value of a future to `answer` on the thread of `lasting`, unless `context`, which
/// lives there too, is gone by then. QFuture::then(context) looks whether its context is there on
/// the other thread and posts to it after that: one that goes in between is posted to although it
/// is gone. So the post goes to what outlives the future.
template<typename Value, typename Answer>
void answerGuarded(QFuture<Value> future, QObject* lasting, QObject* context, Answer answer)
{
    QPointer<QObject> guard(context);
    if constexpr (std::is_void_v<Value>)
        future.then(lasting, [guard, answer = std::move(answer)]() mutable {
            if (guard)
                answer();
        });
    else
        future.then(lasting, [guard, answer = std::move(answer)](Value value) mutable {
            if (guard)
                answer(std::move(value));
        });
}

} // namespace gavel::bridge
