// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/measure.h"

#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <ctime>
#include <unistd.h>

namespace gavel::console {

namespace {

constexpr int kSecondsPerPage = 3;

/// Milliseconds since the kernel started this program, to a clock tick (10 ms).
int sinceProgramStartMs()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray stat = file.readAll();
    // The name in brackets may hold spaces; the 22nd field is the 20th after it.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    constexpr int kStartTime = 19;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const qint64 startMs = fields.value(kStartTime).toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
    return static_cast<int>(now.tv_sec * 1000 + now.tv_nsec / 1'000'000 - startMs);
}

} // namespace

Measure::Measure(bridge::EngineClient& client, shell::MainWindow& window, int seconds)
    : m_client(client)
    , m_window(window)
    , m_seconds(seconds)
{
    window.installEventFilter(this);
    m_painted.setSingleShot(true);
    connect(&m_painted, &QTimer::timeout, this, [this] { m_firstPaintMs = sinceProgramStartMs(); });
    connect(&client, &bridge::EngineClient::worstGapChanged, this, &Measure::noteSecond);
}

bool Measure::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint && m_firstPaintMs < 0) {
        m_firstPaintMs = 0;
        m_painted.start(0);
    }
    return QObject::eventFilter(watched, event);
}

void Measure::noteSecond(int worstMs)
{
    // The second in which the window was built belongs to the first paint.
    if (m_client.snapshot()->scenario.empty())
        return;
    m_gaps.push_back(worstMs);
    const auto second = static_cast<int>(m_gaps.size());
    if (second >= m_seconds) {
        Q_EMIT finished();
        return;
    }
    const auto& pages = m_window.pages();
    if (second % kSecondsPerPage == 0)
        m_window.showPage(
            pages[static_cast<std::size_t>(second / kSecondsPerPage) % pages.size()]->info().id);
}

std::string Measure::json() const
{
    std::vector<int> sorted = m_gaps;
    std::sort(sorted.begin(), sorted.end());
    const QJsonObject object{
        {QStringLiteral("first_paint_ms"), m_firstPaintMs},
        {QStringLiteral("longest_gap_ms"), sorted.empty() ? -1 : sorted.back()},
        {QStringLiteral("median_gap_ms"), sorted.empty() ? -1 : sorted[sorted.size() / 2]},
        {QStringLiteral("seconds"), static_cast<int>(sorted.size())},
        {QStringLiteral("auctions"), static_cast<qint64>(m_client.snapshot()->total.auctions)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace gavel::console
