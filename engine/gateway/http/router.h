// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/gateway/http/message.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gavel::gateway {

/// The five services, each on its own port, and what every port answers.
enum class Service : std::uint8_t { AdManagement, Dsp, Ssp, Exchange, Dmp, Every };
inline constexpr std::size_t kServices = 5;
inline constexpr std::array<std::string_view, kServices> kServiceNames{"ad-management", "dsp",
                                                                       "ssp", "ad-exchange", "dmp"};

struct Services;

/// A request on its way to a handler, taken apart.
struct ServiceCall
{
    Service service = Service::Every; ///< whose port it came in by
    std::string_view body;
    std::vector<std::string> ids; ///< values of the {names} in the pattern, decoded, in order
    std::vector<std::pair<std::string, std::string>> query; ///< decoded
    bool wrapped = false; ///< the success envelope is wanted
    std::shared_ptr<const std::atomic<bool>> callerGone; ///< of routes that watch; else nullptr
    /// Nobody waits for the answer any more.
    bool isAbandoned() const { return callerGone && callerGone->load(); }

    /// The first query parameter of a name.
    std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Runs on a reader thread and may wait for the store.
using ServiceHandler = HttpResponse (*)(Services& services, const ServiceCall& call);

/// One line of the table: what is offered, who does it, and what the documentation says.
struct Route
{
    Service service = Service::Every;
    Method method = Method::Get;
    std::string_view pattern; ///< "/campaigns/{id}"
    ServiceHandler handler = nullptr; ///< nullptr: an auction, answered on the server thread
    std::string_view summary;
    std::string_view statuses = "200"; ///< every status it answers with, blanks between
    std::string_view query = {}; ///< "limit offset"
    std::string_view example = {}; ///< JSON of a request body; "" = none is taken
    bool watchesCaller = false; ///< long work in pieces: it ends when the caller leaves
};

/// Finds routes. The tables must outlive it.
class Router
{
public:
    explicit Router(std::vector<std::span<const Route>> tables);

    struct Match
    {
        const Route* route = nullptr;
        std::vector<std::string> ids;
        std::string allow; ///< methods the path knows, when the one asked for is not among them
    };
    /// `path` without query. HEAD finds what GET finds.
    Match find(Service service, Method method, std::string_view path) const;

    /// Every route that a service's port answers, in the order of the tables.
    std::vector<const Route*> routesOf(Service service) const;

private:
    std::vector<std::span<const Route>> m_tables;
};

/// Takes "/v1/campaigns?limit=2" apart. `wrapped` becomes true for the prefix, which is cut off.
/// False = the target is not an absolute path with well-formed percent-encoding.
bool splitTarget(std::string_view target, std::string& path, ServiceCall& call);

} // namespace gavel::gateway
