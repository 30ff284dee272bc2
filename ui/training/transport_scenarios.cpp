// SPDX-License-Identifier: GPL-3.0-or-later
// Which scenario, seed and shards: the fields of the bar that choose a market.
#include "ui/training/transport.h"

#include <algorithm>

namespace gavel::training {

namespace {

constexpr unsigned kMostShardsAsked = 64;
constexpr int kIsFile = Qt::UserRole; ///< of the entry that opens a file

} // namespace

void Transport::setScenarios(std::vector<runtime::ScenarioInfo> scenarios)
{
    m_scenarios = std::move(scenarios);
    listScenarios();
}

void Transport::listScenarios()
{
    m_scenario->clear();
    for (const runtime::ScenarioInfo& scenario : m_scenarios) {
        m_scenario->addItem(QString::fromStdString(scenario.name));
        m_scenario->setItemData(m_scenario->count() - 1,
                                tr("%1. %2", "title of a scenario, description")
                                    .arg(QString::fromStdString(scenario.title),
                                         QString::fromStdString(scenario.description)),
                                Qt::ToolTipRole);
    }
    m_scenario->insertSeparator(m_scenario->count());
    m_scenario->addItem(tr("Open a file…"));
    m_scenario->setItemData(m_scenario->count() - 1, true, kIsFile);
    showScenario();
}

void Transport::chooseFile(const runtime::ScenarioInfo& scenario, const QString& path)
{
    std::erase_if(m_scenarios, [&scenario](const runtime::ScenarioInfo& known) {
        return known.name == scenario.name;
    });
    m_scenarios.push_back(scenario);
    const QString name = QString::fromStdString(scenario.name);
    m_paths.insert(name, path);
    listScenarios();
    m_scenario->setCurrentIndex(m_scenario->findText(name));
    chooseScenario();
}

const runtime::ScenarioInfo* Transport::scenarioNamed(const QString& name) const
{
    const std::string wanted = name.toStdString();
    const auto found
        = std::find_if(m_scenarios.begin(), m_scenarios.end(),
                       [&](const runtime::ScenarioInfo& one) { return one.name == wanted; });
    return found == m_scenarios.end() ? nullptr : &*found;
}

/// Another scenario starts with its own seed and shards.
void Transport::chooseScenario()
{
    if (m_scenario->currentData(kIsFile).toBool()) {
        showScenario();
        Q_EMIT fileWanted();
        return;
    }
    const runtime::ScenarioInfo* scenario = scenarioNamed(m_scenario->currentText());
    if (!scenario)
        return;
    m_seed->setText(QString::number(scenario->seed));
    m_shards->setText(QString::number(scenario->shards));
    Q_EMIT marketWanted();
}

MarketChoice Transport::choice() const
{
    MarketChoice choice{m_scenario->currentText(),
                        {},
                        m_seed->text().toULongLong(),
                        std::clamp(m_shards->text().toUInt(), 1U, kMostShardsAsked)};
    if (choice.scenario.isEmpty())
        choice.scenario = QString::fromStdString(m_snapshot->scenario);
    choice.source = m_paths.value(choice.scenario, choice.scenario);
    return choice;
}

void Transport::resetChoice()
{
    for (QLineEdit* field : {m_seed, m_shards})
        field->setModified(false);
    m_seed->setText(QString::number(m_snapshot->seed));
    m_shards->setText(QString::number(m_snapshot->shards));
    showScenario();
}

void Transport::showScenario()
{
    const QString name = QString::fromStdString(m_snapshot->scenario);
    m_scenario->setCurrentIndex(name.isEmpty() ? -1 : m_scenario->findText(name));
    if (const runtime::ScenarioInfo* scenario = scenarioNamed(name))
        m_line->setCurve(scenario->dayCurve);
}

} // namespace gavel::training
