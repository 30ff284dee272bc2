// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gavel::auctions {

/// Where the reader was in the list: enough to come back to the same rows.
struct ListPlace
{
    QString filter;
    quint64 upTo = 0; ///< where the list held; 0 = it followed
    int row = -1; ///< selected; -1 = none
    int top = 0; ///< first row in sight

    /// One line of text and back; nullopt when the text is no place.
    QString toText() const;
    static std::optional<ListPlace> fromText(const QString& text);

    bool operator==(const ListPlace&) const = default;
};

} // namespace gavel::auctions
