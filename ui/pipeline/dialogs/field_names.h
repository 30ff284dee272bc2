// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gavel::pipeline_page {

/// The names in the first line of a JSON Lines or CSV file that are not the contract's, at most 40;
/// none when the file cannot be read as text. Reads the disk, so never on the window's thread.
QStringList foreignNamesOf(const QString& path);

/// The contract's field that a name means as far as one can tell from its letters; "" = none.
QString likelyFieldOf(const QString& name);

} // namespace gavel::pipeline_page
