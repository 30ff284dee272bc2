// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QPainter;

namespace gavel::widgets {

/// States as boxes and the ways between them, out of the table that the engine follows: ways by
/// hand are dashed, those that were taken are 2 px in the accent's colour. States are numbers here;
/// a diagram of one table says where its boxes are and what stands in them.
class StateDiagram : public QWidget
{
    Q_OBJECT
public:
    struct Way
    {
        int from = 0;
        int to = 0;
        bool byHand = false;
    };
    StateDiagram(int states, std::vector<Way> ways, QWidget* parent = nullptr);

    /// The states that something went through, in order; it is in the last.
    void setPath(std::vector<int> states);
    const std::vector<int>& path() const { return m_path; }

protected:
    virtual QRect boxAt(int state) const = 0;
    /// The corners of a way, from box to box.
    virtual std::vector<QPoint> cornersOf(const Way& way) const = 0;
    virtual void paintState(QPainter& painter, int state) const = 0;
    /// Below everything.
    virtual void paintGround(QPainter& /*painter*/) const { }
    virtual void paintWayWords(QPainter& /*painter*/, const Way& /*way*/) const { }
    virtual QString tipOf(int state) const = 0;
    virtual void choose(int state) = 0;
    virtual Token wayToken() const { return Token::T3; }

    bool isHere(int state) const { return !m_path.empty() && m_path.back() == state; }
    /// The frame of the keyboard, round the box that it is on.
    void paintCursor(QPainter& painter, int state) const;

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void paintWay(QPainter& painter, const Way& way, bool isTaken) const;
    std::optional<int> stateAt(QPoint place) const;

    int m_states;
    std::vector<Way> m_ways;
    std::vector<int> m_path;
    std::set<std::pair<int, int>> m_taken;
    int m_current = 0; ///< the state that the keyboard is on
};

} // namespace gavel::widgets
