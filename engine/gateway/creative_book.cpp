// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/creative_book.h"

#include "engine/market/advertiser_domains.h"

namespace gavel::gateway {

namespace {

using model::CreativeFormat;
using openrtb::MarkupType;

constexpr std::size_t kMostEntries = 100'000;

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string linked(const model::Creative& creative, const std::string& content)
{
    if (creative.clickUrl.empty())
        return content;
    return "<a href=\"" + escaped(creative.clickUrl) + "\">" + content + "</a>";
}

std::string bannerMarkup(const model::Creative& creative)
{
    if (creative.imageUrl.empty())
        return linked(creative, escaped(creative.title));
    return linked(creative,
                  "<img src=\"" + escaped(creative.imageUrl) + "\" width=\""
                      + std::to_string(creative.width) + "\" height=\""
                      + std::to_string(creative.height) + "\" alt=\"" + escaped(creative.title)
                      + "\">");
}

std::string vastMarkup(const model::Creative& creative)
{
    return "<VAST version=\"4.0\"><Ad id=\"" + escaped(creative.id)
        + "\"><InLine><AdSystem>gavel</AdSystem><AdTitle>" + escaped(creative.title)
        + "</AdTitle><Creatives><Creative><Linear><MediaFiles><MediaFile delivery=\"progressive\">"
        + escaped(creative.imageUrl) + "</MediaFile></MediaFiles><VideoClicks><ClickThrough>"
        + escaped(creative.clickUrl)
        + "</ClickThrough></VideoClicks></Linear></Creative></Creatives></InLine></Ad></VAST>";
}

std::string nativeMarkup(const model::Creative& creative)
{
    std::string out = R"({"native":{"ver":"1.2","link":{"url":)";
    openrtb::appendJsonText(creative.clickUrl, out);
    out += R"(},"assets":[{"id":1,"title":{"text":)";
    openrtb::appendJsonText(creative.title, out);
    return out + "}}]}}";
}

MarkupType typeOf(CreativeFormat format)
{
    if (format == CreativeFormat::Video)
        return MarkupType::Video;
    return format == CreativeFormat::Native ? MarkupType::Native : MarkupType::Banner;
}

} // namespace

std::string markupOf(const model::Creative& creative)
{
    if (creative.format == CreativeFormat::Video)
        return vastMarkup(creative);
    return creative.format == CreativeFormat::Native ? nativeMarkup(creative)
                                                     : bannerMarkup(creative);
}

CreativeBook::CreativeBook(const runtime::Engine& engine, const base::Clock& clock)
    : m_engine(engine)
    , m_clock(clock)
{
}

const ShownCreative& CreativeBook::find(const model::Bid& bid, const model::Vocabulary& names)
{
    const std::uint64_t key = (std::uint64_t{bid.campaign} << 32U) | bid.creative;
    const auto now = m_clock.now();
    const auto found = m_entries.find(key);
    if (found != m_entries.end() && now - found->second.readAt < base::kSecondMs)
        return found->second;
    if (m_entries.size() >= kMostEntries)
        m_entries.clear();
    auto& entry = m_entries[key];
    entry = read(bid, names);
    entry.readAt = now;
    return entry;
}

void CreativeBook::clear()
{
    m_entries.clear();
}

ShownCreative CreativeBook::read(const model::Bid& bid, const model::Vocabulary& names) const
{
    ShownCreative shown;
    shown.campaignId = names.campaigns.text(bid.campaign);
    shown.creativeId = names.creatives.text(bid.creative);
    shown.width = bid.width;
    shown.height = bid.height;
    const auto campaign = m_engine.campaign(shown.campaignId);
    if (!campaign)
        return shown;
    for (const auto& ad : campaign->ads) {
        for (const auto& creative : ad.creatives) {
            if (creative.id != shown.creativeId)
                continue;
            shown.markup = markupOf(creative);
            shown.domain = market::advertiserDomain(creative);
            shown.category = creative.category;
            shown.width = creative.width;
            shown.height = creative.height;
            shown.type = typeOf(creative.format);
            return shown;
        }
    }
    return shown;
}

} // namespace gavel::gateway
