// Goals through their pages: counted, by hand, weekly, vanished; and for programs.
#include "goals/world_for_tests.h"

namespace digilots::goals {
namespace {

TEST_F(GoalsPages, EveryStatementRunsOnThisEngine) {
    for (const auto* records : self().registers()) register_::run_every_statement(*records, self().around(here));
}

TEST_F(GoalsPages, AGoalIsCountedAndOpensToItsArithmetic) {
    auto anna = staff("anna");
    const auto form = anna.get(at + "/records/new");
    const auto saved = anna.submit(form, {{"title", "Reach residents"},
                                          {"kind", "reach"},
                                          {"starts", "2026-01-01"},
                                          {"ends", "2026-12-31"},
                                          {"target", "1800"},
                                          {"target_unit", "persons"},
                                          {"target_percent", "10"},
                                          {"counted_from", "measure=participants&kind=course"}});
    EXPECT_TRUE(saved.says("The goal is added.")) << saved.html;
    const auto list = anna.get(at);
    EXPECT_TRUE(list.says("On the way")) << list.html;
    const auto page = anna.get(list.link("Reach residents"));
    EXPECT_TRUE(page.says("At least 1,800 persons · 10 %")) << page.html;
    EXPECT_TRUE(page.says("1,800 implies about 18,000")) << "a population that nobody stated is never filled in";
    EXPECT_TRUE(page.says("Of its 365 days 327 have gone."));
    EXPECT_TRUE(page.says("1,612.6 now")) << "1 800 in 365 days, after 327 of them";
    EXPECT_TRUE(page.says("Between 1,738 persons and 1,776 persons")) << "31 in October, 60 in September, 38 days are left";
    EXPECT_TRUE(page.link("The figures in the statistics")
                    .ends_with("?measure=participants&from=2026-01-01&to=2026-11-23&kind=course"));
    EXPECT_TRUE(page.link("The entries behind them").ends_with("/staff/inquiries"));
    EXPECT_EQ(staff("neighbour").get(at).status, 404);
}

TEST_F(GoalsPages, WhatNobodyCountedIsUnknownAndSoIsWhatVanished) {
    auto anna = staff("anna");
    const auto never = anna.get(at + "/" + add_reach("measure=visitors"));
    EXPECT_TRUE(never.says("Not known") && never.says("so how it stands is unknown")) << never.html;
    const auto id = add_reach("measure=participants");
    goals.know({never_counted()}, nullptr);
    const auto vanished = anna.get(at + "/" + id);
    EXPECT_EQ(vanished.status, 200);
    EXPECT_TRUE(vanished.says("What it was counted from is not there any more")) << vanished.html;
    EXPECT_TRUE(anna.get(at).says("Unknown: 2"));
}

TEST_F(GoalsPages, NumbersByHandStandWithHowTheyAreKnownAndNeverBesideCountedOnes) {
    auto anna = staff("anna");
    const auto by_hand = add(self().goals, {{"title", {"Partners"}}, {"kind", {"count"}}, {"target", {"10"}}});
    const auto counted = add_reach("measure=participants");
    const auto form = anna.get(anna.get(at + "/" + by_hand).link("Write down a number"));
    const auto wrong = anna.submit(form, {{"note", "Asked them"}, {"day", "2026-11-20"}, {"number", "1e9x"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("Asked them"));
    anna.submit(wrong, {{"number", "10"}});
    const auto met = anna.get(at + "/" + by_hand);
    EXPECT_TRUE(met.says("The target is reached: met.") && met.says("Asked them")) << met.html;
    const auto refused = self().values.add(
        self().around(here), {{"note", {"Typed"}}, {"goal", {counted}}, {"day", {"2026-11-20"}}, {"number", {"9"}}}, "anna");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().input, "goal");
}

TEST_F(GoalsPages, AMissedWeekIsExplainedAndAClosedOneDoesNotCount) {
    auto anna = staff("anna");
    const auto id = add_weekly();
    const auto weeks = anna.get(at + "/" + id + "/weeks?year=2026");
    EXPECT_TRUE(weeks.says("Weeks met: 2. Missed: 1.")) << weeks.html;
    EXPECT_TRUE(anna.get(at + "/weeks").says("A group each week"));
    EXPECT_TRUE(anna.get(at + "/" + id + "/weeks?year=2025").says("The goal does not hold in this year."));
    const auto week = anna.get(at + "/" + id + "/weeks/2026-W47");
    EXPECT_TRUE(week.says("Missed")) << week.html;
    EXPECT_EQ(anna.submit(week, {{"reason", "Anna 070-174 06 35"}}).status, 422);
    const auto saved = anna.submit(week, {{"reason", "The guide was ill"}});
    EXPECT_TRUE(saved.says("The guide was ill") && saved.says("anna, 23 November 2026")) << saved.html;
    const auto asked = anna.submit(anna.get(at + "/" + id + "/weeks/2026-W47"), {{"reason", "Anna Svensson was ill"}});
    EXPECT_TRUE(asked.status == 422 && asked.says("“Anna Svensson” may be a person’s name")) << asked.html;
    EXPECT_TRUE(anna.submit(asked, {{"reason", "Anna Svensson was ill"}}).says("Anna Svensson was ill")) << "asked once";
    const auto closed = anna.submit(anna.get(at + "/" + id + "/weeks/2026-W47"), {{"closed", "1"}});
    EXPECT_TRUE(closed.says("Weeks met: 2. Missed: 0. Do not count: 1.")) << closed.html;
    EXPECT_EQ(anna.get(at + "/" + id + "/weeks/2026-W54").status, 404);
    EXPECT_EQ(staff("guide").post_once(at + "/" + id + "/weeks/2026-W47", {{"reason", "x"}}).status, 404);
}

TEST_F(GoalsPages, TwoWhoExplainTheSameWeekAreToldOfEachOther) {
    auto anna = staff("anna"), bo = staff("bo");
    const auto url = at + "/" + add_weekly() + "/weeks/2026-W47";
    const auto first = anna.get(url), second = bo.get(url);
    anna.submit(first, {{"reason", "Ill"}});
    bo.submit(second, {{"reason", "Closed"}});
    EXPECT_TRUE(anna.get(url).says("Ill")) << "the first stays";
}

TEST_F(GoalsPages, ProgramsSeeWhatIsPublishedAndWithATokenAll) {
    const auto hidden = add_reach("measure=participants");
    const auto shown = add_weekly();
    testing::PageClient program(server);
    const auto get = [&](const std::string& path, const std::string& bearer) {
        std::vector<std::pair<std::string, std::string>> headers;
        if (!bearer.empty()) headers.emplace_back("Authorization", "Bearer " + bearer);
        return program.send(http::Method::get, "/api/v1/sundsvall/goals" + path, "", headers);
    };
    const auto open = base::parse_json(get("", "").html).value();
    ASSERT_EQ(open["goals"].items().size(), 1U);
    EXPECT_EQ(open["goals"].items()[0]["id"].text(), shown);
    const auto all = base::parse_json(get("", "good").html).value();
    ASSERT_EQ(all["goals"].items().size(), 2U);
    const auto& reach = all["goals"].items()[1];
    EXPECT_EQ(reach["id"].text(), hidden);
    EXPECT_EQ(reach["status"].text(), "on_track");
    EXPECT_EQ(reach["value"].as_integer(), 1700);
    EXPECT_EQ(reach["targets"].items().size(), 2U);
    EXPECT_TRUE(reach["baseline"].is_null());
    EXPECT_EQ(get("", "bad").status, 401);
    EXPECT_EQ(get("", "other").status, 403);
    EXPECT_EQ(get("/" + hidden + "/values", "").status, 404);
    const auto rows = base::parse_json(get("/" + shown + "/values?by=week", "good").html).value();
    EXPECT_EQ(rows["rows"].items()[0]["state"].text(), "met");
    EXPECT_EQ(rows["rows"].items()[0]["value"].as_integer(), 2);
    const auto few = base::parse_json(get("/" + shown + "/values?by=week", "").html).value();
    EXPECT_TRUE(few["rows"].items()[0]["value"].is_null()) << "of too few";
    EXPECT_EQ(get("/" + shown + "/values?by=hour", "good").status, 400);
}

TEST_F(GoalsPages, AReportIsFilledCommentedAndKeptAsItWasSent) {
    auto anna = staff("anna");
    const auto id = add_reach("measure=participants");
    const auto begun = anna.submit(anna.get(at + "/reports"), {{"kind", "funder"}, {"period", "2026"}});
    EXPECT_EQ(anna.submit(anna.get(at + "/reports"), {{"kind", "funder"}, {"period", "2026"}}).url, begun.url) << "begun once";
    EXPECT_TRUE(begun.says("Report to the funder, 2026: Sundsvall")) << begun.html;
    EXPECT_TRUE(begun.says("Reach residents") && begun.says("Missing: nothing is written down")) << begun.html;
    anna.submit(begun, {{"comment_goals", "It goes well"}}, "action=send");
    add(self().goals, {{"title", {"Came later"}}, {"kind", {"narrative"}}});
    const auto sent = anna.get(begun.url);
    EXPECT_TRUE(sent.says("It goes well") && sent.says("Sent on")) << sent.html;
    EXPECT_FALSE(sent.says("Came later")) << "it stays as it was";
    const auto path = begun.url;
    EXPECT_TRUE(anna.get(path + "/report.pdf").html.starts_with("%PDF"));
    EXPECT_TRUE(anna.get(path + "/report.odt").html.starts_with("PK"));
    EXPECT_TRUE(anna.get(path + "/report.xlsx").html.starts_with("PK"));
    EXPECT_TRUE(anna.get(at + "/reports").says("Report to the funder, 2026: Sundsvall"));
    for (const auto* board : {"desk", "manager", "politician"}) {
        EXPECT_TRUE(anna.get(at + "/board?for=" + std::string(board)).says("Reach residents"));
        EXPECT_TRUE(anna.get(at + "/board.pdf?for=" + std::string(board)).html.starts_with("%PDF"));
    }
    (void)id;
}

TEST_F(GoalsPages, AFinalReportHoldsWhatAProjectIsClosedWithAndSaysWhatIsMissing) {
    goals.know_registers(self().registers());
    add(self().quality, {{"title", {"An answer the same day"}}, {"adopted_on", {"2026-02-01"}}, {"decided_by", {"The board"}}});
    auto anna = staff("anna");
    const auto report = anna.submit(anna.get(at + "/reports"), {{"kind", "final"}, {"period", "2026"}});
    for (const auto* title : {"The guidance service, and what it means for money and work", "Shared quality goals",
                              "Resources that are shared", "Agreements on working together", "How it is rolled out",
                              "What remains before the money ends"})
        EXPECT_TRUE(report.says(title)) << title;
    EXPECT_TRUE(report.says("An answer the same day") && report.says("The board")) << report.html;
    const auto earlier = anna.submit(anna.get(at + "/reports"), {{"kind", "final"}, {"period", "2025"}});
    EXPECT_FALSE(earlier.says("An answer the same day")) << "it was adopted later";
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto today = base::parse_date("2026-11-23").value();
    const SectionsAsked asked{self(), tenant, i18n::translator("en"), periods::holding(periods::Kind::year, today), today, true};
    EXPECT_FALSE(section(asked, "quality").is_missing);
    EXPECT_TRUE(section(asked, "rollout").is_missing);
    EXPECT_TRUE(anna.get(report.url + "/report.odt").html.starts_with("PK"));
}

TEST_F(GoalsPages, AReportOfAnEarlierTimeTellsItsOwnStoriesHoweverManyCameLater) {
    for (int at_most = 0; at_most < 43; ++at_most)
        add(self().stories, {{"title", {"Told later"}}, {"kind", {"story"}}, {"told_by", {"staff"}}, {"day", {"2026-11-02"}}});
    add(self().stories, {{"title", {"Told early"}}, {"kind", {"story"}}, {"told_by", {"staff"}}, {"day", {"2026-02-02"}}});
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto told_in = [&](const char* quarter) {
        const auto period = periods::read(quarter).value();
        return section({self(), tenant, i18n::translator("en"), period, period.to, true}, "stories");
    };
    const auto first = told_in("2026-Q1"), last = told_in("2026-Q4");
    ASSERT_FALSE(first.is_missing);
    ASSERT_EQ(first.tables[0].rows.size(), 1U);
    EXPECT_EQ(first.tables[0].rows[0][1], "Told early");
    EXPECT_EQ(last.tables[0].rows.size(), 40U);
    EXPECT_EQ(last.sentences, (std::vector<std::string>{"3 more of them stand in the register."}));
}

TEST_F(GoalsPages, AFigureOfTheNationStandsWithItsDefinitionBesideTheNumberOfItsGoal) {
    const auto goal = add_reach("measure=participants");
    add(self().references, {{"title", {"Online"}}, {"figure", {"94 %"}}, {"year", {"2022"}}, {"base", {"Adults"}},
                            {"definition", {"At least once a week"}}, {"publisher", {"A foundation"}}, {"goal", {goal}}});
    add(self().references, {{"title", {"Without a goal"}}, {"figure", {"6 %"}}, {"year", {"2019"}}, {"base", {"Adults"}},
                            {"definition", {"Never"}}, {"publisher", {"A foundation"}}});
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto today = base::parse_date("2026-11-23").value();
    const auto made = section({self(), tenant, i18n::translator("en"), periods::holding(periods::Kind::year, today), today},
                              "references");
    ASSERT_EQ(made.tables.size(), 1U);
    const auto& rows = made.tables[0].rows;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0][4], "At least once a week");
    EXPECT_TRUE(rows[0][6].starts_with("Reach residents: 1,700 persons, ")) << rows[0][6];
    EXPECT_NE(rows[0][6].find("2026"), std::string::npos) << "of another year it says so";
    EXPECT_EQ(rows[1][6], "–");
}

TEST_F(GoalsPages, ABoardOfManyGoalsIsOnePrintedSideAndSaysWhatIsLeftOut) {
    Sheet sheet{.title = "Board", .about = "As it stands", .sections = {}};
    for (const auto* title : {"Goals", "Weeks", "Equality"}) {
        SectionTable table{.caption = title, .headers = {"Goal", "How it stands", "Until now"}};
        for (int number = 0; number < 40; ++number)
            table.rows.push_back({"A goal with a name of some length " + std::to_string(number), "On the way", "1,700"});
        sheet.sections.push_back({.key = title, .title = title, .tables = {table}});
    }
    const auto tenant = municipalities.find_tenant("sundsvall").value();
    const auto& words = i18n::translator("en");
    EXPECT_GT(print::number_of_pages(document_of(sheet, tenant, words)), 1U);
    const auto document = on_one_sheet(sheet, tenant, words);
    EXPECT_EQ(print::number_of_pages(document), 1U);
    bool is_said = false;
    for (const auto& block : document.blocks)
        if (const auto* paragraph = std::get_if<print::Paragraph>(&block.is))
            is_said = is_said || paragraph->text.words.contains("more lines stand on the page of the board");
    EXPECT_TRUE(is_said);
}

TEST_F(GoalsPages, FollowUpsDocumentsAndWhatRemainsBecomeTasks) {
    add(self().documents, {{"title", {"Library plan"}}, {"ends", {"2027-02-01"}}});
    add(self().checks, {{"title", {"Money"}}, {"area", {"budget"}}, {"due", {"2026-11-25"}}});
    add(self().ambitions,
        {{"title", {"Video calls"}}, {"people", {"care_home"}}, {"level", {"usual"}}, {"follow_up_on", {"2026-11-25"}}});
    add(self().goals, {{"title", {"Followed"}}, {"kind", {"narrative"}}, {"cadence", {"month"}}});
    const auto kinds = duty_kinds(goals);
    ASSERT_EQ(kinds.size(), 4U);
    for (const auto& kind : kinds) EXPECT_EQ(kind.now(here).size(), 1U) << kind.key;
    EXPECT_EQ(kinds[0].now(here)[0].due, "2026-11-14");
}

TEST_F(GoalsPages, WhatIsNoPercentageNorNumberIsRefusedAtItsField) {
    const auto fault = [&](const char* field, const char* typed) {
        register_::Draft draft{{"title", {"Reach"}}, {"kind", {"reach"}}};
        draft[field] = {typed};
        const auto added = self().goals.add(self().around(here), draft, "anna");
        return added ? std::string() : added.error().problems.front().input;
    };
    EXPECT_EQ(fault("target_percent", "100,5"), "target_percent");
    EXPECT_EQ(fault("target", "-5"), "target");
    EXPECT_EQ(fault("target", "1e9"), "target");
    EXPECT_EQ(fault("target", "1 800,5"), "");
    EXPECT_EQ(fault("population", "18000"), "population_year") << "of which year is never guessed";
}

TEST_F(GoalsPages, SharedQualityGoalsShowWhoHasAdoptedThemWhen) {
    municipalities.activate("2280", municipality::default_settings(*municipality::Municipalities::find("2280")));
    const auto there = self().around("2280");
    EXPECT_TRUE(self().quality.add(
        there, {{"title", {"An answer the same day"}}, {"adopted_on", {"2026-09-01"}}, {"is_shared", {"1"}}}, "bo"));
    EXPECT_TRUE(self().quality.add(there, {{"title", {"Kept to themselves"}}, {"adopted_on", {"2026-09-01"}}}, "bo"));
    auto anna = staff("anna");
    const auto page = anna.get(at + "/shared-quality");
    EXPECT_TRUE(page.says("An answer the same day") && page.says("Härnösand on 1 September 2026")) << page.html;
    EXPECT_FALSE(page.says("Kept to themselves"));
    const auto refused = anna.submit(anna.get(page.link("Adopt it here")), {}, "", "/goals/quality");
    EXPECT_EQ(refused.status, 422) << "without a day nobody knows when";
    anna.submit(refused, {{"adopted_on", "2026-11-20"}, {"is_shared", "1"}}, "", "/goals/quality");
    EXPECT_TRUE(anna.get(at + "/shared-quality").says("Sundsvall on 20 November 2026"));
    EXPECT_EQ(staff("guide").get(at + "/shared-quality").status, 200);
}

TEST_F(GoalsPages, WhatStandsBesideAGoalIsShownOnItsPageAndKeepsIt) {
    const auto id = add_weekly();
    add(self().benefits, {{"title", {"E-service for permits"}},
                          {"kind", {"e_service"}},
                          {"depends_on", {"Logging in"}},
                          {"used", {"partly"}},
                          {"checked_on", {"2026-11-20"}},
                          {"goal", {id}}});
    auto anna = staff("anna");
    const auto page = anna.get(at + "/" + id);
    EXPECT_TRUE(page.says("E-service for permits") && page.says("Logging in")) << page.html;
    EXPECT_TRUE(anna.get(at + "/board?for=manager").says("E-service for permits"));
    const auto refused = self().benefits.add(
        self().around(here),
        {{"title", {"Broadband"}}, {"kind", {"infrastructure"}}, {"depends_on", {"A computer"}}, {"used", {"no"}}}, "anna");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().input, "checked_on");
}

TEST_F(GoalsPages, WhatHasEndedGoesWithAllBesideIt) {
    const auto id = add_weekly();
    auto anna = staff("anna");
    anna.submit(anna.get(at + "/" + id + "/weeks/2026-W47"), {{"reason", "Ill"}});
    add(self().stories, {{"title", {"Told"}}, {"kind", {"story"}}, {"told_by", {"staff"}}});
    EXPECT_TRUE(
        self().goals.set_use(self().around(here), id, register_::Records::Use::ended, "anna", base::Seen::anything()));
    clock.advance(std::chrono::hours(24 * 366 * 11));
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "goals.goal", here, clock.now()), 1);
    EXPECT_EQ(testing::delete_due(*database, retention_rules(), "goals.told", here, clock.now()), 1);
    EXPECT_FALSE(self().goals.find(here, id));
}

}  // namespace
}  // namespace digilots::goals
