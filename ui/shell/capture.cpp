// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/capture.h"

#include "ui/shell/settings.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>

#include <utility>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kSettleMs = 400;

} // namespace

CaptureRun::CaptureRun(MainWindow& window, CapturePlan plan)
    : QObject(&window)
    , m_window(window)
    , m_plan(std::move(plan))
{
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, [this] { take(m_shot); });
}

void CaptureRun::start()
{
    if (std::exchange(m_started, true))
        return;
    m_plan.folder.mkpath(QStringLiteral("."));
    for (const Language language : m_plan.languages) {
        for (const Mode mode : m_plan.modes) {
            for (const QSize size : m_plan.sizes)
                addShots(mode, language, size);
        }
    }
    next();
}

void CaptureRun::addShots(Mode mode, Language language, QSize size)
{
    for (bridge::Page* page : m_window.pages()) {
        const QString id = page->info().id;
        for (const bridge::CaptureState& state : page->captureStates()) {
            const QString name = state.name.isEmpty() ? id : id + u'-' + state.name;
            m_shots.push_back({mode, language, size, name,
                               [this, id, state] {
                                   m_window.closeOverlays();
                                   m_window.showPage(id);
                                   if (state.enter)
                                       state.enter();
                               },
                               state.settleMs});
        }
    }
    m_shots.push_back({mode, language, size, QStringLiteral("palette"),
                       [this] {
                           m_window.showPage(QStringLiteral("overview"));
                           m_window.openPalette(QStringLiteral("sp"));
                       },
                       kSettleMs});
}

void CaptureRun::next()
{
    if (m_shots.empty()) {
        Q_EMIT finished({});
        return;
    }
    while (QWidget* dialog = QApplication::activeModalWidget())
        if (!dialog->close())
            break;
    m_shot = std::move(m_shots.front());
    m_shots.pop_front();
    const Shot& shot = m_shot;
    Theme::current().setMode(shot.mode);
    if (Theme::current().language() != shot.language)
        m_window.setLanguage(shot.language);
    m_window.resize(shot.size);
    shot.enter();
    m_settle.start(shot.settleMs);
}

QString CaptureRun::fileOf(const Shot& shot) const
{
    QString name
        = QStringLiteral("%1-%2-%3")
              .arg(shot.name,
                   shot.mode == Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"),
                   languageCode(shot.language));
    if (m_plan.sizes.size() > 1)
        name += QStringLiteral("-%1x%2").arg(shot.size.width()).arg(shot.size.height());
    return m_plan.folder.filePath(name + QStringLiteral(".png"));
}

void CaptureRun::take(const Shot& shot)
{
    const QString file = fileOf(shot);
    QPixmap picture = m_window.grab();
    if (QWidget* dialog = QApplication::activeModalWidget()) {
        // A dialog is a window of its own; the picture shows it where it stands.
        QPainter painter(&picture);
        painter.drawPixmap(m_window.mapFromGlobal(dialog->mapToGlobal(QPoint())), dialog->grab());
    }
    if (!picture.save(file)) {
        Q_EMIT finished(file);
        return;
    }
    ++m_saved;
    next();
}

} // namespace gavel::shell
