// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/settlement_words.h"

#include "ui/widgets/numbers.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace gavel::settlement::words {

using widgets::Mark;

namespace {

struct SettlementWords
{
    Q_DECLARE_TR_FUNCTIONS(SettlementWords)
};

struct Word
{
    const char* name; ///< the engine's
    const char* text;
};

constexpr std::array kKinds{Word{"pending", QT_TRANSLATE_NOOP("SettlementWords", "pending")},
                            Word{"post", QT_TRANSLATE_NOOP("SettlementWords", "post")},
                            Word{"void", QT_TRANSLATE_NOOP("SettlementWords", "void")},
                            Word{"single", QT_TRANSLATE_NOOP("SettlementWords", "single")},
                            Word{"reversal", QT_TRANSLATE_NOOP("SettlementWords", "reversal")},
                            Word{"expire", QT_TRANSLATE_NOOP("SettlementWords", "expired")}};
constexpr std::array kMarks{std::pair{"pending", Mark::Waiting}, std::pair{"post", Mark::Done},
                            std::pair{"void", Mark::Cancelled},  std::pair{"single", Mark::Good},
                            std::pair{"reversal", Mark::Retry},  std::pair{"expire", Mark::Stale}};
constexpr std::array kCodes{
    Word{"pay_in", QT_TRANSLATE_NOOP("SettlementWords", "Paid in")},
    Word{"pay_out", QT_TRANSLATE_NOOP("SettlementWords", "Paid out")},
    Word{"reserve", QT_TRANSLATE_NOOP("SettlementWords", "Held for quota")},
    Word{"charge", QT_TRANSLATE_NOOP("SettlementWords", "Charge")},
    Word{"delivery", QT_TRANSLATE_NOOP("SettlementWords", "Delivery")},
    Word{"media", QT_TRANSLATE_NOOP("SettlementWords", "Media bought")},
    Word{"late_win", QT_TRANSLATE_NOOP("SettlementWords", "Late win")},
    Word{"uncovered", QT_TRANSLATE_NOOP("SettlementWords", "Not covered")},
    Word{"exchange", QT_TRANSLATE_NOOP("SettlementWords", "Exchange")},
    Word{"publisher_share", QT_TRANSLATE_NOOP("SettlementWords", "Publisher share")},
    Word{"platform_fee", QT_TRANSLATE_NOOP("SettlementWords", "Platform fee")},
    Word{"tax", QT_TRANSLATE_NOOP("SettlementWords", "Tax")},
    Word{"unmatched", QT_TRANSLATE_NOOP("SettlementWords", "Claimed by nobody")},
    Word{"adjustment", QT_TRANSLATE_NOOP("SettlementWords", "Adjustment")},
    Word{"refund", QT_TRANSLATE_NOOP("SettlementWords", "Refund")},
    Word{"compensation", QT_TRANSLATE_NOOP("SettlementWords", "Round undone")},
    Word{"write_off", QT_TRANSLATE_NOOP("SettlementWords", "Written off")},
    Word{"late_delivery", QT_TRANSLATE_NOOP("SettlementWords", "Late delivery")}};
/// %1 is who it belongs to.
constexpr std::array kOwned{
    Word{"advertiser_wallet", QT_TRANSLATE_NOOP("SettlementWords", "%1 wallet")},
    Word{"campaign_budget", QT_TRANSLATE_NOOP("SettlementWords", "%1 budget")},
    Word{"publisher_payable", QT_TRANSLATE_NOOP("SettlementWords", "%1 payable")},
    Word{"platform_revenue", QT_TRANSLATE_NOOP("SettlementWords", "%1 margin")},
    Word{"suspense", QT_TRANSLATE_NOOP("SettlementWords", "%1 suspense")},
    Word{"late_win_loss", QT_TRANSLATE_NOOP("SettlementWords", "%1 late wins")}};
constexpr std::array kOwn{
    Word{"bank", QT_TRANSLATE_NOOP("SettlementWords", "bank")},
    Word{"delivery_clearing", QT_TRANSLATE_NOOP("SettlementWords", "delivery")},
    Word{"platform_revenue", QT_TRANSLATE_NOOP("SettlementWords", "platform revenue")},
    Word{"tax", QT_TRANSLATE_NOOP("SettlementWords", "tax")},
    Word{"fx_clearing", QT_TRANSLATE_NOOP("SettlementWords", "currency clearing")},
    Word{"suspense", QT_TRANSLATE_NOOP("SettlementWords", "claimed by nobody")}};

/// The text of a name, or the name where there is none.
QString find(std::span<const Word> words, const std::string& name)
{
    for (const Word& word : words)
        if (name == word.name)
            return SettlementWords::tr(word.text);
    return QString::fromStdString(name);
}

} // namespace

QString of(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString transferKind(const std::string& kind)
{
    return find(kKinds, kind);
}

Mark transferMark(const std::string& kind)
{
    for (const auto& [name, mark] : kMarks)
        if (kind == name)
            return mark;
    return Mark::None;
}

QString transferCode(const std::string& code)
{
    return find(kCodes, code);
}

QString account(const runtime::AccountView& account)
{
    return account.owner.empty() ? find(kOwn, account.kind)
                                 : find(kOwned, account.kind).arg(of(account.owner));
}

QString transfer(std::uint64_t sequence)
{
    return QStringLiteral("t-%1").arg(sequence);
}

QString walletState(runtime::WalletState state)
{
    switch (state) {
    case runtime::WalletState::Enough:
        return SettlementWords::tr("Enough");
    case runtime::WalletState::Low:
        return SettlementWords::tr("Low");
    case runtime::WalletState::Paused:
        break;
    }
    return SettlementWords::tr("Paused");
}

Mark walletMark(runtime::WalletState state)
{
    return state == runtime::WalletState::Enough ? Mark::Good
        : state == runtime::WalletState::Low     ? Mark::Warn
                                                 : Mark::Paused;
}

QString difference(const std::string& reason)
{
    return reason == "no_impression" ? SettlementWords::tr("no impression was confirmed")
                                     : SettlementWords::tr("its impression was told another price");
}

QString statementLine(const runtime::StatementLine& line)
{
    using Kind = runtime::StatementLineKind;
    switch (line.kind) {
    case Kind::Delivery:
        return of(line.name);
    case Kind::Media:
        return SettlementWords::tr("Media cost");
    case Kind::Publishers:
        return SettlementWords::tr("of this publishers");
    case Kind::Platform:
        return SettlementWords::tr("of this platform fee");
    case Kind::Tax:
        return SettlementWords::tr("of the fee tax");
    case Kind::Movement:
        break;
    }
    return transferCode(line.code);
}

QString code(Currency currency)
{
    return of(currency.view());
}

QString amount(Money amount, Currency currency)
{
    return widgets::numbers::amount(amount.micros, widgets::numbers::decimalsOf(code(currency), 2));
}

QString exact(Money amount)
{
    return widgets::numbers::amount(amount.micros, 6);
}

QString nanos(std::int64_t nanos, int decimals)
{
    const std::int64_t half = nanos < 0 ? -500 : 500;
    return widgets::numbers::amount((nanos + half) / 1000, decimals);
}

} // namespace gavel::settlement::words
