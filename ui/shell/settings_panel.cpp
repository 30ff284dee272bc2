// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings_panel.h"

#include "ui/shell/language.h"

#include <QBoxLayout>

namespace gavel::shell {

using namespace widgets;

namespace {

constexpr int kPanelWidth = 352;
constexpr Language kLanguages[]{Language::English, Language::Chinese, Language::Korean};

} // namespace

SettingsPanel::SettingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_panel(new Panel(QString()))
    , m_themeLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_theme(new Segmented)
    , m_languageLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_language(new QComboBox)
    , m_rowsLabel(new ElidedLabel(TextRole::Body, Token::T2))
    , m_rows(new Segmented)
    , m_reset(new Button(QString()))
    , m_close(Button::iconOnly(QStringLiteral("close"), QString()))
{
    setFixedWidth(kPanelWidth);
    auto* around = new QVBoxLayout(this);
    around->setContentsMargins(0, space::kGap, space::kGap, space::kGap);
    around->addWidget(m_panel);
    m_close->setDense(true);
    m_panel->addHeaderWidget(m_close);
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(space::kPadding, space::kPadding, space::kPadding, space::kPadding);
    column->setSpacing(6);
    const auto addRow = [&](ElidedLabel* label, QWidget* control) {
        column->addWidget(label);
        column->addWidget(control, 0, Qt::AlignLeft);
        column->addSpacing(10);
    };
    addRow(m_themeLabel, m_theme);
    addRow(m_languageLabel, m_language);
    addRow(m_rowsLabel, m_rows);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    column->addStretch();
    m_panel->setBody(body);
    m_language->setMinimumWidth(180);
    for (const Language language : kLanguages)
        m_language->addItem(LanguageSwitch::ownName(language), static_cast<int>(language));

    connect(m_theme, &Segmented::chosen, this,
            [this](int index) { Q_EMIT themeChosen(index == 0 ? Mode::Dark : Mode::Light); });
    connect(m_rows, &Segmented::chosen, this, [this](int index) {
        Q_EMIT rowHeightChosen(index == 0 ? RowHeight::Compact : RowHeight::Comfortable);
    });
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        Q_EMIT languageChosen(static_cast<Language>(m_language->itemData(index).toInt()));
    });
    connect(m_reset, &QPushButton::clicked, this, &SettingsPanel::resetLayoutAsked);
    connect(m_close, &QPushButton::clicked, this, &SettingsPanel::closeAsked);
    connect(&Theme::current(), &Theme::changed, this, &SettingsPanel::refresh);
    retranslate();
    refresh();
}

void SettingsPanel::refresh()
{
    const Theme& theme = Theme::current();
    m_theme->setCurrent(theme.isDark() ? 0 : 1);
    m_rows->setCurrent(theme.rowHeightSetting() == RowHeight::Compact ? 0 : 1);
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(theme.language())));
}

void SettingsPanel::retranslate()
{
    m_panel->setTitle(tr("Settings"));
    m_close->setText(tr("Close the settings"));
    m_close->setAccessibleName(m_close->text());
    m_close->setToolTip(m_close->text());
    m_themeLabel->setText(tr("Theme"));
    m_theme->setAccessibleName(tr("Theme"));
    m_theme->setChoices({tr("Dark"), tr("Light")});
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_rowsLabel->setText(tr("Rows of tables"));
    m_rows->setAccessibleName(tr("Rows of tables"));
    m_rows->setChoices({tr("Compact"), tr("Comfortable")});
    m_reset->setText(tr("Reset layout"));
}

} // namespace gavel::shell
