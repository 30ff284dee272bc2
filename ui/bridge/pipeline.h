// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a page sees of the event pipeline: its views, its desk, and the way to it.
#include "engine/model/ad_event.h"
#include "engine/runtime/pipeline_desk.h"
#include "engine/runtime/pipeline_view.h"
#include "ui/bridge/engine_client.h"
#include "ui/bridge/navigator.h"

#include <functional>
#include <utility>

namespace gavel::bridge {

/// Asks the pipeline's desk from the window: questions run in the pool of the client, answers come
/// on the window's thread. The desk is reached through a function, so that a page can be shown over
/// a desk of its own.
class PipelineClient
{
public:
    using DeskOf = std::function<runtime::PipelineDesk&(runtime::Engine&)>;

    PipelineClient(EngineClient& client, DeskOf deskOf)
        : m_client(client)
        , m_deskOf(std::move(deskOf))
    {
    }

    /// See EngineClient::ask().
    template<typename Question, typename Answer>
    void ask(QObject* context, Question question, Answer answer) const
    {
        m_client.ask(
            context,
            [deskOf = m_deskOf, asked = std::move(question)](runtime::Engine& engine) mutable {
                return asked(deskOf(engine));
            },
            std::move(answer));
    }

private:
    EngineClient& m_client;
    DeskOf m_deskOf;
};

/// The way to what stands behind a number, and what such a destination asks for.
Destination tracePlace(const runtime::LineageQuery& query);
runtime::LineageQuery tracedBy(const Destination& destination);

} // namespace gavel::bridge
