// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduling/nodes/ad_server_table.h"

#include "engine/store/connection.h"

namespace gavel::scheduling {

Result<void> addMember(store::Connection& connection, std::string_view market,
                       const AdServerMember& member)
{
    auto add = connection.prepare(
        "INSERT INTO ad_server (member, market, source, run, name, address, joined_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)");
    if (!add)
        return add.error();
    return add
        ->bindAll(member.key, market, member.source, member.run, member.name, member.address,
                  member.joinedAt.value)
        .run();
}

Result<std::vector<AdServerMember>> loadMembers(store::Connection& connection,
                                                std::string_view market)
{
    auto find = connection.prepare("SELECT member, source, run, name, address, joined_at FROM "
                                   "ad_server WHERE market = $1 AND left_at IS NULL "
                                   "ORDER BY source");
    if (!find)
        return find.error();
    find->bindAll(market);
    std::vector<AdServerMember> members;
    for (;;) {
        const auto row = find->step();
        if (!row)
            return row.error();
        if (!*row)
            return members;
        members.push_back({std::string(find->text(0)), static_cast<std::uint32_t>(find->integer(1)),
                           static_cast<std::uint32_t>(find->integer(2)), std::string(find->text(3)),
                           std::string(find->text(4)), TimeMs{find->integer(5)}});
    }
}

Result<void> endMember(store::Connection& connection, std::string_view key, TimeMs at)
{
    auto end = connection.prepare(
        "UPDATE ad_server SET left_at = $2 WHERE member = $1 AND left_at IS NULL");
    if (!end)
        return end.error();
    return end->bindAll(key, at.value).run();
}

} // namespace gavel::scheduling
