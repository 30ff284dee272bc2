// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/faults.h"
#include "ui/bridge/page.h"
#include "ui/bridge/storage.h"

#include <QElapsedTimer>

class QListWidget;
class QSplitter;
class QStackedWidget;

namespace gavel::system_page {

class FaultPanel;
class ServicesPanel;
class SourcesPanel;
class StorePanel;

/// What is wrong with which part of the desk, and what people do about it.
class SystemPage final : public bridge::Page
{
    Q_OBJECT
public:
    enum class Section : quint8 { Services, Sources, Store };

    SystemPage(bridge::EngineClient& client, bridge::Navigator& navigator,
               QWidget* parent = nullptr);

    bridge::PageInfo info() const override;
    void setSnapshot(const bridge::SnapshotPtr& snapshot) override;
    void retranslate() override;
    /// Kind "component" selects one, "section" is "services", "sources" or "store".
    void open(const bridge::Destination& destination) override;
    bridge::Destination place() const override;
    std::optional<bridge::CommandState> commandState(const QString& id) const override;
    void runCommand(const QString& id) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    void resetLayout() override;
    std::vector<bridge::CaptureState> captureStates() override;

    Section section() const;
    void showSection(Section section);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    std::optional<bridge::CommandState> serviceState(const QString& id) const;
    /// What one look brings.
    struct Look
    {
        std::vector<health::KeptFaultChange> history; ///< of the selected component
        std::vector<runtime::SourceView> sources;
        std::optional<runtime::StoreFacts> store;
        std::optional<Result<store::StorageView>> storage;
        QString problem; ///< why the workspace writes no more
    };
    void connectPanels();
    void look();
    void showLook(const Look& look);
    void showService();
    void selectWanted();

    // what people do (system_actions.cpp)
    void acknowledge();
    void askMove(model::FaultState to);
    void askNextMove();
    void askMaintenance();
    void endMaintenance();
    void pauseSource(const QString& name, bool pause);
    // where old events go (storage_actions.cpp)
    void editPolicy();
    void moveNow();
    void askRestore();
    void tell(const Result<void>& done, const QString& sentence);

    bridge::SnapshotPtr m_snapshot;
    QElapsedTimer m_sinceLook;
    bool m_asking = false;
    bool m_askAgain = false;
    std::vector<health::KeptFaultChange> m_history;
    std::string m_wanted; ///< a component to be selected once it is there

    QListWidget* m_sections;
    QStackedWidget* m_stack;
    QSplitter* m_halves;
    ServicesPanel* m_services;
    FaultPanel* m_fault;
    SourcesPanel* m_sources;
    StorePanel* m_store;
};

} // namespace gavel::system_page
