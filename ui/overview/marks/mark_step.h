// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace gavel::overview {

/// An annotation was added, changed or removed: what it was and what it is.
class MarkStep final : public QUndoCommand
{
public:
    using State = std::optional<health::Annotation>;
    /// Makes the engine's annotation as `to`, out of `from`.
    using Make = std::function<void(const State& from, const State& to)>;
    /// Of what has been made already.
    MarkStep(const QString& text, State before, State after, Make make)
        : QUndoCommand(text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_make(std::move(make))
    {
    }
    void undo() override { m_make(m_after, m_before); }
    void redo() override
    {
        if (std::exchange(m_isMade, false))
            return;
        m_make(m_before, m_after);
    }

private:
    State m_before;
    State m_after;
    Make m_make;
    bool m_isMade = true;
};

} // namespace gavel::overview
