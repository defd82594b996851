// Who has open tasks is told of them: by a letter as often as they choose, and in their calendar by a secret link.
#include <gtest/gtest.h>

#include "platform/calendar/wall_time.h"
#include "platform/jobs/runner.h"
#include "platform/mail/outbox.h"
#include "platform/testing/page_client.h"
#include "platform/testing/page_server.h"
#include "platform/testing/race.h"
#include "tasks/tasks_for_tests.h"

namespace digilots::tasks {
namespace {

using namespace std::chrono_literals;

class TaskReminders : public ::testing::Test, protected World {
protected:
    TaskReminders() { know(true); }
    void know(bool sends_letters) {
        auto neighbours = neighbours_saying([this] { return duties; });
        neighbours.readers.site = "https://digilots.example";
        neighbours.readers.is_open = [this](db::Connection&, std::string_view, std::string_view account) {
            return account != left;
        };
        if (sends_letters)
            neighbours.readers.all = [](std::string_view) {
                return std::vector<Readers::Reader>{{"anna", "anna@sundsvall.example"}, {"bo", "bo@sundsvall.example"},
                                                    {"cilla", "no address"}};
            };
        tasks.know(std::move(neighbours));
    }
    std::string add(const std::string& title, const std::string& who, const std::string& due = "") {
        const register_::Draft draft{{"title", {title}}, {"person", {who}}, {"due", {due}}};
        return tasks.records().add(tasks.records().around(here), draft, "a")->id;
    }
    /// How many letters a run of the job adds.
    std::size_t remind() {
        const auto before = letters();
        jobs::Runner runner(*database, clock, {{.name = "tasks_remind", .title = {"A job"}, .work = [this](jobs::Run& run) {
            tasks.remind(run);
        }}});
        database->write([&](db::Connection& connection) { jobs::add(connection, {.kind = "tasks_remind"}, clock.now()); });
        runner.run_due();
        return letters() - before;
    }
    std::size_t letters() {
        return database->read([](db::Connection& connection) { return mail::list(connection).size(); });
    }
    std::string last_letter() {
        static constexpr const char* newest = "SELECT subject || ' ' || body AS words FROM mail_letter ORDER BY id DESC LIMIT 1";
        static constexpr db::Statement words{"test", newest, newest};
        return database->read([](db::Connection& connection) { return connection.query(words)[0].text("words"); });
    }

    std::string left;
    testing::PageServer pages{slice(tasks, organisation).routes({}), clock};
    testing::PageClient client = [this] {
        pages.person = person("anna", http::Role::guide);
        return pages.client();
    }();
};

TEST_F(TaskReminders, ComeOnceAWeekFromMondayOnToWhoHasTasks) {
    add("Ring växeln", "anna", "2026-11-20");
    add("Skriv brevet", "anna");
    EXPECT_EQ(remind(), 1U) << "bo has none";
    const auto words = last_letter();
    for (const char* said : {"Sundsvall", "Ring växeln", "Skriv brevet", "20 november 2026",
                             "https://digilots.example/sv/sundsvall/staff/my-tasks"})
        EXPECT_NE(words.find(said), std::string::npos) << said << words;
    EXPECT_EQ(remind(), 0U);
    clock.advance(24h * 6);  // Sunday
    EXPECT_EQ(remind(), 0U);
    clock.advance(48h);  // Tuesday: Monday's was missed
    EXPECT_EQ(remind(), 1U);
    EXPECT_EQ(remind(), 0U);
}

TEST_F(TaskReminders, ComeAsOftenAsSomebodyChooses) {
    add("Ring växeln", "anna");
    tasks.set_rhythm(here, "anna", Rhythm::daily);
    for (int day = 0; day < 7; ++day) {
        EXPECT_EQ(remind(), day < 5 ? 1U : 0U) << "working days";
        clock.advance(24h);
    }
    const auto page = client.get(mine);
    EXPECT_TRUE(client.submit(page, {{"rhythm", "never"}}, "", "/reminders").says("How often the letter comes is saved."));
    EXPECT_EQ(tasks.rhythm_of(here, "anna"), Rhythm::never);
    EXPECT_EQ(remind(), 0U);
    know(false);
    EXPECT_FALSE(client.get(mine).says("Each working day")) << "no letters are sent";
    tasks.set_rhythm(here, "anna", Rhythm::weekly);
    EXPECT_EQ(remind(), 0U);
}

TEST_F(TaskReminders, OfManyServersOneSendsEachLetter) {
    add("Ring växeln", "anna");
    testing::race(4, [&](int) { remind(); });
    EXPECT_EQ(letters(), 1U);
}

TEST_F(TaskReminders, TheCalendarHoldsTasksWithADayUntilTheLinkEnds) {
    add("Ring växeln", "anna", "2026-12-24");
    add("Utan dag", "anna");
    add("En annans", "bo", "2026-12-24");
    const auto secret_in = [](const testing::Page& page) {
        const auto end = page.html.find("/calendar.ics");
        const auto begin = page.html.rfind("/my-tasks/", end) + 10;
        return page.html.substr(begin, end - begin);
    };
    const auto made = client.submit(client.get(mine), {}, "", "/calendar");
    const auto secret = secret_in(made);
    ASSERT_EQ(secret.size(), 43U) << made.html;
    testing::PageClient program = pages.client();
    const auto url = [](const std::string& token, const std::string& of = "sundsvall") {
        return "/" + of + "/my-tasks/" + token + "/calendar.ics";
    };
    const auto calendar = program.send(http::Method::get, url(secret));
    EXPECT_EQ(calendar.status, 200);
    EXPECT_TRUE(calendar.says("Ring växeln") && calendar.says("20261224"));
    EXPECT_FALSE(calendar.says("Utan dag") || calendar.says("En annans"));
    EXPECT_EQ(calendar.header("Cache-Control"), "no-store");
    EXPECT_EQ(program.send(http::Method::get, url(secret, "harnosand")).status, 404);
    EXPECT_EQ(program.send(http::Method::get, url(std::string(43, 'x'))).status, 404);
    EXPECT_FALSE(client.get(mine).says(secret)) << "told once";
    const auto second = secret_in(client.submit(client.get(mine), {}, "", "/calendar"));
    EXPECT_EQ(program.send(http::Method::get, url(secret)).status, 404) << "the one before is over";
    EXPECT_EQ(program.send(http::Method::get, url(second)).status, 200);
    left = "anna";
    EXPECT_EQ(program.send(http::Method::get, url(second)).status, 404) << "who cannot sign in has no calendar";
    left = "";
    EXPECT_TRUE(client.submit(client.get(mine), {}, "", "/calendar/end").says("The link for your calendar is over."));
    EXPECT_EQ(program.send(http::Method::get, url(second)).status, 404);
}

TEST_F(TaskReminders, TheCalendarHoldsWhatOtherSlicesSayOfHeldFunctions) {
    const auto held = add_function("Strategist", "anna");
    auto neighbours = neighbours_saying([this] { return duties; });
    neighbours.days = {[&](const DaysAsked& asked) {
        calendar::Event meeting;
        meeting.uid = "meeting@digilots";
        meeting.summary = "Styrgruppen";
        meeting.url = "/staff/bodies/meetings/1";
        meeting.whole_days = true;
        meeting.when = {calendar::wall_time(base::parse_date("2026-12-09").value(), 0), std::chrono::hours(24)};
        const bool is_asked = asked.functions == std::vector{held} && asked.tenant.id == here;
        return is_asked ? std::vector{meeting} : std::vector<calendar::Event>{};
    }};
    tasks.know(std::move(neighbours));
    testing::PageClient program = pages.client();
    const auto calendar_of = [&](const char* account) {
        const auto secret = tasks.make_calendar(here, account);
        return program.send(http::Method::get, "/sundsvall/my-tasks/" + secret + "/calendar.ics");
    };
    const auto own = calendar_of("anna");
    EXPECT_TRUE(own.says("SUMMARY:Styrgruppen") && own.says("/sundsvall/staff/bodies/meetings/1")) << own.html;
    EXPECT_FALSE(calendar_of("bo").says("Styrgruppen")) << "who holds no function";
}

TEST_F(TaskReminders, EndWithTheAccount) {
    add("Ring växeln", "anna", "2026-12-24");
    tasks.set_rhythm(here, "anna", Rhythm::never);
    const auto secret = tasks.make_calendar(here, "anna");
    database->write([&](db::Connection& connection) { Tasks::hand_over(connection, here, "anna", "bo", "admin", clock.now()); });
    EXPECT_EQ(tasks.rhythm_of(here, "anna"), Rhythm::weekly) << "nothing is kept";
    EXPECT_EQ(tasks.reader_of_calendar(here, secret), "");
}

}  // namespace
}  // namespace digilots::tasks
