// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/connection.h"
#include "engine/store/feed.h"
#include "engine/store/migrations.h"

#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace gavel::store {

class Writer;

/// One workspace file, held by one process (a lock beside it: FILE-lock). One thread writes: it
/// takes everything that waits, commits it in one transaction with synchronous=FULL and only then
/// acknowledges. Every checkpoint runs there too. When a commit fails nothing is acknowledged any
/// more: failure() says why, and every later write gets that error. Any thread may call.
class Workspace
{
public:
    /// Opens or makes the file and brings it to the newest schema of the store and the given rooms.
    /// An empty path makes a private temporary file that is deleted at close and promises no
    /// durability. Errors: WORKSPACE_LOCKED, WORKSPACE_NEWER, NOT_A_WORKSPACE, STORE_IO.
    static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& file,
                                                   std::span<const Migration> rooms = {});
    /// Writes what waits, then closes.
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    using Write = std::function<Result<void>(Connection&)>;
    /// Queues a write; the future is ready after the commit that holds it. What feeds had when it
    /// was queued is in that commit or one before. A write that returns an error or breaks a
    /// constraint is undone alone and gets its own error; the others of the same commit stand.
    std::future<Result<void>> write(Write write);
    /// The same, waiting for it. Never from the writer's thread.
    Result<void> writeAndWait(Write write);

    /// A connection that can only read, for the calling thread. It must be gone before the
    /// workspace is.
    Result<Connection> reader() const;
    /// A checked copy of the whole file, made on the writer between commits, with the cold segments
    /// that belong to it; archived ones stay where they are. The target must not exist.
    Result<void> backup(const std::filesystem::path& target);

    /// Moves the whole log into the file, and empties it when none reads it. Waits.
    Result<void> emptyLog();

    /// The writing connection lets go of the pages it keeps. Waits.
    void dropCache();

    /// Adds work that is asked for at each round; returns its number.
    std::uint64_t addFeed(Feed feed);
    /// Returns when the feed's last write is committed or has failed.
    void removeFeed(std::uint64_t number);
    /// Runs something on the writer's thread between two commits and waits for it, even after a
    /// failure.
    void betweenCommits(const std::function<void()>& action);
    /// Hint that a feed has work: the writer looks at once, else within two milliseconds.
    void wake();

    /// Empty for a temporary workspace.
    const std::filesystem::path& file() const;
    /// Why it writes no more.
    std::optional<Error> failure() const;

private:
    struct Place;
    Workspace(std::unique_ptr<Place> place, std::unique_ptr<Writer> writer);
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Writer> m_writer;
};

} // namespace gavel::store
