// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/campaign_draft.h"

#include <QString>

#include <vector>

namespace gavel::campaigns {

/// One field that publishing will change, in words.
struct FieldChange
{
    QString field;
    QString live;
    QString draft;

    bool operator==(const FieldChange&) const = default;
};

/// What differs between the live campaign and its draft. Pure.
std::vector<FieldChange> changedFields(const model::Campaign& live, const model::Campaign& draft);

/// One line of the review: a campaign with its sign, a changed field, or a finding.
struct ReviewRow
{
    enum class Kind : quint8 { Campaign, Field, Finding, Overtaken };
    Kind kind = Kind::Campaign;
    bridge::DraftChange change{};
    bool error = false;
    QString text; ///< name of the campaign, of the field, or the finding
    QString live;
    QString draft;
};

/// The campaigns a draft changes: added ones first, then edited, then removed.
std::vector<std::string> reviewOrder(const bridge::CampaignDraft& draft);
/// The lines of one of them, itself first; none when the draft changes it no more.
std::vector<ReviewRow> reviewRows(const bridge::CampaignDraft& draft, const std::string& id);

} // namespace gavel::campaigns
