// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

class SelfSigned;

/// What a receiver is to answer. Status 0: it takes the request and says nothing.
struct ScriptedAnswer
{
    unsigned status = 200;
    std::string body{};
    std::string retryAfter{};
    std::string location{};
};

using Script = std::deque<ScriptedAnswer>;

/// What it was sent.
struct ReceivedRequest
{
    std::string target;
    std::string key; ///< Idempotency-Key
    std::string contentType;
    std::string body;
    std::map<std::string, std::string> headers{}; ///< by name in small letters
};

/// A receiver of webhooks: answers one request after the other as the script says, then 200. With
/// a certificate it speaks https.
class ScriptedService
{
public:
    explicit ScriptedService(Script script, SelfSigned* secure = nullptr);
    ~ScriptedService();

    std::uint16_t port() const;
    std::vector<ReceivedRequest> received() const;

private:
    class Server;
    std::unique_ptr<Server> m_server;
};
