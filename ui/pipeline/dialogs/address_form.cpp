// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dialogs/address_form.h"

#include <QFormLayout>

namespace gavel::pipeline_page {

namespace {

constexpr int kHeadersMargin = 14; // frame and document margin of the editor

} // namespace

AddressForm::AddressForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_events(addLine(tr("Events at"), tr("/events; nothing: a page is their list")))
    , m_next(addLine(tr("Next cursor at"), tr("/next, or a header: X-Next")))
    , m_parameter(addLine(tr("Cursor is sent as"), tr("after; or write {cursor} in the address")))
    , m_first(addLine(tr("First cursor"), tr("none")))
    , m_headers(new QPlainTextEdit)
    , m_kind(new QComboBox)
    , m_allowHost(new QCheckBox(tr("This host is meant, although private or with another port")))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_headers->setPlaceholderText(tr("Authorization: Bearer …, one a line"));
    m_headers->setAccessibleName(tr("Request headers"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(2 * fontMetrics().lineSpacing() + kHeadersMargin);
    m_rows->addRow(tr("Request headers"), m_headers);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &AddressForm::changed);
    m_kind->addItem(tr("60 s, a third party"), QStringLiteral("third_party"));
    m_kind->addItem(tr("30 s, an ad server"), QStringLiteral("ad_server"));
    m_kind->addItem(tr("10 s, metrics"), QStringLiteral("metrics"));
    m_kind->setAccessibleName(tr("Waits at most"));
    m_rows->addRow(tr("Waits at most"), m_kind);
    m_rows->addRow(QString(), m_allowHost);
    connect(m_kind, &QComboBox::activated, this, &AddressForm::changed);
    connect(m_allowHost, &QCheckBox::toggled, this, &AddressForm::changed);
}

QLineEdit* AddressForm::addLine(const QString& label, const QString& hint)
{
    auto* line = new QLineEdit;
    line->setPlaceholderText(hint);
    line->setAccessibleName(label);
    m_rows->addRow(label, line);
    connect(line, &QLineEdit::textChanged, this, &AddressForm::changed);
    return line;
}

runtime::AddressOrder AddressForm::order() const
{
    const auto typed = [](const QLineEdit* line) { return line->text().trimmed().toStdString(); };
    runtime::AddressOrder order;
    order.events = typed(m_events);
    // A place in the page begins with a slash, a header's name never does.
    const std::string next = typed(m_next);
    (next.starts_with('/') ? order.nextCursor : order.nextHeader) = next;
    order.cursorParameter = typed(m_parameter);
    order.firstCursor = typed(m_first);
    for (const QString& header : m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts))
        order.headers.push_back(header.trimmed().toStdString());
    order.kind = m_kind->currentData().toString().toStdString();
    order.allowHost = m_allowHost->isChecked();
    return order;
}

} // namespace gavel::pipeline_page
