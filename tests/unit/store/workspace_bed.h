// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/workspace.h"

#include <QTemporaryDir>
#include <QtTest>

namespace gavel::store {

/// A file of the test's own, opened and closed as the test wants.
struct WorkspaceBed
{
    std::filesystem::path path(const char* name = "test.gavel") const
    {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    void open()
    {
        auto opened = Workspace::open(path());
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        workspace = std::move(*opened);
    }
    void close() { workspace.reset(); }
    /// The first column of the first row, as a reader sees it.
    std::int64_t integer(std::string_view sql) const
    {
        auto reader = workspace->reader();
        return reader ? reader->integer(sql).value() : -1;
    }

    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
};

inline Workspace::Write statement(std::string sql)
{
    return [sql = std::move(sql)](Connection& connection) { return connection.execute(sql); };
}

} // namespace gavel::store
