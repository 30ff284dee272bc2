// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/filter_edit.h"

#include <QSyntaxHighlighter>

namespace gavel::widgets {

/// Colours the parts of a filter that the callback names.
class FilterHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    void setHighlight(FilterEdit::Highlight highlight);

protected:
    void highlightBlock(const QString& text) override;

private:
    FilterEdit::Highlight m_highlight;
};

} // namespace gavel::widgets
