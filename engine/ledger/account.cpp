// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/account.h"

#include <limits>

namespace gavel::ledger {

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Money clamped(__int128_t room)
{
    if (room < 0)
        return {};
    return {room > kMost ? kMost : static_cast<std::int64_t>(room)};
}

} // namespace

std::string toString(const AccountName& name)
{
    std::string text(kAccountKindNames[static_cast<std::size_t>(name.kind)]);
    if (!name.owner.empty())
        text += ' ' + name.owner;
    return text + ' ' + std::string(name.currency.view());
}

Money Account::debitRoom() const
{
    if (!coversDebits(kind))
        return {kMost};
    const __int128_t owned
        = static_cast<__int128_t>(creditsPosted) + (givesCredit(kind) ? limit : 0);
    return clamped(owned - debitsPosted - debitsPending);
}

Money Account::creditRoom() const
{
    if (!capsCredits(kind))
        return {kMost};
    return clamped(static_cast<__int128_t>(limit) + reversed - creditsPosted - creditsPending);
}

} // namespace gavel::ledger
