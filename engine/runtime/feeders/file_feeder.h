// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/folder_source.h"
#include "engine/pipeline/intake/intake.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gavel::runtime {

/// What a person ordered of a file or a folder; kept as a collector's settings.
struct FileOrder
{
    std::string place;
    std::string format; ///< "", "jsonl", "csv"
    std::vector<std::pair<std::string, std::string>> fields; ///< theirs -> the contract's
    std::int64_t everySeconds = 0; ///< 0 = once

    std::string toJson() const;
    /// Errors: SOURCE_WRONG.
    static Result<FileOrder> read(std::string_view json);
    /// Errors: SOURCE_WRONG names what is missing.
    Result<void> check() const;
};

/// Reads one file or folder into the pipeline on a thread of its own, a portion at a time: the next
/// one is read when the last one is durable, and its checkpoint with it. One source that fails
/// holds no other.
class FileFeeder
{
public:
    /// The intake and the clock must outlive it.
    FileFeeder(pipeline::Intake& intake, const base::Clock& clock, pipeline::CollectorRow row,
               FileOrder order);
    ~FileFeeder();
    FileFeeder(const FileFeeder&) = delete;
    FileFeeder& operator=(const FileFeeder&) = delete;

    struct Status
    {
        std::string error; ///< "" = none
        std::string place; ///< "orders.csv, line 48213"
        double progress = -1;
        bool isDone = false;
        std::uint64_t looks = 0; ///< at everything that was there, without a failure
    };
    Status status() const;
    const std::string& name() const { return m_row.name; }
    const FileOrder& order() const { return m_order; }
    void setPaused(bool paused);

private:
    void loop();
    /// Everything that is there now. False = it is to end.
    bool readAll();
    bool offer(pipeline::Portion portion);
    bool waitFor(std::int64_t milliseconds);
    bool waitForIntake();
    void fail(const Error& error);
    void noteLook();

    pipeline::Intake& m_intake;
    const base::Clock& m_clock;
    pipeline::CollectorRow m_row;
    FileOrder m_order;
    std::optional<pipeline::FolderSource> m_source;
    std::shared_ptr<const pipeline::CsvHeader> m_header;
    std::string m_headerLine;
    std::string m_headerText; ///< in the contract's names

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    Status m_status;
    bool m_isMissing = false; ///< the error is that nothing is there
    bool m_paused = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace gavel::runtime
