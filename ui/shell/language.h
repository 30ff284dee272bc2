// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QTranslator>

#include <memory>

namespace gavel::shell {

/// Loads the catalogue of a language, and that of Qt's own texts, in place of the one before. The
/// application then sends LanguageChange to every widget.
class LanguageSwitch final
{
public:
    LanguageSwitch() = default;
    ~LanguageSwitch();
    LanguageSwitch(const LanguageSwitch&) = delete;
    LanguageSwitch& operator=(const LanguageSwitch&) = delete;

    void use(widgets::Language language);
    /// The language by its own name: English, 简体中文, 한국어.
    static QString ownName(widgets::Language language);

private:
    void drop();

    std::unique_ptr<QTranslator> m_console;
    std::unique_ptr<QTranslator> m_qt;
};

} // namespace gavel::shell
