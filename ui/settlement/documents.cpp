// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settlement/documents.h"

#include "ui/settlement/settlement_words.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

namespace gavel::settlement {

using namespace widgets;

namespace {

struct Documents
{
    Q_DECLARE_TR_FUNCTIONS(Documents)
};

/// Rows of three columns: what, how much of it, amount.
class Paper
{
public:
    explicit Paper(const DocumentInk& ink)
        : m_ink(ink)
    {
    }

    void head(const QString& name, const QString& what, const QString& state)
    {
        m_text += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='0'><tr><td><b>%1"
                                 "</b><br/>%2</td><td align='right'><b>%3</b></td></tr></table>"
                                 "<p style='font-size:4px'>&nbsp;</p>")
                      .arg(name.toHtmlEscaped(), what.toHtmlEscaped(), state.toHtmlEscaped());
    }
    void open()
    {
        m_text += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'>");
    }
    void close() { m_text += QStringLiteral("</table>"); }
    void row(const QString& what, const QString& detail, const QString& amount)
    {
        m_text += QStringLiteral("<tr><td>%1</td><td align='right' style='color:%4'>%2</td><td "
                                 "align='right'>%3</td></tr>")
                      .arg(what.toHtmlEscaped(), detail.toHtmlEscaped(), amount.toHtmlEscaped(),
                           m_ink.quiet.name());
    }
    void titles(const QString& what, const QString& detail, const QString& amount)
    {
        m_text += QStringLiteral("<tr style='color:%4'><td>%1</td><td align='right'>%2</td><td "
                                 "align='right'>%3</td></tr>")
                      .arg(what.toHtmlEscaped(), detail.toHtmlEscaped(), amount.toHtmlEscaped(),
                           m_ink.quiet.name());
        line();
    }
    void sum(const QString& what, const QString& detail, const QString& amount)
    {
        line();
        m_text += QStringLiteral("<tr><td><b>%1</b></td><td align='right' style='color:%4'>%2</td>"
                                 "<td align='right'><b>%3</b></td></tr>")
                      .arg(what.toHtmlEscaped(), detail.toHtmlEscaped(), amount.toHtmlEscaped(),
                           m_ink.quiet.name());
    }
    void line()
    {
        m_text += QStringLiteral("<tr><td colspan='3' style='font-size:1px; background-color:%1; "
                                 "padding:0px'>&nbsp;</td></tr>")
                      .arg(m_ink.line.name());
    }
    void space() { m_text += QStringLiteral("<tr><td colspan='3'>&nbsp;</td></tr>"); }
    void sentence(const QString& text)
    {
        m_text += QStringLiteral("<p style='color:%2'>%1</p>")
                      .arg(text.toHtmlEscaped(), m_ink.quiet.name());
    }
    QString text() const
    {
        return QStringLiteral("<html><body style='color:%1'>%2</body></html>")
            .arg(m_ink.text.name(), m_text);
    }

private:
    const DocumentInk& m_ink;
    QString m_text;
};

QString period(TimeMs from, TimeMs to, int utcOffset)
{
    const QString first = numbers::date(from.value, utcOffset);
    const QString last = numbers::date(to.value - 1, utcOffset);
    return first == last ? first : Documents::tr("%1 to %2", "date, date").arg(first, last);
}

QString counted(std::int64_t count)
{
    return count == 0 ? QString() : numbers::count(count);
}

/// What was delivered, and who has it.
void addDelivery(Paper& paper, const runtime::StatementView& statement)
{
    using Kind = runtime::StatementLineKind;
    const auto shown = [&](Money amount) { return words::amount(amount, statement.currency); };
    std::uint64_t impressions = 0;
    for (const runtime::StatementLine& line : statement.lines)
        impressions += line.impressions;
    for (const runtime::StatementLine& line : statement.lines) {
        if (line.kind == Kind::Movement)
            continue;
        if (line.kind == Kind::Media)
            paper.sum(statement.isPublisher ? Documents::tr("Earned") : words::statementLine(line),
                      counted(static_cast<std::int64_t>(impressions)), shown(line.amount));
        else
            paper.row(words::statementLine(line),
                      line.kind == Kind::Delivery
                          ? counted(static_cast<std::int64_t>(line.impressions))
                          : numbers::percentOf(static_cast<double>(line.amount.micros),
                                               static_cast<double>(statement.charged.micros), 1),
                      shown(line.amount));
    }
}

/// From the balance before to the balance now.
void addBalance(Paper& paper, const runtime::StatementView& statement, int utcOffset)
{
    const auto shown = [&](Money amount) { return words::amount(amount, statement.currency); };
    const bool isPublisher = statement.isPublisher;
    const QString begin = numbers::dateTime(statement.from.value, utcOffset);
    paper.row(isPublisher ? Documents::tr("Owed at %1").arg(begin)
                          : Documents::tr("Wallet at %1").arg(begin),
              {}, shown(statement.walletBefore));
    for (const runtime::StatementLine& line : statement.lines) {
        if (line.kind != runtime::StatementLineKind::Movement)
            continue;
        const QString why
            = line.reason.empty() ? QString() : QStringLiteral(", ") + words::of(line.reason);
        paper.row(words::statementLine(line), words::transfer(line.transfer) + why,
                  shown(line.amount));
    }
    paper.row(isPublisher ? Documents::tr("Earned") : Documents::tr("Charged"), {},
              shown(isPublisher ? statement.charged : Money{} - statement.charged));
    paper.sum(isPublisher ? Documents::tr("Owed now") : Documents::tr("Wallet now"), {},
              shown(statement.walletNow));
}

} // namespace

DocumentInk DocumentInk::screen()
{
    return {color(Token::T1), color(Token::T2), color(Token::Line2)};
}

DocumentInk DocumentInk::paper()
{
    return {Theme::colorIn(Mode::Light, Token::T1), Theme::colorIn(Mode::Light, Token::T2),
            Theme::colorIn(Mode::Light, Token::Line2)};
}

QString statementText(const runtime::StatementView& statement, int utcOffset,
                      const DocumentInk& ink)
{
    Paper paper(ink);
    paper.head(words::of(statement.ownerName),
               Documents::tr("Statement, %1").arg(period(statement.from, statement.to, utcOffset)),
               statement.provisional ? Documents::tr("PROVISIONAL") : Documents::tr("FINAL"));
    paper.open();
    paper.titles(statement.isPublisher ? Documents::tr("Placement") : Documents::tr("Campaign"),
                 Documents::tr("Impressions"), words::code(statement.currency));
    addDelivery(paper, statement);
    paper.space();
    addBalance(paper, statement, utcOffset);
    paper.close();
    paper.sentence(statement.provisional
                       ? Documents::tr("Windows of the period are still open, so amounts may grow.")
                       : Documents::tr("Every window of the period is closed."));
    return paper.text();
}

QString invoiceText(const runtime::InvoiceView& invoice, int utcOffset, const DocumentInk& ink)
{
    const auto shown = [&](Money amount) { return words::amount(amount, invoice.currency); };
    Paper paper(ink);
    const QString title
        = invoice.isCreditNote() ? Documents::tr("Credit note") : Documents::tr("Invoice");
    paper.head(words::of(invoice.ownerName),
               QStringLiteral("%1 %2").arg(title, words::of(invoice.number)),
               invoice.provisional ? Documents::tr("DRAFT") : QString());
    paper.open();
    paper.row(Documents::tr("Period"), {}, period(invoice.from, invoice.to, utcOffset));
    paper.row(Documents::tr("Issued"), {}, numbers::date(invoice.issuedAt.value, utcOffset));
    if (!invoice.isCreditNote())
        paper.row(Documents::tr("Due"), {}, numbers::date(invoice.dueAt.value, utcOffset));
    paper.space();
    paper.titles(Documents::tr("Campaign"), Documents::tr("Quantity"),
                 words::code(invoice.currency));
    for (const runtime::InvoiceLine& line : invoice.lines)
        paper.row(words::of(line.text), counted(line.quantity), shown(line.amount));
    paper.sum(Documents::tr("Net"), {}, shown(invoice.net));
    paper.row(Documents::tr("Tax"), {}, shown(invoice.tax));
    paper.sum(Documents::tr("Total"), {}, shown(invoice.total));
    paper.close();
    return paper.text();
}

} // namespace gavel::settlement
