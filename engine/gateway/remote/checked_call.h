// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/remote/remote_client.h"
#include "engine/pipeline/distribute/address_rule.h"

namespace gavel::gateway {

/// A call of an address that a person wrote. It connects only where the rule allows, whatever the
/// name leads to.
RemoteCall checkedCall(const pipeline::WebAddress& address, const pipeline::AddressRule& allow,
                       const std::stop_token& stop);

} // namespace gavel::gateway
