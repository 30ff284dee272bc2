// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/draft/edit_together.h"

#include "ui/bridge/guarded_answer.h"
#include "ui/campaigns/campaign_fields.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QThreadPool>

namespace gavel::campaigns {

using namespace widgets;
using bridge::CampaignPtr;
using model::Campaign;

namespace {

constexpr std::size_t kAtOnce = 500; ///< more are copied where the window does not wait for it
constexpr std::int64_t kCent = 10'000;
constexpr std::int64_t kWhole = 100'000'000; ///< 100 % in millionths

/// Rounded half away from zero to whole cents.
Money rounded(Money amount)
{
    const std::int64_t half = amount.micros < 0 ? -kCent / 2 : kCent / 2;
    return {(amount.micros + half) / kCent * kCent};
}

Money applied(Money before, EditTogether::How how, Money value)
{
    if (how == EditTogether::How::Set)
        return value;
    const std::int64_t percent = how == EditTogether::How::Raise ? value.micros : -value.micros;
    // Whole and rest apart, so that large amounts do not overflow.
    const std::int64_t whole = before.micros / kWhole * percent;
    const std::int64_t rest = before.micros % kWhole * percent / kWhole;
    return rounded({before.micros + whole + rest});
}

std::optional<Money> valueOf(const Campaign& campaign, EditTogether::What what)
{
    if (what == EditTogether::What::Bid)
        return bidOf(campaign.strategy);
    return campaign.budgetDay;
}

/// Nothing when it stays as it is.
std::optional<Money> amountAfter(const Campaign& campaign, const EditTogether::Change& change)
{
    const std::optional<Money> old = valueOf(campaign, change.what);
    if (!old)
        return std::nullopt;
    const Money amount = applied(*old, change.how, change.value);
    return amount == *old ? std::nullopt : std::optional(amount);
}

} // namespace

std::vector<CampaignPtr> EditTogether::changed(const std::vector<CampaignPtr>& before,
                                               const Change& change)
{
    std::vector<CampaignPtr> all;
    all.reserve(before.size());
    for (const CampaignPtr& old : before) {
        const std::optional<Money> amount = amountAfter(*old, change);
        if (!amount)
            continue;
        auto campaign = std::make_shared<Campaign>(*old);
        if (change.what == What::Bid)
            setBid(campaign->strategy, *amount);
        else
            campaign->budgetDay = *amount;
        all.push_back(std::move(campaign));
    }
    return all;
}

EditTogether::EditTogether(bridge::CampaignDraft& draft, QWidget* parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_what(new QComboBox)
    , m_how(new QComboBox)
    , m_value(new QLineEdit)
    , m_preview(new QLabel)
    , m_apply(new Button(QString()))
    , m_close(Button::iconOnly(QStringLiteral("close"), QString()))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kCell, 5, space::kCell, 5);
    m_value->setFixedWidth(90);
    m_value->setAlignment(Qt::AlignRight);
    row->addWidget(m_what);
    row->addWidget(m_how);
    row->addWidget(m_value);
    row->addWidget(m_preview, 1);
    row->addWidget(m_apply);
    row->addWidget(m_close);
    connect(m_what, &QComboBox::currentIndexChanged, this, &EditTogether::preview);
    connect(m_how, &QComboBox::currentIndexChanged, this, &EditTogether::preview);
    connect(m_value, &QLineEdit::textChanged, this, &EditTogether::preview);
    connect(m_value, &QLineEdit::returnPressed, this, &EditTogether::apply);
    connect(m_apply, &QPushButton::clicked, this, &EditTogether::apply);
    connect(m_close, &QPushButton::clicked, this, &EditTogether::closed);
    retranslate();
}

void EditTogether::retranslate()
{
    const QSignalBlocker quietWhat(m_what);
    const QSignalBlocker quietHow(m_how);
    const int what = std::max(0, m_what->currentIndex());
    const int how = std::max(0, m_how->currentIndex());
    m_what->clear();
    m_what->addItems({tr("Day budget"), tr("Bid or target")});
    m_what->setCurrentIndex(what);
    m_how->clear();
    m_how->addItems({tr("set to"), tr("raise by %"), tr("lower by %")});
    m_how->setCurrentIndex(how);
    m_what->setAccessibleName(tr("What to change"));
    m_how->setAccessibleName(tr("How to change it"));
    m_value->setAccessibleName(tr("Value"));
    m_apply->setText(tr("Apply"));
    m_close->setAccessibleName(tr("Close"));
    preview();
}

void EditTogether::setIds(std::vector<std::string> ids)
{
    if (ids == m_ids)
        return;
    m_ids = std::move(ids);
    if (isVisible())
        preview();
}

void EditTogether::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    preview();
}

void EditTogether::takeFocus()
{
    m_value->setFocus();
    m_value->selectAll();
}

std::optional<EditTogether::Change> EditTogether::change() const
{
    const std::optional<Money> value = readAmount(m_value->text());
    if (!value)
        return std::nullopt;
    return Change{static_cast<What>(m_what->currentIndex()),
                  static_cast<How>(m_how->currentIndex()), *value};
}

std::vector<CampaignPtr> EditTogether::chosen() const
{
    std::vector<CampaignPtr> all;
    all.reserve(m_ids.size());
    for (const std::string& id : m_ids) {
        CampaignPtr campaign = m_draft.share(id);
        if (campaign && m_draft.changeOf(id) != bridge::DraftChange::Removed)
            all.push_back(std::move(campaign));
    }
    return all;
}

void EditTogether::preview()
{
    if (m_busy)
        return;
    const std::optional<Change> wanted = change();
    if (!wanted) {
        m_preview->setText(m_value->text().isEmpty() ? tr("Type a number.")
                                                     : tr("This is not a number."));
        m_apply->setEnabled(false);
        return;
    }
    int count = 0;
    Money sumBefore;
    Money sumAfter;
    for (const CampaignPtr& campaign : chosen()) {
        const std::optional<Money> after = amountAfter(*campaign, *wanted);
        if (!after)
            continue;
        ++count;
        sumBefore += valueOf(*campaign, wanted->what).value_or(Money{});
        sumAfter += *after;
    }
    m_preview->setText(count == 0 ? tr("Nothing changes.")
                                  : tr("%n campaign(s): sum %1 becomes %2.", nullptr, count)
                                        .arg(numbers::amount(sumBefore.micros, 2),
                                             numbers::amount(sumAfter.micros, 2)));
    m_apply->setEnabled(count > 0);
}

QString EditTogether::step(int count) const
{
    const QString value = m_value->text().trimmed();
    const QString what = m_what->currentText();
    switch (static_cast<How>(m_how->currentIndex())) {
    case How::Raise:
        return tr("raise of %1 by %2 % (%3)", "undo: column, number, campaigns")
            .arg(what, value)
            .arg(count);
    case How::Lower:
        return tr("cut of %1 by %2 % (%3)", "undo: column, number, campaigns")
            .arg(what, value)
            .arg(count);
    case How::Set:
        break;
    }
    return tr("%1 to %2 (%3)", "undo: column, value, campaigns").arg(what, value).arg(count);
}

void EditTogether::apply()
{
    const std::optional<Change> wanted = change();
    if (!wanted || m_busy)
        return;
    std::vector<CampaignPtr> before = chosen();
    if (before.size() <= kAtOnce) {
        finish(changed(before, *wanted));
        return;
    }
    setBusy(true);
    m_preview->setText(tr("Changing %n campaign(s)…", nullptr, static_cast<int>(before.size())));
    const auto done = [this, version = m_draft.version()](const std::vector<CampaignPtr>& after) {
        setBusy(false);
        if (isHidden()) // closed meanwhile: nothing is changed
            return;
        // What was edited meanwhile must not be lost.
        if (version == m_draft.version())
            finish(after);
        else
            apply();
    };
    bridge::askGuarded(
        *QThreadPool::globalInstance(), qApp, this,
        [campaigns = std::move(before), asked = *wanted] { return changed(campaigns, asked); },
        done);
}

void EditTogether::finish(const std::vector<CampaignPtr>& after)
{
    if (after.empty())
        return;
    m_draft.put(step(static_cast<int>(after.size())), after);
    Q_EMIT closed();
}

void EditTogether::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_what, m_how, m_value, m_apply})
        widget->setEnabled(!busy);
}

void EditTogether::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace gavel::campaigns
