// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runtime/engine.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

/// A real workspace with a live market, and no port.
class MarketBed
{
public:
    bool start()
    {
        gavel::runtime::EngineOptions wanted;
        wanted.workspace = m_folder.filePath("market.gavel").toStdString();
        wanted.scenarioFolder = GAVEL_SCENARIO_DIR;
        auto engine = gavel::runtime::Engine::open(wanted);
        if (!engine)
            return complain(engine.error());
        m_engine = std::move(*engine);
        const auto live = m_engine->goLive();
        return live || complain(live.error());
    }
    void stop() { m_engine.reset(); }
    gavel::runtime::Engine& engine() { return *m_engine; }

private:
    static bool complain(const gavel::Error& error)
    {
        qWarning("%s", toString(error).c_str());
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<gavel::runtime::Engine> m_engine;
};
