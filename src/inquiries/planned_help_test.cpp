// Help as work: by function and unit, inside planned help time and outside it.
#include "inquiries/planned_help.h"

#include <gtest/gtest.h>

#include "inquiries/desk_for_tests.h"
#include "platform/periods/period.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/records.h"

namespace digilots::inquiries {
namespace {

base::Date day(const char* text) { return base::parse_date(text).value(); }

PlannedHelp mornings(std::string unit, std::string function) {
    return {std::move(unit), std::move(function), {true, true, true, true, true, false, false},
            calendar::read_ranges("9-12").value(), "", ""};
}

TEST(PlannedHelp, IsInsideOutsideOrUnknownNeverGuessed) {
    const organisation::Units units{{"culture", "Culture", ""}, {"library", "Library", "culture"}, {"school", "School", ""}};
    const Plan plan{mornings("culture", "guide")};
    const auto at = [&](const char* date, std::optional<int> minute, const char* unit, const char* function) {
        return planned_at(plan, units, "SE", {day(date), minute, unit}, function);
    };
    constexpr int ten = 10 * 60, noon_exactly = 12 * 60;
    EXPECT_EQ(at("2026-11-23", ten, "library", "guide"), Planned::inside) << "a unit is with those below it";
    EXPECT_EQ(at("2026-11-23", noon_exactly, "library", "guide"), Planned::outside) << "the end is not in it";
    EXPECT_EQ(at("2026-11-28", ten, "library", "guide"), Planned::outside) << "a Saturday";
    EXPECT_EQ(at("2026-12-25", ten, "library", "guide"), Planned::outside) << "a public holiday";
    EXPECT_EQ(at("2026-11-23", ten, "school", "guide"), Planned::unknown) << "nothing is planned there";
    EXPECT_EQ(at("2026-11-23", ten, "library", "clerk"), Planned::unknown);
    EXPECT_EQ(at("2026-11-23", {}, "library", "guide"), Planned::unknown) << "only the day is known";
}

TEST(PlannedHelp, HoldsFromItsFirstDayToItsLast) {
    auto before = mornings("", ""), after = mornings("", "");
    before.last_day = "2026-11-22";
    after.first_day = "2026-11-24";
    after.hours = calendar::read_ranges("22-02").value();
    const auto at = [&](const char* date, int hour) {
        return planned_at({before, after}, {}, "SE", {day(date), hour * 60, ""}, "");
    };
    EXPECT_EQ(at("2026-11-20", 10), Planned::inside);
    EXPECT_EQ(at("2026-11-23", 10), Planned::unknown) << "between two patterns nothing is planned";
    EXPECT_EQ(at("2026-11-24", 10), Planned::outside);
    EXPECT_EQ(at("2026-11-25", 1), Planned::inside) << "the night of the day before";
}

struct WorkWorld : DeskWorld {
    std::string guide_function, clerk_function, unit;
    std::shared_ptr<register_::Records> planned =
        std::make_shared<register_::Records>(planned_help_register(), *log.database, log.clock,
                                             register_::Others{.links = log.organisation.link_sources()});

    WorkWorld() {
        log.organisation.know({.people = {.choices = [](const register_::Surroundings&) {
                                   return std::vector<register_::Choice>{{.key = "guide", .label = "guide"}};
                               }, .path = ""},
                               .contacts = {[](const register_::Surroundings&) { return std::vector<register_::Choice>{}; }, ""},
                               .name_of = [](std::string_view id) { return std::string(id); }});
        unit = add(log.organisation.unit_records(), {{"name", {"Library"}}});
        auto& places = log.directory.records(directory::RecordKind::place);
        const auto here = places.around("2281");
        auto desk = places.find("2281", "sundsvall-kulturmagasinet").value();
        desk.columns["unit"] = unit;
        log.database->write([&](db::Connection& connection) {
            EXPECT_TRUE(places.put_in(connection, here, desk, "anna", base::Seen::anything()));
        });
        guide_function = add(log.organisation.function_records(), {{"title", {"Digital guide"}}, {"holder", {"guide"}}});
        clerk_function = add(log.organisation.function_records(), {{"title", {"A clerk"}}, {"holder", {"guide"}}});
    }

    std::string add(register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(records.around("2281"), draft, "anna");
        EXPECT_TRUE(added) << records.declaration().key;
        return added ? added->id : "";
    }
    void helped(const char* at, int minutes, const std::string& who = "guide", const std::string& asker = "") {
        auto visit = a_visit();
        visit.at = base::parse_utc(at).value();
        visit.minutes = minutes;
        visit.asker = asker;
        log.inquiries.log(sundsvall, visit, who, "", "");
    }
    std::map<std::string, std::int64_t> work(const char* by, std::map<std::string, std::string> where = {}) {
        std::map<std::string, std::int64_t> sums;
        for (const auto& row : log.figures("help_work", "2026-11-01", "2026-11-30", {by}, std::move(where)))
            sums[row.dimensions.at(by)] = row.value.amount;
        return sums;
    }
};

TEST(HelpWork, EveryStatementRunsOnThisEngine) {
    WorkWorld world;
    register_::run_every_statement(*world.planned, world.planned->around("2281"));
}

TEST(HelpWork, IsSummedByFunctionAndUnitInsideAndOutsidePlannedTime) {
    WorkWorld world;
    world.helped("2026-11-20T09:15:00Z", 20);                      // a Friday, 10.15 there
    world.helped("2026-11-20T14:00:00Z", 7);
    world.helped("2026-11-20T09:30:00Z", 5, "token:kiosk", "employee");
    const std::map<std::string, std::int64_t> nothing_planned{{"unknown", 32}};
    EXPECT_EQ(world.work("planned"), nothing_planned) << "never outside of what nobody planned";
    world.add(*world.planned, {{"title", {"Mornings"}}, {"unit", {world.unit}}, {"function", {world.guide_function}},
                               {"weekdays", {"mo", "fr"}}, {"hours", {"9-12"}}});
    const std::map<std::string, std::int64_t> by_function{{world.guide_function, 20}, {world.clerk_function, 7}, {"", 5}};
    EXPECT_EQ(world.work("function"), by_function) << "the one in whose planned time it lies, else the first by title";
    const std::map<std::string, std::int64_t> by_plan{{"inside", 20}, {"unknown", 12}}, of_unit{{world.unit, 32}};
    EXPECT_EQ(world.work("planned"), by_plan);
    EXPECT_EQ(world.work("unit"), of_unit);
    world.add(*world.planned, {{"title", {"Clerks"}}, {"function", {world.clerk_function}},
                               {"weekdays", {"mo"}}, {"hours", {"9-10"}}});
    const std::map<std::string, std::int64_t> with_clerks{{"inside", 20}, {"outside", 7}, {"unknown", 5}};
    EXPECT_EQ(world.work("planned"), with_clerks);
    const std::map<std::string, std::int64_t> of_clerks{{"outside", 7}};
    EXPECT_EQ(world.work("planned", {{"function", world.clerk_function}}), of_clerks);
    EXPECT_EQ(world.work("month").begin()->second, 32);
}

TEST(HelpWork, HasItsCostByUnitWhereTheHourOfTheFunctionHasOne) {
    WorkWorld world;
    world.helped("2026-11-20T09:15:00Z", 20);
    world.helped("2026-11-20T14:00:00Z", 25);
    world.helped("2026-11-20T09:30:00Z", 5, "token:kiosk", "employee");
    const auto cost = [&] { return world.log.figures("help_cost", "2026-11-01", "2026-11-30", {"unit"}); };
    EXPECT_TRUE(cost().empty()) << "nobody has said what an hour costs";
    auto& functions = world.log.organisation.function_records();
    for (const auto& id : {world.guide_function, world.clerk_function}) {
        auto function = functions.find("2281", id).value();
        function.columns["hour_cost"] = std::int64_t{41'100};       // 411 kronor
        world.log.database->write([&](db::Connection& connection) {
            EXPECT_TRUE(functions.put_in(connection, functions.around("2281"), function, "anna", base::Seen::anything()));
        });
    }
    ASSERT_EQ(cost().size(), 1u);
    EXPECT_EQ(cost().front().dimensions.at("unit"), world.unit);
    EXPECT_EQ(cost().front().value.amount, 30'825) << "45 minutes; whoever has no function has no cost";
    const auto measure = world.log.measure("help_cost");
    EXPECT_TRUE(measures::adds_up(measure)) << "a month without help costs nothing";
    const auto november = periods::read("2026-11").value();
    const auto unknown = measure.unknown({.municipalities = {"2281"}, .period = november, .by = {"function"}, .where = {}});
    ASSERT_EQ(unknown.size(), 1u) << "the five minutes of whoever has no function";
    EXPECT_EQ(unknown.front().dimensions.at("function"), "");
}

TEST(HelpWork, IsForThoseWhoPlanItAndForNoNetwork) {
    WorkWorld world;
    const auto measure = world.log.measure("help_work");
    EXPECT_EQ(measure.see, http::Role::coordinator);
    const auto& translator = i18n::translator("en");
    EXPECT_EQ(measure.find("function")->label(world.guide_function, "2281", translator), "Digital guide");
    EXPECT_EQ(measure.find("function")->label("gone", "2281", translator), "A function that is no longer here");
    EXPECT_EQ(measure.find("planned")->label("outside", "2281", translator), "Outside planned help time");
    EXPECT_EQ(world.client.get("/sundsvall/staff/planned-help").status, 404) << "not for guides";
}

TEST(HelpWork, HoursThatCannotBeReadAreRefused) {
    WorkWorld world;
    const register_::Draft draft{{"title", {"Some time"}}, {"weekdays", {"mo"}}, {"hours", {"in the morning"}}};
    const auto refused = world.planned->add(world.planned->around("2281"), draft, "anna");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().input, "hours");
}

}  // namespace
}  // namespace digilots::inquiries
