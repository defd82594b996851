// How fast it is answered: the median, what was kept and what was broken, by the way it came.
#include "questions/speed.h"

#include <gtest/gtest.h>

#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

constexpr const char* how_fast = "/sundsvall/staff/how-fast";

base::Instant moment(const char* utc) { return base::parse_utc(utc).value(); }

TEST(Median, IsTheMiddleOneAndUnknownOfNothing) {
    EXPECT_EQ(median_of({}), std::nullopt);
    EXPECT_EQ(median_of({7}), 7);
    EXPECT_EQ(median_of({90, 10, 30}), 30);
    EXPECT_EQ(median_of({90, 10, 30, 40}), 35);
}

TEST(Speeds, RunInWorkingTimeAndCountWhatWaitsAfterItsTime) {
    const auto friday = moment("2026-11-20T14:00:00Z"), monday = moment("2026-11-23T08:00:00Z");   // 15.00 and 9.00
    const std::vector<Ended> ended{{"form", friday, monday, monday},
                                   {"form", friday, moment("2026-11-20T15:00:00Z"), monday},
                                   {"chat", friday, monday, std::nullopt},
                                   {"email", friday, monday, std::nullopt, true}};
    const std::vector<std::string> ways{"chat", "email", "form"};
    const auto speeds = speeds_of(ended, ways, {});
    ASSERT_EQ(speeds.size(), 4U);
    EXPECT_EQ(speeds[0].promised, 3) << "what was closed without an answer stands apart";
    EXPECT_EQ(speeds[0].left, 1);
    EXPECT_EQ(speeds[2].promised, 0);
    EXPECT_EQ(speeds[2].left, 1);
    EXPECT_EQ(speeds[0].in_time, 1);
    EXPECT_EQ(speeds[0].broken(), 2);
    EXPECT_EQ(speeds[1].channel, "chat");
    EXPECT_EQ(speeds[1].median, std::nullopt) << "unknown is not zero";
    EXPECT_EQ(speeds[3].median_work, 120) << "an hour on Friday, one on Monday";
    EXPECT_EQ(speeds[3].median, (24 + 24 + 18) * 60);
}

TEST(HowFastWeAnswer, CountsQuestionsAndWhatOthersPromised) {
    World world;
    world.all.ask("Where can I print?");
    const auto id = world.all.only_waiting();
    world.clock.advance(std::chrono::hours(3));
    EXPECT_EQ(world.all.answer(id, "At the library", "anna"), Answering::done);
    world.all.ask("And scan?");
    world.clock.advance(std::chrono::hours(24 * 6));
    world.all.questions.know([&](std::string_view municipality, base::Instant from, base::Instant until) {
        EXPECT_EQ(municipality, here);
        EXPECT_LT(from, until);
        const auto asked = world.clock.now() - std::chrono::hours(48);
        return std::vector<Ended>{{std::string(by_call_back), asked, asked, world.clock.now()}};
    });
    auto client = world.staff("lead");
    client.accept_language = "en";
    const auto page = client.get(how_fast);
    EXPECT_EQ(page.status, 200);
    for (const char* said : {"The form on our pages", "Call-back", "All ways together", "50.0 (1 of 2)", "33.3 (1 of 3)", "3.0",
                             "2.0"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    const auto table = client.get(std::string(how_fast) + ".csv?period=dates&from=2026-11-01&to=2026-12-31");
    EXPECT_TRUE(table.says("form;") && table.says(";1;180;180;2;1;1;0;20")) << table.html;
    EXPECT_EQ(client.get(std::string(how_fast) + "?period=never").status, 422);
    EXPECT_TRUE(client.get(std::string(how_fast) + "?period=dates&from=2020-01-01&to=2020-02-01").status == 200);
    EXPECT_EQ(world.staff("anna").get(how_fast).status, 404) << "not for guides";
}

TEST(HowFastWeAnswer, RunsUntilTheAnswerThatWasGivenLast) {
    World world;
    world.all.ask("Where can I print?");
    const auto id = world.all.only_waiting();
    world.clock.advance(std::chrono::hours(3));
    ASSERT_EQ(world.all.answer(id, "At the library", "anna"), Answering::done);
    world.clock.advance(std::chrono::hours(1));
    ASSERT_EQ(world.all.answer(id, "At the library", "anna"), Answering::done) << "the same again is no other answer";
    world.clock.advance(std::chrono::hours(24 * 7 - 1));
    ASSERT_EQ(world.all.answer(id, "At the town hall", "anna"), Answering::done);
    auto client = world.staff("lead");
    const auto table = client.get(std::string(how_fast) + ".csv?period=dates&from=2026-11-01&to=2026-12-31");
    EXPECT_TRUE(table.says(";1;2580;" + std::to_string((24 * 7 + 3) * 60) + ";")) << table.html;
    EXPECT_EQ(world.all.questions.questions().find(here, id)->text("answered_at"), base::format_utc(world.clock.now()));
}

TEST(HowFastWeAnswer, IsAFigureInWorkingDaysByTheWayItCame) {
    World world;
    world.all.ask("Where can I print?");
    const auto id = world.all.only_waiting();
    world.clock.advance(std::chrono::hours(24 * 2));
    ASSERT_EQ(world.all.answer(id, "At the library", "anna"), Answering::done);
    const auto measures = speed_measures(world.all.questions);
    const auto ask = [&](const char* key, std::map<std::string, std::string> where) {
        const measures::Query query{{here},
                                    {base::parse_date("2026-01-01").value(), base::parse_date("2027-12-31").value()},
                                    {},
                                    std::move(where)};
        const auto* measure = measures::find_measure(measures, key);
        return measures::total_of(*measure, measure->figures(query));
    };
    EXPECT_EQ(ask("questions_working_days", {}).of, 1);
    EXPECT_EQ(ask("questions_working_days", {}).amount, 2) << "from " << base::format_utc(world.clock.now());
    EXPECT_EQ(ask("questions_working_hours", {}).amount, 16);
    EXPECT_EQ(ask("questions_working_days", {{"channel", "form"}}).amount, 2);
    EXPECT_EQ(ask("questions_working_days", {{"channel", "chat"}}).of, 0) << "nothing of nothing, not zero days";
    EXPECT_EQ(ask("questions_working_days", {{"unit", "-"}}).of, 1) << "of no unit";
    EXPECT_EQ(ask("questions_working_days", {{"unit", "another"}}).of, 0);
}

}  // namespace
}  // namespace digilots::questions
