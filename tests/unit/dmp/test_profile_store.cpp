// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dmp/profile_store.h"

#include <QtTest>

using namespace gavel;

class TestProfileStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsOfEveryLengthAreFoundAgain()
    {
        dmp::ProfileStore store;
        std::vector<std::string> ids;
        for (std::size_t length = 1; length <= 64; ++length)
            for (const char letter : {'a', 'b'})
                ids.emplace_back(length, letter);
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(store.findOrAdd(ids[i]), static_cast<dmp::ProfileStore::Profile>(i + 1));
        QCOMPARE(store.size(), ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(store.find(ids[i]), static_cast<dmp::ProfileStore::Profile>(i + 1));
            QCOMPARE(store.userId(static_cast<dmp::ProfileStore::Profile>(i + 1)),
                     std::string_view(ids[i]));
        }
        QCOMPARE(store.find("c"), dmp::ProfileStore::Profile{0});
        QCOMPARE(store.find(""), dmp::ProfileStore::Profile{0});
        QCOMPARE(store.find(std::string(65, 'a')), dmp::ProfileStore::Profile{0});
    }

    void listsStayWithTheirProfileWhenOthersGrow()
    {
        dmp::ProfileStore store;
        const std::vector<Handle> few{7, 8};
        const std::vector<Handle> many(200, 9);
        const auto first = store.findOrAdd("first");
        store.setLists(first, few, {}, {&few[1], 1});
        for (int i = 0; i < 5000; ++i)
            store.setLists(store.findOrAdd("user-" + std::to_string(i % 100)), many, {}, {});
        const auto lists = store.lists(first);
        QCOMPARE(std::vector<Handle>(lists.interests.begin(), lists.interests.end()), few);
        QVERIFY(lists.behaviours.empty());
        QCOMPARE(lists.segments.size(), std::size_t{1});
        QCOMPARE(lists.segments[0], Handle{8});
    }
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "test_profile_store.moc"
