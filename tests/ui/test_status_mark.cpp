// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_mark.h"

#include <QtTest>

#include <set>

using namespace gavel::widgets;

namespace {

QImage drawn(Mark mark, const QColor& ink)
{
    QImage image(24, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintMark(painter, image.rect(), mark, ink, 20);
    return image;
}

} // namespace

class TestStatusMark : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyShapeDrawsAndDiffersWithoutColour();
    void theShapeStaysInItsBox();
    void noneDrawsNothing();
    void wordsTakeTheColourOfTheirMark();
};

void TestStatusMark::everyShapeDrawsAndDiffersWithoutColour()
{
    std::set<QByteArray> seen;
    for (int i = 1; i < kMarkCount; ++i) {
        const QImage image = drawn(static_cast<Mark>(i), Qt::black);
        const QByteArray pixels(reinterpret_cast<const char*>(image.constBits()),
                                image.sizeInBytes());
        QVERIFY2(seen.insert(pixels).second,
                 qPrintable(QStringLiteral("mark %1 looks like another").arg(i)));
    }
}

void TestStatusMark::theShapeStaysInItsBox()
{
    for (int i = 1; i < kMarkCount; ++i) {
        const QImage image = drawn(static_cast<Mark>(i), Qt::black);
        for (int at = 0; at < 24; ++at) {
            QCOMPARE(image.pixelColor(at, 0), QColor(Qt::white));
            QCOMPARE(image.pixelColor(0, at), QColor(Qt::white));
            QCOMPARE(image.pixelColor(at, 23), QColor(Qt::white));
            QCOMPARE(image.pixelColor(23, at), QColor(Qt::white));
        }
    }
}

void TestStatusMark::noneDrawsNothing()
{
    QImage white(24, 24, QImage::Format_RGB32);
    white.fill(Qt::white);
    QCOMPARE(drawn(Mark::None, Qt::black), white);
}

void TestStatusMark::wordsTakeTheColourOfTheirMark()
{
    QCOMPARE(markToken(Mark::Good), Token::Good);
    QCOMPARE(markToken(Mark::Draft), Token::Warn);
    QCOMPARE(markToken(Mark::Waiting), Token::T2);
    QCOMPARE(markToken(Mark::Refused), Token::Info);
    QCOMPARE(markToken(Mark::Cancelled), Token::T3);
}

QTEST_MAIN(TestStatusMark)
#include "test_status_mark.moc"
