// The figures of the month by letter: for who asked for it, on their day, once.
#include <gtest/gtest.h>

#include "platform/jobs/runner.h"
#include "platform/mail/outbox.h"
#include "platform/testing/race.h"
#include "statistics/digest.h"
#include "statistics/statistics_for_tests.h"

namespace digilots::statistics {
namespace {

using testing::at;

constexpr const char* digest_url = "/en/sundsvall/staff/statistics/digest";

/// 22 November 2026; karin is the coordinator, bo has no address that letters reach.
class FiguresByLetter : public ::testing::Test {
protected:
    std::size_t letters() {
        return world.database->read([](db::Connection& connection) { return mail::list(connection).size(); });
    }
    std::string last_letter() {
        static constexpr const char* newest = "SELECT subject || ' ' || body AS words FROM mail_letter ORDER BY id DESC LIMIT 1";
        static constexpr db::Statement words{"test", newest, newest};
        return world.database->read([](db::Connection& connection) { return connection.query(words)[0].text("words"); });
    }
    /// How many letters a run of the job adds.
    std::size_t run() {
        const auto before = letters();
        jobs::Runner runner(*world.database, world.clock,
                            {{.name = "statistics_digest", .title = {"A job"}, .work = [this](jobs::Run& job) {
                                  digests->send(job, world.around, world.kinds->targets);
                              }}});
        world.database->write(
            [&](db::Connection& connection) { jobs::add(connection, {.kind = "statistics_digest"}, world.clock.now()); });
        runner.run_due();
        return letters() - before;
    }
    testing::PageClient coordinator(bool sends = true) {
        Letters letters{.site = "https://digilots.example"};
        if (sends) {
            letters.measures = [] { return std::vector{made_up_measure()}; };
            letters.readers = [this](std::string_view) { return readers; };
        }
        digests = std::make_shared<Digests>(*world.database, world.municipalities, world.own_topics, world.clock,
                                            std::move(letters));
        world.serve(routes({made_up_measure()}, world.municipalities, world.own_topics, world.clock, world.kinds, {}, digests));
        return world.as("coordinator");
    }

    std::vector<Letters::Reader> readers{{"coordinator", "karin@sundsvall.example"}, {"bo", "no address"}};
    World world;
    std::shared_ptr<Digests> digests;
};

TEST_F(FiguresByLetter, ComesOnceOnTheChosenDayWithSentencesAndTheWayToAll) {
    auto karin = coordinator();
    auto page = karin.get(digest_url);
    EXPECT_TRUE(karin.get("/en/sundsvall/staff/statistics").says("/statistics/digest"));
    EXPECT_EQ(run(), 0U) << "nobody asked for it";
    EXPECT_TRUE(karin.submit(page, {{"day", "5"}}, "", "/digest").says("Your choice is saved."));
    digests->set_day("2281", "bo", 5);
    EXPECT_EQ(run(), 0U) << "the fifth of this month has passed";
    world.clock.set(at("2026-12-04T08:00:00Z"));
    EXPECT_EQ(run(), 0U);
    world.clock.set(at("2026-12-06T08:00:00Z"));
    EXPECT_EQ(run(), 1U) << "a day later where nothing ran on the day itself";
    const auto letter = last_letter();
    for (const char* said : {"november 2026", "20 frågor loggades.", "https://digilots.example/sv/sundsvall/staff/statistics?period=2026-11",
                             "/staff/statistics/report?year=2026", "/staff/statistics/digest"})
        EXPECT_NE(letter.find(said), std::string::npos) << said << "\n" << letter;
    EXPECT_EQ(run(), 0U) << "once a month";
    world.clock.set(at("2027-01-05T08:00:00Z"));
    testing::race(4, [&](int) { run(); });
    EXPECT_EQ(letters(), 2U);
}

TEST_F(FiguresByLetter, StopsWhenItIsNotWantedOrTheAccountIsClosed) {
    auto karin = coordinator();
    digests->set_day("2281", "coordinator", 28);
    EXPECT_TRUE(karin.get(digest_url).says("<option value=\"28\" selected>"));
    EXPECT_TRUE(karin.submit(karin.get(digest_url), {{"day", "0"}}, "", "/digest").says("Your choice is saved."));
    world.clock.set(at("2026-11-29T08:00:00Z"));
    EXPECT_EQ(run(), 0U);
    digests->set_day("2281", "coordinator", 28);
    world.database->write([](db::Connection& connection) { end_digest(connection, "2281", "coordinator"); });
    EXPECT_EQ(digests->day_of("2281", "coordinator"), 0);
}

TEST_F(FiguresByLetter, IsOffWhereNoLettersAreSentAndForCoordinatorsAlone) {
    auto karin = coordinator(false);
    const auto page = karin.get(digest_url);
    EXPECT_TRUE(page.says("This installation sends no letters."));
    EXPECT_FALSE(page.says("<select"));
    EXPECT_FALSE(karin.get("/en/sundsvall/staff/statistics").says("/statistics/digest"));
    digests->set_day("2281", "coordinator", 1);
    world.clock.set(at("2026-12-02T08:00:00Z"));
    EXPECT_EQ(run(), 0U);
    EXPECT_EQ(world.as("guide").get_once(digest_url).status, 404);
}

}  // namespace
}  // namespace digilots::statistics
