// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gavel::pipeline {

bool isCountry(std::string_view code); ///< ISO 3166-1 alpha-2, upper case
bool isCurrency(std::string_view code); ///< ISO 4217, upper case, codes in use

} // namespace gavel::pipeline
