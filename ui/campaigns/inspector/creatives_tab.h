// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/inspector/campaign_tab.h"
#include "ui/campaigns/inspector/creative_preview.h"
#include "ui/widgets/button.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

#include <functional>

class QFormLayout;

namespace gavel::campaigns {

/// What a campaign shows: the list, a preview of the selected creative, and its texts.
class CreativesTab final : public CampaignTab
{
    Q_OBJECT
public:
    explicit CreativesTab(QWidget* parent = nullptr);

    void show(const model::Campaign& campaign, const model::Campaign* live) override;
    void retranslate() override;
    void setFindings(const std::vector<bridge::Finding>& findings);

private:
    struct Place
    {
        std::size_t ad = 0;
        std::size_t creative = 0;
    };
    struct TextLine
    {
        std::string model::Creative::*member;
        QLabel* label;
        QLineEdit* edit;
    };

    void build();
    void connectParts();
    void addText(std::string model::Creative::*member, QFormLayout& form);
    void fill();
    void showSelected();
    const model::Creative* selected() const;
    std::optional<Place> place() const;
    void add();
    void remove();
    void change(const std::function<void(model::Creative&)>& edit);
    void tell(const model::Campaign& changed);

    model::Campaign m_campaign;
    std::vector<Place> m_places;
    QListWidget* m_list;
    CreativePreview* m_preview;
    std::vector<TextLine> m_texts;
    QLabel* m_formatLabel;
    QComboBox* m_format;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QLabel* m_finding;
    widgets::Button* m_add;
    widgets::Button* m_remove;
    QWidget* m_editor;
};

} // namespace gavel::campaigns
