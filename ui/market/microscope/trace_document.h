// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace gavel::auctions {

/// The trace of one auction as a JSON document, to read and to copy from.
class TraceDocument final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TraceDocument(QWidget* parent = nullptr);
};

} // namespace gavel::auctions
