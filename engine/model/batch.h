// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace gavel::model {

/// Where a batch of events stands on its way through the pipeline.
enum class BatchState : std::uint8_t {
    DataIngestion,
    CollectionInProgress,
    CollectionFailed,
    ValidationPending,
    ValidationInProgress,
    ValidationPassed,
    ValidationPartial,
    ValidationFailed,
    DataRepair,
    ManualIntervention,
    TransformationPending,
    TransformationInProgress,
    TransformationCompleted,
    TransformationFailed,
    StoragePending,
    StorageInProgress,
    StorageCompleted,
    StorageFailed,
    StorageRetry,
    DistributionPending,
    DistributionInProgress,
    DistributionCompleted,
    DistributionPartial,
    DistributionFailed,
    DistributionRetry,
};
inline constexpr std::size_t kBatchStates = 25;
inline constexpr std::array<std::string_view, kBatchStates> kBatchStateNames{
    "data_ingestion",
    "collection_in_progress",
    "collection_failed",
    "validation_pending",
    "validation_in_progress",
    "validation_passed",
    "validation_partial",
    "validation_failed",
    "data_repair",
    "manual_intervention",
    "transformation_pending",
    "transformation_in_progress",
    "transformation_completed",
    "transformation_failed",
    "storage_pending",
    "storage_in_progress",
    "storage_completed",
    "storage_failed",
    "storage_retry",
    "distribution_pending",
    "distribution_in_progress",
    "distribution_completed",
    "distribution_partial",
    "distribution_failed",
    "distribution_retry"};

/// The only changes of state there are. Code, database, console and tests read this one table.
inline constexpr std::array<std::pair<BatchState, BatchState>, 33> kBatchTransitions{{
    {BatchState::DataIngestion, BatchState::CollectionInProgress},
    {BatchState::DataIngestion, BatchState::CollectionFailed},
    {BatchState::CollectionInProgress, BatchState::ValidationPending},
    {BatchState::CollectionInProgress, BatchState::CollectionFailed},
    {BatchState::ValidationPending, BatchState::ValidationInProgress},
    {BatchState::ValidationInProgress, BatchState::ValidationPassed},
    {BatchState::ValidationInProgress, BatchState::ValidationFailed},
    {BatchState::ValidationInProgress, BatchState::ValidationPartial},
    {BatchState::ValidationPassed, BatchState::TransformationPending},
    {BatchState::ValidationPartial, BatchState::DataRepair},
    {BatchState::ValidationFailed, BatchState::DataRepair},
    {BatchState::DataRepair, BatchState::ValidationPending},
    {BatchState::DataRepair, BatchState::ManualIntervention},
    {BatchState::TransformationPending, BatchState::TransformationInProgress},
    {BatchState::TransformationInProgress, BatchState::TransformationCompleted},
    {BatchState::TransformationInProgress, BatchState::TransformationFailed},
    {BatchState::TransformationCompleted, BatchState::StoragePending},
    {BatchState::TransformationFailed, BatchState::DataRepair},
    {BatchState::StoragePending, BatchState::StorageInProgress},
    {BatchState::StorageInProgress, BatchState::StorageCompleted},
    {BatchState::StorageInProgress, BatchState::StorageFailed},
    {BatchState::StorageCompleted, BatchState::DistributionPending},
    {BatchState::StorageFailed, BatchState::StorageRetry},
    {BatchState::StorageRetry, BatchState::StorageInProgress},
    {BatchState::StorageRetry, BatchState::ManualIntervention},
    {BatchState::DistributionPending, BatchState::DistributionInProgress},
    {BatchState::DistributionInProgress, BatchState::DistributionCompleted},
    {BatchState::DistributionInProgress, BatchState::DistributionPartial},
    {BatchState::DistributionInProgress, BatchState::DistributionFailed},
    {BatchState::DistributionPartial, BatchState::DistributionRetry},
    {BatchState::DistributionFailed, BatchState::DistributionRetry},
    {BatchState::DistributionRetry, BatchState::DistributionInProgress},
    {BatchState::ManualIntervention, BatchState::ValidationPending},
}};

constexpr bool mayMove(BatchState from, BatchState to)
{
    for (const auto& [before, after] : kBatchTransitions)
        if (before == from && after == to)
            return true;
    return false;
}
/// A batch may end here: it was distributed, its collection failed, or a person ended it.
constexpr bool mayEnd(BatchState state)
{
    return state == BatchState::DistributionCompleted || state == BatchState::CollectionFailed
        || state == BatchState::ManualIntervention;
}

} // namespace gavel::model
