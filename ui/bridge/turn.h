// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace gavel::bridge {

/// Of a question that a page asks again and again: one at a time, and by itself at most a fifth of
/// the time.
class Turn
{
public:
    explicit Turn(int everyMs)
        : m_everyMs(everyMs)
    {
    }
    /// False while one is asked; it is then asked again after the answer.
    bool begin()
    {
        m_again = m_asking;
        if (m_asking)
            return false;
        m_asking = true;
        m_since.start();
        return true;
    }
    /// The answer came; true when it was asked for again meanwhile.
    bool end()
    {
        m_asking = false;
        m_tookMs = m_since.elapsed();
        return std::exchange(m_again, false);
    }
    /// As if it had been asked now, without a question.
    void pass() { m_since.start(); }
    bool isDue() const
    {
        return !m_since.isValid()
            || m_since.elapsed() >= std::max<qint64>(m_everyMs, kMostShare * m_tookMs);
    }
    bool wasAsked() const { return m_since.isValid(); }

private:
    static constexpr int kMostShare = 5;

    int m_everyMs;
    QElapsedTimer m_since;
    qint64 m_tookMs = 0;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace gavel::bridge
