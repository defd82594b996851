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
    measures::CountedOnce figures;
    const auto told = accounts.told(sundsvall_code, year, i18n::translator("en"), figures);
    ASSERT_EQ(told.size(), 1U);
    const auto planned = amount_text(100'000, i18n::translator("en"));
    EXPECT_EQ(told[0].tables[0].rows[0], (std::vector<std::string>{"Fees", planned, "600", "400", planned, "600"}));
    ASSERT_EQ(told[0].tables.size(), 3U);
    EXPECT_EQ(told[0].tables[2].rows[0], (std::vector<std::string>{"café", "100", "500", "4", "150"}));
    EXPECT_EQ(told[0].tables[2].money, (std::vector<std::size_t>{1, 2, 4}));
}

TEST_F(CostsOfSessions, APaymentCountsInTheDaysThatAreAskedFor) {
    const auto budget = server.add_budget();
    const auto line = add_paying(budget, "Fees", {});
    server.add("budget_actual", {{"title", {"A speaker"}}, {"line", {line}}, {"day", {"2026-05-01"}}, {"amount", {"100"}},
                                 {"activity", {"café"}}});
    server.versions.refresh();
    const auto own = slice(*database, clock, {server.municipalities, server.versions, BudgetServer::others()});
    testing::PageServer pages{routes_of({own}), clock};
    pages.person = testing::person_with(http::Role::guide);
    auto guide = pages.client();
    guide.accept_language = "en";
    const auto at = "/sundsvall/staff/budgets/" + budget + "/results";
    const auto money = [](std::int64_t ore) { return money_text(ore, i18n::translator("en")); };
    EXPECT_TRUE(guide.get(at).says(money(10'000) + " was paid")) << guide.get(at).html;
    const auto june = guide.get(at + "?from=2026-06-01&to=2026-06-30");
    EXPECT_TRUE(june.says("1 June 2026 to 30 June 2026 " + money(0) + " was paid")) << june.html;
    EXPECT_FALSE(june.says("café"));
    EXPECT_EQ(guide.get(at + "?from=2026-06-31&to=2026-06-30").status, 422);
    EXPECT_EQ(guide.get(at + "?from=2001-01-01&to=2001-02-01").status, 422) << "none of its years";
}

TEST_F(CostsOfSessions, LeadToTheSessionsWhereTheyWereWritten) {
    auto neighbours = Neighbours{server.municipalities, server.versions, BudgetServer::others()};
    neighbours.session_costs = [](std::string_view, const periods::Period&) {
        const auto day = base::parse_date("2026-10-01").value();
        return std::vector<SessionCost>{{"/staff/sessions/one", "Café", day, "fee", TEXT("Day"), 5'000'000, "Anna"},
                                        {"/staff/sessions/one", "Excursion", day, "travel", TEXT("Day"), 12'000, "Anna"},
                                        {"/staff/sessions/two", "Circle", day, "fee", TEXT("Day"), 1'000, ""}};
    };
    testing::PageServer pages{routes_of({slice(*database, clock, neighbours)}), clock};
    pages.person = testing::person_with(http::Role::guide);
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"}), other = add_paying(budget, "Other", {});
    server.versions.refresh();
    auto guide = pages.client();
    guide.accept_language = "en";
    const auto at = "/sundsvall/staff/budgets/" + budget + "/session-costs";
    const auto all = guide.get(at);
    EXPECT_TRUE(all.says("Anna") && all.says("/sundsvall/staff/sessions/two") && all.says("50,010")) << all.html;
    EXPECT_FALSE(all.says("Excursion")) << "no line pays trips";
    EXPECT_TRUE(guide.get(at + "?line=" + fees).says("Circle"));
    EXPECT_FALSE(guide.get(at + "?line=" + other).says("Circle"));
    EXPECT_EQ(guide.get(at + "?line=elsewhere").status, 404);
}

TEST_F(CostsOfSessions, StandAtTheActivityWhereALineOfTheBudgetPaysThem) {
    auto written = costs();
    written.dimensions = {{"activity", TEXT("Activity")}, {"cost", TEXT("Kind of cost")}};
    written.figures = [](const measures::Query& query) -> std::vector<measures::Row> {
        if (query.by.size() < 2) return {{{{"activity", "café"}}, 6'312'300}};
        return {{{{"activity", "café"}, {"cost", "fee"}}, 5'112'300},
                {{{"activity", "café"}, {"cost", "travel"}}, 1'200'000}};
    };
    Slice sessions;
    sessions.measures = {written};
    const Slices all{slice(*database, clock, {server.municipalities, server.versions, BudgetServer::others()}), sessions};
    testing::PageServer pages{routes_of(all), clock};
    pages.person = testing::person_with(http::Role::guide);
    const auto budget = server.add_budget();
    auto guide = pages.client();
    guide.accept_language = "en";
    const auto told = [&] { return guide.get("/sundsvall/staff/budgets/" + budget + "/results"); };
    EXPECT_TRUE(told().says("63,123")) << "no line says what it pays";
    add_paying(budget, "Fees", {"fee"});
    server.versions.refresh();
    EXPECT_TRUE(told().says("51,123") && !told().says("63,123")) << told().html;
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
    ASSERT_EQ(asked().size(), 1U);
    EXPECT_NE(asked()[0].find("names no activity"), std::string::npos) << asked()[0];
    fee = 0;
    EXPECT_TRUE(asked().empty()) << "nothing is written at any session";
}

TEST_F(CostsOfSessions, AreAskedAboutWhereThePaymentCameFirst) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"});
    const auto pay = [&](const char* title, const char* amount, const char* activity) {
        EXPECT_NE(server.add("budget_actual", {{"title", {title}}, {"line", {fees}}, {"day", {"2026-05-01"}},
                                               {"amount", {amount}}, {"activity", {activity}}}),
                  "");
    };
    const Accounts accounts(*database, clock, {server.municipalities, server.versions, BudgetServer::others()}, {costs()});
    const auto asked = [&](const char* day, const std::vector<std::string>& written, const char* activity = "café") {
        return accounts.paid_beside(sundsvall_code, activity, base::parse_date(day).value(), written, i18n::translator("en"));
    };
    server.versions.refresh();
    EXPECT_TRUE(asked("2026-10-01", {"fee"}).empty()) << "nothing is paid yet";
    pay("A speaker", "400", "café");
    pay("A bill", "70", "");
    server.versions.refresh();
    const auto both = asked("2026-10-01", {"fee"});
    ASSERT_EQ(both.size(), 2U);
    EXPECT_TRUE(both[0].starts_with("400") && both[1].starts_with("70")) << both[0] << both[1];
    EXPECT_EQ(asked("2026-10-01", {"fee"}, "another").size(), 1U) << "the bill names none";
    EXPECT_TRUE(asked("2026-10-01", {"travel"}).empty()) << "the line does not pay trips";
    EXPECT_TRUE(asked("2030-10-01", {"fee"}).empty()) << "another year";
}

TEST_F(CostsOfSessions, AreAskedAboutWhereALineWithPaymentsPaysThemFromNowOn) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {});
    server.add("budget_actual", {{"title", {"A bill"}}, {"line", {fees}}, {"day", {"2026-05-01"}}, {"amount", {"10"}}});
    server.versions.refresh();
    const auto stands = server.kinds.lines.find(sundsvall_code, fees).value();
    auto after = stands;
    after.columns["session_costs"] = std::string("fee");
    const auto asked = register_::doubts_about(server.kinds.lines.declaration(), server.around(), &stands, after);
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_TRUE(asked[0].starts_with("500")) << asked[0];
}

TEST_F(CostsOfSessions, AreShownBesidePaymentsOfTheSameAmount) {
    auto neighbours = Neighbours{server.municipalities, server.versions, BudgetServer::others()};
    neighbours.session_costs = [](std::string_view, const periods::Period&) {
        const auto day = base::parse_date("2026-10-01").value();
        return std::vector<SessionCost>{{"/staff/sessions/one", "Café", day, "fee", TEXT("Day"), 50'000, "Anna"}};
    };
    Slice sessions;
    sessions.measures = {costs()};
    const Slices all{slice(*database, clock, neighbours), sessions};
    testing::PageServer pages{routes_of(all), clock};
    pages.person = testing::person_with(http::Role::guide);
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {"fee"});
    const auto pay = [&](const char* title, const char* amount) {
        server.add("budget_actual", {{"title", {title}}, {"line", {fees}}, {"day", {"2026-10-02"}}, {"amount", {amount}}});
        server.versions.refresh();
    };
    auto guide = pages.client();
    guide.accept_language = "en";
    const auto spent = [&] { return guide.get("/sundsvall/staff/budgets/" + budget + "/spent"); };
    pay("Paper", "30");
    EXPECT_FALSE(spent().says("Maybe paid twice"));
    pay("The speaker’s bill", "500");
    const auto shown = spent();
    EXPECT_TRUE(shown.says("Maybe paid twice") && shown.says("The speaker’s bill, 2 October 2026")) << shown.html;
}

TEST_F(CostsOfSessions, AVoucherThatIsEnteredAlreadyIsAskedAbout) {
    const auto budget = server.add_budget();
    const auto fees = add_paying(budget, "Fees", {}), other = add_paying(budget, "Other", {});
    const auto there = server.add("budget_actual", {{"title", {"A bill"}}, {"line", {fees}}, {"day", {"2026-05-01"}},
                                                    {"amount", {"10"}}, {"voucher", {"V-77"}}});
    ASSERT_NE(there, "");
    server.versions.refresh();
    register_::Record bill;
    bill.columns = {{"title", std::string("The bill")}, {"line", fees},
                    {"day", std::string("2026-05-02")}, {"voucher", std::string("V-77")},
                    {"amount", std::int64_t{2'500}}};
    const auto asked = [&] {
        return register_::doubts_about(server.kinds.actuals.declaration(), server.around(), nullptr, bill);
    };
    ASSERT_EQ(asked().size(), 1U);
    EXPECT_TRUE(asked()[0].starts_with("Voucher V-77 is entered already: 10")) << asked()[0];
    EXPECT_NE(asked()[0].find("Fees"), std::string::npos) << asked()[0];
    bill.columns["line"] = other;
    EXPECT_TRUE(asked().empty()) << "a part of it from another line";
    bill.columns["amount"] = std::int64_t{1'000};
    EXPECT_EQ(asked().size(), 1U) << "the same amount from another line";
    bill.id = there;
    EXPECT_TRUE(asked().empty()) << "it is that payment";
    bill.id.clear();
    bill.columns["day"] = std::string("2027-05-02");
    EXPECT_TRUE(asked().empty()) << "numbers begin anew";
}

}  // namespace
}  // namespace digilots::budget
