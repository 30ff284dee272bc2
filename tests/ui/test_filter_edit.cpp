// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QtTest>

using namespace gavel::widgets;
using State = FilterVerdict::State;

namespace {

/// A language of one word: "price" is valid, a beginning of it unfinished.
FilterVerdict checkPrice(const QString& text)
{
    const QString word = text.trimmed();
    if (word == u"price")
        return {State::Valid, {}, -1};
    if (QStringLiteral("price").startsWith(word))
        return {State::Unfinished, QStringLiteral("a field is missing"), 0};
    return {State::Wrong, QStringLiteral("there is no field \"%1\"").arg(word), 0};
}

} // namespace

class TestFilterEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typingGoesFromUnfinishedToValid();
    void aWrongTextIsNotApplied();
    void enterAppliesAtOnce();
    void theSameTextIsAppliedOnce();
    void emptyShowsEverything();
    void conditionsAreJoinedWithAnd();
    void everyPartHasAName();

private:
    void type(const QString& text);
    FilterEdit* m_filter = nullptr;
    QPlainTextEdit* m_editor = nullptr;
};

void TestFilterEdit::init()
{
    m_filter = new FilterEdit(QStringLiteral("Filter of auctions"));
    m_filter->setCheck(checkPrice);
    m_filter->show();
    m_editor = m_filter->findChild<QPlainTextEdit*>();
}

void TestFilterEdit::cleanup()
{
    delete m_filter;
}

void TestFilterEdit::type(const QString& text)
{
    QTest::keyClicks(m_editor, text);
}

void TestFilterEdit::typingGoesFromUnfinishedToValid()
{
    QList<State> seen;
    connect(m_filter, &FilterEdit::verdictChanged, this,
            [&](const FilterVerdict& verdict) { seen << verdict.state; });
    type(QStringLiteral("price"));
    QCOMPARE(seen.first(), State::Unfinished);
    QCOMPARE(m_filter->verdict().state, State::Valid);
}

void TestFilterEdit::aWrongTextIsNotApplied()
{
    QSignalSpy applied(m_filter, &FilterEdit::applied);
    type(QStringLiteral("prize"));
    QTest::keyClick(m_editor, Qt::Key_Return);
    QCOMPARE(m_filter->verdict().state, State::Wrong);
    QCOMPARE(m_filter->verdict().words, QStringLiteral("there is no field \"prize\""));
    QTest::qWait(250);
    QCOMPARE(applied.count(), 0);
}

void TestFilterEdit::enterAppliesAtOnce()
{
    QSignalSpy applied(m_filter, &FilterEdit::applied);
    type(QStringLiteral("price"));
    QTest::keyClick(m_editor, Qt::Key_Return);
    QCOMPARE(applied.count(), 1);
    QCOMPARE(applied.first().first().toString(), QStringLiteral("price"));
    QVERIFY(!m_filter->text().contains(u'\n'));
}

void TestFilterEdit::theSameTextIsAppliedOnce()
{
    QSignalSpy applied(m_filter, &FilterEdit::applied);
    m_filter->setText(QStringLiteral("price"));
    QTest::keyClick(m_editor, Qt::Key_Return);
    m_filter->setText(QStringLiteral(" price "));
    QCOMPARE(applied.count(), 1);
}

void TestFilterEdit::emptyShowsEverything()
{
    m_filter->setText(QStringLiteral("price"));
    QSignalSpy applied(m_filter, &FilterEdit::applied);
    m_filter->setText({});
    QCOMPARE(m_filter->verdict().state, State::Empty);
    QCOMPARE(applied.count(), 1);
    QCOMPARE(applied.first().first().toString(), QString());
}

void TestFilterEdit::conditionsAreJoinedWithAnd()
{
    m_filter->addCondition(QStringLiteral("price"));
    QCOMPARE(m_filter->text(), QStringLiteral("price"));
    m_filter->addCondition(QStringLiteral("lost"));
    QCOMPARE(m_filter->text(), QStringLiteral("price and lost"));
}

void TestFilterEdit::everyPartHasAName()
{
    QCOMPARE(m_editor->accessibleName(), QStringLiteral("Filter of auctions"));
    for (const QAbstractButton* child : m_filter->findChildren<QAbstractButton*>())
        QVERIFY(!child->accessibleName().isEmpty());
}

QTEST_MAIN(TestFilterEdit)
#include "test_filter_edit.moc"
