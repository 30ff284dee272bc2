// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace boost::asio::ssl {
class context;
}

/// A certificate for one name that nobody but itself vouches for, and a server's context with it.
class SelfSigned
{
public:
    /// Writes FILE.crt and FILE.key. `names` as in "DNS:localhost".
    SelfSigned(const std::string& file, const char* names);
    ~SelfSigned();

    std::string certificate() const { return m_file + ".crt"; }
    boost::asio::ssl::context& context() { return *m_context; }

private:
    std::string m_file;
    std::unique_ptr<boost::asio::ssl::context> m_context;
};
