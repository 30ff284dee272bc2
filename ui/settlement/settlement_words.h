// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/settlement.h"
#include "ui/widgets/status_mark.h"

#include <QString>

/// The engine's names of money in the language of the moment.
namespace gavel::settlement::words {

QString of(std::string_view text);
/// pending, post, void, single, reversal, expire
QString transferKind(const std::string& kind);
widgets::Mark transferMark(const std::string& kind);
/// charge, reserve, publisher_share ...
QString transferCode(const std::string& code);
QString account(const runtime::AccountView& account);
/// "t-88214"
QString transfer(std::uint64_t sequence);
QString walletState(runtime::WalletState state);
widgets::Mark walletMark(runtime::WalletState state);
/// What the publisher's book says of an auction, and why it differs.
QString difference(const std::string& reason);
QString statementLine(const runtime::StatementLine& line);

QString code(Currency currency);
/// With the decimals of the currency, at most two.
QString amount(Money amount, Currency currency);
/// Six decimals: nothing is rounded.
QString exact(Money amount);
/// Nano-units with some decimals.
QString nanos(std::int64_t nanos, int decimals);

} // namespace gavel::settlement::words
