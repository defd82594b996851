// What staff write at sessions, on the lines of budgets that pay it.
#include <gtest/gtest.h>

#include "budget/world_for_tests.h"
#include "platform/register/doubts.h"

namespace digilots::budget {
namespace {

struct CostsOfSessions : ::testing::Test {
    CostsOfSessions() {
        server.open();
        server.kinds.measures = {costs()};
    }

    /// A fee and a trip in 2026; nothing in other years.
    measures::Measure costs() {
        measures::Measure one{.key = "activity_costs",
                              .title = TEXT("Costs of activities"),
                              .definition = TEXT("What sessions cost"),
                              .unit = TEXT("kronor")};
        one.made_from = {{"sessions"}};
        one.figures = [this](const measures::Query& query) -> std::vector<measures::Row> {
            const auto day = base::parse_date("2026-10-01").value();
            if (day < query.period.from || query.period.to < day) return {};
            return {{{{"cost", "fee"}}, fee}, {{{"cost", "travel"}}, 12'000}};
        };
        return one;
    }
    std::string add_paying(const std::string& budget, const char* title, const std::vector<std::string>& costs_of_sessions) {
        return server.add("budget_line", draft(budget, title, costs_of_sessions));
    }
    static register_::Draft draft(const std::string& budget, const char* title, const std::vector<std::string>& costs) {
        return {{"title", {title}}, {"budget", {budget}}, {"kind", {"travel"}}, {"year_1", {"1000"}}, {"session_costs", costs}};
    }
    void sessions_change() {
        database->write([](db::Connection& connection) { kept::raise(connection, "sessions", sundsvall_code); });
        server.versions.refresh();
    }

    std::int64_t fee = 50'000;
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    BudgetServer server{*database, clock};
};

TEST_F(CostsOfSessions, CountAsPaidOnTheLineThatPaysThemAndFollowWhatStaffWrite) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee", "premises"}), other = add_paying(budget, "Other", {});
    server.add("budget_actual", {{"title", {"A bill"}}, {"line", {fees}}, {"day", {"2026-05-01"}}, {"amount", {"10"}}});
    server.versions.refresh();
    auto stands = server.stands(budget);
    EXPECT_EQ(stands.line(fees)->from_sessions, 50'000);
    EXPECT_EQ(stands.line(fees)->spent, 51'000) << "and the bill";
    EXPECT_EQ(stands.line(other)->spent, 0) << "nobody said that it pays trips";
    fee = 70'000;
    sessions_change();
    EXPECT_EQ(server.stands(budget).line(fees)->spent, 71'000);
}

TEST_F(CostsOfSessions, StandInReportsByLineAndByActivityWithThePaymentsOfTheTime) {
    auto of_activities = costs();
    of_activities.dimensions = {{"activity", TEXT("Activity")}, {"cost", TEXT("Kind of cost")}};
    of_activities.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        measures::Row row{{{"cost", "fee"}}, 50'000};
        if (query.by.size() == 2) row.dimensions["activity"] = "café";
        return {row};
    };
    auto came = costs();
    came.key = "participants";
    came.figures = [](const measures::Query&) -> std::vector<measures::Row> { return {{{{"activity", "café"}}, 4}}; };
    const Accounts accounts(*database, clock, {server.municipalities, server.versions, BudgetServer::others()},
                            {of_activities, came});
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"});
    server.add("budget_actual", {{"title", {"A speaker"}}, {"line", {fees}}, {"day", {"2026-05-01"}}, {"amount", {"100"}},
                                 {"activity", {"café"}}});
    server.versions.refresh();
    const auto year = periods::holding(periods::Kind::year, base::parse_date("2026-05-01").value());
    const auto told = accounts.told(sundsvall_code, year, i18n::translator("en"));
    ASSERT_EQ(told.size(), 1U);
    const auto planned = amount_text(100'000, i18n::translator("en"));
    EXPECT_EQ(told[0].tables[0].rows[0], (std::vector<std::string>{"Fees", planned, "600", "600"}));
    ASSERT_EQ(told[0].tables.size(), 3U);
    EXPECT_EQ(told[0].tables[2].rows[0], (std::vector<std::string>{"café", "100", "500", "4", "150"}));
    EXPECT_EQ(told[0].tables[2].money, (std::vector<std::size_t>{1, 2, 4}));
}

TEST_F(CostsOfSessions, AreOnlyOfTheYearsOfTheBudget) {
    const auto later = server.add_budget("2027", "2028");
    const auto fees = add_paying(later, "Fees", {"fee"});
    server.versions.refresh();
    EXPECT_EQ(server.stands(later).line(fees)->spent, 0);
}

TEST_F(CostsOfSessions, StandOnOneLineOfTheSameYears) {
    const auto budget = server.add_budget();
    EXPECT_NE(add_paying(budget, "Fees", {"fee"}), "");
    EXPECT_EQ(server.fault("budget_line", draft(budget, "Fees once more", {"travel", "fee"})), "session_costs");
    EXPECT_NE(add_paying(budget, "Trips", {"travel"}), "");
    const auto later = server.add("budget", {{"title", {"Later"}}, {"first_year", {"2028"}}, {"last_year", {"2028"}}});
    EXPECT_NE(add_paying(later, "Fees", {"fee"}), "") << "other years";
}

TEST_F(CostsOfSessions, KeepTheirLineAndAreAskedAboutBeforeItPaysThemNoMore) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"}), other = add_paying(budget, "Other", {});
    server.versions.refresh();
    auto& lines = server.kinds.lines;
    EXPECT_FALSE(lines.remove(server.around(), fees, "anna", base::Seen::anything()));
    EXPECT_TRUE(lines.remove(server.around(), other, "anna", base::Seen::anything()));
    const auto stands = lines.find(sundsvall_code, fees).value();
    auto after = stands;
    const auto asked = [&] { return register_::doubts_about(lines.declaration(), server.around(), &stands, after); };
    after.columns["title"] = std::string("Fees of all");
    EXPECT_TRUE(asked().empty());
    after.columns["session_costs"] = std::string("");
    ASSERT_EQ(asked().size(), 1U);
    EXPECT_TRUE(asked()[0].starts_with("500")) << asked()[0];
    fee = 0;
    sessions_change();
    EXPECT_TRUE(asked().empty()) << "nothing goes";
}

TEST_F(CostsOfSessions, AreAskedAboutWhereTheBillForThemIsEnteredToo) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"}), other = add_paying(budget, "Other", {});
    server.versions.refresh();
    register_::Record bill;
    bill.columns = {{"title", std::string("A bill")},
                    {"line", fees},
                    {"activity", std::string("café")},
                    {"amount", std::int64_t{50'000}}};
    const auto asked = [&] {
        return register_::doubts_about(server.kinds.actuals.declaration(), server.around(), nullptr, bill);
    };
    ASSERT_EQ(asked().size(), 1U);
    EXPECT_TRUE(asked()[0].starts_with("500")) << asked()[0];
    bill.columns["amount"] = std::int64_t{-50'000};
    EXPECT_TRUE(asked().empty()) << "it came back";
    bill.columns["amount"] = std::int64_t{50'000};
    bill.columns["line"] = other;
    EXPECT_TRUE(asked().empty()) << "this line pays none of them";
    bill.columns["line"] = fees;
    bill.columns["activity"] = std::string();
    EXPECT_TRUE(asked().empty());
}

}  // namespace
}  // namespace digilots::budget
