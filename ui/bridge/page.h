// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/bridge/facts.h"
#include "ui/bridge/navigator.h"

#include <QJsonObject>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace gavel::bridge {

/// What the frame shows of a page; in the language of the moment.
struct PageInfo
{
    QString id{}; ///< "overview"; also the scope of its commands
    QString icon{}; ///< a name in resources/icons
    QString title{};
    QString sentence{}; ///< what the page shows now, one sentence
    bool draft
        = false; ///< something is not yet published: the header shows DRAFT, the title names it
    QString draftName{};
};

/// Whether a command can be run now.
struct CommandState
{
    bool enabled = true;
    QString reason{}; ///< why not, one sentence; shown in the palette and the tooltip
    std::optional<bool> on{}; ///< of a toggle
    QString text{}; ///< instead of the table's text: "Undo: raise day budget by 10 %"
};

/// A state of the page worth a picture. `enter` may ask the engine; the picture is taken `settleMs`
/// later.
struct CaptureState
{
    QString name{}; ///< "" = the page as it opens; else a part of the file name, "microscope"
    std::function<void()> enter{};
    int settleMs = 400;
};

/// One page of the console. Its inside is its own; the frame calls what is below, always on the GUI
/// thread.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(EngineClient& client, Navigator& navigator, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_client(client)
        , m_navigator(navigator)
    {
    }

    virtual PageInfo info() const = 0;
    /// Called with the newest snapshot while the page is visible, and when it becomes visible.
    virtual void setSnapshot(const SnapshotPtr& snapshot) = 0;
    /// Sets every text anew after the language changed. Also called once before the page is first
    /// shown.
    virtual void retranslate() = 0;

    /// Shows a thing of this page; called after the page is in front.
    virtual void open(const Destination& /*destination*/) { }
    /// What is shown now, so that Back can return to it.
    virtual Destination place() const { return {info().id, {}, {}}; }

    /// Tells what the inspector shows of a thing of this page: at once or later, once; nullopt when
    /// there is no such thing.
    using FactsAnswer = std::function<void(std::optional<Facts>)>;
    virtual void tellFacts(const Destination& /*thing*/, const FactsAnswer& answer) { answer({}); }

    /// Widgets for the right side of the page header, left to right, the primary one last. Owned by
    /// the page and asked for once.
    virtual QList<QWidget*> headerActions() { return {}; }

    /// Which commands of the table (commands.h) this page answers now; none = not one of its
    /// commands.
    virtual std::optional<CommandState> commandState(const QString& /*id*/) const
    {
        return std::nullopt;
    }
    /// Runs a command whose state is enabled.
    virtual void runCommand(const QString& /*id*/) { }

    /// Puts the cursor into the page's filter; false when it has none.
    virtual bool openFilter() { return false; }
    /// One step of Esc: true when something was left, closed or cleared.
    virtual bool stepBack() { return false; }

    /// Splitters, columns, filters, selected ids; kept per user.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject& /*state*/) { }
    /// Splitters and columns as they were at first.
    virtual void resetLayout() { }

    virtual std::vector<CaptureState> captureStates() { return {CaptureState{}}; }

protected:
    EngineClient& client() const { return m_client; }
    Navigator& navigator() const { return m_navigator; }

private:
    EngineClient& m_client;
    Navigator& m_navigator;
};

} // namespace gavel::bridge
