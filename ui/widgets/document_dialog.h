// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet_dialog.h"
#include "ui/widgets/theme.h"

#include <QTimer>

#include <functional>

class QSplitter;

namespace gavel::widgets {

class Button;
class ElidedLabel;
class JsonEdit;

/// A document that a person changes: checked while it is typed, then put in force. What was typed
/// is not lost by one Esc.
class DocumentDialog : public SheetDialog
{
    Q_OBJECT
public:
    struct Verdict
    {
        bool isGood = false;
        QString words{};
        int wrongLine = 0; ///< 0 = none
    };
    using Answer = std::function<void(const Verdict&)>;
    using Question = std::function<void(const QString& text, Answer answer)>;

    /// `name` is for readers of the screen.
    DocumentDialog(const QString& title, const QString& name, QWidget* parent);

    /// Until the document is there.
    void startReading(const QString& words);
    /// It could not be read: why, in place of a document.
    void failReading(const QString& words);
    /// `inForce` is what the text is compared with: without a change there is nothing to save.
    void setDocument(const QString& inForce, const QString& text);
    /// Answers may come later; those of a text that has changed since are dropped.
    void setCheck(Question check) { m_check = std::move(check); }
    /// A good answer closes the dialog.
    void setSave(Question save) { m_save = std::move(save); }

    JsonEdit& edit() { return *m_edit; }
    Button& saveButton() { return *m_saveButton; }
    QString statusWords() const;
    bool isChanged() const;
    /// The number of the text that is in the editor now.
    int textNumber() const { return m_asked; }

Q_SIGNALS:
    /// The text is another one, nothing is known of it.
    void edited();
    /// It is understood and differs from what is in force.
    void mayBeSaved();

protected:
    /// Below the editor, with a handle between.
    void addBelow(QWidget* widget);
    /// Left of Cancel and Save.
    void addTool(QWidget* button);
    void reject() override;

private:
    void check();
    void carryOut();
    void say(Token token, const QString& sentence);

    QString m_inForce;
    QTimer m_settle;
    Question m_check;
    Question m_save;
    int m_asked = 0;
    bool m_mayLeave = false; ///< it was said that what is typed is lost

    JsonEdit* m_edit;
    QSplitter* m_splitter;
    ElidedLabel* m_status;
    QHBoxLayout* m_tools;
    Button* m_saveButton;
};

} // namespace gavel::widgets
