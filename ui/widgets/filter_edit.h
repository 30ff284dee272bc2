// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

class QCompleter;
class QPlainTextEdit;
class QStringListModel;

namespace gavel::widgets {

class Button;
class ElidedLabel;
class FilterHighlighter;

/// What is known of a filter text while it is typed.
struct FilterVerdict
{
    enum class State : quint8 { Empty, Valid, Unfinished, Wrong };
    State state = State::Empty;
    QString words{}; ///< the reason, or what the check found; may be empty when valid
    int column = -1; ///< where it went wrong
};

/// The verdict of an error of a filter: code FILTER_UNFINISHED or another, where = "column N".
FilterVerdict filterRefused(const std::string& code, const std::string& where,
                            const std::string& what);

/// A part of the filter text in a colour of its own.
struct FilterSpan
{
    enum class Kind : quint8 { Field, Operator, Number, Text, Keyword, Wrong };
    int start = 0;
    int length = 0;
    Kind kind = Kind::Field;
};

/// A line in which a filter is typed: frame `Good`, `Warn` or `Bad` for valid, unfinished, wrong,
/// with the reason in words; proposals below it. The three callbacks must answer within a
/// millisecond.
class FilterEdit final : public QFrame
{
    Q_OBJECT
public:
    using Check = std::function<FilterVerdict(const QString& text)>;
    /// Words that may stand at the cursor, each to replace the word under it.
    using Complete = std::function<QStringList(const QString& text, int cursor)>;
    using Highlight = std::function<std::vector<FilterSpan>(const QString& text)>;

    explicit FilterEdit(const QString& name, QWidget* parent = nullptr);

    void setCheck(Check check);
    void setComplete(Complete complete);
    void setHighlight(Highlight highlight);
    void setPlaceholder(const QString& text);

    QString text() const;
    /// Also applies it when it is valid or empty.
    void setText(const QString& text);
    /// Adds a condition with "and".
    void addCondition(const QString& condition);
    const FilterVerdict& verdict() const { return m_verdict; }
    /// More words behind "Valid", for example how long the search took.
    void setResultWords(const QString& words);
    void takeFocus();

Q_SIGNALS:
    void verdictChanged(const gavel::widgets::FilterVerdict& verdict);
    /// A valid or empty text, 150 ms after the last key or at once on Enter.
    void applied(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool handleKey(QKeyEvent* event);
    bool passToLine(QEvent* event);
    void textEdited();
    void apply();
    void showVerdict();
    void propose();
    void takeProposal(const QString& word);
    void applyTheme();

    QPlainTextEdit* m_edit;
    ElidedLabel* m_words;
    ElidedLabel* m_result;
    Button* m_clear;
    FilterHighlighter* m_highlighter;
    QCompleter* m_completer;
    QStringListModel* m_proposals;
    QTimer m_settle;
    Check m_check;
    Complete m_complete;
    FilterVerdict m_verdict;
    QString m_applied;
};

} // namespace gavel::widgets
