// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace gavel::widgets {

/// Gives an editor the 1 px frame of the theme.
void frameEditor(QPlainTextEdit& edit);

/// A document with line numbers; one line may be marked as wrong.
class JsonEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonEdit(QWidget* parent = nullptr);

    /// 0 = none.
    void setWrongLine(int line);
    int wrongLine() const { return m_wrongLine; }
    /// Brings a text into view and selects it; false when it is not there.
    bool showText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Numbers;
    friend class Numbers;
    int numbersWidth() const;
    void paintNumbers(QPaintEvent* event);
    void applyTheme();
    void markLine();

    Numbers* m_numbers;
    int m_wrongLine = 0;
};

} // namespace gavel::widgets
