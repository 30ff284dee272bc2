// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/deliveries/deliveries.h"

#include "ui/bridge/person.h"
#include "ui/documents/subscribers_dialog.h"
#include "ui/pipeline/deliveries/acts_dialog.h"
#include "ui/pipeline/deliveries/dead_deliveries.h"
#include "ui/pipeline/deliveries/subscribers_table.h"
#include "ui/pipeline/pipeline_words.h"
#include "ui/widgets/order_dialog.h"

#include <algorithm>

namespace gavel::pipeline_page {

using widgets::OrderDialog;

namespace {

constexpr int kEveryMs = 1000;
constexpr int kRedriveEveryMs = 1000; ///< as often as the desk takes one of a group
constexpr int kMostWaits = 30; ///< then the desk has no room
constexpr std::size_t kListed = 6;
constexpr std::size_t kActsListed = 500;

/// "on-call:17: the receiver answered 500" a line.
QStringList listOf(const std::vector<runtime::DeadDeliveryView>& chosen)
{
    QStringList said;
    for (std::size_t i = 0; i < std::min(chosen.size(), kListed); ++i)
        said << Deliveries::tr("%1: %2", "delivery, reason")
                    .arg(words::of(chosen[i].key), words::of(chosen[i].reason));
    if (chosen.size() > kListed)
        said << Deliveries::tr("and %n more", nullptr, static_cast<int>(chosen.size() - kListed));
    return said;
}

} // namespace

Deliveries::Deliveries(bridge::EngineClient& client, bridge::Navigator& navigator,
                       DeliveriesView& view, QWidget& page)
    : QObject(&page)
    , m_client(client)
    , m_navigator(navigator)
    , m_view(view)
    , m_page(page)
    , m_turn(kEveryMs)
{
    connectView();
}

void Deliveries::connectView()
{
    const DeadDeliveries& dead = m_view.dead();
    const SubscribersTable& subscribers = m_view.subscribers();
    connect(&dead, &DeadDeliveries::queryChanged, this, &Deliveries::look);
    connect(&dead, &DeadDeliveries::redriveWanted, this, &Deliveries::redrive);
    connect(&dead, &DeadDeliveries::discardWanted, this, &Deliveries::discard);
    connect(&dead, &DeadDeliveries::chosenChanged, this, [this] { m_navigator.pageChanged(); });
    connect(&subscribers, &SubscribersTable::testWanted, this, &Deliveries::sendTest);
    connect(&subscribers, &SubscribersTable::editWanted, this, &Deliveries::edit);
    connect(&subscribers, &SubscribersTable::actsWanted, this, &Deliveries::showActs);
}

void Deliveries::look()
{
    if (!m_turn.begin())
        return;
    m_client.ask(
        this,
        [query = m_view.dead().query()](runtime::Engine& engine) {
            const runtime::SubscriberDesk& desk = engine.subscribers();
            return DeliveriesView::Look{desk.subscribers(), desk.document(),
                                        desk.deadDeliveries(query)};
        },
        [this](const DeliveriesView::Look& seen) {
            if (m_turn.end())
                return look(); // of what is chosen now
            m_view.setLook(seen, m_utcOffset);
            m_navigator.pageChanged();
        });
}

void Deliveries::redrive()
{
    const std::vector<Delivery> chosen = m_view.dead().chosen();
    if (chosen.empty())
        return;
    const int count = static_cast<int>(chosen.size());
    auto* dialog = new OrderDialog(tr("Redrive %n dead delivery(s)", nullptr, count), tr("Redrive"),
                                   &m_page);
    dialog->addNumber(chosen.size());
    QStringList what = listOf(chosen);
    what << tr("Each is sent again under its old key, with as many tries as a new one. What nobody "
               "takes is dead again.");
    if (count > 1)
        what << tr("One of a group goes out each second.");
    dialog->setCheck([dialog, what] { dialog->tell(what, {}, true); });
    connect(dialog, &QDialog::accepted, this, [this, chosen] { begin(chosen); });
    dialog->changed();
    dialog->open();
}

void Deliveries::begin(const std::vector<Delivery>& chosen)
{
    const bool isUnderWay = !m_redrive.waiting.empty();
    for (const Delivery& delivery : chosen)
        if (std::ranges::find(m_redrive.waiting, delivery.id) == m_redrive.waiting.end())
            m_redrive.waiting.push_back(delivery.id);
    if (!isUnderWay)
        redriveNext();
}

void Deliveries::redriveNext()
{
    m_view.dead().setWaiting(m_redrive.waiting.size());
    if (m_redrive.waiting.empty()) {
        const Redrive ended = std::exchange(m_redrive, {});
        tell(tr("%1 redriven.", "dead deliveries"), ended.done, ended.refused, ended.reason);
        return;
    }
    m_client.ask(
        this,
        [id = m_redrive.waiting.front()](runtime::Engine& engine) {
            return engine.subscribers().redrive(id, bridge::personName());
        },
        [this](const Result<void>& done) { noteRedriven(done); });
}

/// One that comes too early waits for its turn.
void Deliveries::noteRedriven(const Result<void>& done)
{
    if (!done && done.error().code == "REDRIVE_LIMITED" && m_redrive.waits < kMostWaits) {
        ++m_redrive.waits;
        QTimer::singleShot(kRedriveEveryMs, this, &Deliveries::redriveNext);
        return;
    }
    m_redrive.waiting.pop_front();
    m_redrive.waits = 0;
    if (done) {
        ++m_redrive.done;
    } else {
        ++m_redrive.refused;
        m_redrive.reason = words::wrong(done.error());
    }
    look();
    redriveNext();
}

void Deliveries::discard()
{
    const std::vector<Delivery> chosen = m_view.dead().chosen();
    if (chosen.empty())
        return;
    auto* dialog = new OrderDialog(
        tr("Discard %n dead delivery(s)", nullptr, static_cast<int>(chosen.size())), tr("Discard"),
        &m_page);
    const QLineEdit* reason = dialog->addLine(tr("Reason"), {}, tr("stands beside each delivery"));
    dialog->addNumber(chosen.size());
    QStringList what = listOf(chosen);
    what << tr("They stay listed as discarded, and are never sent. This cannot be undone.");
    dialog->setCheck([dialog, reason, what] {
        const bool hasReason = !reason->text().trimmed().isEmpty();
        dialog->tell(what, hasReason ? QStringList() : QStringList{tr("A reason is needed.")},
                     hasReason);
    });
    connect(dialog, &QDialog::accepted, this, [this, chosen, reason] {
        carryOutDiscard(chosen, reason->text().trimmed().toStdString());
    });
    dialog->changed();
    dialog->open();
}

void Deliveries::carryOutDiscard(const std::vector<Delivery>& chosen, const std::string& reason)
{
    struct Outcome
    {
        std::uint64_t done = 0;
        std::uint64_t refused = 0;
        QString reason;
    };
    m_client.ask(
        this,
        [chosen, reason](runtime::Engine& engine) {
            Outcome outcome;
            for (const Delivery& delivery : chosen) {
                const auto done
                    = engine.subscribers().discard(delivery.id, reason, bridge::personName());
                ++(done ? outcome.done : outcome.refused);
                if (!done)
                    outcome.reason = words::wrong(done.error());
            }
            return outcome;
        },
        [this](const Outcome& outcome) {
            tell(tr("%1 discarded.", "dead deliveries"), outcome.done, outcome.refused,
                 outcome.reason);
            look();
        });
}

/// All were done, or how many were not, and why the last was refused.
void Deliveries::tell(const QString& all, std::uint64_t done, std::uint64_t refused,
                      const QString& reason)
{
    const QString sentence = all.arg(words::count(done));
    if (refused == 0)
        m_navigator.say(sentence);
    else if (done == 0)
        m_navigator.say(reason);
    else
        m_navigator.say(tr("%1 %2 refused: %3", "sentence, number, reason")
                            .arg(sentence, words::count(refused), reason));
}

void Deliveries::sendTest()
{
    const runtime::SubscriberView* subscriber = m_view.subscribers().selected();
    if (subscriber == nullptr || m_isTesting)
        return;
    m_isTesting = true;
    m_view.subscribers().setTesting(true);
    m_client.ask(
        this,
        [name = subscriber->name](runtime::Engine& engine) {
            return engine.subscribers().sendTest(name, bridge::personName());
        },
        [this, name = words::of(subscriber->name)](const Result<void>& done) {
            m_isTesting = false;
            m_view.subscribers().setTesting(false);
            m_navigator.say(done ? tr("%1 took the test.", "a subscriber").arg(name)
                                 : words::wrong(done.error()));
            look();
        });
}

void Deliveries::edit()
{
    auto* dialog = new documents::SubscribersDialog(m_client, &m_page);
    connect(dialog, &documents::SubscribersDialog::saved, this, [this](quint32 version) {
        m_navigator.say(tr("Version %1 of the subscribers is in force.").arg(version));
        look();
    });
    dialog->open();
}

void Deliveries::showActs()
{
    auto* dialog = new ActsDialog(m_utcOffset, &m_page);
    const auto read = [this, dialog] {
        m_client.ask(
            dialog, [](runtime::Engine& engine) { return engine.subscribers().acts(kActsListed); },
            [dialog](const Result<std::vector<runtime::SubscriberAct>>& acts) {
                dialog->setActs(acts);
            });
    };
    connect(dialog, &ActsDialog::readWanted, dialog, read);
    read();
    dialog->open();
}

} // namespace gavel::pipeline_page
