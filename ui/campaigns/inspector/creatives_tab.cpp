// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/creatives_tab.h"

#include "ui/campaigns/campaign_words.h"
#include "ui/widgets/cell_delegate.h"

#include <QFormLayout>
#include <QVBoxLayout>

namespace gavel::campaigns {

using namespace widgets;
using model::Campaign;
using model::Creative;

namespace {

constexpr int kMostPixels = 4096;
constexpr QSize kFirstSize{300, 250};
constexpr int kLabelWidth = 84;

QString lineOf(const Creative& creative)
{
    QString format = words::format(creative.format);
    if (creative.width <= 0)
        return format;
    return CreativesTab::tr("%1 x %2, %3", "width, height, format")
        .arg(creative.width)
        .arg(creative.height)
        .arg(format);
}

} // namespace

CreativesTab::CreativesTab(QWidget* parent)
    : CampaignTab(parent)
    , m_list(new QListWidget)
    , m_preview(new CreativePreview)
    , m_formatLabel(new QLabel)
    , m_format(new QComboBox)
    , m_width(new QSpinBox)
    , m_height(new QSpinBox)
    , m_finding(new QLabel)
    , m_add(new Button(QString()))
    , m_remove(new Button(QString()))
    , m_editor(new QWidget)
{
    build();
    connectParts();
    retranslate();
}

void CreativesTab::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPadding, 8, space::kPadding, 8);
    column->setSpacing(8);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new CellDelegate(m_list));
    m_list->setUniformItemSizes(true);
    column->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    m_add->setIconName(QStringLiteral("plus"));
    m_remove->setIconName(QStringLiteral("minus"));
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_preview);
    m_finding->setWordWrap(true);
    column->addWidget(m_finding);
    auto* form = new QFormLayout(m_editor);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    for (QSpinBox* box : {m_width, m_height}) {
        box->setRange(0, kMostPixels);
        box->setKeyboardTracking(false);
    }
    auto* size = new QHBoxLayout;
    size->addWidget(m_format, 1);
    size->addWidget(m_width);
    size->addWidget(m_height);
    m_formatLabel->setFixedWidth(kLabelWidth);
    form->addRow(m_formatLabel, size);
    for (std::string Creative::*member :
         {&Creative::title, &Creative::description, &Creative::imageUrl, &Creative::clickUrl})
        addText(member, *form);
    column->addWidget(m_editor);
}

void CreativesTab::addText(std::string Creative::*member, QFormLayout& form)
{
    auto* label = new QLabel;
    auto* edit = new QLineEdit;
    label->setFixedWidth(kLabelWidth);
    label->setBuddy(edit);
    form.addRow(label, edit);
    m_texts.push_back({member, label, edit});
    connect(edit, &QLineEdit::editingFinished, this, [this, member, edit] {
        if (edit->isModified())
            change([member, edit](Creative& creative) {
                creative.*member = edit->text().trimmed().toStdString();
            });
    });
}

void CreativesTab::connectParts()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &CreativesTab::showSelected);
    connect(m_add, &QPushButton::clicked, this, &CreativesTab::add);
    connect(m_remove, &QPushButton::clicked, this, &CreativesTab::remove);
    connect(m_format, &QComboBox::activated, this, [this](int index) {
        change([index](Creative& creative) {
            creative.format = static_cast<model::CreativeFormat>(index);
        });
    });
    connect(m_width, &QSpinBox::valueChanged, this,
            [this](int width) { change([width](Creative& creative) { creative.width = width; }); });
    connect(m_height, &QSpinBox::valueChanged, this, [this](int height) {
        change([height](Creative& creative) { creative.height = height; });
    });
}

void CreativesTab::retranslate()
{
    m_list->setAccessibleName(tr("Creatives"));
    m_add->setText(tr("Creative"));
    m_add->setAccessibleName(tr("Add a creative"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove this creative"));
    m_formatLabel->setText(tr("Format, size"));
    m_format->setAccessibleName(tr("Format"));
    m_width->setAccessibleName(tr("Width in pixels"));
    m_height->setAccessibleName(tr("Height in pixels"));
    const QStringList titles{tr("Title"), tr("Description"), tr("Image URL"), tr("Click URL")};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        const QString& title = titles[static_cast<qsizetype>(i)];
        m_texts[i].label->setText(title);
        m_texts[i].edit->setAccessibleName(title);
    }
    m_format->clear();
    for (std::size_t i = 0; i < model::kFormatNames.size(); ++i)
        m_format->addItem(words::format(static_cast<model::CreativeFormat>(i)));
    fill();
}

void CreativesTab::show(const Campaign& campaign, const Campaign* /*live*/)
{
    const bool same = campaign.id == m_campaign.id && campaign.ads == m_campaign.ads;
    const bool other = campaign.id != m_campaign.id;
    m_campaign = campaign;
    if (same)
        return;
    if (other)
        m_list->setCurrentRow(-1);
    fill();
}

void CreativesTab::fill()
{
    const int current = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_places.clear();
    for (std::size_t ad = 0; ad < m_campaign.ads.size(); ++ad) {
        for (std::size_t i = 0; i < m_campaign.ads[ad].creatives.size(); ++i) {
            const Creative& creative = m_campaign.ads[ad].creatives[i];
            m_places.push_back({ad, i});
            auto* item = new QListWidgetItem(
                tr("%1  %2", "size and format, title")
                    .arg(lineOf(creative), QString::fromStdString(creative.title)));
            item->setToolTip(QString::fromStdString(creative.id));
            m_list->addItem(item);
        }
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    showSelected();
}

std::optional<CreativesTab::Place> CreativesTab::place() const
{
    const int row = m_list->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_places.size())
        return std::nullopt;
    return m_places[static_cast<std::size_t>(row)];
}

const Creative* CreativesTab::selected() const
{
    const std::optional<Place> at = place();
    return at ? &m_campaign.ads[at->ad].creatives[at->creative] : nullptr;
}

void CreativesTab::showSelected()
{
    const Creative* creative = selected();
    m_editor->setEnabled(creative != nullptr);
    m_remove->setEnabled(creative != nullptr);
    m_preview->setVisible(creative != nullptr);
    const Creative none;
    const Creative& shown = creative ? *creative : none;
    m_preview->setCreative(shown, QString::fromStdString(m_campaign.advertiserName));
    for (const TextLine& line : m_texts)
        line.edit->setText(QString::fromStdString(shown.*line.member));
    m_format->setCurrentIndex(static_cast<int>(shown.format));
    const QSignalBlocker quietWidth(m_width);
    const QSignalBlocker quietHeight(m_height);
    m_width->setValue(shown.width);
    m_height->setValue(shown.height);
}

void CreativesTab::setFindings(const std::vector<bridge::Finding>& findings)
{
    QStringList lines;
    bool error = false;
    for (const bridge::Finding& finding : findings) {
        if (!finding.field.startsWith(u"ads"))
            continue;
        lines << tr("%1 %2", "rule, advice").arg(finding.rule, finding.advice);
        error = error || finding.error;
    }
    QPalette colors = m_finding->palette();
    colors.setColor(QPalette::WindowText, color(error ? Token::Bad : Token::Warn));
    m_finding->setPalette(colors);
    m_finding->setText(lines.join(u'\n'));
    m_finding->setVisible(!lines.isEmpty());
}

/// Ids of creatives are unique within their campaign.
void CreativesTab::add()
{
    Campaign changed = m_campaign;
    if (changed.ads.empty())
        changed.ads.push_back({changed.id + "-ad", changed.name, {}});
    std::set<std::string> taken;
    for (const model::Ad& ad : changed.ads) {
        for (const Creative& creative : ad.creatives)
            taken.insert(creative.id);
    }
    Creative creative;
    for (int number = 1; creative.id.empty() || taken.contains(creative.id); ++number)
        creative.id = changed.id + "-" + std::to_string(number);
    creative.width = kFirstSize.width();
    creative.height = kFirstSize.height();
    creative.title = changed.name;
    changed.ads.front().creatives.push_back(creative);
    tell(changed);
}

void CreativesTab::remove()
{
    const std::optional<Place> at = place();
    if (!at)
        return;
    Campaign changed = m_campaign;
    auto& creatives = changed.ads[at->ad].creatives;
    creatives.erase(creatives.begin() + static_cast<std::ptrdiff_t>(at->creative));
    if (creatives.empty())
        changed.ads.erase(changed.ads.begin() + static_cast<std::ptrdiff_t>(at->ad));
    tell(changed);
}

void CreativesTab::change(const std::function<void(Creative&)>& edit)
{
    const std::optional<Place> at = place();
    if (!at)
        return;
    Campaign changed = m_campaign;
    edit(changed.ads[at->ad].creatives[at->creative]);
    if (changed.ads == m_campaign.ads)
        return;
    tell(changed);
}

void CreativesTab::tell(const Campaign& changed)
{
    Q_EMIT edited(changed, tr("creatives of %1", "undo").arg(QString::fromStdString(changed.name)));
}

} // namespace gavel::campaigns
