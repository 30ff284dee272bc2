// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/campaign.h"

#include <map>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gavel::market {

/// The advertiser's domain that a creative is answered with: the host of its click address in small
/// letters; "" without one.
std::string advertiserDomain(const model::Creative& creative);

/// Which advertisers advertise for which domains, by the creatives of their campaigns: what the
/// edge looks a blocked domain up in. Any thread.
class AdvertiserDomains
{
public:
    explicit AdvertiserDomains(std::span<const model::Campaign> campaigns = {});

    /// In place of what the campaign said before.
    void put(const model::Campaign& campaign);
    void remove(const std::string& campaignId);
    /// Ids of who advertises for the domain or for one below it. Capitals do not matter.
    std::vector<std::string> advertisersOf(std::string_view domain) const;

private:
    struct Known
    {
        std::string advertiserId;
        std::set<std::string> domains; ///< each with every domain above it
    };
    void forget(const std::string& campaignId);

    mutable std::shared_mutex m_mutex;
    std::map<std::string, Known> m_campaigns; ///< by id
    /// By domain: advertisers, and how many of their campaigns say so.
    std::unordered_map<std::string, std::map<std::string, std::size_t>> m_advertisers;
};

} // namespace gavel::market
