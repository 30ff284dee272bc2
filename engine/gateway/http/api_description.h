// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/router.h"

#include <string>

namespace gavel::gateway {

/// OpenAPI 3.1 of everything that a service's port answers, made from the table of routes.
std::string openApiJson(const Router& router, Service service);

/// The same as one page for people: no script, no network.
std::string documentationPage(const Router& router, Service service);

} // namespace gavel::gateway
