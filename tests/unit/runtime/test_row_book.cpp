// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runtime/books/row_book.h"
#include "engine/runtime/books/trace_book.h"

#include <QtTest>

using namespace gavel;
using namespace gavel::runtime;

namespace {

/// Auctions 1 to `count`, of which the odd ones have their story.
void fill(RowBook& book, std::uint64_t count)
{
    for (std::uint64_t id = 1; id <= count; ++id) {
        model::AuctionRow row;
        row.id = id;
        row.traced = static_cast<std::uint8_t>(id % 2);
        book.add({&row, 1});
    }
}

QList<std::uint64_t> idsOf(const RowBook& book, const char* filter)
{
    static const model::Vocabulary kNothing;
    QList<std::uint64_t> ids;
    AuctionQuery query;
    query.filter = filter;
    query.count = 100;
    for (const model::AuctionRow& row : book.page(query, kNothing).value().rows)
        ids << row.id;
    return ids;
}

} // namespace

class RowBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoryThatIsGoneIsNotTold();
    void storiesLeaveWhenTheyTakeTooMuch();
};

void RowBookTest::aStoryThatIsGoneIsNotTold()
{
    RowBook book;
    fill(book, 10);
    using Ids = QList<std::uint64_t>;
    QCOMPARE(idsOf(book, "traced"), (Ids{9, 7, 5, 3, 1}));
    QCOMPARE(idsOf(book, "not traced"), (Ids{10, 8, 6, 4, 2}));
    const std::vector<std::uint64_t> gone{3, 7, 4, 99}; // 4 never had one, 99 was never here
    book.letGo(gone);
    QCOMPARE(idsOf(book, "traced"), (Ids{9, 5, 1}));
    QCOMPARE(idsOf(book, "not traced"), (Ids{10, 8, 7, 6, 4, 3, 2}));
    QCOMPARE(book.find(7)->traced, 0);
    fill(book, 2);
    QCOMPARE(idsOf(book, "traced"), (Ids{1, 9, 5, 1}));
}

void RowBookTest::storiesLeaveWhenTheyTakeTooMuch()
{
    TraceBook book;
    const std::size_t campaigns = (8U << 20) / sizeof(model::CampaignTrace); // 8 MiB a story
    std::vector<std::uint64_t> gone;
    for (std::uint64_t id = 1; id <= 40; ++id) {
        model::AuctionTrace trace;
        trace.row.id = id;
        trace.isSampled = id % 4 == 0;
        trace.campaigns.resize(campaigns);
        book.add(std::move(trace));
        for (const std::uint64_t auction : book.takeGone())
            gone.push_back(auction);
    }
    QVERIFY(gone.size() > 5 && gone.size() < 30); // 256 MiB are kept
    for (std::uint64_t id = 1; id <= 40; ++id)
        QCOMPARE(book.find(id) == nullptr, id <= gone.size());
    QCOMPARE(gone.front(), 1U);
    QCOMPARE(book.sampled(3).size(), 3U);
    QCOMPARE(book.sampled(100).size(), 10 - gone.size() / 4);
}

QTEST_GUILESS_MAIN(RowBookTest)
#include "test_row_book.moc"
