// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/documents_panel.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/numbers.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QPdfWriter>
#include <QPrinter>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>

namespace gavel::settlement {

using namespace widgets;

namespace {

constexpr int kResolution = 300;
constexpr int kMarginMm = 20;
constexpr int kPaperPoints = 10;

/// Lays rich text out on the pages of a device.
void printText(const QString& text, QPagedPaintDevice& device)
{
    QTextDocument document;
    QFont face = widgets::font(TextRole::Body);
    face.setPointSize(kPaperPoints);
    document.setDefaultFont(face);
    document.setHtml(text);
    document.print(&device);
}

} // namespace

DocumentsPanel::DocumentsPanel(QWidget* parent)
    : Panel(QString(), parent)
    , m_choice(new Segmented)
    , m_owner(new QComboBox)
    , m_number(new QComboBox)
    , m_paper(new QTextBrowser)
    , m_preview(new Button(QString()))
    , m_export(new Button(QString()))
    , m_issue(new Button(QString()))
{
    addHeaderWidget(m_choice);
    m_paper->setFrameShape(QFrame::NoFrame);
    m_paper->setOpenLinks(false);
    m_export->setOpensMenu(true);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    top->addWidget(m_owner, 1);
    top->addWidget(m_number, 1);
    column->addLayout(top);
    column->addWidget(m_paper, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kPadding, 6, space::kPadding, 6);
    foot->setSpacing(space::kCell);
    foot->addWidget(m_preview);
    foot->addWidget(m_export);
    foot->addStretch(1);
    foot->addWidget(m_issue);
    column->addLayout(foot);
    setBody(inner);
    connect(m_choice, &Segmented::chosen, this,
            [this](int index) { setWhich(static_cast<Which>(index)); });
    connect(m_owner, &QComboBox::activated, this, &DocumentsPanel::queryChanged);
    connect(m_number, &QComboBox::activated, this, &DocumentsPanel::refresh);
    connect(m_preview, &QPushButton::clicked, this, &DocumentsPanel::previewWanted);
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportWanted(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)));
    });
    connect(m_issue, &QPushButton::clicked, this, &DocumentsPanel::invoiceWanted);
    connect(&Theme::current(), &Theme::changed, this, &DocumentsPanel::refresh);
    retranslate();
}

void DocumentsPanel::setOwners(const std::vector<runtime::OwnerView>& owners)
{
    const bool same = std::ranges::equal(owners, m_owners, [](const auto& a, const auto& b) {
        return a.id == b.id && a.isPublisher == b.isPublisher && a.name == b.name;
    });
    if (same && m_owner->count() > 0)
        return;
    const runtime::OwnerView* before = owner();
    const std::string kept = before == nullptr ? std::string() : before->id;
    m_owners = owners;
    m_owner->clear();
    for (const runtime::OwnerView& one : m_owners)
        m_owner->addItem(one.isPublisher ? tr("%1, publisher").arg(words::of(one.name))
                                         : words::of(one.name),
                         words::of(one.id));
    choose(words::of(kept));
}

void DocumentsPanel::choose(const QString& advertiser)
{
    if (const int place = m_owner->findData(advertiser); place >= 0)
        m_owner->setCurrentIndex(place);
}

void DocumentsPanel::choosePublisher()
{
    const auto publisher = std::ranges::find_if(m_owners, &runtime::OwnerView::isPublisher);
    if (publisher == m_owners.end())
        return;
    m_owner->setCurrentIndex(static_cast<int>(publisher - m_owners.begin()));
    Q_EMIT queryChanged();
}

const runtime::OwnerView* DocumentsPanel::owner() const
{
    const auto place = static_cast<std::size_t>(m_owner->currentIndex());
    return m_owner->currentIndex() < 0 || place >= m_owners.size() ? nullptr : &m_owners[place];
}

void DocumentsPanel::setWhich(Which which)
{
    m_which = which;
    m_choice->setCurrent(static_cast<int>(which));
    refresh();
    Q_EMIT queryChanged();
}

void DocumentsPanel::setStatement(const Result<runtime::StatementView>& statement, int utcOffset)
{
    m_utcOffset = utcOffset;
    clearEmpty();
    clearError();
    m_statement.reset();
    if (statement)
        m_statement = *statement;
    else
        setError({words::of(statement.error().where),
                  words::of(statement.error().what),
                  words::of(statement.error().advice),
                  {},
                  {}});
    refresh();
    touch();
}

void DocumentsPanel::setInvoices(const std::vector<runtime::InvoiceView>& invoices, int utcOffset)
{
    m_utcOffset = utcOffset;
    m_invoices = invoices;
    showNumbers();
    refresh();
}

void DocumentsPanel::showNumbers()
{
    const QString before = m_number->currentData().toString();
    m_number->clear();
    for (const runtime::InvoiceView& invoice : m_invoices)
        m_number->addItem(
            QStringLiteral("%1, %2").arg(words::of(invoice.number),
                                         numbers::date(invoice.to.value - 1, m_utcOffset)),
            words::of(invoice.number));
    showInvoice(before);
}

void DocumentsPanel::showInvoice(const QString& number)
{
    if (const int place = m_number->findData(number); place >= 0)
        m_number->setCurrentIndex(place);
    refresh();
}

const runtime::InvoiceView* DocumentsPanel::invoice() const
{
    const auto place = static_cast<std::size_t>(m_number->currentIndex());
    return m_number->currentIndex() < 0 || place >= m_invoices.size() ? nullptr
                                                                      : &m_invoices[place];
}

QString DocumentsPanel::textWith(const DocumentInk& ink) const
{
    if (m_which == Which::Statement)
        return m_statement ? statementText(*m_statement, m_utcOffset, ink) : QString();
    return invoice() ? invoiceText(*invoice(), m_utcOffset, ink) : QString();
}

void DocumentsPanel::refresh()
{
    m_number->setVisible(m_which == Which::Invoices);
    QString text = textWith(DocumentInk::screen());
    const bool isThere = !text.isEmpty();
    if (!isThere)
        text = m_which == Which::Statement
            ? tr("The statement is being read from the events of the day.")
            : tr("No invoice was issued yet. “Invoice…” issues one for the day that is shown, once "
                 "it is closed.");
    if (text != m_paper->property("shown").toString()) {
        const int place = m_paper->verticalScrollBar()->value();
        m_paper->setProperty("shown", text);
        m_paper->document()->setDocumentMargin(space::kPadding);
        m_paper->document()->setDefaultFont(widgets::font(TextRole::Body));
        m_paper->setHtml(text);
        m_paper->verticalScrollBar()->setValue(place);
    }
    m_preview->setEnabled(isThere);
    m_export->setEnabled(isThere);
    m_issue->setEnabled(owner() != nullptr && !owner()->isPublisher);
    m_issue->setToolTip(m_issue->isEnabled() ? QString()
                                             : tr("Publishers are paid, not invoiced."));
}

QString DocumentsPanel::shownText() const
{
    return m_paper->toPlainText();
}

void DocumentsPanel::setNothing(const QString& sentence)
{
    m_statement.reset();
    m_invoices.clear();
    m_owners.clear();
    m_owner->clear();
    m_number->clear();
    refresh();
    setEmpty(sentence);
    touch();
}

void DocumentsPanel::print(QPrinter& printer) const
{
    printText(textWith(DocumentInk::paper()), printer);
}

QString DocumentsPanel::savePdf(const QString& file) const
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return out.errorString();
    QPdfWriter writer(&out);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm),
                          QPageLayout::Millimeter);
    printText(textWith(DocumentInk::paper()), writer);
    return out.error() == QFileDevice::NoError ? QString() : out.errorString();
}

void DocumentsPanel::retranslate()
{
    setTitle(tr("Documents"));
    m_choice->setChoices({tr("Statement"), tr("Invoices")});
    m_choice->setCurrent(static_cast<int>(m_which));
    m_preview->setText(tr("Print preview"));
    m_export->setText(tr("Export"));
    m_issue->setText(tr("Invoice…"));
    m_owner->setAccessibleName(tr("Whose documents"));
    m_number->setAccessibleName(tr("Number of the invoice"));
    m_paper->setAccessibleName(tr("Document"));
    refresh();
}

} // namespace gavel::settlement
