// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/gateway/remote/checked_call.h"

namespace gavel::gateway {

RemoteCall checkedCall(const pipeline::WebAddress& address, const pipeline::AddressRule& allow,
                       const std::stop_token& stop)
{
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    RemoteCall call;
    call.address = address.isSecure ? "https://" : "http://";
    call.address
        += (isIpv6 ? "[" + address.host + "]" : address.host) + ":" + std::to_string(address.port);
    call.path = address.target;
    call.mayConnect = [address, allow](std::span<const boost::asio::ip::address> resolved) {
        return pipeline::checkResolved(address, resolved, allow);
    };
    call.stop = stop;
    return call;
}

} // namespace gavel::gateway
