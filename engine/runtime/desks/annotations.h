// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/published.h"
#include "engine/runtime/annotation_desk.h"
#include "engine/runtime/snapshot.h"

#include <mutex>

namespace gavel::store {
class Workspace;
}

namespace gavel::runtime {

/// Keeps the annotations of every market, and shows those of the one that runs.
class Annotations final : public AnnotationDesk
{
public:
    /// The parts must outlive it.
    static Result<std::unique_ptr<Annotations>> open(store::Workspace& workspace,
                                                     const base::Clock& clock);

    /// A market begins. One that begins anew has no more what the program said of earlier runs.
    Result<void> begin(const std::string& market, bool isAnew);
    /// Marks the line's moment when it is worth that. Durable some time later.
    void hear(const LogLine& line);

    std::shared_ptr<const AnnotationsView> view() const override { return m_view.load(); }
    Result<health::Annotation> keep(const health::Annotation& wanted) override;
    Result<health::Annotation> remove(std::int64_t id) override;

private:
    Annotations(store::Workspace& workspace, const base::Clock& clock)
        : m_workspace(workspace)
        , m_clock(clock)
    {
    }
    static Result<void> check(const health::Annotation& wanted);
    // The mutex is held.
    /// As it will be kept, with the id of a new one.
    Result<health::Annotation> prepare(const health::Annotation& wanted);
    AnnotationsView::iterator find(std::int64_t id);
    std::size_t count(bool byPerson) const;
    void put(const health::Annotation& annotation);
    void publish() { m_view.store(std::make_shared<const AnnotationsView>(m_all)); }

    store::Workspace& m_workspace;
    const base::Clock& m_clock;
    std::mutex m_changes; ///< one change is made at a time; taken before the other
    std::mutex m_mutex; ///< guards what follows; nobody waits for the writer with it, who hears too
    std::string m_market; ///< "" before the first
    std::int64_t m_newest = 0; ///< id that was given
    AnnotationsView m_all;
    base::Published<AnnotationsView> m_view;
};

} // namespace gavel::runtime
