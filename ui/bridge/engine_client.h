// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"
#include "ui/bridge/gap_watch.h"
#include "ui/bridge/guarded_answer.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>
#include <utility>

namespace gavel::bridge {

using SnapshotPtr = std::shared_ptr<const runtime::Snapshot>;

/// The engine as the window sees it. Lives on the GUI thread; owns the one timer that reads
/// snapshots and the pool that runs calls. Destroy it before the engine: it waits for calls that
/// still run, and long looks end early then.
class EngineClient final : public QObject
{
    Q_OBJECT
public:
    explicit EngineClient(runtime::Engine& engine, QObject* parent = nullptr);
    ~EngineClient() override;

    /// The newest snapshot read; never null.
    const SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Milliseconds since the newest snapshot was made.
    std::int64_t ageMs() const;

    /// For calls that only compute and take well under a millisecond: checkFilter, completeFilter,
    /// vocabulary.
    const runtime::Engine& quick() const { return m_engine; }

    /// Runs `question(Engine&)` in the pool and hands its value to `answer` on the GUI thread;
    /// nothing happens when `context` is gone by then. `answer` takes no argument when the question
    /// gives none.
    template<typename Question, typename Answer>
    void ask(QObject* context, Question question, Answer answer)
    {
        askGuarded(
            m_pool, this, context,
            [&engine = m_engine, asked = std::move(question)]() mutable { return asked(engine); },
            std::move(answer));
    }
    /// A command whose end nobody waits for.
    void tell(std::function<void(runtime::Engine&)> command);

    /// Longest gap between two turns of the window's event loop in the last second, in
    /// milliseconds.
    int worstGapMs() const { return m_gap.worstMs(); }

Q_SIGNALS:
    /// A snapshot with another number; at most 30 times a second.
    void snapshotChanged(const gavel::bridge::SnapshotPtr& snapshot);
    /// Once a second.
    void worstGapChanged(int milliseconds);

private:
    void readSnapshot();

    runtime::Engine& m_engine;
    SnapshotPtr m_snapshot;
    QThreadPool m_pool;
    QTimer m_timer;
    GapWatch m_gap;
};

} // namespace gavel::bridge
