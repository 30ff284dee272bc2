// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/journal/record_keeper.h"

#include "engine/store/record_table.h"

namespace gavel::gateway {

std::future<Result<void>> RecordKeeper::keep(std::vector<Record> records)
{
    return m_workspace.write(
        [kept = std::move(records)](store::Connection& connection) -> Result<void> {
            for (const auto& record : kept)
                if (auto stored = store::keepRecord(connection, record.kind,
                                                    {record.name, record.at, record.json}, kKept);
                    !stored)
                    return stored;
            return {};
        });
}

Result<void> RecordKeeper::forget(std::vector<std::string_view> kinds, Record last)
{
    return m_workspace.writeAndWait([&](store::Connection& connection) -> Result<void> {
        for (const auto kind : kinds)
            if (auto forgotten = store::forgetRecords(connection, kind); !forgotten)
                return forgotten;
        return store::keepRecord(connection, last.kind, {last.name, last.at, last.json}, kKept);
    });
}

std::vector<std::string> RecordKeeper::read(std::string_view kind) const
{
    std::vector<std::string> texts;
    auto reader = m_workspace.reader();
    if (!reader)
        return texts;
    if (auto records = store::readRecords(*reader, kind))
        for (auto& record : *records)
            texts.push_back(std::move(record.json));
    return texts;
}

} // namespace gavel::gateway
