// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/inspector.h"
#include "ui/shell/main_window.h"
#include "ui/shell/market_strip.h"
#include "ui/shell/palette/palette.h"
#include "ui/shell/place_history.h"
#include "ui/shell/rail.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QSplitter>
#include <QTemporaryDir>
#include <QtTest>

using namespace gavel;
using bridge::Destination;

namespace {

/// A page that notes what the frame asks of it.
class NotePage final : public bridge::Page
{
public:
    NotePage(bridge::EngineClient& client, bridge::Navigator& navigator, const QString& id)
        : Page(client, navigator)
        , m_id(id)
    {
        m_edit.setParent(this);
    }
    bridge::PageInfo info() const override
    {
        return {m_id,    m_id,
                m_title, QStringLiteral("What the page shows."),
                draft,   QStringLiteral("Spring push")};
    }
    void setSnapshot(const bridge::SnapshotPtr& /*snapshot*/) override { ++snapshots; }
    void retranslate() override
    {
        ++translations;
        m_title = m_id.left(1).toUpper() + m_id.mid(1);
    }
    void open(const Destination& destination) override { opened << destination; }
    std::optional<bridge::CommandState> commandState(const QString& id) const override
    {
        if (id == u"market.pause")
            return bridge::CommandState{};
        if (id == u"market.json" && m_id == u"market")
            return bridge::CommandState{};
        if (id == u"list.follow")
            return bridge::CommandState{false, QStringLiteral("It follows already."), {}, {}};
        return std::nullopt;
    }
    void runCommand(const QString& id) override { ran << id; }
    void tellFacts(const Destination& thing, const FactsAnswer& answer) override
    {
        asked << thing;
        if (thing.value == u"gone")
            answer({});
        else
            answer(bridge::Facts{thing.value,
                                 thing.kind,
                                 {{QStringLiteral("Seat"), QStringLiteral("Helios")}},
                                 false});
    }
    bool stepBack() override
    {
        ++stepsBack;
        return false;
    }
    QLineEdit& edit() { return m_edit; }

    int snapshots = 0;
    int translations = 0;
    int stepsBack = 0;
    bool draft = false;
    QStringList ran;
    QList<Destination> opened;
    QList<Destination> asked;

private:
    QString m_id;
    QString m_title;
    QLineEdit m_edit;
};

} // namespace

class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theTitleNamesPageMarketAndDraft();
    void keysReachTheWindowAndThePageInFront();
    void lettersTypedIntoAnEditorAreText();
    void backAndForwardWalkWhatWasOpened();
    void openingDropsWhatWasAhead();
    void thePaletteFindsAPageAndGoesThere();
    void thePaletteReachesWhatAnotherPageDoes();
    void aLanguageSwitchReachesEveryPage();
    void theRailIsNarrowInASmallWindow();
    void aThingOpenedBesideIsToldByItsPage();
    void ctrlEnterOpensBesideFromThePalette();
    void theInspectorIsAsWideAsItWasDrawnBesideThePage();
    void theSessionRemembersThePage();
    void anUncleanEndIsSeenOnce();
    void everythingThatTakesTheKeyboardHasAName();

private:
    std::unique_ptr<runtime::Engine> m_engine;
    std::unique_ptr<bridge::EngineClient> m_client;
    std::unique_ptr<bridge::Navigator> m_navigator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<shell::Settings> m_settings;
    std::unique_ptr<shell::MainWindow> m_window;
    NotePage* m_overview = nullptr;
    NotePage* m_market = nullptr;

    void openWindow();
};

void TestShell::init()
{
    runtime::EngineOptions options;
    options.scenarioFolder = GAVEL_SOURCE_DIR "/resources/scenarios";
    auto engine = runtime::Engine::open(options);
    QVERIFY(engine.has_value());
    m_engine = std::move(*engine);
    m_client = std::make_unique<bridge::EngineClient>(*m_engine);
    m_navigator = std::make_unique<bridge::Navigator>();
    m_folder = std::make_unique<QTemporaryDir>();
    openWindow();
}

void TestShell::openWindow()
{
    m_window.reset();
    m_settings
        = std::make_unique<shell::Settings>(m_folder->filePath(QStringLiteral("console.ini")));
    m_window = std::make_unique<shell::MainWindow>(*m_client, *m_navigator, *m_settings);
    m_overview = new NotePage(*m_client, *m_navigator, QStringLiteral("overview"));
    m_market = new NotePage(*m_client, *m_navigator, QStringLiteral("market"));
    m_window->addPage(m_overview);
    m_window->addPage(m_market);
    m_window->restore();
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestShell::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_client.reset();
    m_engine.reset();
}

void TestShell::theTitleNamesPageMarketAndDraft()
{
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Overview — NO MARKET — Gavel"));
    m_overview->draft = true;
    m_navigator->pageChanged();
    QCOMPARE(m_window->windowTitle(),
             QStringLiteral("Overview — NO MARKET, draft “Spring push” — Gavel"));
}

void TestShell::keysReachTheWindowAndThePageInFront()
{
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), m_market);
    QTest::keyClick(m_window.get(), Qt::Key_P);
    QCOMPARE(m_market->ran, QStringList({"market.pause"}));
    QTest::keyClick(m_window.get(), Qt::Key_F);
    QCOMPARE(m_market->ran.size(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QCOMPARE(m_market->stepsBack, 1);
    QCOMPARE(m_overview->ran.size(), 0);
}

void TestShell::lettersTypedIntoAnEditorAreText()
{
    m_overview->edit().setFocus();
    QTest::keyClicks(&m_overview->edit(), QStringLiteral("pause?"));
    QCOMPARE(m_overview->edit().text(), QStringLiteral("pause?"));
    QVERIFY(m_overview->ran.isEmpty());
}

void TestShell::backAndForwardWalkWhatWasOpened()
{
    m_navigator->openAuction(42);
    QCOMPARE(m_window->currentPage(), m_market);
    QCOMPARE(
        m_market->opened.last(),
        (Destination{QStringLiteral("market"), QStringLiteral("auction"), QStringLiteral("42")}));
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), m_overview);
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), m_market);
    m_navigator->go({QStringLiteral("nowhere"), {}, {}});
    QCOMPARE(m_window->currentPage(), m_market);
}

void TestShell::openingDropsWhatWasAhead()
{
    shell::PlaceHistory history;
    const Destination a{QStringLiteral("overview"), {}, {}};
    const Destination b{QStringLiteral("market"), {}, {}};
    const Destination c{QStringLiteral("training"), {}, {}};
    QVERIFY(!history.back());
    history.open(a);
    history.open(b);
    QCOMPARE(*history.back(), a);
    history.open(c);
    QVERIFY(!history.canForward());
    QCOMPARE(*history.back(), a);
    QCOMPARE(*history.forward(), c);
    QVERIFY(!history.forward());
}

void TestShell::thePaletteFindsAPageAndGoesThere()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_window->findChild<shell::Palette*>();
    QVERIFY(palette->isOpen());
    auto* edit = palette->findChild<QLineEdit*>();
    QTest::keyClicks(edit, QStringLiteral("go to ma"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!palette->isOpen());
    QCOMPARE(m_window->currentPage(), m_market);
    QCOMPARE(m_settings->recentCommands(), QStringList({"page.market"}));
}

void TestShell::thePaletteReachesWhatAnotherPageDoes()
{
    m_window->openPalette();
    auto* edit = m_window->findChild<shell::Palette*>()->findChild<QLineEdit*>();
    QTest::keyClicks(edit, QStringLiteral("raw json"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), m_market);
    QCOMPARE(m_market->ran, QStringList({"market.json"}));
    QVERIFY(m_overview->ran.isEmpty());
}

void TestShell::aLanguageSwitchReachesEveryPage()
{
    const int before = m_market->translations;
    m_window->setLanguage(widgets::Language::Korean);
    QCOMPARE(m_settings->language(), widgets::Language::Korean);
    // The catalogues belong to the program; here only the event that they cause is sent.
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_window.get(), &change);
    QCOMPARE(m_market->translations, before + 1);
    m_window->setLanguage(widgets::Language::English);
}

void TestShell::theRailIsNarrowInASmallWindow()
{
    auto* rail = m_window->findChild<shell::Rail*>();
    m_window->resize(1280, 720);
    QTRY_COMPARE(rail->width(), 48);
    m_window->resize(1440, 900);
    QTRY_COMPARE(rail->width(), 136);
    QCOMPARE(m_window->findChild<shell::MarketStrip*>()->height(), 3);
}

void TestShell::aThingOpenedBesideIsToldByItsPage()
{
    auto* inspector = m_window->findChild<shell::Inspector*>();
    QVERIFY(inspector->isHidden());
    const Destination thing
        = {QStringLiteral("market"), QStringLiteral("seat"), QStringLiteral("helios")};
    m_navigator->openBeside(thing);
    QVERIFY(inspector->isVisible());
    QCOMPARE(m_window->currentPage(), m_overview);
    QCOMPARE(m_market->asked, QList<Destination>{thing});
    const auto* table = inspector->thing().findChild<widgets::DataTable*>();
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("Helios"));
    Q_EMIT inspector->thing().openAsked();
    QCOMPARE(m_window->currentPage(), m_market);
    QCOMPARE(m_market->opened.last(), thing);
    m_navigator->openBeside(
        {QStringLiteral("market"), QStringLiteral("seat"), QStringLiteral("gone")});
    QVERIFY(!table->isVisible());
    Q_EMIT inspector->thing().closeAsked();
    QVERIFY(inspector->thing().isHidden());
    QVERIFY(inspector->isVisible());
}

void TestShell::ctrlEnterOpensBesideFromThePalette()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_window->findChild<shell::Palette*>();
    auto* edit = palette->findChild<QLineEdit*>();
    QTest::keyClicks(edit, QStringLiteral("#42"));
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!palette->isOpen());
    QCOMPARE(m_window->currentPage(), m_overview);
    QCOMPARE(m_market->asked.last(), bridge::auctionPlace(42));
    QVERIFY(m_window->findChild<shell::Inspector*>()->isVisible());
}

void TestShell::theInspectorIsAsWideAsItWasDrawnBesideThePage()
{
    m_window->resize(1440, 900);
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    auto* inspector = m_window->findChild<shell::Inspector*>();
    QTRY_COMPARE(inspector->width(), shell::Inspector::kWidth);
    const auto* splitter = qobject_cast<QSplitter*>(inspector->parentWidget());
    QWidget* handle = splitter->handle(1);
    QTRY_VERIFY(handle->isVisible());
    const QPoint middle = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, {}, middle);
    const QPoint end = middle - QPoint(80, 0);
    QMouseEvent move(QEvent::MouseMove, end, handle->mapToGlobal(end), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, middle);
    QTRY_VERIFY(inspector->width() > shell::Inspector::kWidth + 40);
    const int drawn = inspector->width();
    m_window->showPage(QStringLiteral("market"));
    QTRY_COMPARE(inspector->width(), shell::Inspector::kWidth);
    m_window->showPage(QStringLiteral("overview"));
    QTRY_COMPARE(inspector->width(), drawn);
    m_window->close();
    openWindow();
    QTRY_COMPARE(m_window->findChild<shell::Inspector*>()->width(), drawn);
}

void TestShell::theSessionRemembersThePage()
{
    m_window->showPage(QStringLiteral("market"));
    m_window->close();
    openWindow();
    QCOMPARE(m_window->currentPage(), m_market);
}

void TestShell::anUncleanEndIsSeenOnce()
{
    shell::Settings session(m_folder->filePath(QStringLiteral("session.ini")));
    QVERIFY(!session.beginSession());
    QVERIFY(session.beginSession());
    session.endSession();
    QVERIFY(!session.beginSession());
}

void TestShell::everythingThatTakesTheKeyboardHasAName()
{
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool mine = !widget->isHidden() && widget->focusPolicy() & Qt::TabFocus
            && !m_overview->isAncestorOf(widget) && !m_market->isAncestorOf(widget)
            && widget->objectName() != u"qt_scrollarea_viewport";
        if (!mine)
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named
            = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named, widget->metaObject()->className());
    }
}

QTEST_MAIN(TestShell)
#include "test_shell.moc"
