// Budgets as people keep them.
#include <gtest/gtest.h>

#include <algorithm>

#include "budget/world_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/import.h"
#include "platform/testing/race.h"

namespace digilots::budget {
namespace {

struct BudgetsOfATown : ::testing::Test {
    BudgetsOfATown() { server.open(); }

    testing::PageClient person(http::Role role) {
        pages.person = testing::person_with(role, sundsvall_code);
        auto client = pages.client();
        client.accept_language = "en";
        return client;
    }
    void take_in_mapping() {
        const auto plan = plan_mapping(server.kinds, base::embedded_file("data/demo/mapping.json").value(), "mapping.json");
        told = plan.description;
        plan.apply();
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    BudgetServer server{*database, clock};
    Slice all = slice(*database, clock, {server.municipalities, server.versions, BudgetServer::others()});
    testing::PageServer pages{routes_of({all}), clock};
    std::string told;
};

TEST_F(BudgetsOfATown, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(sundsvall_code));
}

TEST_F(BudgetsOfATown, ConsequencesStandAtThePartOfThePlanThatProposesIt) {
    const auto draft = [](const char* part) {
        return register_::Draft{{"title", {"Open late"}}, {"economic", {"60 000 a year"}}, {"node", {part}}};
    };
    const auto added = server.add("consequence", draft("project"));
    ASSERT_NE(added, "");
    EXPECT_EQ(server.kinds.consequences.find(sundsvall_code, added)->text("node"), "project");
    EXPECT_EQ(server.fault("consequence", draft("another")), "node");
}

TEST_F(BudgetsOfATown, TheMappingsBudgetIsTakenInAsItStandsAndOnce) {
    take_in_mapping();
    EXPECT_EQ(told, "mapping.json: a budget, 16 new records, 0 changed\n");
    const auto budget = server.stands("timra-budget", timra_code);
    EXPECT_EQ(budget.title, "Internetstiftelsen i Sverige 2019–2020");
    EXPECT_EQ(budget.lines.size(), 8U);
    EXPECT_EQ(budget.total(), 256000000);
    EXPECT_EQ(budget.financing()[0], 123000000);
    EXPECT_TRUE(budget.is_balanced());
    std::vector<std::string> warnings;
    for (const auto& check : checks_of(budget, i18n::translator("sv")))
        if (check.level >= Level::warning) warnings.push_back(check.code);
    EXPECT_EQ(warnings, (std::vector<std::string>{"computed_differs", "overhead_cap", "cash_lines"}));
    take_in_mapping();
    EXPECT_EQ(told, "mapping.json: a budget, 0 new records, 0 changed\n");
    const auto around = server.around(timra_code);
    auto draft = server.kinds.lines.draft_of(*server.kinds.lines.find(timra_code, "timra-budget-travel"), around);
    draft["year_1"] = {"16000"};
    ASSERT_TRUE(server.kinds.lines.change(around, "timra-budget-travel", draft, "anna", base::Seen::anything()));
    take_in_mapping();
    EXPECT_TRUE(told.contains("timra-budget-travel: edited here, kept as it is")) << told;
    EXPECT_EQ(server.stands("timra-budget", timra_code).line("timra-budget-travel")->amounts[0], 1600000);
}

TEST_F(BudgetsOfATown, TheMoneyOfANationalProgrammeIsTakenInWithoutWhatNobodyHasSaid) {
    municipality::Municipality programme;
    programme.id = programme.slug = "digihjelpen";
    programme.name = "Digihjelpen";
    programme.country = "NO";
    programme.is_own = true;
    programme.is_on_map = false;
    server.municipalities.save_own(programme);
    server.municipalities.activate("digihjelpen",
                                   municipality::default_settings(*server.municipalities.about("digihjelpen")));
    take_in_mapping();
    const auto budget = server.stands("digihjelpen-budget", "digihjelpen");
    EXPECT_EQ(budget.currency, "NOK");
    EXPECT_EQ(budget.total(), 80000000);
    ASSERT_EQ(budget.lines.size(), 2U);
    EXPECT_EQ(budget.lines[1].entered(), std::nullopt) << "what meetings cost nobody has said";
    ASSERT_EQ(budget.frames.size(), 1U);
    EXPECT_EQ(budget.frames[0].maximum, 70000000);
    EXPECT_FALSE(budget.is_balanced()) << "what is not known may cost anything";
    EXPECT_EQ(budget.unknown_lines(), 1);
    EXPECT_EQ(budget.shares.size(), 3U);
    take_in_mapping();
    EXPECT_TRUE(told.ends_with("mapping.json: a budget, 0 new records, 0 changed\n")) << told;
}

TEST_F(BudgetsOfATown, WhatIsNoAmountIsRefusedAtItsField) {
    const auto budget = server.add_budget();
    const auto line = server.add_line(budget, "wages", "1\u00a0165\u202f661", "212,50");
    EXPECT_EQ(server.stands(budget).line(line)->entered(), 116566100 + 21250);
    const auto wage = [&](const char* typed) {
        return server.fault(
            "budget_calculation",
            {{"title", {"Guide"}}, {"line", {line}}, {"kind", {"wage"}}, {"hourly_wage", {typed}}, {"hours", {"10"}}});
    };
    EXPECT_EQ(wage("-5"), "hourly_wage");
    EXPECT_EQ(wage("1e9"), "hourly_wage");
    EXPECT_EQ(wage("1000000000"), "hourly_wage");
    EXPECT_EQ(wage("212.50"), "");
    EXPECT_EQ(server.fault("budget_calculation", {{"title", {"Guide"}},
                                                  {"line", {line}},
                                                  {"kind", {"wage"}},
                                                  {"hourly_wage", {"1"}},
                                                  {"hours", {"1"}},
                                                  {"percent", {"100,5"}}}),
              "percent");
    EXPECT_EQ(server.fault("budget", {{"title", {"Centre"}}, {"first_year", {"2027"}}, {"last_year", {"2028"}}}),
              "first_year")
        << "both have 2027";
    EXPECT_EQ(server.fault("budget", {{"title", {"Centre"}}, {"first_year", {"2028"}}, {"last_year", {"2028"}}}), "");
    EXPECT_EQ(server.fault("budget", {{"title", {"Other"}}, {"first_year", {"2028"}}, {"last_year", {"2027"}}}),
              "last_year");
    EXPECT_EQ(
        server.fault("budget_line", {{"title", {"Late"}}, {"budget", {budget}}, {"kind", {"own"}}, {"year_3", {"5"}}}),
        "year_3")
        << "the budget has two years";
}

TEST_F(BudgetsOfATown, NothingIsApprovedThatIsNotPaidFor) {
    const auto budget = server.add_budget();
    server.add_line(budget, "wages", "100", "200,50");
    const register_::Draft approval{
        {"title", {"Steering group"}}, {"budget", {budget}}, {"decision", {"approved"}}, {"day", {"2026-11-20"}}};
    EXPECT_EQ(server.fault("budget_approval", approval), "decision");
    const auto source = server.add_source(budget, "100", "200,49");
    EXPECT_EQ(server.fault("budget_approval", approval), "decision") << "an öre is missing";
    const auto around = server.around();
    auto draft = server.kinds.sources.draft_of(*server.kinds.sources.find(sundsvall_code, source), around);
    draft["year_2"] = {"200,50"};
    ASSERT_TRUE(server.kinds.sources.change(around, source, draft, "anna", base::Seen::anything()));
    EXPECT_EQ(server.fault("budget_approval", approval), "");
    EXPECT_TRUE(server.stands(budget).is_approved());
    clock.advance(std::chrono::hours(1));
    draft["year_2"] = {"300,50"};
    ASSERT_TRUE(server.kinds.sources.change(around, source, draft, "anna", base::Seen::anything()));
    const auto changed = server.stands(budget);
    EXPECT_FALSE(changed.is_approved()) << "100 kr were added to what was approved";
    const auto checks = checks_of(changed, i18n::translator("en"));
    EXPECT_TRUE(base::find_in(checks, "approval", &Check::code));
    draft["year_2"] = {"200,50"};
    ASSERT_TRUE(server.kinds.sources.change(around, source, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(server.stands(budget).is_approved()) << "each amount is what was approved";
    auto another_sum = approval;
    another_sum["approved_total"] = {"400,50"};
    EXPECT_EQ(server.fault("budget_approval", another_sum), "approved_total") << "the minutes say another sum";
    another_sum["approved_total"] = {"300,50"};
    EXPECT_EQ(server.fault("budget_approval", another_sum), "");
    EXPECT_EQ(server.stands(budget).last_approval()->edition, 2);
}

TEST_F(BudgetsOfATown, WhatWasApprovedIsKeptAndStandsBesideWhatIsNow) {
    const auto budget = server.add_budget();
    const auto line = server.add_line(budget, "external_services", "80000", "");
    server.add_source(budget, "80000", "");
    const auto approval = server.add(
        "budget_approval",
        {{"title", {"Steering group"}}, {"budget", {budget}}, {"decision", {"approved"}}, {"day", {"2026-11-20"}}});
    ASSERT_NE(approval, "");
    auto coordinator = person(http::Role::coordinator);
    EXPECT_FALSE(coordinator.get("/sundsvall/staff/budgets/" + budget).says("Approved → now"));
    const auto around = server.around();
    auto draft = server.kinds.lines.draft_of(*server.kinds.lines.find(sundsvall_code, line), around);
    draft["note"] = {"As the offer says."};
    ASSERT_TRUE(server.kinds.lines.change(around, line, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(server.stands(budget).is_approved()) << "a note is no amount";
    draft["year_1"] = {"90000"};
    ASSERT_TRUE(server.kinds.lines.change(around, line, draft, "anna", base::Seen::anything()));
    const auto added = server.add_line(budget, "travel", "500", "");
    const auto page = coordinator.get("/sundsvall/staff/budgets/" + budget);
    EXPECT_TRUE(page.says("80,000 → 90,000")) << page.html;
    EXPECT_TRUE(page.says("added since → 500"));
    EXPECT_FALSE(server.stands(budget).is_approved());
    auto words = server.kinds.approvals.draft_of(*server.kinds.approvals.find(sundsvall_code, approval), around);
    words["reference"] = {"KS 2026/12"};
    ASSERT_TRUE(server.kinds.approvals.change(around, approval, words, "anna", base::Seen::anything()))
        << "the minutes are numbered later, whatever became of the budget";
    ASSERT_TRUE(server.kinds.lines.remove(around, added, "anna", base::Seen::anything()));
    draft["year_1"] = {"80000"};
    ASSERT_TRUE(server.kinds.lines.change(around, line, draft, "anna", base::Seen::anything()));
    const auto stands = server.stands(budget);
    EXPECT_TRUE(stands.is_approved());
    EXPECT_EQ(stands.last_approval()->edition, 1) << "a reference approves nothing anew";
    EXPECT_EQ(stands.last_approval()->approved->total(), 8000000);
    EXPECT_TRUE(coordinator.get("/sundsvall/staff/budget-approvals/" + approval).says("80,000"));
}

TEST_F(BudgetsOfATown, ALineWithPaymentsIsNotDeleted) {
    const auto budget = server.add_budget();
    const auto line = server.add_line(budget, "travel", "15000", "15000");
    const register_::Draft payment{{"title", {"Bus"}}, {"line", {line}}, {"day", {"2026-11-20"}}, {"amount", {"284,50"}}};
    ASSERT_NE(server.add("budget_actual", payment), "");
    auto other_year = payment;
    other_year["day"] = {"2025-11-20"};
    EXPECT_EQ(server.fault("budget_actual", other_year), "day");
    EXPECT_EQ(server.stands(budget).lines.front().spent, 28450);
    auto credit = payment;
    credit["title"] = {"Credit note"};
    credit["amount"] = {"\u2212100,50"};
    ASSERT_NE(server.add("budget_actual", credit), "");
    EXPECT_EQ(server.stands(budget).lines.front().spent, 18400) << "what came back is not spent";
    EXPECT_FALSE(server.kinds.lines.remove(server.around(), line, "anna", base::Seen::anything()));
    auto administrator = person(http::Role::administrator);
    const auto page = administrator.get("/sundsvall/staff/budget-lines/" + line);
    EXPECT_TRUE(administrator.submit(page, {}, "", "/delete").says("2 payments"));
}

TEST_F(BudgetsOfATown, ThePageShowsSumsAndTheArithmeticAndAFormThatLosesNothing) {
    const auto budget = server.add_budget();
    const auto line = server.add_line(budget, "wages", "830000", "");
    server.add("budget_calculation", {{"title", {"Digital guide"}},
                                      {"line", {line}},
                                      {"kind", {"wage"}},
                                      {"hourly_wage", {"212"}},
                                      {"percent", {"39,2"}},
                                      {"hours", {"3950"}},
                                      {"stated", {"1165661"}}});
    auto coordinator = person(http::Role::coordinator);
    const auto list = coordinator.get("/sundsvall/staff/budgets");
    EXPECT_TRUE(list.says("830,000")) << list.html;
    const auto page = coordinator.get("/sundsvall/staff/budgets/" + budget);
    EXPECT_TRUE(page.says("1,165,661")) << page.html;
    EXPECT_TRUE(page.says("unknown")) << "2027 is not known";
    const auto form = coordinator.get("/sundsvall/staff/budgets/" + budget + "/amounts");
    const auto refused =
        coordinator.submit(form, {{field_of_amount(line, 0), "-5"}, {field_of_amount(line, 1), "835 000,50"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("value=\"-5\"") && refused.says("835 000,50")) << refused.html;
    EXPECT_EQ(server.stands(budget).line(line)->amounts[1], std::nullopt) << "nothing half-written";
    const auto saved = coordinator.submit(refused, {{field_of_amount(line, 0), "830 000"}});
    EXPECT_EQ(saved.status, 200) << saved.html;
    EXPECT_EQ(server.stands(budget).line(line)->entered(), 83000000 + 83500050);
    for (const char* rest : {"/spent", "/results", "/budget.csv", "/budget.xlsx", "/funder.xlsx", "/budget.pdf"})
        EXPECT_EQ(coordinator.get("/sundsvall/staff/budgets/" + budget + rest).status, 200) << rest;
    EXPECT_FALSE(person(http::Role::guide).get("/sundsvall/staff/budgets/" + budget).says("/amounts"));
}

TEST_F(BudgetsOfATown, WhoeverSavesSecondIsToldWhoSavedTheAmountsAndWhen) {
    const auto budget = server.add_budget();
    const auto line = server.add_line(budget, "wages", "10", "20");
    const auto mark = base::Seen::mark(mark_of_amounts(server.stands(budget)));
    clock.advance(std::chrono::minutes(21));
    const auto save = [&](const char* amount, const char* who) {
        return save_amounts(server.kinds, server.around(), budget, {{line, {amount, "20"}}}, mark, who);
    };
    ASSERT_EQ(save("11", "berit"), SavedAmounts::done);
    clock.advance(std::chrono::minutes(5));
    ASSERT_EQ(save("12", "cecilia"), SavedAmounts::changed_meanwhile);
    const auto last = saved_last(server.kinds, server.stands(budget), sundsvall_code);
    const auto trace =
        server.database.read([&](db::Connection& connection) { return audit::latest(connection, sundsvall_code, last); });
    ASSERT_TRUE(trace) << last;
    EXPECT_EQ(trace->entry.actor, "berit") << "not who made the budget";
    EXPECT_EQ(trace->at, clock.now() - std::chrono::minutes(5));
}

TEST_F(BudgetsOfATown, ProgramsGetDecimalStringsAndOnlyWhatIsPublished) {
    const auto budget = server.add_budget();
    server.add_line(budget, "wages", "830000", "830000,50");
    auto anyone = pages.client();
    EXPECT_EQ(anyone.send(http::Method::get, "/api/v1/sundsvall/budgets").html, "{\"budgets\":[]}");
    EXPECT_EQ(anyone.send(http::Method::get, "/api/v1/sundsvall/budgets/" + budget).status, 404);
    const auto around = server.around();
    auto draft = server.kinds.budgets.draft_of(*server.kinds.budgets.find(sundsvall_code, budget), around);
    draft["is_published"] = {"1"};
    ASSERT_TRUE(server.kinds.budgets.change(around, budget, draft, "anna", base::Seen::anything()));
    const auto json = base::parse_json(anyone.send(http::Method::get, "/api/v1/sundsvall/budgets/" + budget).html);
    ASSERT_TRUE(json);
    const Accounts accounts{*database, clock, {server.municipalities, server.versions, BudgetServer::others()}, {}};
    const auto told_to_all = accounts.published(sundsvall_code, i18n::translator("en"));
    ASSERT_EQ(told_to_all.size(), 1U);
    EXPECT_EQ(told_to_all.front().total, "1,660,000.50\u00A0SEK (no approval of it is written down)");
    EXPECT_TRUE(accounts.published(timra_code, i18n::translator("en")).empty());
    EXPECT_EQ((*json)["currency"].text(), "SEK");
    EXPECT_EQ((*json)["lines"].items().front()["amounts"]["2027"].text(), "830000.50");
    EXPECT_EQ((*json)["sums"]["2026"].text(), "830000.00");
    EXPECT_EQ((*json)["total"].text(), "1660000.50");
    EXPECT_TRUE((*json)["lines"].items().front()["computed"].is_null()) << "unknown is not zero";
    EXPECT_EQ((*json)["financing"]["balanced"].as_bool(), false);
    EXPECT_EQ((*json)["checks"].items().front()["code"].text(), "financing");
    EXPECT_EQ((*json)["checks"].items().front()["level"].text(), "error");
}

TEST_F(BudgetsOfATown, WhatIsDueOfGrantsAndPlansIsATaskUntilItIsDone) {
    const auto now = [&](std::size_t kind) { return all.duties[kind].now(sundsvall_code).size(); };
    const auto budget = server.add_budget();
    const auto grant = server.add("grant", {{"title", {"Call"}}, {"funder", {"Foundation"}}, {"deadline", {"2026-12-10"}}});
    server.add("grant", {{"title", {"Later"}}, {"funder", {"Foundation"}}, {"deadline", {"2027-12-10"}}});
    server.add("grant_step",
               {{"title", {"Report"}}, {"grant_call", {grant}}, {"kind", {"report"}}, {"due", {"2026-12-01"}}});
    EXPECT_EQ(now(0), 2U);
    server.add("saving_estimate",
               {{"title", {"Less paper"}}, {"assumptions", {"One in five"}}, {"check_on", {"2026-12-01"}}});
    server.add("after_project", {{"title", {"The post"}}, {"budget", {budget}}, {"decide_on", {"2026-12-02"}}});
    EXPECT_EQ(now(1), 2U);
    auto around = server.around();
    auto& grants = server.kinds.grants;
    auto draft = grants.draft_of(*grants.find(sundsvall_code, grant), around);
    draft["state"] = {"applied"};
    ASSERT_TRUE(grants.change(around, grant, draft, "anna", base::Seen::anything()));
    EXPECT_EQ(now(0), 1U);
}

TEST(BudgetsAtTheSameTime, OfTwoWhoSaveOneTableTheSecondIsTold) {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase shared;
    BudgetServer first{*shared.first, clock}, second{*shared.second, clock};
    first.open();
    second.versions.refresh();
    const auto budget = first.add_budget();
    const auto line = first.add_line(budget, "wages", "0", "0");
    for (int round = 1; round <= 8; ++round) {
        second.versions.refresh();
        first.versions.refresh();
        const auto mark = mark_of_amounts(first.stands(budget));
        std::array<std::string, 2> typed{std::to_string(round * 10), std::to_string(round * 10 + 1)};
        std::array<SavedAmounts, 2> came{};
        testing::race(2, [&](int runner) {
            auto& server = runner == 0 ? first : second;
            const auto at = static_cast<std::size_t>(runner);
            TypedAmounts amounts;
            amounts[line][at] = typed[at];
            amounts[line][1 - at] = "0";
            const auto saved = save_amounts(server.kinds, server.around(), budget, amounts, base::Seen::mark(mark), "anna");
            ASSERT_TRUE(saved);
            came[at] = *saved;
        });
        EXPECT_EQ(std::ranges::count(came, SavedAmounts::done), 1) << round;
        EXPECT_EQ(std::ranges::count(came, SavedAmounts::changed_meanwhile), 1) << round;
        first.versions.refresh();
        const auto stands = first.stands(budget).line(line)->amounts;
        const auto winner = came[0] == SavedAmounts::done ? std::size_t{0} : std::size_t{1};
        EXPECT_EQ(stands[winner], (round * 10 + static_cast<int>(winner)) * ore_of_a_krona);
        EXPECT_EQ(stands[1 - winner], 0) << "nothing of the second";
    }
}

TEST(BudgetsAtTheSameTime, WhatIsApprovedIsWhatStoodWhenItWasApproved) {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase shared;
    BudgetServer first{*shared.first, clock}, second{*shared.second, clock};
    first.open();
    second.versions.refresh();
    for (int round = 0; round < 6; ++round) {
        const auto name = "Centre " + std::to_string(round);
        const auto budget = first.add("budget", {{"title", {name}}, {"first_year", {"2026"}}, {"last_year", {"2027"}}});
        const auto line = first.add_line(budget, "wages", "100", "");
        first.add_source(budget, "100", "");
        second.versions.refresh();
        const auto draft = second.kinds.lines.draft_of(*second.kinds.lines.find(sundsvall_code, line), second.around());
        std::string approval;
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                approval = first.add("budget_approval", {{"title", {"Board"}},
                                                         {"budget", {budget}},
                                                         {"decision", {"approved"}},
                                                         {"day", {"2026-11-20"}}});
            } else {
                auto changed = draft;
                changed["year_1"] = {"900"};
                EXPECT_TRUE(second.kinds.lines.change(second.around(), line, changed, "berit", base::Seen::anything()));
            }
        });
        first.versions.refresh();
        const auto stands = first.stands(budget);
        EXPECT_EQ(stands.line(line)->entered(), 90000);
        EXPECT_FALSE(stands.is_approved()) << "900 was approved by nobody";
        if (approval.empty()) continue;
        ASSERT_TRUE(stands.last_approval() && stands.last_approval()->approved);
        EXPECT_EQ(stands.last_approval()->approved->total(), 10000) << round;
    }
}

}  // namespace
}  // namespace digilots::budget
