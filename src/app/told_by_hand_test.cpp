// Whoever has to be told by hand stands in one list, whatever they booked or signed up for; a place is not closed without a word.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"
#include "platform/base/time.h"

namespace digilots::app {

namespace {

struct ToldByHand : ::testing::Test, TownForTests {
    static constexpr const char* place_id = "sundsvall-kulturmagasinet";

    ToldByHand() { staff.accept_language = "en"; }

    std::string arrange(int days) {
        const auto around = application.activities.activities().around("2281");
        const auto begins = calendar::wall_time(base::add_days(around.today, days), 14 * 60);
        const register_::Draft draft{{"title", {"Surfkafé"}}, {"kind", {"digital_cafe"}}, {"needs_sign_up", {"1"}},
                                     {"is_published", {"1"}}};
        const auto added = application.activities.add(
            around, draft, {{.starts = begins, .ends = begins + std::chrono::hours(1), .place = place_id}}, "a", "");
        EXPECT_TRUE(added);
        return application.activities.programme("2281")->with_id(added->record.id)->sessions.front().id;
    }
    void sign_up(const std::string& session, activities::ContactBy by, const std::string& contact) {
        const auto tenant = application.municipalities.find_tenant("sundsvall").value();
        EXPECT_TRUE(application.activities.sign_up(tenant, session,
                                                   {.persons = 2, .by = by, .contact = contact, .how_often = HowOften::each},
                                                   i18n::translator("sv")));
    }
};

TEST_F(ToldByHand, SignUpsStandInTheOneListOfCallsAndLettersAndAreMarkedThere) {
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    sign_up(arrange(1), activities::ContactBy::phone, "060-19 10 11");
    sign_up(arrange(5), activities::ContactBy::letter, "Storgatan 4, Sundsvall");
    const std::string url = "/sundsvall/staff/bookings/reminders";
    EXPECT_TRUE(staff.get(url).says("Nobody is to be rung today."));
    application.activities.remind(tenant);
    const auto list = staff.get(url);
    EXPECT_TRUE(list.says("060-19 10 11") && list.says("Storgatan 4, Sundsvall") && list.says("/letter.pdf")) << list.html;
    EXPECT_FALSE(list.says("Nobody is to be rung today.") || list.says("No letter is to be printed today.")) << list.html;
    const auto after = staff.submit(list, {}, "", "/told");
    EXPECT_TRUE(after.url.ends_with(url)) << after.url;
    EXPECT_NE(after.says("060-19 10 11"), after.says("Storgatan 4, Sundsvall")) << "one of them is told";
}

TEST_F(ToldByHand, APlaceIsNotClosedWithoutAWordOfWhoIsOnTheWay) {
    sign_up(arrange(3), activities::ContactBy::none, "");
    application.refresh();
    const std::string url = std::string("/sundsvall/staff/directory/places/") + place_id;
    const auto asked = staff.submit(staff.get(url), {{"status", "closed"}}, "", url);
    EXPECT_TRUE(asked.says("1 session to come is there, with 2 signed up or waiting.")) << asked.html;
    EXPECT_EQ(application.directory.snapshot("2281")->place(place_id)->status, directory::Status::open);
    EXPECT_TRUE(staff.submit(asked, {{"status", "closed"}}, "", url).says("Saved."));
    EXPECT_EQ(application.directory.snapshot("2281")->place(place_id)->status, directory::Status::closed);
}

}  // namespace

}  // namespace digilots::app
