// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/widgets/document_dialog.h"

namespace gavel::documents {

/// A document of one of the engine's desks: checked by the desk while it is typed, in force when it
/// is saved.
class DeskDocumentDialog : public widgets::DocumentDialog
{
    Q_OBJECT
public:
    struct Document
    {
        std::uint32_t version = 0; ///< 0 = nobody has written one
        std::string actor{};
        std::string json{};
    };
    /// Run on another thread.
    struct Desk
    {
        std::function<Result<Document>(runtime::Engine&)> read;
        /// How many entries it has.
        std::function<Result<std::size_t>(runtime::Engine&, const std::string& json)> check;
        /// Gives the new version.
        std::function<Result<std::uint32_t>(runtime::Engine&, const std::string& json)> save;
    };

Q_SIGNALS:
    void saved(quint32 version);

protected:
    DeskDocumentDialog(bridge::EngineClient& client, Desk desk, const QString& title,
                       const QString& name, QWidget* parent);
    /// At the end of the constructor.
    void read(const QString& waitingWords);

    virtual void showDocument(const Document& document) = 0;
    /// What a document that is understood has, and whether it is the one in force.
    virtual QString goodWords(int entries) const = 0;

private:
    void ask(const QString& text, const Answer& answer);
    void save(const QString& text, const Answer& answer);

    bridge::EngineClient& m_client;
    Desk m_desk;
    widgets::Button* m_again; ///< shown when it could not be read
    QString m_waitingWords;
};

} // namespace gavel::documents
