// SPDX-License-Identifier: GPL-3.0-or-later
// An include may only point down the floors of engine/LAYERS, and every source says its licence.
#include <QDirIterator>
#include <QtTest>

namespace {

struct Layer
{
    QString room;
    QStringList rooms;
    QStringList libraries;
};

QString readText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Layer> readLayers(const QString& text)
{
    QList<Layer> layers;
    for (const QString& line : text.split(u'\n')) {
        if (line.startsWith(u'#') || line.trimmed().isEmpty())
            continue;
        const QStringList cells = line.split(u'|');
        layers.append({cells.value(0).trimmed(), cells.value(1).split(u' ', Qt::SkipEmptyParts),
                       cells.value(2).split(u' ', Qt::SkipEmptyParts)});
    }
    return layers;
}

/// "engine/base/money.h" lives in "base", "ui/shell/x.cpp" in "ui/shell", "app/bench/x.cpp" in
/// "app".
QString roomOf(const QString& path)
{
    const QStringList parts = path.split(u'/');
    if (parts.value(0) == QLatin1String("engine"))
        return parts.value(1);
    if (parts.value(0) == QLatin1String("ui"))
        return QStringLiteral("ui/") + parts.value(1);
    return parts.value(0);
}

bool isStandard(const QString& header)
{
    static const QSet<QString> posix{QStringLiteral("unistd.h"), QStringLiteral("fcntl.h"),
                                     QStringLiteral("csignal"), QStringLiteral("pthread.h"),
                                     QStringLiteral("malloc.h")};
    return posix.contains(header) || header.startsWith(QLatin1String("sys/"))
        || (!header.contains(u'/') && !header.contains(u'.') && header == header.toLower());
}

QString whyRefused(const Layer& layer, const QString& include)
{
    const QString header = include.mid(1, include.size() - 2);
    if (include.startsWith(u'"')) {
        const QString room = roomOf(header);
        const bool allowed = room == layer.room || layer.rooms.contains(QStringLiteral("*"))
            || layer.rooms.contains(room);
        return allowed ? QString() : QStringLiteral("may not include room ") + room;
    }
    if (isStandard(header) || layer.libraries.contains(QStringLiteral("*")))
        return {};
    for (const QString& library : layer.libraries)
        if (header.startsWith(library))
            return {};
    return QStringLiteral("may not include library ") + header;
}

QStringList violations(const QString& path, const QString& text, const QList<Layer>& layers)
{
    const QString room = roomOf(path);
    for (const Layer& layer : layers) {
        if (layer.room != room)
            continue;
        QStringList found;
        static const QRegularExpression pattern(
            QStringLiteral("^\\s*#\\s*include\\s+([<\"][^>\"]+[>\"])"),
            QRegularExpression::MultilineOption);
        for (auto it = pattern.globalMatch(text); it.hasNext();) {
            const QString include = it.next().captured(1);
            if (include.endsWith(QLatin1String(".moc\"")))
                continue;
            if (const QString why = whyRefused(layer, include); !why.isEmpty())
                found << path + QStringLiteral(": ") + why;
        }
        return found;
    }
    return {path + QStringLiteral(": its room is not in engine/LAYERS")};
}

QStringList sources()
{
    QStringList paths;
    const QDir root(QStringLiteral(GAVEL_SOURCE_DIR));
    for (const char* top : {"engine", "ui", "app"}) {
        QDirIterator it(root.filePath(QLatin1String(top)),
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            paths << root.relativeFilePath(it.next());
    }
    paths.sort();
    return paths;
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForbiddenIncludeIsFound()
    {
        const QList<Layer> layers = readLayers(QStringLiteral("model | base | boost\n"));
        const QString text = QStringLiteral("#include \"engine/base/a.h\"\n#include <vector>\n"
                                            "#include \"engine/store/b.h\"\n#include <QString>\n");
        QCOMPARE(
            violations(QStringLiteral("engine/model/a.cpp"), text, layers),
            (QStringList{QStringLiteral("engine/model/a.cpp: may not include room store"),
                         QStringLiteral("engine/model/a.cpp: may not include library QString")}));
    }

    void everyIncludePointsDown()
    {
        const QString root = QStringLiteral(GAVEL_SOURCE_DIR "/");
        const QList<Layer> layers = readLayers(readText(root + QStringLiteral("engine/LAYERS")));
        QVERIFY(layers.size() > 10);
        QStringList found;
        for (const QString& path : sources())
            found << violations(path, readText(root + path), layers);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everySourceStartsWithItsLicence()
    {
        const QString root = QStringLiteral(GAVEL_SOURCE_DIR "/");
        QStringList without;
        for (const QString& path : sources())
            if (!readText(root + path)
                     .startsWith(QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later")))
                without << path;
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

    void everyRoomHasAShortReadme()
    {
        const QString root = QStringLiteral(GAVEL_SOURCE_DIR "/");
        QStringList wrong;
        QSet<QString> folders;
        for (const QString& path : sources())
            if (!path.startsWith(QLatin1String("app/")))
                folders.insert(path.section(u'/', 0, 1));
        for (const QString& folder : folders) {
            const QString text = readText(root + folder + QStringLiteral("/README.md"));
            if (text.isEmpty() || text.count(u'\n') > 15)
                wrong << folder;
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
