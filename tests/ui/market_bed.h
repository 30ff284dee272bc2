// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/market/market_page.h"
#include "ui/widgets/theme.h"

#include <QPlainTextEdit>
#include <QtTest>

namespace bed {

using namespace gavel;

inline constexpr int kWaitMs = 20'000;

/// The page Market over an engine of its own.
struct MarketBed
{
    explicit MarketBed(const runtime::ScenarioRequest& request, const QString& workspace = {})
    {
        runtime::EngineOptions options;
        options.workspace = workspace.toStdString();
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        engine = *runtime::Engine::open(options);
        loaded = engine->loadScenario(request).has_value();
        client = std::make_unique<bridge::EngineClient>(*engine);
        page = std::make_unique<pages::MarketPage>(*client, navigator);
        page->resize(1304, 799);
        page->retranslate();
        QObject::connect(client.get(), &bridge::EngineClient::snapshotChanged, page.get(),
                         [this](const bridge::SnapshotPtr& now) { page->setSnapshot(now); });
        page->show();
    }

    /// city-day, seed 42, run to an end.
    static runtime::ScenarioRequest cityDay(std::uint64_t auctions)
    {
        runtime::ScenarioRequest request;
        request.scenario = "city-day";
        request.seed = 42;
        request.shards = 1;
        request.speed = 0;
        request.keepEvents = false;
        request.mostAuctions = auctions;
        return request;
    }

    QPlainTextEdit* line() const { return page->filterBar()->findChild<QPlainTextEdit*>(); }
    void type(const QString& filter) const
    {
        line()->setPlainText({});
        line()->setFocus();
        QTest::keyClicks(line(), filter);
        QTest::keyClick(line(), Qt::Key_Escape);
        QTest::keyClick(line(), Qt::Key_Return);
    }
    /// The list shows what this filter takes.
    bool filter(const QString& text) const
    {
        page->filterBar()->setFilter(text);
        return QTest::qWaitFor(
            [&] { return page->list().filter() == text && page->list().isLoaded(); }, kWaitMs);
    }
    /// The full story of the row is shown.
    bool openRow(int row) const
    {
        page->listPanel()->select(row);
        return QTest::qWaitFor(
            [&] {
                const model::AuctionRow* now = page->list().rowAt(row);
                return now && page->openedAuction() == now->id;
            },
            kWaitMs);
    }

    bridge::Navigator navigator;
    std::unique_ptr<runtime::Engine> engine;
    std::unique_ptr<bridge::EngineClient> client;
    std::unique_ptr<pages::MarketPage> page;
    bool loaded = false;
};

} // namespace bed
