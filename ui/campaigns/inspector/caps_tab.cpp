// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/inspector/caps_tab.h"

#include "ui/campaigns/campaign_words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSpinBox>

namespace gavel::campaigns {

using namespace widgets;
using model::CapScope;
using model::CapWindow;
using model::FrequencyCap;

namespace {

constexpr int kMostImpressions = 1000;
constexpr std::uint16_t kFirstLimit = 5;

/// The first scope and window without a cap; nothing when all have one.
std::optional<FrequencyCap> freeCap(const std::vector<FrequencyCap>& caps)
{
    for (std::size_t scope = 0; scope < model::kCapScopeNames.size(); ++scope) {
        for (const CapWindow window : {CapWindow::Day, CapWindow::Hour, CapWindow::Lifetime}) {
            const FrequencyCap cap{static_cast<CapScope>(scope), window, kFirstLimit};
            const bool taken
                = std::any_of(caps.begin(), caps.end(), [&](const FrequencyCap& other) {
                      return other.scope == cap.scope && other.window == cap.window;
                  });
            if (!taken)
                return cap;
        }
    }
    return std::nullopt;
}

} // namespace

CapsTab::CapsTab(QWidget* parent)
    : CampaignTab(parent)
    , m_intro(new ElidedLabel(TextRole::Caption, Token::T2))
    , m_column(new QVBoxLayout(this))
    , m_add(new Button(QString()))
{
    m_column->setContentsMargins(space::kPadding, 8, space::kPadding, 8);
    m_column->addWidget(m_intro);
    m_add->setIconName(QStringLiteral("plus"));
    connect(m_add, &QPushButton::clicked, this, &CapsTab::addCap);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    retranslate();
}

void CapsTab::retranslate()
{
    m_add->setText(tr("Cap"));
    m_add->setAccessibleName(tr("Add a cap"));
    rebuild();
}

void CapsTab::show(const model::Campaign& campaign, const model::Campaign* /*live*/)
{
    const bool same = campaign.id == m_campaign.id && campaign.caps == m_campaign.caps;
    m_campaign = campaign;
    if (!same)
        rebuild();
}

void CapsTab::rebuild()
{
    m_intro->setText(m_campaign.caps.empty() ? tr("No cap: a user may see it any number of times.")
                                             : tr("One user sees at most this many impressions"));
    if (m_list)
        m_list->deleteLater();
    m_list = new QWidget;
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    m_column->insertWidget(1, m_list);
    for (std::size_t place = 0; place < m_campaign.caps.size(); ++place)
        addRow(place);
    m_add->setEnabled(freeCap(m_campaign.caps).has_value());
}

void CapsTab::addRow(std::size_t place)
{
    const FrequencyCap& cap = m_campaign.caps[place];
    auto* limit = new QSpinBox;
    limit->setRange(1, kMostImpressions);
    limit->setKeyboardTracking(false);
    limit->setValue(cap.limit);
    limit->setAccessibleName(tr("Most impressions"));
    auto* window = new QComboBox;
    for (std::size_t i = 0; i < model::kCapWindowNames.size(); ++i)
        window->addItem(tr("per %1", "a time").arg(words::capWindow(static_cast<CapWindow>(i))));
    window->setCurrentIndex(static_cast<int>(cap.window));
    window->setAccessibleName(tr("Window of the cap"));
    auto* scope = new QComboBox;
    for (std::size_t i = 0; i < model::kCapScopeNames.size(); ++i)
        scope->addItem(words::capScope(static_cast<CapScope>(i)));
    scope->setCurrentIndex(static_cast<int>(cap.scope));
    scope->setAccessibleName(tr("Scope of the cap"));
    auto* remove = Button::iconOnly(QStringLiteral("close"), tr("Remove this cap"));
    auto* row = new QHBoxLayout;
    row->addWidget(limit);
    row->addWidget(window, 1);
    row->addWidget(scope, 1);
    row->addWidget(remove);
    static_cast<QVBoxLayout*>(m_list->layout())->addLayout(row);
    connect(limit, &QSpinBox::valueChanged, this, [this, place](int value) {
        change([=](auto& caps) { caps[place].limit = static_cast<std::uint16_t>(value); });
    });
    connect(window, &QComboBox::activated, this, [this, place](int value) {
        change([=](auto& caps) { caps[place].window = static_cast<CapWindow>(value); });
    });
    connect(scope, &QComboBox::activated, this, [this, place](int value) {
        change([=](auto& caps) { caps[place].scope = static_cast<CapScope>(value); });
    });
    connect(remove, &QPushButton::clicked, this, [this, place] {
        change([=](auto& caps) { caps.erase(caps.begin() + static_cast<std::ptrdiff_t>(place)); });
    });
}

void CapsTab::addCap()
{
    change([](std::vector<FrequencyCap>& caps) {
        if (const std::optional<FrequencyCap> cap = freeCap(caps))
            caps.push_back(*cap);
    });
}

void CapsTab::change(const std::function<void(std::vector<FrequencyCap>&)>& edit)
{
    model::Campaign changed = m_campaign;
    edit(changed.caps);
    if (changed.caps == m_campaign.caps)
        return;
    const QString step = tr("caps of %1", "undo").arg(QString::fromStdString(changed.name));
    // The row that speaks is made anew by the edit.
    QMetaObject::invokeMethod(
        this, [this, changed, step] { Q_EMIT edited(changed, step); }, Qt::QueuedConnection);
}

} // namespace gavel::campaigns
