// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/rule_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace gavel::pipeline_page {

namespace {

/// A text as JSON writes it.
QString jsonText(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

/// An id that the set does not have yet.
QString freeId(const QString& json, const QString& field)
{
    for (int number = 1;; ++number) {
        QString id = QStringLiteral("%1-by-hand-%2").arg(field.toLower()).arg(number);
        if (!json.contains(jsonText(id)))
            return id;
    }
}

} // namespace

RuleDraft withRuleFor(const QString& json, const RuleWish& wish)
{
    static const QRegularExpression begin(QStringLiteral(R"x("rules"\s*:\s*\[)x"));
    const QRegularExpressionMatch found = begin.match(json);
    if (!found.hasMatch())
        return {json, {}};
    const QString id = freeId(json, wish.field);
    const QString value = jsonText(wish.repaired);
    QString check = QStringLiteral(R"x({"required": true})x");
    QString repair = QStringLiteral(R"x({"default": %1})x").arg(value);
    QString when;
    if (wish.wasThere) {
        // It is asked of this value alone, so that it fails and the repair runs.
        when = QStringLiteral("     \"when\": {\"field\": %1, \"is\": [%2]},\n")
                   .arg(jsonText(wish.field), jsonText(wish.value));
        check = QStringLiteral(R"x({"oneOf": [%1]})x").arg(value);
        repair = QStringLiteral(R"x({"map": {%1: %2}})x").arg(jsonText(wish.value), value);
    }
    const QString rule
        = QStringLiteral("\n    {\"id\": %1, \"stage\": %2, \"field\": %3,\n%4     \"check\": %5,\n"
                         "     \"repair\": [%6],\n     \"otherwise\": \"dead\"}")
              .arg(jsonText(id),
                   jsonText(wish.stage.isEmpty() ? QStringLiteral("format") : wish.stage),
                   jsonText(wish.field), when, check, repair);
    const qsizetype place = found.capturedEnd();
    const bool isFirst = json.mid(place).trimmed().startsWith(u']');
    return {json.left(place) + rule + (isFirst ? QStringLiteral("\n") : QStringLiteral(","))
                + json.mid(place),
            id};
}

} // namespace gavel::pipeline_page
