// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QJsonDocument>
#include <QStandardPaths>

namespace gavel::shell {

namespace {

/// Raised whenever panels move, so that old splitters are not forced on a new layout.
constexpr int kLayoutVersion = 1;

QString standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/gavel/console.ini");
}

QString layoutKey(const QString& name)
{
    return QStringLiteral("layout%1/%2").arg(kLayoutVersion).arg(name);
}

} // namespace

QString languageCode(widgets::Language language)
{
    switch (language) {
    case widgets::Language::Chinese:
        return QStringLiteral("zh_CN");
    case widgets::Language::Korean:
        return QStringLiteral("ko");
    case widgets::Language::English:
        break;
    }
    return QStringLiteral("en");
}

widgets::Language languageOf(const QString& code)
{
    if (code.startsWith(u"zh"))
        return widgets::Language::Chinese;
    return code.startsWith(u"ko") ? widgets::Language::Korean : widgets::Language::English;
}

Settings::Settings(const QString& file)
    : m_file(file.isEmpty() ? standardFile() : file, QSettings::IniFormat)
{
}

widgets::Mode Settings::mode() const
{
    const bool light = m_file.value(QStringLiteral("look/theme")).toString() == u"light";
    return light ? widgets::Mode::Light : widgets::Mode::Dark;
}

void Settings::setMode(widgets::Mode mode)
{
    m_file.setValue(QStringLiteral("look/theme"),
                    mode == widgets::Mode::Light ? QStringLiteral("light")
                                                 : QStringLiteral("dark"));
}

widgets::Language Settings::language() const
{
    return languageOf(
        m_file.value(QStringLiteral("look/language"), QLocale::system().name()).toString());
}

void Settings::setLanguage(widgets::Language language)
{
    m_file.setValue(QStringLiteral("look/language"), languageCode(language));
}

widgets::RowHeight Settings::rowHeight() const
{
    const bool tall = m_file.value(QStringLiteral("look/comfortableRows"), false).toBool();
    return tall ? widgets::RowHeight::Comfortable : widgets::RowHeight::Compact;
}

void Settings::setRowHeight(widgets::RowHeight height)
{
    m_file.setValue(QStringLiteral("look/comfortableRows"),
                    height == widgets::RowHeight::Comfortable);
}

QByteArray Settings::geometry() const
{
    return m_file.value(layoutKey(QStringLiteral("geometry"))).toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    m_file.setValue(layoutKey(QStringLiteral("geometry")), geometry);
}

QString Settings::page() const
{
    return m_file.value(QStringLiteral("session/page")).toString();
}

void Settings::setPage(const QString& page)
{
    m_file.setValue(QStringLiteral("session/page"), page);
}

bool Settings::inspectorShown() const
{
    return m_file.value(layoutKey(QStringLiteral("inspector")), false).toBool();
}

void Settings::setInspectorShown(bool shown)
{
    m_file.setValue(layoutKey(QStringLiteral("inspector")), shown);
}

int Settings::inspectorWidth(const QString& page) const
{
    return m_file.value(layoutKey(QStringLiteral("inspectorWidth-") + page), 0).toInt();
}

void Settings::setInspectorWidth(const QString& page, int width)
{
    m_file.setValue(layoutKey(QStringLiteral("inspectorWidth-") + page), width);
}

QStringList Settings::recentCommands() const
{
    return m_file.value(QStringLiteral("session/recentCommands")).toStringList();
}

void Settings::setRecentCommands(const QStringList& ids)
{
    m_file.setValue(QStringLiteral("session/recentCommands"), ids);
}

QJsonObject Settings::pageState(const QString& page) const
{
    const QByteArray text = m_file.value(layoutKey(QStringLiteral("page-") + page)).toByteArray();
    return QJsonDocument::fromJson(text).object();
}

void Settings::setPageState(const QString& page, const QJsonObject& state)
{
    m_file.setValue(layoutKey(QStringLiteral("page-") + page),
                    QJsonDocument(state).toJson(QJsonDocument::Compact));
}

void Settings::forgetLayout()
{
    m_file.remove(QStringLiteral("layout%1").arg(kLayoutVersion));
}

bool Settings::beginSession()
{
    const bool unclean = m_file.value(QStringLiteral("session/running"), false).toBool();
    m_file.setValue(QStringLiteral("session/running"), true);
    m_file.sync();
    return unclean;
}

void Settings::endSession()
{
    m_file.setValue(QStringLiteral("session/running"), false);
    m_file.sync();
}

} // namespace gavel::shell
