// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/desk_document_dialog.h"

#include "ui/bridge/error_words.h"
#include "ui/widgets/button.h"

namespace gavel::documents {

namespace {

widgets::DocumentDialog::Verdict wrong(const Error& error)
{
    return {false, bridge::wordsOf(error), bridge::lineOf(error)};
}

} // namespace

DeskDocumentDialog::DeskDocumentDialog(bridge::EngineClient& client, Desk desk,
                                       const QString& title, const QString& name, QWidget* parent)
    : DocumentDialog(title, name, parent)
    , m_client(client)
    , m_desk(std::move(desk))
    , m_again(new widgets::Button(tr("Try again")))
{
    addTool(m_again);
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, [this] { read(m_waitingWords); });
    setCheck([this](const QString& text, const Answer& answer) { ask(text, answer); });
    setSave([this](const QString& text, const Answer& answer) { save(text, answer); });
}

void DeskDocumentDialog::read(const QString& waitingWords)
{
    m_waitingWords = waitingWords;
    m_again->hide();
    startReading(waitingWords);
    m_client.ask(this, m_desk.read, [this](const Result<Document>& document) {
        if (document)
            return showDocument(*document);
        failReading(bridge::wordsOf(document.error()));
        m_again->show();
    });
}

void DeskDocumentDialog::ask(const QString& text, const Answer& answer)
{
    m_client.ask(
        this,
        [check = m_desk.check, json = text.toStdString()](runtime::Engine& engine) {
            return check(engine, json);
        },
        [this, answer](const Result<std::size_t>& entries) {
            answer(entries ? Verdict{true, goodWords(static_cast<int>(*entries))}
                           : wrong(entries.error()));
        });
}

void DeskDocumentDialog::save(const QString& text, const Answer& answer)
{
    m_client.ask(
        this,
        [save = m_desk.save, json = text.toStdString()](runtime::Engine& engine) {
            return save(engine, json);
        },
        [this, answer](const Result<std::uint32_t>& version) {
            if (!version)
                return answer(wrong(version.error()));
            Q_EMIT saved(*version);
            answer({true});
        });
}

} // namespace gavel::documents
