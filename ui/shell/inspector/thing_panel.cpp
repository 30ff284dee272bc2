// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/thing_panel.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kNameWidth = 112;
constexpr int kFewestLines = 3;

} // namespace

ThingPanel::ThingPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_lines([](const Line& line) { return line.place; })
    , m_table(new DataTable(QString()))
    , m_open(addLink(QString()))
    , m_close(Button::iconOnly(QStringLiteral("close"), QString()))
{
    m_lines.setColumns(columns());
    m_table->setModel(&m_lines);
    m_table->setWidths({kNameWidth, 0});
    m_table->horizontalHeader()->hide();
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_close->setDense(true);
    addHeaderWidget(m_close);
    setBody(m_table);
    connect(m_open, &QPushButton::clicked, this, &ThingPanel::openAsked);
    connect(m_close, &QPushButton::clicked, this, &ThingPanel::closeAsked);
    retranslate();
}

void ThingPanel::retranslate()
{
    m_table->setAccessibleName(tr("What is known of it"));
    m_open->setText(tr("Open"));
    m_open->updateGeometry();
    m_close->setAccessibleName(tr("Close what is open beside"));
    m_close->setToolTip(m_close->accessibleName());
}

std::vector<RowColumn<ThingPanel::Line>> ThingPanel::columns()
{
    const auto name = [](const Line& line, int role) -> QVariant {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return line.fact.name;
        return role == ToneRole ? QVariant(static_cast<int>(Token::T2)) : QVariant();
    };
    const auto value = [](const Line& line, int role) -> QVariant {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return line.fact.value;
        if (role == Qt::FontRole && line.fact.strong)
            return widgets::font(TextRole::BodyBold);
        return role == ToneRole ? QVariant(static_cast<int>(Token::T1)) : QVariant();
    };
    return {{{}, name, {}, false, {}}, {{}, value, {}, true, {}}};
}

void ThingPanel::show(const std::optional<bridge::Facts>& facts)
{
    m_open->setEnabled(facts.has_value());
    if (!facts) {
        setEmpty(tr("The market has no such thing now."));
        return;
    }
    clearEmpty();
    setTitle(facts->title);
    setCaption(facts->caption);
    std::vector<Line> lines;
    for (const bridge::Fact& fact : facts->rows)
        lines.push_back({static_cast<int>(lines.size()), fact});
    const int rows = std::max(kFewestLines, static_cast<int>(lines.size()));
    m_lines.update(std::move(lines));
    setMaximumHeight(space::kPanelHeader + rows * Theme::current().rowPixels() + 3);
}

} // namespace gavel::shell
