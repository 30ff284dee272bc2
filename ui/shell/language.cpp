// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include "ui/shell/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace gavel::shell {

LanguageSwitch::~LanguageSwitch()
{
    drop();
}

void LanguageSwitch::drop()
{
    for (QTranslator* translator : {m_console.get(), m_qt.get()}) {
        if (translator)
            QCoreApplication::removeTranslator(translator);
    }
}

void LanguageSwitch::use(widgets::Language language)
{
    drop();
    const QString code = languageCode(language);
    m_qt = std::make_unique<QTranslator>();
    if (m_qt->load(QStringLiteral("qtbase_") + code,
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qt.get());
    m_console = std::make_unique<QTranslator>();
    if (m_console->load(QStringLiteral(":/i18n/gavel_") + code))
        QCoreApplication::installTranslator(m_console.get());
    QLocale::setDefault(QLocale(code)); // names of days
    widgets::Theme::current().setLanguage(language);
}

QString LanguageSwitch::ownName(widgets::Language language)
{
    switch (language) {
    case widgets::Language::Chinese:
        return QStringLiteral("简体中文");
    case widgets::Language::Korean:
        return QStringLiteral("한국어");
    case widgets::Language::English:
        break;
    }
    return QStringLiteral("English");
}

} // namespace gavel::shell
