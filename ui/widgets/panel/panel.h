// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace gavel::widgets {

class PanelNotice;

/// What went wrong while reading a panel's content, and the one thing to do about it.
struct PanelError
{
    QString where{};
    QString what{};
    QString advice{};
    QString buttonText{}; ///< "" = no button
    std::function<void()> action{};
};

/// A framed part of a page: header of 30 px with title, caption and actions, then the body; shows
/// by itself that it loads, failed, is stale or empty.
class Panel : public QFrame
{
    Q_OBJECT
public:
    explicit Panel(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    /// Puts a widget at the right of the header, in the order of the calls.
    void addHeaderWidget(QWidget* widget);
    /// A link at the right of the header.
    Button* addLink(const QString& text);
    /// The body takes the rest of the panel; padding 0 for tables.
    void setBody(QWidget* body, int padding = 0);
    QWidget* body() const { return m_body; }

    /// The header without its title, to stand beside the tabs that name the panel, until it is
    /// taken back.
    QWidget* lendHeader();
    void takeHeaderBack();
    /// 0 while the header is lent.
    int headerHeight() const;

    /// Old content stays readable; a line shows after 200 ms, the words and Cancel after 2 s.
    void startLoading(const QString& words, std::function<void()> cancel = {});
    /// 0 to 1; the caller's words may hold the percentage.
    void setProgress(double share, const QString& words);
    void stopLoading();
    bool isLoading() const { return m_loading.isActive(); }

    void setError(const PanelError& error);
    void clearError();

    /// Instead of the body: one sentence and one button.
    void setEmpty(const QString& sentence, const QString& buttonText = {},
                  std::function<void()> action = {});
    void clearEmpty();

    /// How often the content is expected anew; after three periods without touch() the panel is
    /// stale. 0 = never.
    void setPeriod(int milliseconds);
    void touch();
    bool isStale() const { return m_stale; }

    /// Frame in another colour: dashed `Warn` for a draft, `Sim` for a simulation.
    void setFrame(Token token, Qt::PenStyle style = Qt::SolidLine);

Q_SIGNALS:
    void staleChanged(bool stale);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void insertBelowHeader(QWidget* widget);
    void checkStale();
    void showCaption();
    void moveLoadingLine();

    ElidedLabel* m_titleLabel;
    ElidedLabel* m_captionLabel;
    QWidget* m_headerBox;
    QHBoxLayout* m_header;
    QVBoxLayout* m_column;
    QWidget* m_body = nullptr;
    PanelNotice* m_error = nullptr;
    PanelNotice* m_wait = nullptr;
    PanelNotice* m_empty = nullptr;
    QString m_caption;
    QTimer m_loading;
    QElapsedTimer m_loadingSince;
    QString m_loadingWords;
    std::function<void()> m_cancel;
    double m_progress = -1;
    int m_linePlace = 0;
    QTimer m_staleTimer;
    QElapsedTimer m_touched;
    int m_periodMs = 0;
    bool m_stale = false;
    Token m_frameToken = Token::Line1;
    Qt::PenStyle m_frameStyle = Qt::SolidLine;
};

} // namespace gavel::widgets
