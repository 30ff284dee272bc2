// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/pipeline.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gavel::bridge {

Destination tracePlace(const runtime::LineageQuery& query)
{
    const QJsonObject asked{{QStringLiteral("dimension"), QString::fromStdString(query.dimension)},
                            {QStringLiteral("key"), QString::fromStdString(query.key)},
                            {QStringLiteral("measure"), QString::fromStdString(query.measure)},
                            {QStringLiteral("from"), static_cast<qint64>(query.from.value)},
                            {QStringLiteral("to"), static_cast<qint64>(query.to.value)}};
    return {QStringLiteral("pipeline"), QStringLiteral("trace"),
            QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact))};
}

runtime::LineageQuery tracedBy(const Destination& destination)
{
    const QJsonObject asked = QJsonDocument::fromJson(destination.value.toUtf8()).object();
    runtime::LineageQuery query;
    query.dimension = asked.value(u"dimension").toString().toStdString();
    query.key = asked.value(u"key").toString().toStdString();
    query.measure = asked.value(u"measure").toString().toStdString();
    query.from = {asked.value(u"from").toInteger()};
    query.to = {asked.value(u"to").toInteger()};
    return query;
}

} // namespace gavel::bridge
