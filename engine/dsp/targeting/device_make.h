// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gavel::dsp {

/// The one name of a maker for all the ways it is written: "iPhone", "苹果" and "APPLE" are
/// "Apple". Other makers' names stay as they are. For whoever puts device makes into a vocabulary.
std::string_view canonicalDeviceMake(std::string_view written);

/// The ways a maker may be written in logs and requests: its names in every language, each as it
/// is, in lower and in upper case. Distinct; the written form is among them.
std::vector<std::string> deviceMakeSpellings(std::string_view written);

} // namespace gavel::dsp
