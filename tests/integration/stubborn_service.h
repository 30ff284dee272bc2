// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

/// Answers every connection with the same bytes, or takes it and says nothing.
class StubbornService
{
public:
    explicit StubbornService(std::string answer);
    ~StubbornService();

    /// The first line of each request so far, without the version.
    std::vector<std::string> asked() const;
    std::string address() const;

private:
    class Server;
    std::unique_ptr<Server> m_server;
};
