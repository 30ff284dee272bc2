// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gavel {

/// Takes "NAME NUMBER" out of the arguments; without it, what is given.
inline std::uint64_t takeNumber(QStringList& arguments, const char* name, std::uint64_t otherwise)
{
    const auto place = arguments.indexOf(QString::fromLatin1(name));
    if (place < 1 || place + 1 >= arguments.size())
        return otherwise;
    const std::uint64_t value = arguments[place + 1].toULongLong();
    arguments.remove(place, 2);
    return value;
}

} // namespace gavel
