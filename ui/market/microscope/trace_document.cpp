// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/market/microscope/trace_document.h"

#include "ui/widgets/theme.h"

namespace gavel::auctions {

TraceDocument::TraceDocument(QWidget* parent)
    : QPlainTextEdit(parent)
{
    using widgets::TextRole;
    using widgets::Theme;
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFont(widgets::font(TextRole::Mono));
    connect(&Theme::current(), &Theme::changed, this,
            [this] { setFont(widgets::font(TextRole::Mono)); });
}

} // namespace gavel::auctions
