// SPDX-License-Identifier: GPL-3.0-or-later
// Every text of the window has its Chinese and Korean, and a translation keeps what the program
// fills in.
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

namespace {

struct Text
{
    QString source;
    QStringList translations; ///< one, or a form for each number
    bool isPlural = false;
    bool isFinished = false;
};

QList<Text> textsOf(const QString& language)
{
    QList<Text> texts;
    QFile file(QStringLiteral(GAVEL_SOURCE_DIR "/translations/gavel_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"message") {
            texts.append(Text{});
            texts.last().isPlural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
        } else if (xml.name() == u"source") {
            texts.last().source = xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            texts.last().translations << xml.readElementText();
        } else if (xml.name() == u"translation") {
            texts.last().isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            if (!texts.last().isPlural)
                texts.last().translations << xml.readElementText();
        }
    }
    return texts;
}

/// "%1", "%n" ... in the order of the alphabet, each as often as it stands there.
QStringList placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(?:L?[0-9]+|n)"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places << found.next().captured();
    places.sort();
    return places;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
        QTest::newRow("Korean") << QStringLiteral("ko");
    }
    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        const QList<Text> texts = textsOf(language);
        QVERIFY(texts.size() > 1000);
        for (const Text& text : texts) {
            QVERIFY2(text.isFinished && !text.translations.isEmpty(), qPrintable(text.source));
            for (const QString& translation : text.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(text.source));
                QVERIFY2(placesOf(translation) == placesOf(text.source),
                         qPrintable(text.source + QStringLiteral(" -> ") + translation));
            }
        }
    }
    /// English needs its two forms only.
    void everyEnglishNumberHasItsForms()
    {
        for (const Text& text : textsOf(QStringLiteral("en"))) {
            if (!text.isPlural)
                continue;
            QVERIFY2(text.isFinished, qPrintable(text.source));
            QCOMPARE(text.translations.size(), 2);
        }
    }
};

QTEST_APPLESS_MAIN(TranslationsTest)
#include "test_translations.moc"
