// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/field_names.h"

#include "ui/bridge/pipeline.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace gavel::pipeline_page {

namespace {

constexpr qint64 kMostFirstLine = 65'536;
constexpr qsizetype kMostNames = 40;

QString ours(std::string_view field)
{
    return QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
}

/// Letters and digits only, in lower case: "Campaign_ID" and "campaignId" are alike.
QString lettersOf(const QString& name)
{
    QString letters;
    for (const QChar each : name.toLower())
        if (each.isLetterOrNumber())
            letters += each;
    return letters;
}

/// A folder is known by the first file in it.
QString firstFileOf(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return path;
    const QStringList names = QDir(path).entryList(
        {QStringLiteral("*.jsonl"), QStringLiteral("*.json"), QStringLiteral("*.csv")}, QDir::Files,
        QDir::Name);
    return names.isEmpty() ? QString() : QDir(path).filePath(names.first());
}

} // namespace

QStringList foreignNamesOf(const QString& path)
{
    QFile file(firstFileOf(path));
    if (file.fileName().isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.readLine(kMostFirstLine).trimmed();
    QStringList names;
    if (line.startsWith('{')) {
        names = QJsonDocument::fromJson(line).object().keys();
    } else if (file.fileName().endsWith(u".csv", Qt::CaseInsensitive)) {
        for (const QString& column : QString::fromUtf8(line).split(u','))
            names << QString(column).remove(u'"').trimmed();
    }
    QStringList foreign;
    for (const QString& name : names)
        if (!name.isEmpty() && foreign.size() < kMostNames && !model::adFieldOf(name.toStdString()))
            foreign << name;
    return foreign;
}

QString likelyFieldOf(const QString& name)
{
    const QString letters = lettersOf(name);
    for (const std::string_view field : model::kAdFieldNames)
        if (!letters.isEmpty() && lettersOf(ours(field)) == letters)
            return ours(field);
    return {};
}

} // namespace gavel::pipeline_page
