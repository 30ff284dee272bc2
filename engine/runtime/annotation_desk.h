// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/health/annotation_table.h"

#include <memory>
#include <vector>

namespace gavel::runtime {

/// By time, then by id.
using AnnotationsView = std::vector<health::Annotation>;

/// What people and the program say of moments of the market that runs. Got from
/// Engine::annotations(). Any thread; commands return when they are durable.
class AnnotationDesk
{
public:
    static constexpr std::size_t kMostText = 200; ///< characters
    static constexpr std::size_t kMostPerson = 64;
    static constexpr std::size_t kMostOfPeople = 2'000; ///< of a market
    static constexpr std::size_t kMostOfProgram = 2'000; ///< the oldest is forgotten

    virtual ~AnnotationDesk() = default;

    virtual std::shared_ptr<const AnnotationsView> view() const = 0;
    /// With id 0 a new one, else the one of that id as it shall be, which also puts a removed one
    /// back. Of a new one are taken: at, person and text. Gives what is kept. Errors:
    /// INVALID_ANNOTATION names the field, SERVICE_UNAVAILABLE without a market,
    /// ANNOTATION_UNKNOWN, ANNOTATION_FIXED of the program's own, BOOK_FULL, those of the store.
    virtual Result<health::Annotation> keep(const health::Annotation& wanted) = 0;
    /// Gives what it was. Errors: ANNOTATION_UNKNOWN, ANNOTATION_FIXED, those of the store.
    virtual Result<health::Annotation> remove(std::int64_t id) = 0;
};

} // namespace gavel::runtime
