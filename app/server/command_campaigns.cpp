// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commands.h"
#include "engine/base/json.h"
#include "engine/model/campaign_json.h"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <spdlog/spdlog.h>
#include <sstream>

namespace gavel::server {

namespace {

struct WantedCampaigns
{
    std::string workspace;
    std::string file;
};

/// The engine on the workspace's own campaigns.
Result<std::unique_ptr<runtime::Engine>> openLive(const std::string& workspace)
{
    runtime::EngineOptions options;
    options.workspace = workspace;
    options.scenarioFolder = scenarioFolder();
    auto engine = runtime::Engine::open(options);
    if (!engine)
        return engine.error();
    if (const auto live = (*engine)->goLive(); !live)
        return live.error();
    return engine;
}

Result<std::vector<model::Campaign>> readCampaigns(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    if (in.peek(); !in.is_open() || in.bad())
        return Error{"STORE_IO", file, "cannot be read", "name a file of campaigns"};
    std::ostringstream text;
    text << in.rdbuf();
    const std::string content = text.str();
    const auto document = base::parseJson(content, file);
    if (!document)
        return document.error();
    if (!document->is_array())
        return Error{"INVALID_REQUEST", file, "is not a list of campaigns", "write them in [ ]"};
    std::vector<model::Campaign> campaigns;
    std::vector<Error> errors;
    for (std::size_t i = 0; i < document->as_array().size(); ++i)
        campaigns.push_back(model::campaignFromValue(document->as_array()[i],
                                                     "[" + std::to_string(i) + "]", errors));
    base::nameLines(errors, content, file);
    for (const auto& error : errors)
        spdlog::error("{}", toString(error));
    if (!errors.empty())
        return Error{"INVALID_REQUEST", file, std::to_string(errors.size()) + " fields are wrong",
                     "nothing was stored; correct them and import again"};
    return campaigns;
}

int importFrom(const WantedCampaigns& wanted)
{
    const auto campaigns = readCampaigns(wanted.file);
    if (!campaigns) {
        const int code = cannot(campaigns.error());
        return campaigns.error().code == "STORE_IO" ? code : kFoundWrong;
    }
    const auto engine = openLive(wanted.workspace);
    if (!engine)
        return cannot(engine.error());
    const auto report = (*engine)->publish(*campaigns, {});
    for (const auto& error : report.errors)
        spdlog::error("{}", toString(error));
    if (!report.errors.empty())
        return kFoundWrong;
    spdlog::info("{} campaigns are stored", report.stored);
    return kDone;
}

int exportTo(const WantedCampaigns& wanted)
{
    if (const auto checked = checkWorkspace(wanted.workspace); !checked)
        return cannot(checked.error());
    const auto engine = openLive(wanted.workspace);
    if (!engine)
        return cannot(engine.error());
    boost::json::array list;
    for (const auto& campaign : (*engine)->campaigns())
        list.push_back(model::toValue(campaign));
    std::ofstream out(wanted.file, std::ios::binary);
    out << base::jsonPretty(list);
    if (!out.flush())
        return cannot({"STORE_IO", wanted.file, "cannot be written", "choose another place"});
    spdlog::info("{} campaigns are written", list.size());
    return kDone;
}

} // namespace

void addCampaigns(CLI::App& app, int& exitCode)
{
    auto wanted = std::make_shared<WantedCampaigns>();
    auto* campaigns = app.add_subcommand("campaigns", "Take campaigns in or out as JSON.");
    campaigns->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, int (*run)(const WantedCampaigns&)) {
        auto* command = campaigns->add_subcommand(name, help);
        command->add_option("FILE", wanted->file, "a JSON list of campaigns")->required();
        command->add_option("--workspace", wanted->workspace, "the workspace")->required();
        command->callback([wanted, run, &exitCode] { exitCode = run(*wanted); });
    };
    add("import", "Store every campaign of a file, or none.", importFrom);
    add("export", "Write every campaign to a file.", exportTo);
}

} // namespace gavel::server
