// What a goal's number is, and is not: shares, times, what nobody counted; reports of their time.
#include <algorithm>
#include <memory>

#include "goals/reading.h"
#include "goals/world_for_tests.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::goals {
namespace {

measures::Measure counted_as(const char* key, std::int64_t number) {
    measures::Measure one{.key = key, .title = TEXT("Inquiries"), .definition = TEXT("How many"), .unit = TEXT("inquiries")};
    one.dimensions = {{"channel", TEXT("Channel")}, {"outcome", TEXT("Outcome")}, {"gender", TEXT("Gender")},
                      {"age_band", TEXT("Age")}};
    one.figures = [number](const measures::Query& query) -> std::vector<measures::Row> {
        std::vector<measures::Row> rows;
        if (query.by == std::vector<std::string>{"outcome"})
            return {{{{"outcome", "answered"}}, number}, {{{"outcome", ""}}, 500}};
        if (query.by == std::vector<std::string>{"gender"}) return {{{{"gender", "women"}}, 60}, {{{"gender", "men"}}, 40}};
        if (query.by.size() == 2) return {{{{"gender", "women"}, {"age_band", "under_18"}}, 10}};
        return {{{}, number}};
    };
    return one;
}
/// Counts each once in a time: no weeks, no months.
measures::Measure partners() {
    auto one = counted_as("partners", 4);
    one.can_answer = [](const measures::Query& query) { return query.by.empty(); };
    one.figures = [](const measures::Query&) -> std::vector<measures::Row> { return {{{}, 4}}; };
    return one;
}
/// Nothing before October.
measures::Measure since_october() {
    auto one = participants();
    one.key = "late";
    one.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.period.to < base::parse_date("2026-10-01").value()) return {};
        return {{{}, 20}};
    };
    return one;
}

struct NumbersOfGoals : GoalsPages {
    NumbersOfGoals() {
        goals.know({participants(), counted_as("answered", 900), counted_as("inquiries", 1200), partners(), since_october()},
                   [](std::string_view) {
                       return std::vector<std::pair<std::string, std::string>>{
                           {"First contact", "measure=answered&share=inquiries&period=year&channel=phone&by=month"},
                           {"Lost", "measure=partners&channel=phone&period=year&venue=library"}};
                   });
        goals.know(std::vector<KnownShare>{{"answered", "inquiries", "outcome"}});
    }
    register_::Draft draft(const char* kind, const std::string& counted) {
        return {{"title", {"Goal"}},        {"kind", {kind}},           {"starts", {"2026-01-01"}},
                {"ends", {"2026-12-31"}},   {"counted_from", {counted}}};
    }
    std::string fault(const register_::Draft& wanted) {
        const auto added = self().goals.add(self().around(here), wanted, "anna");
        return added ? "" : added.error().problems.front().input;
    }
    Reading read(const std::string& id) {
        versions.refresh();
        const auto snapshot = self().snapshot(here);
        return read_goal(self(), *snapshot, *snapshot->find(id), municipalities.find_tenant("sundsvall").value());
    }
};

TEST_F(NumbersOfGoals, ASavedShareIsKeptAsAShareWithItsLimits) {
    EXPECT_EQ(question_for_goal(self(), "measure=answered&share=inquiries&period=year&channel=phone&by=month"),
              "measure=answered&share=inquiries&channel=phone");
    EXPECT_EQ(question_for_goal(self(), "measure=inquiries&share=answered"), "measure=answered&share=inquiries");
    EXPECT_EQ(question_for_goal(self(), "measure=answered&by=channel&share=channel"), "") << "a part of what it is split by";
    EXPECT_EQ(question_for_goal(self(), "measure=partners&venue=library"), "") << "no limit is lost without a word";
    auto wanted = draft("share", "measure=answered&share=inquiries");
    wanted["target_percent"] = {"90"};
    const auto reading = read(add(self().goals, wanted));
    EXPECT_EQ(reading.number, 7'500) << "900 of 1 200";
    EXPECT_EQ(reading.value->of, 1200) << "without the 500 whose outcome nobody stated";
}

TEST_F(NumbersOfGoals, ACountIsNoPercentageAndAPercentageNoTime) {
    auto wanted = draft("share", "measure=answered");
    wanted["target_percent"] = {"90"};
    EXPECT_EQ(fault(wanted), "counted_from");
    for (const char* kind : {"reach", "count", "weekly"})
        EXPECT_EQ(fault(draft(kind, "measure=answered&share=inquiries")), "counted_from") << kind;
    auto time = draft("response_time", "measure=answered&share=inquiries");
    time["target"] = {"2"};
    EXPECT_EQ(fault(time), "target");
    time.erase("target");
    time["target_percent"] = {"90"};
    EXPECT_EQ(fault(time), "");
    Goal kept;
    kept.id = "g";
    kept.counted_from = "measure=answered";
    kept.kind = Kind::share;
    kept.target_percent = 900;
    const auto reading =
        read_goal(self(), *self().snapshot(here), kept, municipalities.find_tenant("sundsvall").value());
    EXPECT_EQ(reading.judged.status, Status::unknown) << "one that was written before is no 90 000 per cent";
    EXPECT_FALSE(reading.number);
}

TEST_F(NumbersOfGoals, ATimeIsInWhatItsFigureSaysAndAtMostSoLong) {
    auto days = counted_as("days_to_answer", 20);
    days.kind = measures::Kind::mean;
    days.unit = TEXT("working days");
    days.figures = [](const measures::Query&) -> std::vector<measures::Row> { return {{{}, measures::Value(20, 8)}}; };
    goals.know({days}, nullptr);
    auto time = draft("response_time", "measure=days_to_answer");
    time["target"] = {"2"};
    time["target_unit"] = {"hours"};
    time["comparison"] = {"at_most"};
    EXPECT_EQ(fault(time), "target_unit");
    time.erase("target_unit");
    time["comparison"] = {"at_least"};
    EXPECT_EQ(fault(time), "comparison");
    time["comparison"] = {"at_most"};
    const auto id = add(self().goals, time);
    EXPECT_EQ(read(id).number, 250);
    EXPECT_TRUE(staff("anna").get(at + "/" + id).says("2.5 working days"));
    EXPECT_TRUE(staff("anna").get(at + "/" + id).says("At most 2 working days"));
}

TEST_F(NumbersOfGoals, WhatIsDeliveredHasADayThatHasComeAndWhatShowsIt) {
    auto wanted = draft("deliverable", "");
    wanted["delivered_on"] = {"2026-11-20"};
    EXPECT_EQ(fault(wanted), "evidence");
    wanted["evidence"] = {"Decision of the board, 20 November"};
    wanted["delivered_on"] = {"2027-12-01"};
    EXPECT_EQ(fault(wanted), "delivered_on");
    wanted["delivered_on"] = {"2026-11-20"};
    EXPECT_EQ(fault(wanted), "");
}

TEST_F(NumbersOfGoals, AYearIsWrittenAsAYear) {
    auto wanted = draft("reach", "measure=participants");
    wanted["population"] = {"18000"};
    wanted["population_year"] = {"2022"};
    const auto page = staff("anna").get(at + "/records/" + add(self().goals, wanted));
    EXPECT_TRUE(page.says("18,000") && page.says("2022")) << page.html;
    EXPECT_FALSE(page.says("2,022"));
}

TEST_F(NumbersOfGoals, AMonthInWhichNothingCameIsAMonthOfNothing) {
    auto some = participants();
    some.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.by != std::vector<std::string>{"month"}) return {{{}, 90}};
        return {{{{"month", "2026-06"}}, 60}, {{{"month", "2026-09"}}, 30}};
    };
    goals.know({some}, nullptr);
    const auto reading = read(add(self().goals, draft("count", "measure=participants")));
    ASSERT_EQ(reading.months.size(), 4U);
    EXPECT_EQ(reading.months[1].number, 0);
    ASSERT_TRUE(reading.forecast);
    EXPECT_EQ(reading.forecast->months, 4);
    EXPECT_EQ(reading.forecast->low, *reading.number) << "as in July: nothing more";
}

TEST_F(NumbersOfGoals, WhatHasNoWeeksAnswersForThemWithoutANumber) {
    auto wanted = draft("count", "measure=partners");
    wanted["is_published"] = {"1"};
    const auto id = add(self().goals, wanted);
    auto weekly = draft("weekly", "measure=partners");
    const auto every_week = add(self().goals, weekly);
    testing::PageClient client(server);
    for (const auto* by : {"week", "month"})
        EXPECT_EQ(client.get("/api/v1/sundsvall/goals/" + id + "/values?by=" + by).status, 200) << by;
    EXPECT_EQ(staff("anna").get(at + "/" + every_week + "/weeks?year=2026").status, 200);
    EXPECT_EQ(read(every_week).judged.status, Status::unknown);
}

TEST_F(NumbersOfGoals, AStepInWhichNobodyCountedIsNotMissed) {
    auto wanted = draft("reach", "measure=late");
    wanted["target"] = {"100"};
    const auto id = add(self().goals, wanted);
    add(self().interims, {{"title", {"Half way"}},
                          {"goal", {id}},
                          {"starts", {"2026-01-01"}},
                          {"ends", {"2026-06-30"}},
                          {"target", {"50"}}});
    const auto page = staff("anna").get(at + "/" + id);
    EXPECT_TRUE(page.says("Unknown · Nobody has counted yet")) << page.html;
    EXPECT_EQ(read(id).number, 2000);
}

TEST_F(NumbersOfGoals, AReportTellsOfItsOwnTimeAndOfMoney) {
    add(self().goals, {{"title", {"Of this year"}}, {"kind", {"reach"}}, {"starts", {"2026-01-01"}}, {"ends", {"2026-12-31"}}});
    add_weekly();
    goals.know([](std::string_view, const periods::Period& period, const i18n::Translator&, measures::CountedOnce&) {
        return std::vector<digilots::Told>{{.title = "Centre",
                                   .sentences = {"paid until " + base::format_date(period.to)},
                                   .tables = {{"Costs", {"Line", "Paid"}, {{"Wages", "100"}}}}}};
    });
    auto anna = staff("anna");
    const auto begin = [&](const char* kind, const char* period) {
        return anna.submit(anna.get(at + "/reports"), {{"kind", kind}, {"period", period}});
    };
    const auto before = begin("funder", "2025");
    EXPECT_FALSE(before.says("Of this year") || before.says("A group each week")) << before.html;
    EXPECT_TRUE(before.says("As it stood on 31 December 2025")) << before.html;
    const auto now = begin("funder", "2026");
    EXPECT_TRUE(now.says("Of this year") && now.says("Centre: Costs") && now.says("paid until 2026-11-23")) << now.html;
    clock.set(testing::at("2026-12-07T10:00:00Z"));
    const auto november = begin("monthly", "2026-11");
    EXPECT_TRUE(november.says("week 48")) << november.html;
    EXPECT_FALSE(november.says("week 49") || november.says("week 50")) << november.html;
}

TEST_F(NumbersOfGoals, PartnersOfSomeKindsCountWhereTheGoalSaysSo) {
    auto taking_part = partners();
    taking_part.key = "activity_partners";
    taking_part.dimensions = {{"partner", TEXT("Kind of partner")}};
    taking_part.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        const auto asked = query.where.find("partner");
        if (asked == query.where.end()) return {{{}, 4}};
        return {{{}, asked->second == "company,authority" ? 1 : 0}};
    };
    goals.know({taking_part, counted_as("inquiries", 9)}, nullptr);
    auto wanted = draft("count", "measure=activity_partners");
    wanted["target"] = {"10"};
    EXPECT_EQ(read(add(self().goals, wanted)).number, 400);
    wanted["partner_kinds"] = {"company", "authority"};
    const auto some = add(self().goals, wanted);
    EXPECT_EQ(read(some).number, 100);
    EXPECT_EQ(staff("anna").get(at + "/" + some).status, 200);
    wanted["counted_from"] = {"measure=inquiries"};
    const auto refused = self().goals.add(self().around(here), wanted, "anna");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().input, "partner_kinds");
}

TEST_F(NumbersOfGoals, AReportOfATimeThatHasNotBegunIsRefused) {
    auto anna = staff("anna");
    auto form = anna.get(at + "/reports");
    const auto option = form.html.find("value=\"2026-11\"");
    ASSERT_NE(option, std::string::npos);
    form.html.replace(option, std::string_view("value=\"2026-11\"").size(), "value=\"2026-12\"");
    const auto refused = anna.submit(form, {{"kind", "monthly"}, {"period", "2026-12"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("That time has not begun. Choose one that has.")) << refused.html;
    EXPECT_TRUE(anna.get(at + "/reports").says("No report has been begun."));
}

TEST_F(NumbersOfGoals, AFinalReportIsOfTheTimeOfAProject) {
    add(self().goals, {{"title", {"Of two years"}}, {"kind", {"reach"}}, {"starts", {"2025-03-01"}}, {"ends", {"2027-02-28"}}});
    auto anna = staff("anna");
    EXPECT_TRUE(anna.get(at + "/reports").html.contains("value=\"2025-03-01..2027-02-28\"")) << "as a goal has it";
    const auto begin = [&](const char* first, const char* last) {
        return anna.submit(anna.get(at + "/reports"), {{"kind", "final"}, {"first_day", first}, {"last_day", last}});
    };
    const auto report = begin("2025-01-01", "2027-12-31");
    EXPECT_TRUE(report.says("Final report, 1 January 2025 – 31 December 2027: Sundsvall")) << report.html;
    EXPECT_TRUE(report.says("Of two years") && report.says("As it stood on 23 November 2026")) << report.html;
    EXPECT_TRUE(anna.get(report.url + "/report.pdf").html.starts_with("%PDF"));
    EXPECT_TRUE(begin("2026-01-01", "2025-12-31").says("The last day is before the first. Correct one of them."));
    EXPECT_TRUE(begin("2025-01-01", "").says("Write the last day."));
    EXPECT_TRUE(begin("2027-01-01", "2027-12-31").says("That time has not begun. Choose one that has."));
    EXPECT_EQ(begin("2001-01-01", "2026-12-31").status, 422);
}

TEST_F(NumbersOfGoals, AmountsOfAReportAreNumbersInItsSpreadsheetAlsoOnceItIsKept) {
    Sheet sheet{.title = "Report", .about = "As it stood", .sections = {}};
    sheet.sections.push_back(
        {.key = "money",
         .title = "Money",
         .tables = {{.caption = "Costs",
                     .headers = {"Line", "Planned", "Who", "Count"},
                     .rows = {{"Wages", "1 660 000,50", "Not known", "1 072"}, {"2027", "-5", "+46 60", "060 12"},
                              {"Travel", "1,000", "212,50", "1,234,567.25"}},
                     .money = {1}}}});
    const auto kept = sheet_of_json(sheet_as_json(sheet));
    EXPECT_EQ(kept.sections, sheet.sections);
    const auto file = sheets_of(kept, i18n::translator("en"));
    const auto second = testing::part_of_zip(file, "xl/worksheets/sheet2.xml");
    for (const auto* number : {"<v>1660000.5</v>", "<v>1072</v>", "<v>-5</v>", "<v>1000</v>", "<v>212.5</v>",
                               "<v>1234567.25</v>"})
        EXPECT_NE(second.find(number), std::string::npos) << number << second;
    for (const auto* text : {"2027", "060 12", "Not known"})
        EXPECT_EQ(second.find("<v>" + std::string(text)), std::string::npos) << text;
}

TEST_F(NumbersOfGoals, AReportTellsNoNumberOfFewWomenOrMen) {
    auto few = counted_as("answered", 9);
    few.can_answer = [](const measures::Query& query) { return query.by.size() < 2; };
    few.figures = [](const measures::Query&) -> std::vector<measures::Row> {
        return {{{{"gender", "women"}}, 50}, {{{"gender", "men"}}, 3}, {{{"gender", ""}}, 90}};
    };
    goals.know({few}, nullptr);
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto today = base::parse_date("2026-11-23").value();
    const auto row = [&](bool is_report, bool is_for_politicians = false) {
        SectionsAsked asked{self(), tenant, i18n::translator("en"), periods::holding(periods::Kind::year, today), today,
                            is_report};
        asked.leaves_the_house = asked.leaves_the_house || is_for_politicians;
        return section(asked, "equality").tables.at(0).rows.at(0);
    };
    EXPECT_EQ(row(false), (std::vector<std::string>{"Inquiries", "50", "3", "Not asked for", "Not asked for", "90"}));
    EXPECT_EQ(row(true), (std::vector<std::string>{"Inquiries", "too few", "too few", "Not asked for", "Not asked for", "90"}))
        << "nor what would tell it from the sum";
    EXPECT_EQ(row(false, true)[2], "too few") << "a board that is handed to a council";
    few.kind = measures::Kind::sum;
    goals.know({few}, nullptr);
    EXPECT_EQ(row(true)[2], "too few") << "persons of groups are people as well";
}

TEST_F(NumbersOfGoals, AReportTellsNoMinutesOfTheFewWhoseQuestionsItDoesNotTell) {
    const auto by_gender = [](const char* key, std::int64_t women, std::int64_t men, std::int64_t unsaid) {
        auto one = counted_as(key, 9);
        one.can_answer = [](const measures::Query& query) { return query.by.size() < 2; };
        one.figures = [=](const measures::Query&) -> std::vector<measures::Row> {
            return {{{{"gender", "women"}}, women}, {{{"gender", "men"}}, men}, {{{"gender", ""}}, unsaid}};
        };
        return one;
    };
    auto minutes = by_gender("help_minutes", 900, 240, 400);
    minutes.kind = measures::Kind::sum;
    goals.know({minutes, by_gender("inquiries", 50, 3, 90)}, nullptr);
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto today = base::parse_date("2026-11-23").value();
    const auto row = [&](bool is_report) {
        const SectionsAsked asked{self(), tenant, i18n::translator("en"), periods::holding(periods::Kind::year, today), today,
                                  is_report};
        return section(asked, "equality").tables.at(0).rows.at(0);
    };
    EXPECT_EQ(row(false)[2], "240");
    EXPECT_EQ(row(true)[2], "too few") << "of three";
    EXPECT_EQ(row(true)[1], "too few") << "by which the three could be reckoned";
    EXPECT_EQ(row(true)[5], "400");
}

TEST_F(NumbersOfGoals, OneReportCountsANumberOnceForAllOfItsSections) {
    auto inquiries = counted_as("inquiries", 1200);
    int counted = 0, last_days = 0;
    inquiries.figures = [&counted, figures = inquiries.figures](const measures::Query& query) {
        if (query.by.empty()) ++counted;
        return figures(query);
    };
    inquiries.last_day = [&](std::string_view) { return ++last_days, base::parse_date("2026-11-20"); };
    goals.know({inquiries}, nullptr);
    std::int64_t told = 0;
    goals.know([&](std::string_view id, const periods::Period& period, const i18n::Translator&, measures::CountedOnce& figures) {
        told = figures.total(inquiries, {{std::string(id)}, period, {}, {}}).amount;
        return std::vector<digilots::Told>{};
    });
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto today = base::parse_date("2026-11-23").value();
    const SectionsAsked asked{self(), tenant, i18n::translator("en"), periods::holding(periods::Kind::year, today), today, true};
    for (const auto& key : sections_of("final")) section(asked, key);
    EXPECT_EQ(told, 1200);
    EXPECT_EQ(counted, 1) << "who was reached, and what budgets say of it";
    EXPECT_EQ(last_days, 1);
}

TEST_F(NumbersOfGoals, GirlsAndBoysAreCountedByAgeOrNotAskedFor) {
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const SectionsAsked asked{self(), tenant, i18n::translator("en"),
                              periods::holding(periods::Kind::year, base::parse_date("2026-11-23").value()),
                              base::parse_date("2026-11-23").value()};
    const auto made = section(asked, "equality");
    ASSERT_FALSE(made.tables.empty());
    EXPECT_EQ(made.tables[0].rows[0], (std::vector<std::string>{"Inquiries", "50", "40", "10", "0", "0"}));
    auto unasked = counted_as("answered", 9);
    unasked.can_answer = [](const measures::Query& query) { return query.by.size() < 2; };
    auto bookings = counted_as("bookings", 7);
    bookings.title = TEXT("Bookings");
    bookings.dimensions.clear();
    goals.know({unasked, bookings}, nullptr);
    auto again = asked;
    again.read = std::make_shared<ReadBySections>();
    const auto none = section(again, "equality");
    EXPECT_EQ(none.tables[0].rows[0],
              (std::vector<std::string>{"Inquiries", "60", "40", "Not asked for", "Not asked for", "0"}));
    EXPECT_EQ(none.tables[0].rows[1], (std::vector<std::string>{"Bookings", "Not asked for", "Not asked for", "Not asked for",
                                                               "Not asked for", "7"}));
}

TEST_F(NumbersOfGoals, TheWorstStandFirstAndAllOfThemOnOneSide) {
    for (int number = 0; number < 16; ++number)
        add(self().goals, {{"title", {"A goal " + std::to_string(number)}}, {"kind", {"reach"}}, {"starts", {"2026-01-01"}},
                           {"ends", {"2026-12-31"}}, {"target", {number == 15 ? "100000" : "10"}},
                           {"counted_from", {"measure=participants"}}});
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto& words = i18n::translator("en");
    const auto today = base::parse_date("2026-11-23").value();
    const SectionsAsked asked{self(), tenant, words, periods::holding(periods::Kind::year, today), today};
    Sheet sheet{.title = "Board", .about = "As it stands", .sections = {}};
    for (const auto& key : sections_of("manager")) sheet.sections.push_back(section(asked, key));
    EXPECT_EQ(sheet.sections[0].tables[0].rows[0][0], "A goal 15") << "behind: it needs attention first";
    const auto document = on_one_sheet(sheet, tenant, words);
    EXPECT_EQ(print::number_of_pages(document), 1U);
    std::size_t most = 0;
    for (const auto& block : document.blocks)
        if (const auto* table = std::get_if<print::Table>(&block.is)) most = std::max(most, table->rows.size());
    EXPECT_GE(most, 16U) << "all goals";
}

}  // namespace
}  // namespace digilots::goals
