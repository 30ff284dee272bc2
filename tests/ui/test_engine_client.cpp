// SPDX-License-Identifier: GPL-3.0-or-later
// Questions whose asker goes while they are answered, as a page does that is closed.
#include "ui/bridge/engine_client.h"

#include <QtTest>

using namespace gavel;

class TestEngineClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        runtime::EngineOptions options;
        options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
        options.threads = 1;
        auto opened = runtime::Engine::open(options);
        QVERIFY(opened.has_value());
        m_engine = std::move(*opened);
        m_client = std::make_unique<bridge::EngineClient>(*m_engine);
    }

    void whoStaysIsAnsweredOnce()
    {
        QObject asker;
        int answers = 0;
        int sum = 0;
        for (int i = 1; i <= 100; ++i)
            m_client->ask(
                &asker, [i](runtime::Engine&) { return i; },
                [&](int value) {
                    ++answers;
                    sum += value;
                });
        m_client->ask(
            &asker, [](runtime::Engine&) {}, [&] { ++answers; });
        QTRY_COMPARE(answers, 101);
        QCOMPARE(sum, 5050);
    }

    void whoIsGoneIsNotAnswered()
    {
        int answers = 0;
        for (int i = 0; i < 5'000; ++i) {
            auto asker = std::make_unique<QObject>();
            m_client->ask(
                asker.get(), [](runtime::Engine&) { return QString(); },
                [&, self = asker.get()](const QString&) {
                    self->setObjectName(QStringLiteral("answered")); // it is there
                    ++answers;
                });
            if (i % 3 == 0)
                QCoreApplication::processEvents();
        }
        const int answered = answers; // those whose answer was there before they went
        QTest::qWait(100);
        QCOMPARE(answers, answered);
    }

    void cleanupTestCase()
    {
        m_client.reset();
        m_engine.reset();
    }

private:
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
};

QTEST_MAIN(TestEngineClient)
#include "test_engine_client.moc"
