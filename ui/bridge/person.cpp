// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/person.h"

#include <QString>

namespace gavel::bridge {

std::string personName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
        if (const QString name = qEnvironmentVariable(variable).trimmed(); !name.isEmpty())
            return name.toStdString();
    return "console";
}

} // namespace gavel::bridge
