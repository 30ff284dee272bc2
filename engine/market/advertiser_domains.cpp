// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/advertiser_domains.h"

#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include <algorithm>
#include <cctype>
#include <mutex>

namespace gavel::market {

namespace {

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    return lower;
}

/// "a.b.c" with "b.c" and "c".
void addWithParents(std::string_view domain, std::set<std::string>& domains)
{
    while (!domain.empty()) {
        domains.emplace(domain);
        const auto dot = domain.find('.');
        domain.remove_prefix(dot == std::string_view::npos ? domain.size() : dot + 1);
    }
}

} // namespace

std::string advertiserDomain(const model::Creative& creative)
{
    const auto url = boost::urls::parse_uri(creative.clickUrl);
    return url ? lowerCase(url->host()) : std::string();
}

AdvertiserDomains::AdvertiserDomains(std::span<const model::Campaign> campaigns)
{
    for (const auto& campaign : campaigns)
        put(campaign);
}

void AdvertiserDomains::put(const model::Campaign& campaign)
{
    Known known{campaign.advertiserId, {}};
    std::string_view last; // the creatives of a campaign mostly lead to one address
    for (const auto& ad : campaign.ads)
        for (const auto& creative : ad.creatives) {
            if (creative.clickUrl != last)
                addWithParents(advertiserDomain(creative), known.domains);
            last = creative.clickUrl;
        }
    const std::unique_lock lock(m_mutex);
    forget(campaign.id);
    for (const auto& domain : known.domains)
        ++m_advertisers[domain][known.advertiserId];
    m_campaigns.emplace(campaign.id, std::move(known));
}

void AdvertiserDomains::remove(const std::string& campaignId)
{
    const std::unique_lock lock(m_mutex);
    forget(campaignId);
}

void AdvertiserDomains::forget(const std::string& campaignId)
{
    const auto known = m_campaigns.find(campaignId);
    if (known == m_campaigns.end())
        return;
    for (const auto& domain : known->second.domains) {
        auto& advertisers = m_advertisers[domain];
        if (--advertisers[known->second.advertiserId] == 0)
            advertisers.erase(known->second.advertiserId);
        if (advertisers.empty())
            m_advertisers.erase(domain);
    }
    m_campaigns.erase(known);
}

std::vector<std::string> AdvertiserDomains::advertisersOf(std::string_view domain) const
{
    std::vector<std::string> ids;
    const std::shared_lock lock(m_mutex);
    if (const auto found = m_advertisers.find(lowerCase(domain)); found != m_advertisers.end())
        for (const auto& [id, campaigns] : found->second)
            ids.push_back(id);
    return ids;
}

} // namespace gavel::market
