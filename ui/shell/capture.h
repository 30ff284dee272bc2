// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/main_window.h"

#include <QDir>

#include <deque>

namespace gavel::shell {

/// What to take pictures of.
struct CapturePlan
{
    QDir folder;
    QList<widgets::Mode> modes;
    QList<widgets::Language> languages;
    QList<QSize> sizes;
};

/// Drives the window through every page and state and saves one PNG each:
/// <page>[-<state>]-<theme>-<language>[-<size>].png.
class CaptureRun final : public QObject
{
    Q_OBJECT
public:
    CaptureRun(MainWindow& window, CapturePlan plan);
    /// Only the first call counts.
    void start();
    int saved() const { return m_saved; }

Q_SIGNALS:
    /// Every picture is saved, or the first that could not be is named.
    void finished(const QString& failedFile);

private:
    struct Shot
    {
        widgets::Mode mode;
        widgets::Language language;
        QSize size;
        QString name;
        std::function<void()> enter;
        int settleMs;
    };
    void addShots(widgets::Mode mode, widgets::Language language, QSize size);
    void next();
    void take(const Shot& shot);
    QString fileOf(const Shot& shot) const;

    MainWindow& m_window;
    CapturePlan m_plan;
    std::deque<Shot> m_shots;
    Shot m_shot{}; ///< being shown
    QTimer m_settle; ///< until it is taken
    bool m_started = false;
    int m_saved = 0;
};

} // namespace gavel::shell
