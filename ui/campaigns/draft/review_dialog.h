// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/draft/review_rows.h"
#include "ui/widgets/button.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

class QTreeWidget;

namespace gavel::campaigns {

/// Lists every change before it is published or dropped. The safe answer is the default one; more
/// than 20 campaigns need their number typed.
class ReviewDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose : quint8 { Publish, Discard };

    ReviewDialog(Purpose purpose, const bridge::CampaignDraft& draft, QWidget* parent);

    /// While the engine stores: nothing can be pressed.
    void setBusy(bool busy);
    /// Why the engine refused, one line each.
    void showErrors(const QStringList& lines);
    bool canConfirm() const;

Q_SIGNALS:
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void buildList();
    /// Lists some of the changes: many are listed between the turns of the window.
    void fillSome();
    void add(const std::vector<ReviewRow>& rows);
    bool isFilled() const { return m_listed == m_ids.size(); }
    void showState();

    const bridge::CampaignDraft& m_draft;
    std::vector<std::string> m_ids; ///< of the changed campaigns, in the order of the list
    std::size_t m_listed = 0;
    QTimer m_filling;
    Purpose m_purpose;
    int m_changes;
    int m_errors;
    bool m_busy = false;
    bool m_wasReading = false; ///< the problem's place says how much is listed
    QTreeWidget* m_list;
    QLabel* m_sentence;
    QLabel* m_problem;
    QLineEdit* m_number;
    widgets::Button* m_cancel;
    widgets::Button* m_confirm;
};

} // namespace gavel::campaigns
