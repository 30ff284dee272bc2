// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/tiers/event_reader.h"

#include "engine/store/connection.h"
#include "engine/store/event_key.h"
#include "engine/store/sqlite_error.h"

#include <sqlite3.h>

namespace gavel::store {

namespace {

/// What the columns hold, in their order.
enum Place : std::size_t {
    Key,
    At,
    Kind,
    Auction,
    Campaign,
    Seat,
    Placement,
    Creative,
    User,
    Amount,
    Publisher,
    Bid,
    Floor,
    Uncharged,
    Country,
    Device,
    Ad,
    Seller,
    Session,
    Audience,
    kPlaces
};
static_assert(kPlaces == kEventColumns && kEventColumnNames[Audience] == "audience");

Result<void> readAll(EventCursor& cursor, const EventsWanted& wanted, sqlite3* database,
                     const std::function<bool(const EventRow&)>& take)
{
    const auto failed = [&](int result) -> Error {
        return cursor.error() ? *cursor.error() : errorOf(database, result);
    };
    EventRow row{};
    int result = cursor.begin(wanted);
    for (; result == SQLITE_OK && !cursor.isAtEnd(); result = cursor.next()) {
        for (std::size_t column = 0; column < kEventColumns; ++column)
            if (const int read = cursor.value(column, row[column]); read != SQLITE_OK)
                return failed(read);
        if (!take(row))
            return {};
    }
    return result == SQLITE_OK ? Result<void>() : failed(result);
}

} // namespace

EventRow rowOf(const LoggedEvent& event)
{
    const auto number = [](auto value) { return static_cast<std::int64_t>(value); };
    EventRow row{};
    row[Key] = eventKey(event.source, event.sequence);
    row[At] = event.at.value;
    row[Kind] = number(event.kind);
    row[Auction] = number(event.auction);
    row[Campaign] = event.campaign;
    row[Seat] = event.seat;
    row[Placement] = event.placement;
    row[Creative] = event.creative;
    row[User] = number(event.user);
    row[Amount] = event.amount;
    row[Publisher] = event.publisher;
    row[Bid] = event.bid;
    row[Floor] = event.floor;
    row[Uncharged] = number(event.uncharged);
    row[Country] = event.country;
    row[Device] = event.device;
    row[Ad] = event.ad;
    row[Seller] = event.seller;
    row[Session] = number(event.session);
    row[Audience] = event.audience;
    return row;
}

LoggedEvent eventOf(std::uint32_t run, const EventRow& row)
{
    const auto small = [&](Place place) { return static_cast<std::uint32_t>(row[place]); };
    const auto whole = [&](Place place) { return static_cast<std::uint64_t>(row[place]); };
    LoggedEvent event;
    event.run = run;
    event.source = static_cast<std::uint32_t>(row[Key] >> 40);
    event.sequence = whole(Key) & kMostSequence;
    event.kind = static_cast<model::EventKind>(row[Kind]);
    event.uncharged = row[Uncharged] != 0;
    event.at = {row[At]};
    event.auction = whole(Auction);
    event.campaign = small(Campaign);
    event.seat = small(Seat);
    event.placement = small(Placement);
    event.creative = small(Creative);
    event.country = small(Country);
    event.device = small(Device);
    event.ad = small(Ad);
    event.seller = small(Seller);
    event.user = whole(User);
    event.session = whole(Session);
    event.audience = small(Audience);
    event.amount = row[Amount];
    event.publisher = row[Publisher];
    event.bid = row[Bid];
    event.floor = row[Floor];
    return event;
}

Result<void> eachEvent(Connection& connection, const EventsWanted& wanted,
                       const std::function<bool(const EventRow&)>& take)
{
    const bool begins = !connection.inTransaction(); // rows, packs and segments of one commit
    if (begins)
        if (auto begun = connection.execute("BEGIN"); !begun)
            return begun;
    auto read = [&] {
        LogReading reading(connection.handle());
        EventCursor cursor(reading);
        return readAll(cursor, wanted, connection.handle(), take);
    }();
    if (begins)
        if (auto ended = connection.execute("COMMIT"); read && !ended)
            return ended;
    return read;
}

} // namespace gavel::store
