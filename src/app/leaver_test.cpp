// Whoever leaves is missed by nobody who has booked a time with them.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"
#include "platform/base/uuid.h"

namespace digilots::app {
namespace {

constexpr const char* sundsvall = "2281";

class Leaver : public ::testing::Test, public TownForTests {
protected:
    register_::Records& records_of(std::string_view key) {
        for (auto* records : all_of(application.slices, &Slice::registers))
            if (records->declaration().key == key) return *records;
        throw std::logic_error("no such register");
    }
    std::string add_to(std::string_view key, const register_::Draft& draft) {
        auto& records = records_of(key);
        const auto added = records.add(records.around(sundsvall), draft, "admin");
        EXPECT_TRUE(added) << key;
        return added ? added->id : "";
    }
    std::vector<std::string> open_tasks() {
        application.tasks.agree(sundsvall);
        std::vector<std::string> titles;
        auto& tasks = application.tasks.records();
        for (const auto& task : tasks.list(tasks.around(sundsvall), {}, 100, 0).records)
            if (task.text("origin") == "booking.nobody" && task.text("state") == "open") titles.push_back(task.text("title"));
        return titles;
    }
};

TEST_F(Leaver, TimesThatAreBookedWithThemAreSaidBeforeTheAccountIsClosedAndBecomeTasks) {
    accounts::NewAccount wanted;
    wanted.municipality_id = sundsvall;
    wanted.email = "library@sundsvall.example";
    wanted.password = "hemlig fras med ord";
    wanted.role = http::Role::editor;
    const auto person = application.accounts.add(wanted);
    ASSERT_TRUE(person);
    const auto place = application.directory.snapshot(sundsvall)->places.front().id;
    const auto function = add_to("function", {{"title", {"Guide"}}});
    add_to("rota", {{"title", {"Mondays"}}, {"function", {function}}, {"person", {*person}}, {"place", {place}},
                    {"hours", {"9-12"}},    {"weekdays", {"mo"}}});
    const auto offer = add_to("booking_offer", {{"title", {"Guidance"}}, {"kind", {"guidance"}}, {"lengths", {"30"}},
                                                {"function", {function}}, {"is_published", {"1"}}});
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    const booking::Wanted time{.offer = offer, .place = place, .minutes = 30, .starts = testing::at("2026-12-07T09:00:00Z"),
                               .form_key = base::new_uuid(clock.now())};
    ASSERT_TRUE(application.bookings.book(tenant, time, i18n::translator("en")));
    EXPECT_TRUE(open_tasks().empty());

    const std::string url = "/sundsvall/staff/people/" + *person;
    const auto asked = staff.submit(staff.get(url), {}, "", "/close");
    EXPECT_TRUE(asked.says("1 time is booked with them after today.")) << asked.html;
    EXPECT_TRUE(staff.submit(asked, {}, "", "/close").says("The account is closed."));
    ASSERT_EQ(open_tasks().size(), 1U);
    EXPECT_TRUE(open_tasks().front().contains("Guidance, 7 december 2026")) << open_tasks().front();
}

}  // namespace
}  // namespace digilots::app
