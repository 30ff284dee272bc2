// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gavel::base {

/// Mistakes that a build with the option GAVEL_FAULTS can be told to make, to prove that the tests
/// would catch them. The code that could make one asks planted() at that place; in every other
/// build the answer is false at compile time and the place costs nothing.
enum class Fault : std::uint8_t {
    AcknowledgeBeforeCommit, ///< ledger: what was appended counts as durable at once
    ForgetVoid, ///< ledger: a voided hold stays held
    ReuseKey, ///< ledger: an id that is known moves money again
    RoundHalfUp, ///< ledger: charge the nearest micro-unit instead of the one below
    PostAboveHold, ///< ledger: post more than was held
    SkipCurrencyCheck, ///< ledger: move an amount between two currencies as it stands
    ForgetRefusal, ///< ledger: a refused id may try again
    ExpireAfterCheck, ///< ledger: look at expired holds only after the balance check
    LoseRemainder, ///< ledger: the parts of a split do not sum to the whole
    IgnoreCredit, ///< ledger: a wallet may be overdrawn
    StepBeforeIntent, ///< scheduling: a step is done before its intent is durable
    SkipTokenCheck, ///< scheduling: a stale owner's write counts
    KeepToken, ///< scheduling: a new owner has the token of the one before
    TrustExpiredLease, ///< scheduling: a node that was paused goes on with its leases
    ReuseStepKey, ///< scheduling: what was undone begins anew under its old keys
    UnknownIsFailed, ///< scheduling: an unknown outcome is taken for no effect
    RetryWithoutEnd, ///< scheduling: a step is tried for ever
    RunWindowTwice, ///< scheduling: a window may have two runs
    SecondOfTwoTimes, ///< scheduling: a time that comes twice counts the second time
};
inline constexpr std::array<std::string_view, 19> kFaultNames{"acknowledge_before_commit",
                                                              "forget_void",
                                                              "reuse_key",
                                                              "round_half_up",
                                                              "post_above_hold",
                                                              "skip_currency_check",
                                                              "forget_refusal",
                                                              "expire_after_check",
                                                              "lose_remainder",
                                                              "ignore_credit",
                                                              "step_before_intent",
                                                              "skip_token_check",
                                                              "keep_token",
                                                              "trust_expired_lease",
                                                              "reuse_step_key",
                                                              "unknown_is_failed",
                                                              "retry_without_end",
                                                              "run_window_twice",
                                                              "second_of_two_times"};

/// Places where a build with GAVEL_FAULTS can be told to end as by kill -9.
enum class FailPoint : std::uint8_t {
    WorkspaceOpened, ///< store: tables are there, nothing is read
    BeforeCommit, ///< store: everything is written but the commit
    AfterCommit, ///< store: committed, nobody was told
    AfterAnswers, ///< store: committed and told
    AfterCheckpoint, ///< store: the log was copied into the file
    TasksResumed, ///< scheduling: open runs are found, nothing is written
    BeforeIntents, ///< scheduling: steps are planned, no intent is durable
    AfterIntents, ///< scheduling: intents are durable, no step is done
    AfterCollect, ///< rounds: reports are in, nothing is settled
    BeforeSettlement, ///< rounds: charged and held in memory
    AfterSettlement, ///< rounds: charged and held durably, nobody has quota of it
    BetweenServers, ///< rounds: one ad server has its grants, the others have not
    AfterGrants, ///< rounds: all have them, and it is not written down
    BeforeAnswer, ///< live: a win is durable, who asked does not know
};
inline constexpr std::array<std::string_view, 14> kFailPointNames{
    "workspace_opened", "before_commit",   "after_commit",  "after_answers", "after_checkpoint",
    "tasks_resumed",    "before_intents",  "after_intents", "after_collect", "before_settlement",
    "after_settlement", "between_servers", "after_grants",  "before_answer"};

#ifdef GAVEL_FAULTS
/// Ends the process at the pass of the point that the environment variable GAVEL_FAIL_POINT names,
/// "after_commit:3". Ends it with status 2 when there is no point of that name.
void passes(FailPoint point);
/// True for the one fault that the environment variable GAVEL_FAULT names. Ends the process with
/// status 2 when there is no fault of that name, so that a misspelt one is not taken for caught.
bool planted(Fault fault);
#else
constexpr void passes(FailPoint /*point*/) { }
constexpr bool planted(Fault /*fault*/)
{
    return false;
}
#endif

} // namespace gavel::base
