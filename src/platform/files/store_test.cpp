// Files of records on the engine under test: each content once, gone when nobody has it, whole or named as
// not.
#include <gtest/gtest.h>

#include "platform/base/form_key.h"
#include "platform/base/uuid.h"
#include "platform/db/error.h"
#include "platform/files/files_for_tests.h"
#include "platform/files/sweep.h"
#include "platform/jobs/runner.h"
#include "platform/testing/race.h"

namespace digilots::files {
namespace {

const Owner hall{"2281", "place", "hall"}, library{"2281", "place", "library"},
    elsewhere{"2280", "place", "hall"};

struct FilesWorld {
    base::TestClock clock{testing::at("2026-11-26T10:00:00Z")};
    testing::SharedDatabase servers;
    db::Database& database = *servers.first;

    static Media media(const std::string& bytes) { return {media_type("text/plain"), bytes}; }
    base::Result<File, Refused> try_add(db::Database& by, const Owner& owner, const Media& content,
                                        const Details& details = {"Namn"}) {
        return by.write(
            [&](db::Connection& c) { return files::add(c, owner, details, content, "anna", clock.now()); },
            db::Isolation::deciding);
    }
    File add(const Owner& owner, const std::string& bytes, const Details& details = {"Namn"}) {
        return try_add(database, owner, media(bytes), details).value();
    }
    bool remove(db::Database& by, const File& file) {
        return by.write([&](db::Connection& c) { return files::remove(c, file, clock.now()); },
                        db::Isolation::deciding);
    }
    std::vector<File> of(const Owner& owner) {
        return database.read([&](db::Connection& c) { return of_owner(c, owner); });
    }
    std::optional<std::string> bytes(const File& file) {
        return database.read(
            [&](db::Connection& c) { return content(c, file.owner.municipality_id, file.hash); });
    }
    void run(const char* statement) {
        database.write([&](db::Connection& c) { c.execute(db::Statement{"test", statement, statement}); });
    }
};

std::string all_bytes(std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 7 + i / 251);
    return bytes;
}

TEST(Files, ComeBackByteByByteHoweverLarge) {
    FilesWorld world;
    for (const std::size_t size : {1u, 512u * 1024u, 1'300'000u}) {
        const auto bytes = all_bytes(size);
        const auto file = world.add(hall, bytes);
        EXPECT_EQ(file.hash, base::sha256_hex(bytes));
        EXPECT_EQ(world.bytes(file), bytes) << size;
    }
    const auto all = world.of(hall);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].name, "Namn");
    EXPECT_EQ(all[0].added_by, "anna");
    EXPECT_EQ(all[0].file_name(), "namn.txt");
    EXPECT_TRUE(world.of(library).empty());
}

TEST(Files, OneContentIsKeptOnceAndGoesWithTheLastThatHasIt) {
    FilesWorld world;
    const auto first = world.add(hall, "samma"), second = world.add(library, "samma"),
               other = world.add(elsewhere, "samma");
    EXPECT_EQ(examine(world.database).files, 3);
    EXPECT_EQ(examine(world.database).bytes, 2 * 5) << "once a municipality";
    EXPECT_TRUE(world.remove(world.database, first));
    EXPECT_EQ(sweep(world.database), 0);
    EXPECT_EQ(world.bytes(second), "samma");
    EXPECT_TRUE(world.remove(world.database, second));
    EXPECT_EQ(sweep(world.database), 1);
    EXPECT_FALSE(world.bytes(second));
    EXPECT_EQ(world.bytes(other), "samma") << "another municipality's is its own";
}

TEST(Files, AJobTakesAwayWhatWasRemoved) {
    FilesWorld world;
    jobs::Runner runner(world.database, world.clock, {sweeping(world.database)});
    const auto file = world.add(hall, "borta");
    runner.run_due();
    EXPECT_TRUE(world.bytes(file));
    world.remove(world.database, file);
    EXPECT_TRUE(world.bytes(file)) << "beside requests";
    runner.run_due();
    EXPECT_FALSE(world.bytes(file));
}

TEST(Files, GoWithTheirRecord) {
    FilesWorld world;
    for (const char* content : {"a", "b"}) world.add(hall, content);
    const auto kept = world.add(library, "b");
    EXPECT_EQ(world.database.write([&](db::Connection& c) { return remove_all(c, hall, world.clock.now()); }),
              2);
    EXPECT_EQ(sweep(world.database), 1);
    EXPECT_EQ(world.bytes(kept), "b");
}

TEST(Files, TheSameFormAddsOnce) {
    FilesWorld world;
    const Details details{.name = "Blankett", .form_key = base::form_key_for("", world.clock.now())};
    const auto first = world.add(hall, "innehåll", details), again = world.add(hall, "innehåll", details);
    EXPECT_EQ(first.id, again.id);
    EXPECT_EQ(world.of(hall).size(), 1u);
    EXPECT_NE(world.add(hall, "annat", details).id, first.id);
}

TEST(Files, ARecordTakesTwentyAndSaysSo) {
    FilesWorld world;
    for (int i = 0; i < most_of_a_record; ++i) world.add(hall, std::to_string(i));
    const auto refused = world.try_add(world.database, hall, FilesWorld::media("en till"));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().words(i18n::translator("en")).find("at most 20 files"), std::string::npos);
    EXPECT_EQ(sweep(world.database), 0) << "nothing half-written";
    EXPECT_TRUE(world.try_add(world.database, library, FilesWorld::media("en till")));
}

TEST(Files, AFullMunicipalityTakesNoMoreAndAnotherDoes) {
    FilesWorld world;
    world.add(hall, "liten");
    world.run("UPDATE files_content SET bytes = 1073741823 WHERE municipality_id = '2281'");
    const auto refused = world.try_add(world.database, hall, FilesWorld::media("två"));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().words(i18n::translator("en")).find("may take 1,024 MB"), std::string::npos);
    EXPECT_TRUE(world.try_add(world.database, elsewhere, FilesWorld::media("två")));
}

TEST(Files, WhatIsSaidIsChangedByWhoHasSeenItLast) {
    FilesWorld world;
    const auto file = world.add(hall, "text");
    const auto change = [&](const File& seen, const char* name) {
        return world.database.write(
            [&](db::Connection& c) { return files::change(c, seen, {.name = name, .is_shown = true}); },
            db::Isolation::deciding);
    };
    EXPECT_TRUE(change(file, "Ett"));
    EXPECT_FALSE(change(file, "Två"));
    EXPECT_FALSE(world.remove(world.database, file)) << "somebody else has changed it";
    const auto now = world.of(hall).front();
    EXPECT_EQ(now.name, "Ett");
    EXPECT_TRUE(now.is_shown);
    EXPECT_TRUE(change(now, "Två"));
}

TEST(Files, WhatIsNotWholeIsNamed) {
    FilesWorld world;
    world.add(hall, "hel");
    EXPECT_TRUE(examine(world.database).faults.empty());
    const auto broken = world.add(library, all_bytes(600'000));
    world.run("DELETE FROM files_part WHERE part = 1");
    EXPECT_FALSE(world.bytes(broken));
    auto faults = examine(world.database).faults;
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_NE(faults[0].find("is not whole"), std::string::npos);
    const auto changed = world.add(elsewhere, "rätt");
    world.database.write([&](db::Connection& c) {
        c.execute(db::Statement{
            "test", "UPDATE files_part SET bytes = from_base64('ZmVsIQ==') WHERE municipality_id = '2280'",
            "UPDATE files_part SET bytes = decode('ZmVsIQ==', 'base64') WHERE municipality_id = '2280'"});
    });
    faults = examine(world.database).faults;
    EXPECT_EQ(faults.size(), 2u);
    EXPECT_EQ(examine(world.database, 1).faults.size(), 1u);
}

TEST(FilesAtTheSameTime, TheSameContentAddedByFourIsThereOnceForAllOfThem) {
    FilesWorld world;
    for (int round = 0; round < 8; ++round) {
        const auto bytes = "varv " + std::to_string(round);
        testing::race(4, [&](int runner) {
            const auto added =
                world.try_add(world.servers.of(runner), {"2281", "place", std::to_string(runner)},
                              FilesWorld::media(bytes));
            EXPECT_TRUE(added);
        });
        for (int runner = 0; runner < 4; ++runner)
            EXPECT_EQ(world.bytes(world.of({"2281", "place", std::to_string(runner)}).back()), bytes);
    }
    EXPECT_EQ(examine(world.database).files, 32);
    EXPECT_TRUE(examine(world.database).faults.empty());
}

TEST(FilesAtTheSameTime, WhatIsAddedWhileTheSameIsRemovedAndSweptIsThere) {
    FilesWorld world;
    for (int round = 0; round < 15; ++round) {
        const auto bytes = "innehåll " + std::to_string(round);
        const auto old = world.add(hall, bytes);
        std::optional<File> added;
        testing::race(3, [&](int runner) {
            auto& by = world.servers.of(runner);
            if (runner == 0) added = world.try_add(by, library, FilesWorld::media(bytes)).value();
            if (runner == 1) {
                EXPECT_TRUE(world.remove(by, old));
            }
            if (runner == 2) sweep(by);
        });
        sweep(world.database);
        ASSERT_TRUE(added);
        EXPECT_EQ(world.bytes(*added), bytes) << round;
        world.remove(world.database, *added);
    }
    sweep(world.database);
    EXPECT_EQ(examine(world.database).bytes, 0) << "and nothing is left that nobody has";
}

TEST(FilesAtTheSameTime, AnEndlessRowOfPeopleNeverAddsMoreThanARecordTakes) {
    FilesWorld world;
    for (int i = 0; i < most_of_a_record - 2; ++i) world.add(hall, std::to_string(i));
    const int added = testing::count_winners(6, [&](int runner) {
        return world
            .try_add(world.servers.of(runner), hall, FilesWorld::media("löpare " + std::to_string(runner)))
            .has_value();
    });
    EXPECT_EQ(added, 2);
    EXPECT_EQ(std::ssize(world.of(hall)), most_of_a_record);
}

TEST(Files, ATransactionThatFailsLeavesNothing) {
    FilesWorld world;
    EXPECT_THROW(world.database.write([&](db::Connection& c) {
        static_cast<void>(
            files::add(c, hall, {"Namn"}, FilesWorld::media("halvt"), "anna", world.clock.now()));
        throw std::runtime_error("the server is killed");
    }),
                 std::runtime_error);
    EXPECT_TRUE(world.of(hall).empty());
    EXPECT_EQ(sweep(world.database), 0);
}

TEST(FileNames, AreWhatAPersonWouldCallThem) {
    EXPECT_EQ(name_out_of("C:\\fakepath\\Ansökan_2026.pdf"), "Ansökan 2026");
    EXPECT_EQ(name_out_of("IMG.1234.jpg"), "IMG.1234");
    EXPECT_EQ(name_out_of(".htaccess"), ".htaccess");
    EXPECT_EQ(name_out_of(""), "");
    EXPECT_EQ((File{.media_type = "image/jpeg", .name = "Entrén mot torget"}.file_name()),
              "entren-mot-torget.jpg");
    EXPECT_EQ((File{.media_type = "application/pdf", .name = "المكتبة"}.file_name()), "x.pdf");
}

}  // namespace
}  // namespace digilots::files
