// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSettings>
#include <QStringList>

namespace gavel::shell {

/// What the window remembers between sessions, in one INI file of the user. Campaigns and drafts
/// are never here.
class Settings final
{
public:
    /// `file` "" = the standard place of this user.
    explicit Settings(const QString& file = {});

    widgets::Mode mode() const;
    void setMode(widgets::Mode mode);
    widgets::Language language() const;
    void setLanguage(widgets::Language language);
    widgets::RowHeight rowHeight() const;
    void setRowHeight(widgets::RowHeight height);

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QString page() const;
    void setPage(const QString& page);
    bool inspectorShown() const;
    void setInspectorShown(bool shown);
    /// Width of the inspector beside a page; 0 = never drawn.
    int inspectorWidth(const QString& page) const;
    void setInspectorWidth(const QString& page, int width);
    QStringList recentCommands() const;
    void setRecentCommands(const QStringList& ids);
    /// State of a page; empty when it was kept by another layout version.
    QJsonObject pageState(const QString& page) const;
    void setPageState(const QString& page, const QJsonObject& state);
    void forgetLayout();

    /// True when the last session did not end by endSession().
    bool beginSession();
    void endSession();

private:
    QSettings m_file;
};

/// "en", "zh_CN", "ko" and back; anything else is English.
QString languageCode(widgets::Language language);
widgets::Language languageOf(const QString& code);

} // namespace gavel::shell
