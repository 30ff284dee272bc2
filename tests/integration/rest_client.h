// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/json.h"

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace json = boost::json;

/// What a service answered.
struct Answered
{
    unsigned status = 0;
    std::string body;
    std::string retryAfter;
    std::string allow;

    boost::json::value json() const;
};

/// A connection of a test to one port, kept alive between calls.
class RestClient
{
public:
    explicit RestClient(std::uint16_t port);
    RestClient(RestClient&&) noexcept;
    ~RestClient();

    Answered call(const char* method, const std::string& path, const std::string& body = {},
                  const char* envelope = nullptr);
    Answered get(const std::string& path) { return call("GET", path); }
    Answered post(const std::string& path, const std::string& body = {})
    {
        return call("POST", path, body);
    }

    /// Sends bytes as they are and reads until the server closes.
    static std::string raw(std::uint16_t port, const std::string& bytes);
    /// Sends bytes as they are and waits for nothing.
    void send(const std::string& bytes);

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

/// Ports that nobody listens on, all different: they are held until the last one is found.
std::vector<std::uint16_t> freePorts(std::size_t count);

std::string textAt(const json::value& value, const char* key);
/// -1 when there is none.
double numberAt(const json::value& value, const char* key);
bool has(const json::value& value, std::initializer_list<const char*> keys);
