// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/openrtb/bid_response.h"

#include <array>
#include <charconv>

namespace gavel::openrtb {

namespace {

void appendNumber(std::int64_t value, std::string& out)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

/// Micro-units of a CPM as the shortest exact decimal.
void appendCpm(Price price, std::string& out)
{
    constexpr std::int64_t kUnit = 1'000'000;
    const std::int64_t whole = price.nanos / kUnit;
    std::int64_t fraction = price.nanos % kUnit;
    if (price.nanos < 0) {
        out += '-';
        fraction = -fraction;
    }
    appendNumber(whole < 0 ? -whole : whole, out);
    if (fraction == 0)
        return;
    std::array<char, 7> digits{'.', '0', '0', '0', '0', '0', '0'};
    for (std::size_t i = 6; i > 0; --i) {
        digits[i] = static_cast<char>('0' + fraction % 10);
        fraction /= 10;
    }
    std::size_t length = digits.size();
    while (digits[length - 1] == '0')
        --length;
    out.append(digits.data(), length);
}

void appendText(std::string_view key, std::string_view text, std::string& out)
{
    if (text.empty())
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendJsonText(text, out);
}

void appendTextList(std::string_view key, std::string_view text, std::string& out)
{
    if (text.empty())
        return;
    out += ",\"";
    out += key;
    out += "\":[";
    appendJsonText(text, out);
    out += ']';
}

void appendCount(std::string_view key, std::int64_t value, std::string& out)
{
    if (value == 0)
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendNumber(value, out);
}

void appendBid(const ResponseBid& bid, std::string& out)
{
    out += "{\"id\":";
    appendJsonText(bid.id, out);
    appendText("impid", bid.impressionId, out);
    out += ",\"price\":";
    appendCpm(bid.price, out);
    appendText("adm", bid.markup, out);
    appendTextList("adomain", bid.advertiserDomain, out);
    appendText("cid", bid.campaignId, out);
    appendText("crid", bid.creativeId, out);
    appendTextList("cat", bid.category, out);
    appendText("dealid", bid.dealId, out);
    appendText("nurl", bid.winUrl, out);
    appendText("burl", bid.billingUrl, out);
    appendText("lurl", bid.lossUrl, out);
    appendCount("w", bid.width, out);
    appendCount("h", bid.height, out);
    appendCount("mtype", static_cast<std::int64_t>(bid.markupType), out);
    out += '}';
}

void appendSeat(const ResponseSeat& seat, std::string& out)
{
    out += "{\"bid\":[";
    for (std::size_t i = 0; i < seat.bids.size(); ++i) {
        if (i > 0)
            out += ',';
        appendBid(seat.bids[i], out);
    }
    out += ']';
    appendText("seat", seat.seat, out);
    out += '}';
}

} // namespace

void appendJsonText(std::string_view text, std::string& out)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0; // start of the run that needs no escape
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(text, plain, i - plain);
        plain = i + 1;
        out += '\\';
        if (byte == '"' || byte == '\\') {
            out += text[i];
        } else {
            out += "u00";
            out += kHex[byte >> 4U];
            out += kHex[byte & 0xfU];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

void writeBidResponse(const BidResponse& response, std::string& out)
{
    out.clear();
    out += "{\"id\":";
    appendJsonText(response.id, out);
    if (response.seats.empty()) {
        out += ",\"nbr\":";
        appendNumber(static_cast<std::int64_t>(response.noBidReason), out);
    } else {
        out += ",\"seatbid\":[";
        for (std::size_t i = 0; i < response.seats.size(); ++i) {
            if (i > 0)
                out += ',';
            appendSeat(response.seats[i], out);
        }
        out += ']';
        appendText("bidid", response.bidId, out);
    }
    out += ",\"cur\":\"";
    out += response.currency.view();
    out += "\"}";
}

} // namespace gavel::openrtb
