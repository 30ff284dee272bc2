// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pipeline/dead/dead_filter.h"

#include "ui/pipeline/pipeline_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <array>

namespace gavel::pipeline_page {

using widgets::FilterSpan;
using widgets::FilterVerdict;

namespace {

struct DeadFilterWords
{
    Q_DECLARE_TR_FUNCTIONS(DeadFilter)
};

constexpr std::array<const char*, 5> kDeadFields{"rule", "source", "text", "state", "minute"};
constexpr std::array<const char*, 4> kDeadStates{"open", "redriven", "discarded", "any"};

/// A word, an "=", or words in quotes.
struct DeadToken
{
    int start = 0;
    int length = 0;
    QString text;
    bool quoted = false;
    bool closed = true; ///< a quote that is open has no end
};

std::vector<DeadToken> tokensOf(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"x("(?<quoted>[^"]*)(?<end>"?)|(?<op>=)|(?<word>[^\s="]+))x"));
    std::vector<DeadToken> tokens;
    for (auto found = pattern.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        DeadToken token;
        token.start = static_cast<int>(match.capturedStart());
        token.length = static_cast<int>(match.capturedLength());
        token.quoted = match.captured().startsWith(u'"');
        token.text = token.quoted ? match.captured(QStringLiteral("quoted")) : match.captured();
        token.closed = !token.quoted || !match.captured(QStringLiteral("end")).isEmpty();
        tokens.push_back(token);
    }
    return tokens;
}

template<std::size_t N>
bool isOneOf(const std::array<const char*, N>& names, const QString& text)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return text == QLatin1String(name); });
}

template<std::size_t N>
bool mayBecomeOneOf(const std::array<const char*, N>& names, const QString& text)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return QLatin1String(name).startsWith(text); });
}

Error deadRefusal(bool unfinished, int column, const QString& what)
{
    return {unfinished ? "FILTER_UNFINISHED" : "FILTER_WRONG",
            "column " + std::to_string(column + 1), what.toStdString()};
}

/// Begin of a minute; 0 = it cannot be read as one.
TimeMs minuteOf(const QString& text, TimeMs now, int utcOffset)
{
    const qint64 shift = qint64{utcOffset} * base::kMinuteMs;
    const QDateTime there = QDateTime::fromMSecsSinceEpoch(now.value + shift, Qt::UTC);
    QDateTime minute = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd hh:mm"));
    if (!minute.isValid()) {
        const QTime time = QTime::fromString(text, QStringLiteral("h:mm"));
        if (!time.isValid())
            return {};
        minute = QDateTime(there.date(), time, Qt::UTC);
        if (minute > there)
            minute = minute.addDays(-1);
    }
    minute.setTimeSpec(Qt::UTC);
    return {minute.toMSecsSinceEpoch() - shift};
}

struct DeadReader
{
    TimeMs now;
    int utcOffset;
    QSet<QString> seen;
    runtime::DeadQuery query;

    /// A field name and "=" stand before the value.
    std::optional<Error> take(const DeadToken& field, const DeadToken& value, bool isLast)
    {
        const std::string text = value.text.toStdString();
        seen.insert(field.text);
        if (!value.closed)
            return deadRefusal(true, value.start + value.length,
                               DeadFilterWords::tr("the quotation mark is not closed"));
        if (field.text == u"rule")
            query.rule = text;
        else if (field.text == u"source")
            query.source = text;
        else if (field.text == u"text")
            query.text = text;
        else if (field.text == u"state")
            return takeState(value, isLast);
        else
            return takeMinute(value, isLast);
        return std::nullopt;
    }
    std::optional<Error> takeState(const DeadToken& value, bool isLast)
    {
        if (!isOneOf(kDeadStates, value.text))
            return deadRefusal(isLast && mayBecomeOneOf(kDeadStates, value.text), value.start,
                               DeadFilterWords::tr("a state is open, redriven, discarded or any"));
        query.state = value.text == u"any" ? std::string() : value.text.toStdString();
        return std::nullopt;
    }
    std::optional<Error> takeMinute(const DeadToken& value, bool isLast)
    {
        query.from = minuteOf(value.text, now, utcOffset);
        if (query.from == TimeMs{})
            return deadRefusal(
                isLast && value.length < 5, value.start,
                DeadFilterWords::tr("a minute is written 14:31 or \"2026-03-20 14:31\""));
        query.to = query.from + base::kMinuteMs;
        return std::nullopt;
    }
};

} // namespace

Result<runtime::DeadQuery> readDeadFilter(const QString& text, TimeMs now, int utcOffset)
{
    DeadReader reader{now, utcOffset, {}, {}};
    const std::vector<DeadToken> tokens = tokensOf(text);
    const int end = static_cast<int>(text.size());
    for (std::size_t at = 0; at < tokens.size();) {
        const DeadToken& field = tokens[at];
        const bool isLast = at + 1 == tokens.size();
        if (field.quoted || !isOneOf(kDeadFields, field.text))
            return deadRefusal(
                isLast && mayBecomeOneOf(kDeadFields, field.text), field.start,
                DeadFilterWords::tr("a field is rule, source, text, state or minute"));
        if (reader.seen.contains(field.text))
            return deadRefusal(false, field.start,
                               DeadFilterWords::tr("%1 is there twice").arg(field.text));
        if (isLast)
            return deadRefusal(true, end, DeadFilterWords::tr("= is to follow"));
        if (tokens[at + 1].text != u"=" || tokens[at + 1].quoted)
            return deadRefusal(false, tokens[at + 1].start, DeadFilterWords::tr("= is to follow"));
        if (at + 2 == tokens.size())
            return deadRefusal(true, end, DeadFilterWords::tr("a value is to follow"));
        const bool isLastTest = at + 3 == tokens.size();
        if (const auto wrong = reader.take(field, tokens[at + 2], isLastTest))
            return *wrong;
        at += 3;
        if (at == tokens.size())
            break;
        if (tokens[at].text != u"and" || tokens[at].quoted)
            return deadRefusal(at + 1 == tokens.size()
                                   && QStringLiteral("and").startsWith(tokens[at].text),
                               tokens[at].start, DeadFilterWords::tr("\"and\" is to follow"));
        if (++at == tokens.size())
            return deadRefusal(true, end, DeadFilterWords::tr("a field is to follow"));
    }
    return reader.query;
}

FilterVerdict judgeDeadFilter(const QString& text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto read = readDeadFilter(text, TimeMs{base::kDayMs}, 0);
    if (!read)
        return widgets::filterRefused(read.error().code, read.error().where, read.error().what);
    return {FilterVerdict::State::Valid, {}, -1};
}

std::vector<FilterSpan> deadFilterSpans(const QString& text)
{
    std::vector<FilterSpan> spans;
    std::size_t place = 0; // field, =, value, and
    for (const DeadToken& token : tokensOf(text)) {
        constexpr std::array kinds{FilterSpan::Kind::Field, FilterSpan::Kind::Operator,
                                   FilterSpan::Kind::Text, FilterSpan::Kind::Keyword};
        spans.push_back({token.start, token.length, kinds[place % kinds.size()]});
        ++place;
    }
    return spans;
}

QStringList deadFilterProposals(const QString& before, const QStringList& rules,
                                const QStringList& sources)
{
    const std::vector<DeadToken> tokens = tokensOf(before);
    const bool inWord = !before.isEmpty() && !before.back().isSpace() && before.back() != u'=';
    const std::size_t place = (tokens.size() - (inWord && !tokens.empty() ? 1 : 0)) % 4;
    QStringList proposals;
    if (place == 0)
        for (const char* field : kDeadFields)
            proposals << QString::fromLatin1(field);
    else if (place == 1)
        proposals << QStringLiteral("=");
    else if (place == 3)
        proposals << QStringLiteral("and");
    if (place != 2)
        return proposals;
    const QString field = tokens[tokens.size() - (inWord ? 3 : 2)].text;
    if (field == u"state")
        for (const char* state : kDeadStates)
            proposals << QString::fromLatin1(state);
    for (const QString& value : field == u"rule" ? rules
             : field == u"source"                ? sources
                                                 : QStringList())
        proposals << deadFilterValue(value);
    return proposals;
}

QString deadFilterValue(const QString& value)
{
    static const QRegularExpression plain(QStringLiteral(R"x(^[^\s="]+$)x"));
    return plain.match(value).hasMatch() && value != u"and"
        ? value
        : u'"' + QString(value).remove(u'"') + u'"';
}

} // namespace gavel::pipeline_page
