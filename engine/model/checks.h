// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gavel::model {

/// Collects what the rules of a noun find, each with the path of its field.
class Checks
{
public:
    explicit Checks(std::vector<Error>& errors)
        : m_errors(errors)
    {
    }

    /// Adds an error unless the condition holds.
    void need(bool condition, std::string path, std::string what, std::string advice);
    /// [A-Za-z0-9_-]{1,64}
    void id(std::string_view value, std::string path);
    /// At least `least` and at most `most` characters (not bytes), not only blanks when any is
    /// needed.
    void text(std::string_view value, std::size_t least, std::size_t most, std::string path);
    /// Empty, or http(s) with a host, without blanks, at most 2048 bytes.
    void url(std::string_view value, std::string path);
    void range(double value, double least, double most, std::string path);

private:
    std::vector<Error>& m_errors;
};

/// The path of an element: "circles[2]".
std::string at(const std::string& path, std::size_t i);

bool isId(std::string_view text);
bool isBlank(std::string_view text);

} // namespace gavel::model
