// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gavel::gateway {

enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options, Other };
Method methodNamed(std::string_view name);
std::string_view name(Method method);

/// One request as a handler sees it. Lives until the reply is sent.
struct HttpRequest
{
    Method method = Method::Other;
    std::string_view target; ///< path and query as sent
    std::string_view body;
    std::string_view contentType;
    std::string_view userAgent;
    std::string_view forwardedFor; ///< X-Forwarded-For as sent
    std::string_view realIp; ///< X-Real-IP as sent
    std::string_view lastEventId; ///< of who was cut off from server-sent events
    std::string_view peer; ///< address that the connection comes from
    bool wantsWebSocket = false; ///< it asks to go on as a WebSocket
    bool wrapped = false; ///< the success envelope is asked for by header
    std::size_t listener = 0; ///< which of the server's ports it came in by
    unsigned thread = 0; ///< which of the server's threads it runs on
};

struct HttpResponse
{
    unsigned status = 200;
    std::string_view contentType = "application/json"; ///< a literal
    std::string body; ///< none is sent with 204
    unsigned retryAfterSeconds = 0; ///< written when not 0
    std::string allow; ///< methods that the path knows, for 405
};

std::string_view reasonPhrase(unsigned status);

class HttpConnection;
struct Upgrade;

/// The one answer to a request. send() may be called from any thread, once. The server owns the
/// connection: who keeps a reply keeps nothing of the server, and after its end send() does
/// nothing.
class Reply
{
public:
    explicit Reply(std::weak_ptr<HttpConnection> connection);
    void send(HttpResponse response) const;
    /// In place of send(): gives the connection away, on its thread. When more was sent already
    /// than the request, that is refused instead.
    void upgrade(std::function<void(Upgrade)> take) const;
    /// Becomes true when the caller closes its side of the connection, or its deadline is over:
    /// nobody waits for the answer any more. A caller that has sent its next request already is not
    /// seen leaving. Within the handler's call only; the flag may be read from any thread.
    std::shared_ptr<const std::atomic<bool>> watchCaller() const;

private:
    std::weak_ptr<HttpConnection> m_connection;
};

} // namespace gavel::gateway
