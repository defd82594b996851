// Work in kind is proven by the help of the role: of its function where several are of one unit.
#include "budget/world_for_tests.h"

namespace digilots::budget {
namespace {

measures::Measure help(const char* key, http::Role see, std::int64_t all, std::int64_t of_leader) {
    measures::Measure one{.key = key, .title = TEXT("Help time"), .definition = TEXT("Help time"), .unit = TEXT("minutes")};
    one.kind = measures::Kind::sum;
    one.see = see;
    one.dimensions = {{"unit", TEXT("Unit")}, {"function", TEXT("Function")}};
    one.figures = [all, of_leader](const measures::Query& query) -> std::vector<measures::Row> {
        const auto function = query.where.find("function");
        return {{{}, function == query.where.end() ? all : of_leader}};
    };
    return one;
}

struct WorkInKind : ::testing::Test {
    WorkInKind() {
        server.open();
        budget = server.add_budget();
        add_role("Desk", "");
        Slice log;
        log.measures = {help("help_minutes", http::Role::guide, 600, 0), help("help_work", http::Role::coordinator, 600, 120)};
        all = {slice(*database, clock, {server.municipalities, server.versions, BudgetServer::others()}), log};
    }
    void add_role(const char* title, const char* function) {
        EXPECT_NE(server.add("budget_share", {{"title", {title}}, {"budget", {budget}}, {"unit", {"library"}},
                                              {"help_function", {function}}, {"hourly_rate", {"300"}}}),
                  "");
        server.versions.refresh();
    }
    testing::Page results(http::Role role) {
        testing::PageServer pages{routes_of(all), clock};
        pages.person = testing::person_with(role);
        auto client = pages.client();
        client.accept_language = "en";
        return client.get("/sundsvall/staff/budgets/" + budget + "/results");
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    BudgetServer server{*database, clock};
    std::string budget;
    Slices all;
};

TEST_F(WorkInKind, IsThatOfItsFunctionWhereTheRoleNamesOne) {
    add_role("Head", "leader");
    const auto seen = results(http::Role::coordinator);
    EXPECT_TRUE(seen.says("3,000")) << "ten hours of the unit" << seen.html;
    EXPECT_TRUE(seen.says(">600<")) << "two hours of the leader" << seen.html;
    EXPECT_FALSE(results(http::Role::guide).says(">600<")) << "a function may be one person";
}

TEST_F(WorkInKind, IsNotProvenTwiceByTheSameHelpWithoutAWord) {
    const std::string said = "The same help stands at several roles of one unit";
    EXPECT_FALSE(results(http::Role::coordinator).says(said));
    add_role("Head", "leader");
    EXPECT_TRUE(results(http::Role::coordinator).says(said + ": Desk.")) << "it counts all of the unit";
}

}  // namespace
}  // namespace digilots::budget
