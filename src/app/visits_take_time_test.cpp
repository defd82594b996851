// Whoever goes out to a group cannot be booked then, and whoever plans it sees which booked times would have nobody there.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"

namespace digilots::app {

namespace {

class VisitsTakeTime : public ::testing::Test {
protected:
    VisitsTakeTime() {
        auto& functions = all.organisation.function_records();
        function = functions.add(functions.around("2281"), {{"title", {"Guide"}}, {"holder", {town.person()}}}, "anna")->id;
        town.clock.set(testing::at("2026-11-23T09:00:00Z"));  // a Monday
        add(*all.bookings.registers()[1],
            {{"title", {"Wednesdays"}}, {"function", {function}}, {"place", {"sundsvall-kulturmagasinet"}}, {"hours", {"9-12"}},
             {"weekdays", {"we"}}, {"people", {"1"}}});
        offer = add(*all.bookings.registers()[0], {{"title", {"Vägledning"}}, {"kind", {"guidance"}}, {"lengths", {"30"}},
                                                   {"function", {function}}, {"is_published", {"1"}}});
    }
    std::string add(register_::Records& records, const register_::Draft& draft) {
        const auto added = records.add(records.around("2281"), draft, "anna");
        EXPECT_TRUE(added);
        return added ? added->id : "";
    }
    register_::Records& tours() {
        for (const auto& slice : all.slices)
            for (auto* records : slice.registers)
                if (records->declaration().key == "tour") return *records;
        throw std::logic_error("no such register");
    }
    /// That day, beginning within the hours of the visit.
    std::int64_t free_then() {
        all.versions.refresh();
        const auto tenant = *all.municipalities.find_tenant("sundsvall");
        const auto day = base::parse_date("2026-12-02").value();
        const auto begins = testing::at("2026-12-02T09:00:00Z"), ends = testing::at("2026-12-02T10:30:00Z");
        const auto times = all.bookings.times(tenant, *all.bookings.offer("2281", offer), 30, "", day, day);
        return std::ranges::count_if(times, [&](const auto& one) { return one.starts >= begins && one.starts < ends; });
    }

    TownForTests town;
    Application& all = town.application;
    std::string function, offer;
};

TEST_F(VisitsTakeTime, InTheHoursOfTheVisitNobodyIsBooked) {
    ASSERT_GT(free_then(), 0);
    const register_::Draft visit{{"title", {"Solrosen"}}, {"day", {"2026-12-02"}}, {"state", {"planned"}},
                                 {"hours", {"10-11.30"}}, {"function", {function}}};
    const auto id = add(tours(), visit);
    EXPECT_EQ(free_then(), 0);
    auto cancelled = visit;
    cancelled["state"] = {"cancelled"};
    ASSERT_TRUE(tours().change(tours().around("2281"), id, cancelled, "anna", base::Seen::anything()));
    EXPECT_GT(free_then(), 0);
}

TEST_F(VisitsTakeTime, VisitsThatWereHeldStandBesideTheFiguresOfTheirTime) {
    town.staff.accept_language = "en";
    register_::Draft visit{{"title", {"Solrosen"}}, {"day", {"2026-11-18"}}, {"persons", {"12"}}};
    add(tours(), visit);
    for (int day = 1; day <= 12; ++day) {
        visit["title"] = {"Group " + std::to_string(day)};
        visit["day"] = {"2026-11-0" + std::to_string(1 + day % 9)};
        add(tours(), visit);
    }
    inquiries::Inquiry entry;
    entry.topics = {"print"};
    entry.channel = "visit";
    entry.outcome = "answered";
    ASSERT_TRUE(all.inquiries.log(*all.municipalities.find_tenant("sundsvall"), entry, "anna", "", ""));
    const auto page = town.staff.get("/sundsvall/staff/statistics?period=2026-11");
    EXPECT_TRUE(page.says("Visit: Solrosen, 18 November 2026")) << page.html;
    EXPECT_TRUE(page.says("1 visit to a group before these")) << "those of a year are more than anybody reads";
    EXPECT_FALSE(town.staff.get("/sundsvall/staff/statistics?period=2026-10").says("Visit: "));
}

}  // namespace

}  // namespace digilots::app
