// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workspace.h"

#include "engine/base/fault.h"
#include "engine/store/tiers/segment_copies.h"
#include "engine/store/workspace_files.h"
#include "engine/store/writer.h"

#include <vector>

namespace gavel::store {

namespace fs = std::filesystem;

// Members in the order of closing, last first: the folder goes after the lock.
struct Workspace::Place
{
    fs::path file;
    std::optional<TemporaryFolder> folder;
    FileLock lock;
};

namespace {

Result<Connection> openWriting(const fs::path& file, bool durable, std::span<const Migration> rooms)
{
    auto connection = Connection::open(file, Connection::Access::Write);
    if (!connection)
        return connection;
    std::vector<Migration> migrations(storeMigrations().begin(), storeMigrations().end());
    migrations.insert(migrations.end(), rooms.begin(), rooms.end());
    if (auto migrated = migrate(*connection, migrations); !migrated)
        return migrated.error();
    if (auto logged = connection->execute("PRAGMA journal_mode=WAL"); !logged)
        return logged.error();
    if (!durable)
        if (auto loose = connection->execute("PRAGMA synchronous=OFF"); !loose)
            return loose.error();
    return connection;
}

} // namespace

Workspace::Workspace(std::unique_ptr<Place> place, std::unique_ptr<Writer> writer)
    : m_place(std::move(place))
    , m_writer(std::move(writer))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path& file,
                                                   std::span<const Migration> rooms)
{
    auto place = std::make_unique<Place>();
    place->file = file;
    if (file.empty()) {
        auto folder = TemporaryFolder::make();
        if (!folder)
            return folder.error();
        place->file = folder->path() / "private.gavel";
        place->folder = std::move(*folder);
    }
    auto lock = FileLock::take(place->file.string() + "-lock");
    if (!lock)
        return lock.error();
    place->lock = std::move(*lock);
    auto connection = openWriting(place->file, !file.empty(), rooms);
    if (!connection) {
        Error error = connection.error();
        if (error.where.empty() || error.where == "workspace")
            error.where = place->file.string();
        return error;
    }
    base::passes(base::FailPoint::WorkspaceOpened);
    auto writer = std::make_unique<Writer>(std::move(*connection));
    return std::unique_ptr<Workspace>(new Workspace(std::move(place), std::move(writer)));
}

std::future<Result<void>> Workspace::write(Write write)
{
    return m_writer->write(std::move(write));
}

Result<void> Workspace::writeAndWait(Write write)
{
    return m_writer->write(std::move(write)).get();
}

Result<Connection> Workspace::reader() const
{
    return Connection::open(m_place->file, Connection::Access::Read);
}

Result<void> Workspace::backup(const fs::path& target)
{
    std::error_code ignored;
    if (fs::exists(target, ignored))
        return Error{"BACKUP_EXISTS", target.string(), "the file is there already",
                     "choose another name"};
    const fs::path part = target.string() + ".part";
    fs::remove(part, ignored);
    Result<void> copied;
    m_writer->betweenCommits([&](Connection& connection) {
        auto vacuum = connection.prepare("VACUUM INTO $1");
        copied = vacuum ? vacuum->bindAll(part.string()).run() : Result<void>(vacuum.error());
    });
    if (copied)
        copied = checkCopy(part);
    if (copied)
        copied = copyColdSegments(part, m_place->file, target);
    if (copied)
        copied = renameDurably(part, target);
    if (!copied)
        fs::remove(part, ignored);
    return copied;
}

Result<void> Workspace::emptyLog()
{
    Result<void> emptied;
    m_writer->betweenCommits([&](Connection& connection) {
        if (const auto moved = connection.checkpoint(true); !moved)
            emptied = moved.error();
    });
    return emptied;
}

void Workspace::dropCache()
{
    m_writer->betweenCommits([](Connection& connection) { connection.dropCache(); });
}

std::uint64_t Workspace::addFeed(Feed feed)
{
    return m_writer->addFeed(std::move(feed));
}
void Workspace::removeFeed(std::uint64_t number)
{
    m_writer->removeFeed(number);
}
void Workspace::betweenCommits(const std::function<void()>& action)
{
    m_writer->betweenCommits([&](Connection&) { action(); });
}
void Workspace::wake()
{
    m_writer->wake();
}

const fs::path& Workspace::file() const
{
    static const fs::path kNowhere;
    return m_place->folder ? kNowhere : m_place->file;
}

std::optional<Error> Workspace::failure() const
{
    return m_writer->failure();
}

} // namespace gavel::store
