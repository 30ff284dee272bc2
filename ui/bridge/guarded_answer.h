// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace gavel::bridge {

/// Runs `question()` in a pool and hands its value to `answer` on the thread of `lasting`, unless
/// `context`, which lives there too, is gone by then. `lasting` outlives what runs in the pool. A
/// QFuture cannot do this: then(context) looks on the pool's thread whether its context is there
/// and posts to it after that, and one that goes in between is posted to although it is gone.
template<typename Question, typename Answer>
void askGuarded(QThreadPool& pool, QObject* lasting, QObject* context, Question question,
                Answer answer)
{
    struct Asked
    {
        Question question;
        Answer answer;
        QPointer<QObject> context;
    };
    auto asked = std::make_shared<Asked>(Asked{std::move(question), std::move(answer), context});
    // The last who holds it is what is posted: the answer is destroyed where it would be called.
    pool.start([lasting, asked = std::move(asked)]() mutable {
        using Value = std::invoke_result_t<Question&>;
        if constexpr (std::is_void_v<Value>) {
            asked->question();
            QMetaObject::invokeMethod(
                lasting,
                [asked = std::move(asked)] {
                    if (asked->context)
                        asked->answer();
                },
                Qt::QueuedConnection);
        } else {
            auto value = std::make_shared<Value>(asked->question());
            QMetaObject::invokeMethod(
                lasting,
                [asked = std::move(asked), value = std::move(value)] {
                    if (asked->context)
                        asked->answer(std::move(*value));
                },
                Qt::QueuedConnection);
        }
    });
}

} // namespace gavel::bridge
