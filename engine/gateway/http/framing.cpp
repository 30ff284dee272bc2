// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/http/framing.h"

#include <algorithm>
#include <optional>

namespace gavel::gateway {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool isTokenByte(char c)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || kMarks.find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isTokenByte);
}

bool isTargetByte(char c)
{
    return c > ' ' && c < 0x7f;
}

bool isValueByte(char c)
{
    return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != 0x7f);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equalsNoCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::optional<std::uint64_t> lengthOf(std::string_view digits)
{
    constexpr std::size_t kMostDigits = 10;
    if (digits.empty() || digits.size() > kMostDigits)
        return std::nullopt;
    std::uint64_t length = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        length = length * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return length;
}

/// Walks the head line by line and keeps what decides about the message.
class HeadReader
{
public:
    HeadReader(std::string_view head, const FramingLimits& limits)
        : m_rest(head)
        , m_limits(limits)
    {
    }

    Framing read()
    {
        if (m_rest.size() > m_limits.headerBytes)
            refuse(431, "the header is larger than its limit");
        else if (readRequestLine())
            readFields();
        if (m_framing.refusal == 0)
            decide();
        return m_framing;
    }

private:
    void refuse(unsigned status, std::string_view reason)
    {
        if (m_framing.refusal == 0) {
            m_framing.refusal = status;
            m_framing.reason = reason;
        }
    }

    /// The next line without its end; nullopt when the end is not exactly CR LF.
    std::optional<std::string_view> nextLine()
    {
        const auto end = m_rest.find(kLineEnd);
        if (end == std::string_view::npos)
            return std::nullopt;
        const auto line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + kLineEnd.size());
        return line;
    }

    bool readRequestLine()
    {
        const auto line = nextLine();
        const auto first = line ? line->find(' ') : std::string_view::npos;
        const auto last = line ? line->rfind(' ') : std::string_view::npos;
        if (first == std::string_view::npos || first == last) {
            refuse(400, "the request line is not method, target and version");
            return false;
        }
        m_framing.method = line->substr(0, first);
        m_framing.target = line->substr(first + 1, last - first - 1);
        const auto version = line->substr(last + 1);
        if (!isToken(m_framing.method))
            refuse(400, "the method is not a token");
        else if (m_framing.target.empty() || !std::ranges::all_of(m_framing.target, isTargetByte))
            refuse(400, "the target has bytes that must be percent-encoded");
        else if (version != "HTTP/1.1" && version != "HTTP/1.0")
            refuse(version.starts_with("HTTP/") ? 505 : 400,
                   "the version is not HTTP/1.1 or HTTP/1.0");
        m_isVersion11 = version == "HTTP/1.1";
        m_framing.keepAlive = m_isVersion11;
        return m_framing.refusal == 0;
    }

    void readFields()
    {
        std::size_t count = 0;
        while (m_framing.refusal == 0) {
            const auto line = nextLine();
            if (!line)
                return refuse(400, "the header does not end with an empty line");
            if (line->empty())
                break;
            if (++count > m_limits.fields)
                return refuse(431, "there are more header fields than the limit");
            readField(*line);
        }
        if (!m_rest.empty())
            refuse(400, "there are bytes after the empty line");
    }

    void readField(std::string_view line)
    {
        if (line.front() == ' ' || line.front() == '\t')
            return refuse(400, "a header line is folded");
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
            return refuse(400, "a header name is not a token directly before its colon");
        const auto value = trimmed(line.substr(colon + 1));
        if (!std::ranges::all_of(value, isValueByte))
            return refuse(400, "a header value has a control byte");
        keep(line.substr(0, colon), value);
    }

    void keep(std::string_view name, std::string_view value)
    {
        if (equalsNoCase(name, "content-length"))
            keepLength(value);
        else if (equalsNoCase(name, "transfer-encoding"))
            keepTransferEncoding(value);
        else if (equalsNoCase(name, "host"))
            keepHost(value);
        else if (equalsNoCase(name, "connection"))
            keepConnection(value);
        else if (equalsNoCase(name, "expect"))
            keepExpectation(value);
        else if (equalsNoCase(name, "origin"))
            m_framing.origin = value;
        else if (equalsNoCase(name, "content-type"))
            m_framing.contentType = value;
        else if (equalsNoCase(name, "x-gavel-envelope"))
            m_framing.envelope = value;
    }

    void keepLength(std::string_view value)
    {
        const auto length = lengthOf(value);
        if (m_hasLength || !length)
            return refuse(400, "Content-Length is not 1 to 10 digits, once");
        m_hasLength = true;
        m_framing.contentLength = *length;
        if (*length > m_limits.bodyBytes)
            refuse(413, "the body is larger than its limit");
    }

    void keepTransferEncoding(std::string_view value)
    {
        if (m_framing.chunked || !equalsNoCase(value, "chunked"))
            return refuse(400, "Transfer-Encoding is not exactly one chunked");
        m_framing.chunked = true;
    }

    void keepHost(std::string_view value)
    {
        if (m_hasHost)
            return refuse(400, "Host is sent twice");
        m_hasHost = true;
        m_framing.host = value;
    }

    void keepConnection(std::string_view value)
    {
        while (!value.empty()) {
            const auto end = std::min(value.find(','), value.size());
            const auto option = trimmed(value.substr(0, end));
            m_closes = m_closes || equalsNoCase(option, "close");
            m_framing.keepAlive = m_framing.keepAlive || equalsNoCase(option, "keep-alive");
            value.remove_prefix(std::min(end + 1, value.size()));
        }
    }

    void keepExpectation(std::string_view value)
    {
        if (!equalsNoCase(value, "100-continue"))
            return refuse(417, "only 100-continue may be expected");
        m_framing.expectsContinue = true;
    }

    void decide()
    {
        if (m_framing.chunked && !m_isVersion11)
            refuse(400, "HTTP/1.0 has no Transfer-Encoding");
        else if (m_framing.chunked && m_hasLength)
            refuse(400, "Transfer-Encoding and Content-Length exclude each other");
        else if (!m_hasHost)
            refuse(400, "Host is missing");
        m_framing.keepAlive = m_framing.keepAlive && !m_closes;
        takeAddress();
    }

    /// "http://host/path" as target: its host counts, not the field (RFC 9112 3.2.2).
    void takeAddress()
    {
        constexpr std::string_view kScheme = "http://";
        if (!equalsNoCase(m_framing.target.substr(0, kScheme.size()), kScheme))
            return;
        const auto address = m_framing.target.substr(kScheme.size());
        const auto end = std::min(address.find_first_of("/?#"), address.size());
        m_framing.host = address.substr(0, end);
        m_framing.target = address.substr(end);
        m_framing.pathIsEmpty = !m_framing.target.starts_with('/');
        if (m_framing.host.empty())
            refuse(400, "the address has no host");
    }

    std::string_view m_rest;
    FramingLimits m_limits;
    Framing m_framing;
    bool m_isVersion11 = false;
    bool m_hasLength = false;
    bool m_hasHost = false;
    bool m_closes = false;
};

} // namespace

Framing checkFraming(std::string_view head, const FramingLimits& limits)
{
    return HeadReader(head, limits).read();
}

} // namespace gavel::gateway
