// Sheets, visitors and numbers of other sources, as staff and programs see them.
#include "counts/counts.h"

#include "counts/world_for_tests.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/import.h"
#include "platform/register/table_kind.h"
#include "platform/tables/read_table.h"
#include "platform/testing/pdf_reader.h"
#include "platform/testing/retention.h"

namespace digilots::counts {
namespace {

Told told(const char* period, std::int64_t number) {
    const auto days = periods::read(period).value();
    return {days.from, days.to, number};
}

TEST(OverlapOfCounts, AYearAndItsMonthsAreNotSummedTwice) {
    EXPECT_EQ(sum_without_overlap({told("2025", 130'000)}), 130'000);
    EXPECT_EQ(sum_without_overlap({told("2025", 130'000), told("2025-01", 9'000), told("2025-02", 8'000)}),
              130'000)
        << "some months do not say what the year was";
    std::vector<Told> months{told("2025", 130'000)};
    for (const char* month : {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"})
        months.push_back(told((std::string("2025-") + month).c_str(), 100));
    EXPECT_EQ(sum_without_overlap(months), 1'200) << "all months say it more finely";
}

TEST(OverlapOfCounts, DaysStandWhereNothingLongerIsKnownAndAWeekThatReachesIntoAMonthIsLeftOut) {
    EXPECT_EQ(sum_without_overlap({told("2026-11-02", 5), told("2026-11-04", 7)}), 12);
    EXPECT_EQ(sum_without_overlap({told("2026-11-02", 5), told("2026-11", 90), told("2026-11-30", 1)}), 90);
    EXPECT_EQ(sum_without_overlap({told("2026-11", 90), told("2026-W49", 40), told("2026-12-07", 3)}), 93)
        << "week 49 begins in November";
    EXPECT_EQ(sum_without_overlap({}), 0);
}

class CountPages : public ::testing::Test, protected World {
protected:
    const std::string sheet = at + "/sheet?place=" + library + "&week=2026-W48&channel=visit";

    testing::Page enter(testing::PageClient& client,
                        const std::vector<std::pair<std::string, std::string>>& typed) {
        return client.submit(client.get(sheet), typed, "", "/counts/sheet");
    }
};

TEST_F(CountPages, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(all.counts.records(), all.around());
}

TEST_F(CountPages, ASheetCountsOnceInEveryDimensionAndIsCorrectedByTheDifference) {
    auto anna = staff("anna");
    all.log({"print"});
    EXPECT_TRUE(anna.get(sheet).says("1 in the log"))
        << "what is on the screen already stands beside the cell";
    const auto saved = enter(anna, {{"d0.print", " 4 "}, {"d2.print", "3"}, {"d0.bank", "2"}, {"v0", "57"}});
    EXPECT_TRUE(saved.says("The sheet is saved.")) << saved.html;
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 10) << "nine strokes and one tap";
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30", {{"topic", "print"}}), 8);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23"), 6);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23", {{"place", library}, {"channel", "visit"}}), 6);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23", {{"kind", "tally"}}), 6);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23", {{"kind", "visit"}}), 0);
    for (const char* by : {"topic", "place", "channel", "kind", "outcome", "hour", "barrier", "unit", "day",
                           "week", "month", "year", "weekday", "language"})
        EXPECT_EQ(all.asked("2026-11-01", "2026-11-30", {}, {by}), 10) << by;
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30", {}, {"topic", "place", "day"}), 10)
        << "counted from rows";
    EXPECT_EQ(all.counted("visitors", "2026-11-23", "2026-11-23", {{"place", library}}), 57);

    const auto again = anna.get(sheet);
    EXPECT_TRUE(again.says("name=\"d0.print\" value=\"4\"")) << again.html;
    EXPECT_TRUE(enter(anna, {{"d0.print", "1"}, {"d0.bank", ""}}).says("The sheet is saved."));
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 5);
    EXPECT_TRUE(all.inquiries.check_counts().empty());
}

TEST_F(CountPages, WhatIsWrongOrUnlikelyIsAskedAboutAndNothingTypedIsLost) {
    auto anna = staff("anna");
    const auto wrong = enter(anna, {{"d0.print", "many"}, {"d1.print", "7"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("value=\"many\"") && wrong.says("value=\"7\"") &&
                wrong.says("write a whole number"));
    EXPECT_TRUE(enter(anna, {{"d3.print", "2"}}).says("the day is still to come")) << "Thursday";
    const auto asked = enter(anna, {{"d0.print", "501"}});
    EXPECT_TRUE(asked.says("Is it as many as that?")) << asked.html;
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 0);
    EXPECT_TRUE(anna.submit(asked, {{"sure", "1"}}, "", "/counts/sheet").says("The sheet is saved."));
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 501);
}

TEST_F(CountPages, OfTwoWhoSaveTheSameSheetTheLaterIsAsked) {
    auto anna = staff("anna"), bo = staff("bo");
    const auto seen = bo.get(sheet);
    EXPECT_TRUE(enter(anna, {{"d0.print", "4"}}).says("The sheet is saved."));
    const auto late = bo.submit(seen, {{"d0.print", "9"}}, "", "/counts/sheet");
    EXPECT_FALSE(late.says("The sheet is saved."));
    EXPECT_TRUE(late.says("9")) << "what was typed stands there";
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 4);
}

TEST_F(CountPages, VisitorsOfTheDayByThumbOnceForEachPressAndBackAgain) {
    auto anna = staff("anna");
    const std::string url = at + "/visitors?place=" + library;
    const auto page = anna.get(url);
    EXPECT_TRUE(page.says("Nobody has counted yet today."));
    EXPECT_TRUE(anna.submit(page, {}, "more=-1", "/counts/visitors").says("Nobody has counted yet today.")) << "not none";
    EXPECT_FALSE(all.counts.visitors_of(here, library, day("2026-11-25")));
    anna.submit(page, {}, "more=10", "/counts/visitors");
    anna.submit(page, {}, "more=10", "/counts/visitors");  // the same press, sent again
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-25")), 10);
    anna.submit(page, {}, "more=1", "/counts/visitors");
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-25")), 11)
        << "another press of the same page";
    anna.submit(anna.get(url), {}, "more=-1", "/counts/visitors");
    anna.submit(anna.get(url), {}, "more=1", "/counts/visitors");
    anna.submit(anna.get(url), {}, "more=-1", "/counts/visitors");
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-25")), 10);
    anna.submit(anna.get(url), {}, "more=-10", "/counts/visitors");
    anna.submit(anna.get(url), {}, "more=-10", "/counts/visitors");
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-25")), 0) << "never below none";
    EXPECT_TRUE(
        anna.submit(anna.get(url), {{"number", "x"}}, "", "/visitors/day").says("Write a whole number"));
    EXPECT_TRUE(anna.submit(anna.get(url), {{"number", "81"}, {"day", "2026-11-24"}}, "", "/visitors/day")
                    .says("is saved"));
    EXPECT_EQ(all.counted("visitors", "2026-11-01", "2026-11-30"), 81);
}

TEST_F(CountPages, WhatSomebodyCountedMeanwhileIsNotWrittenOverWithoutAWord) {
    auto anna = staff("anna"), bo = staff("bo");
    const std::string url = at + "/visitors?place=" + library;
    const auto today = [&] { return all.counts.visitors_of(here, library, day("2026-11-25")); };
    bo.submit(bo.get(url), {}, "more=10", "/counts/visitors");
    const auto open = anna.get(url);
    bo.submit(bo.get(url), {}, "more=10", "/counts/visitors");
    const auto asked = anna.submit(open, {{"number", "12"}}, "", "/visitors/day");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("20 stand for this day by now") && asked.says("value=\"12\"")) << asked.html;
    EXPECT_EQ(today(), 20);
    EXPECT_TRUE(anna.submit(asked, {}, "", "/visitors/day").says("is saved"));
    EXPECT_EQ(today(), 12);
    // Of another day nothing was seen.
    EXPECT_TRUE(anna.submit(anna.get(url), {{"number", "5"}, {"day", "2026-11-24"}}, "", "/visitors/day").says("is saved"));
    const auto other = anna.submit(anna.get(url), {{"number", "7"}, {"day", "2026-11-24"}}, "", "/visitors/day");
    EXPECT_TRUE(other.says("5 stand for this day by now")) << other.html;
    EXPECT_TRUE(anna.submit(other, {}, "", "/visitors/day").says("is saved"));
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-24")), 7);
    EXPECT_EQ(today(), 12);
}

TEST_F(CountPages, DaysThatNoPeriodIsAndNumbersThatAreTooLargeAreRefusedWhereTheyStand) {
    auto anna = staff("anna");
    const std::string url = at + "/visitors?place=" + library;
    for (const char* long_ago : {"0001-01-01", "1899-12-31"}) {
        const auto early =
            anna.submit(anna.get(url), {{"number", "8"}, {"day", long_ago}}, "", "/visitors/day");
        EXPECT_EQ(early.status, 422) << long_ago;
        EXPECT_TRUE(early.says("Days from 1900-01-01 on can be counted.") && early.says(long_ago))
            << long_ago;
        const auto put = all.counts.put(all.around(), {"visitors", library, long_ago, 8}, "anna");
        ASSERT_FALSE(put) << "whoever asks";
        EXPECT_EQ(put.error(), Counts::NotPut::no_period);
    }
    EXPECT_TRUE(anna.submit(anna.get(url), {{"number", "8"}, {"day", "1900-01-01"}}, "", "/visitors/day")
                    .says("is saved"));
    for (const char* many : {"999999999", "1000001", "0000000000000000000000000000012345678"}) {
        const auto large = anna.submit(anna.get(url), {{"number", many}}, "", "/visitors/day");
        EXPECT_EQ(large.status, 422) << many;
        EXPECT_TRUE(large.says("is the most of a day") && large.says(std::string("value=\"") + many)) << many;
    }
    EXPECT_FALSE(all.counts.visitors_of(here, library, day("2026-11-25")));
    const auto cell = enter(anna, {{"d0.print", "99999999999999999999"}, {"d1.print", "7"}});
    EXPECT_EQ(cell.status, 422);
    EXPECT_TRUE(cell.says("is the most. Correct the number.") &&
                cell.says("value=\"99999999999999999999\"") && cell.says("value=\"7\""))
        << cell.html;
    EXPECT_EQ(all.asked("2026-11-01", "2026-11-30"), 0);
    const auto changed = [&](const char* name, const char* value) {
        testing::FormFields fields{{"place", library}, {"more", "1"}, {"form_key", "k"}};
        for (const auto& input : anna.get(url).all("input"))
            if (input.attribute("name") == "csrf_token")
                fields.emplace_back("csrf_token", input.attribute("value"));
        for (auto& field : fields)
            if (field.first == name) field.second = value;
        return anna.post_once(at + "/visitors", fields);
    };
    for (const char* more : {"11", "-11", "99999999999999999999", "", "0"}) {
        const auto refused = changed("more", more);
        EXPECT_EQ(refused.status, 422) << more;
        EXPECT_TRUE(refused.says("Nothing was counted")) << more;
    }
    EXPECT_EQ(changed("place", "nowhere").status, 422);
    EXPECT_EQ(changed("place", "").status, 422) << "not the usual place";
    EXPECT_FALSE(all.counts.visitors_of(here, library, day("2026-11-25")));
    EXPECT_EQ(changed("more", "10").status, 303);
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-25")), 10);
}

TEST_F(CountPages, ASheetThatDoesNotSayWhichItIsIsAskedAboutAndKeepsWhatWasTyped) {
    auto anna = staff("anna");
    const auto offered = anna.get(sheet);
    const auto without = [&](const std::string& name, const std::string& value) {
        auto page = offered;
        const auto choice = page.html.find("<option", page.html.find("name=\"" + name + "\""));
        page.html.insert(choice, "<option value=\"" + value + "\"></option>");
        return anna.submit(page, {{name, value}, {"d0.print", "4"}, {"v1", "31"}}, "", "/counts/sheet");
    };
    for (const auto& [name, value] : {std::pair("week", ""),
                                      {"week", "last"},
                                      {"week", "2026-11"},
                                      {"week", "2031-W01"},
                                      {"channel", ""},
                                      {"channel", "pigeon"},
                                      {"place", ""},
                                      {"place", "nowhere"}}) {
        const auto asked = without(name, value);
        EXPECT_EQ(asked.status, 422) << name << value;
        EXPECT_TRUE(asked.says("name=\"d0.print\" value=\"4\"") && asked.says("name=\"v1\" value=\"31\""))
            << name << value;
        EXPECT_TRUE(asked.says("Which sheet is it?")) << name << value;
        EXPECT_EQ(all.asked("2026-01-01", "2026-12-31"), 0) << name << value;
    }
    const auto asked = without("week", "last");
    EXPECT_TRUE(asked.says("Choose the week that the sheet is of."));
    EXPECT_EQ(anna.submit(asked, {}, "", "/counts/sheet").status, 422) << "nothing is chosen for them";
    EXPECT_TRUE(anna.submit(asked, {{"week", "2026-W47"}}, "", "/counts/sheet").says("The sheet is saved."));
    EXPECT_EQ(all.asked("2026-11-16", "2026-11-16"), 4);
    EXPECT_EQ(all.asked("2026-11-23", "2026-11-23"), 0);
}

TEST_F(CountPages, ATableAddsAndChangesOneNumberForEachSourcePlaceAndPeriod) {
    const auto kind = register_::table_kind_of(all.counts.records());
    const auto& words = i18n::translator("en");
    const auto around = kind->around(sundsvall, words, nullptr);
    const auto take = [&](const std::string& csv) {
        const auto table = tables::read_typed_table(csv);
        auto plan = kind->plan(table.value(), around, {});
        EXPECT_TRUE(kind->carry_out(plan, around, "anna", "", register_::Refused::stop, nullptr) ||
                    plan.count(register_::PlannedRow::Kind::refused) > 0);
        return plan;
    };
    using enum register_::PlannedRow::Kind;
    const std::string head = "What was counted;Place;Period;How many\r\n";
    const auto first =
        take(head + "Calls answered by the switchboard;;2025;130000\r\nVisitors;;2025-W07;60\r\n");
    EXPECT_EQ(first.count(added), 2U);
    const auto second =
        take(head + "Calls answered by the switchboard;;2025;131000\r\nVisitors;;2025-w07;60\r\n");
    EXPECT_EQ(second.count(changed), 1U);
    EXPECT_EQ(second.count(same), 1U);
    EXPECT_EQ(all.counted("contacts_elsewhere", "2025-01-01", "2025-12-31"), 131'000);
    EXPECT_EQ(all.counted("contacts_elsewhere", "2025-01-01", "2025-12-31", {}, {"month"}), 0)
        << "a year's total is no month's";
    const auto twice = take(head + "E-mails;;2025;1\r\nE-mails;;2025;2\r\n");
    EXPECT_EQ(twice.count(refused), 1U) << "two rows of one file say the same";
    EXPECT_EQ(take(head + "E-mails;;last year;1\r\n").count(refused), 1U);
    auto anna = staff("anna");
    const auto again =
        anna.submit(anna.get(at + "/new"), {{"kind", "calls_answered"}, {"period", "2025"}, {"number", "5"}});
    EXPECT_TRUE(again.says("There is a number of this source, place and period already.")) << again.html;
}

TEST_F(CountPages, TheSheetIsPrintedAsAPageAPdfAndADocument) {
    auto anna = staff("anna");
    const auto page = anna.get(at + "/tally?place=" + library + "&week=2026-W49&channel=visit");
    for (const char* words : {"week 49, 2026", "Print it", "Visitors", "One stroke for each question"})
        EXPECT_TRUE(page.says(words)) << words;
    for (const auto& [ending, beginning] : {std::pair(".pdf", "%PDF"), {".odt", "PK"}}) {
        const auto file =
            anna.get(at + "/tally" + ending + "?place=" + library + "&week=2026-W49&channel=visit");
        EXPECT_TRUE(file.html.starts_with(beginning)) << ending << file.status << file.html.substr(0, 300);
    }
    EXPECT_EQ(staff("neighbour").get(sheet).status, 404);
    EXPECT_EQ(anna.get(at + "/sheet?place=nowhere").status, 404);
}

TEST_F(CountPages, TheSheetIsATableOnAtMostTwoPagesInLargeLettersToo) {
    auto anna = staff("anna");
    const auto which = "?place=" + library + "&week=2026-W49&channel=visit";
    for (const std::string format : {"", "&paper=a3", "&size=large", "&paper=a3&size=large"}) {
        const auto read = testing::read_pdf(anna.get(at + "/tally.pdf" + which + format).html);
        EXPECT_LE(read.pages, 2) << format;
        EXPECT_TRUE(read.tree.contains("TR(TH TH TH TH TH TH TH TH TH)")) << format << read.tree;
        EXPECT_EQ(read.width > read.height, format.contains("large")) << format;
    }
}

TEST_F(CountPages, TheSheetIsPrintedForAQuarterToCome) {
    auto anna = staff("anna");
    const auto tally = anna.get(at + "/tally?place=" + library);
    EXPECT_TRUE(tally.says("value=\"2027-W08\"") && !tally.says("value=\"2027-W09\"")) << tally.html;
    EXPECT_TRUE(tally.says("value=\"2026-W38\""));
    EXPECT_FALSE(anna.get(at + "/sheet?place=" + library).says("value=\"2026-W50\"")) << "what is to come is not entered";
}

TEST_F(CountPages, AProgramSendsItsDayAndMaySendItAgain) {
    const auto put = [&](std::int64_t number, std::string_view key) {
        return all.counts.put(all.around(), {"visitors", library, "2026-11-24", number}, "token:door", key);
    };
    EXPECT_TRUE(put(40, "day-24")->is_new);
    EXPECT_TRUE(all.counts.put(all.around(), {"visitors", library, "2026-11-24", 44}, "anna"))
        << "somebody corrects it";
    EXPECT_TRUE(put(40, "day-24")->repeated);
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-24")), 44)
        << "a replay undoes no correction";
    EXPECT_EQ(put(41, "day-24").error(), Counts::NotPut::key_reused);
    EXPECT_FALSE(put(45, "day-24-b")->is_new);
    EXPECT_EQ(all.counts.visitors_of(here, library, day("2026-11-24")), 45);
}

TEST_F(CountPages, TheInterfaceTakesNumbersInAndGivesThemOut) {
    auto program = staff("");
    const std::string url = "/api/v1/sundsvall/counts";
    const auto post = [&](const std::string& body, const std::string& key = "") {
        std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer x"},
                                                                 {"Content-Type", "application/json"}};
        if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
        return program.send(http::Method::post, url, body, headers);
    };
    const std::string body =
        R"({"source":"visitors","place":"sundsvall-kulturmagasinet","period":"2026-11-24","number":212})";
    const auto first = post(body, "day-24");
    EXPECT_EQ(first.status, 201) << first.html;
    EXPECT_TRUE(first.says("\"period\":\"2026-11-24\"") && first.says("\"number\":212")) << first.html;
    const auto again = post(body, "day-24");
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    EXPECT_TRUE(first.says("\"changed_at\":\"2026-11-25T15:30:00")) << first.html;
    const auto slug = all.directory.snapshot(here)->place(library)->slug;
    ASSERT_NE(slug, library);
    const auto by_slug = post(
        R"({"source":"visitors","place":")" + slug + R"(","period":"2026-11-24","number":212})", "day-24");
    EXPECT_EQ(by_slug.header("Idempotency-Replayed"), "true") << by_slug.html;
    EXPECT_EQ(
        post(R"({"source":"visitors","place":")" + slug + R"(","period":"2026-11-24","number":212})").status,
        200);
    EXPECT_EQ(all.counted("visitors", "2026-11-24", "2026-11-24"), 212) << "one place, one number";
    for (const auto& place : {slug, library})
        EXPECT_TRUE(
            program.send(http::Method::get, url + "?place=" + place, "", {{"Authorization", "Bearer x"}})
                .says("212"))
            << place;
    const auto none = post(R"({"source":"visitors","period":"2026-11-24","number":null})");
    EXPECT_EQ(none.status, 422);
    EXPECT_EQ(none.html.find("\"number\""), none.html.rfind("\"number\"")) << none.html;
    EXPECT_TRUE(post(R"({"source":"visitors","period":"2026-11-24"})").says("\"number\""));
    EXPECT_EQ(post(R"({"source":"visitors","period":"2026-11-24","number":1})", "day-24").status, 409);
    const auto wrong = post(
        R"({"source":"cats","place":"nowhere","period":"2027","number":-1,"note":"ring 070-1740605","x":1})");
    EXPECT_EQ(wrong.status, 422);
    for (const char* field : {"source", "place", "period", "number", "note", "\"x\""})
        EXPECT_TRUE(wrong.says(field)) << field;
    const auto untold = post(R"({"source":7,"place":7,"period":7,"number":"many","note":7})");
    for (const char* field : {"\"source\":", "\"place\":", "\"period\":", "\"number\":", "\"note\":"})
        EXPECT_TRUE(untold.says(field) && untold.html.find(field) == untold.html.rfind(field)) << field << untold.html;
    EXPECT_EQ(post("[]").status, 400);
    const auto given =
        program.send(http::Method::get, url + "?source=visitors", "", {{"Authorization", "Bearer x"}});
    EXPECT_TRUE(given.says("212") && given.says("\"next\":null")) << given.html;
    EXPECT_EQ(
        program.send(http::Method::get, url + "?source=cats", "", {{"Authorization", "Bearer x"}}).status,
        400);
    const auto nowhere = program.send(http::Method::get, url + "?place=nowhere", "", {{"Authorization", "Bearer x"}});
    EXPECT_EQ(nowhere.status, 422);
    EXPECT_TRUE(nowhere.says("place: there is none")) << nowhere.html;
    EXPECT_EQ(program.send(http::Method::get, url).status, 401);
    clock.advance(std::chrono::hours(24 * 40));
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "counts.sent", "", clock.now()), 1);
}

TEST_F(CountPages, WhoComesForTheFirstTimeIsTalliedApartFromVisitors) {
    auto anna = staff("anna");
    const std::string url = at + "/visitors?place=" + library;
    const auto page = anna.get(url);
    anna.submit(page, {}, "more=1", "/counts/visitors");
    const auto after = anna.submit(anna.get(url), {}, "more=first", "/counts/visitors");
    EXPECT_TRUE(after.says("1 said that it is their first time.")) << after.html;
    EXPECT_EQ(all.counted("visitors", "2026-11-01", "2026-11-30"), 1);
    EXPECT_EQ(all.counted("first_visits", "2026-11-01", "2026-11-30"), 1);
    anna.submit(anna.get(url), {}, "more=-first", "/counts/visitors");
    EXPECT_EQ(all.counted("first_visits", "2026-11-01", "2026-11-30"), 0) << "a wrong press is taken back";
}

TEST_F(CountPages, WhoComesForTheFirstTimeStandsOnTheSheetAmongTheVisitors) {
    auto anna = staff("anna");
    const std::string url = at + "/sheet?place=" + library + "&week=2026-W46&channel=visit";
    const auto form = anna.get(url);
    const auto more = anna.submit(form, {{"v0", "3"}, {"f0", "4"}}, "", "/counts/sheet");
    EXPECT_TRUE(more.status == 422 && more.says("more than the visitors of that day")) << more.html;
    EXPECT_EQ(anna.submit(form, {{"v0", "12"}, {"f0", "4"}}, "", "/counts/sheet").status, 200);
    EXPECT_EQ(all.counted("first_visits", "2026-11-01", "2026-11-30"), 4);
    EXPECT_TRUE(anna.get(at + "/tally?place=" + library).says("Of them here for the first time"));
}

}  // namespace
}  // namespace digilots::counts
