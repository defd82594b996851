// What was held stays what it was, whatever its activity becomes.
#include <array>

#include "activities/world_for_tests.h"
#include "platform/base/uuid.h"
#include "platform/testing/html_form.h"

namespace digilots::activities {
namespace {

class WhatWasHeld : public ::testing::Test, protected World {
protected:
    std::int64_t held(std::map<std::string, std::string> where) {
        const auto first_day = base::parse_date("2026-01-01").value(), last_day = base::parse_date("2026-12-31").value();
        const auto measures = all.activities.measures();
        std::int64_t sum = 0;
        for (const auto& row : measures::find_measure(measures, "sessions_held")
                                   ->figures({{here}, {first_day, last_day}, {}, std::move(where)}))
            sum += row.value.amount;
        return sum;
    }
    testing::Page change(const testing::FormFields& fields) {
        const auto url = "/sundsvall/staff/activities/" + activity + "/change";
        auto client = staff();
        return client.submit(client.get(url), fields, "", "/change");
    }
    testing::Page count(const std::string& session, const testing::FormFields& fields) {
        auto client = staff();
        return client.submit(client.get("/sundsvall/staff/sessions/" + session + "/attendance"), fields, "", "/attendance");
    }

    std::string activity = all.add_activity("Café", {{"topics", {"bank"}}, {"leader", {"peer"}}});
    std::string first = all.add_session(activity, "2026-11-25"), second = all.add_session(activity, "2026-11-26");
};

TEST_F(WhatWasHeld, StaysWhatItWasWhenItsActivityBecomesSomethingElse) {
    clock.advance(std::chrono::hours(6));
    count(first, {{"women", "3"}});
    EXPECT_EQ(change({{"purpose", "competence"}, {"kind", "lecture"}, {"topics", "mobile"}, {"leader", "guide"}}).status, 200);
    using Changed = std::array<const char*, 3>;
    for (const auto& [dimension, was, is] :
         {Changed{"purpose", "support", "competence"}, Changed{"kind", "digital_cafe", "lecture"},
          Changed{"topic", "bank", "mobile"}, Changed{"leader", "peer", "guide"}}) {
        EXPECT_EQ(held({{dimension, was}}), 1) << dimension;
        EXPECT_EQ(held({{dimension, is}}), 0) << dimension;
    }
    clock.advance(std::chrono::hours(24));
    count(second, {{"women", "2"}});
    EXPECT_EQ(held({{"purpose", "competence"}, {"kind", "lecture"}, {"topic", "mobile"}}), 1) << "held as what it is by then";
    change({{"purpose", "support"}, {"kind", "workshop"}});
    EXPECT_EQ(held({{"kind", "digital_cafe"}}), 1) << "also when it changes again";
    EXPECT_EQ(held({{"kind", "lecture"}}), 1);
}

TEST_F(WhatWasHeld, AsWhatItIsCountedIsPutRightAtTheSessionItself) {
    clock.advance(std::chrono::hours(6));
    count(first, {{"women", "3"}});
    change({{"purpose", "competence"}});
    auto client = staff();
    const auto page = client.get("/sundsvall/staff/sessions/" + first + "/attendance");
    EXPECT_TRUE(page.says("What this session is counted as"));
    client.submit(page, {{"women", "4"}}, "", "/attendance");
    EXPECT_EQ(held({{"purpose", "support"}}), 1) << "counted once more it stays";
    auto unknown = testing::find_form(client.get(page.url).html, {}, "/attendance")->filled({});
    std::erase_if(unknown, [](const auto& field) { return field.first == "purpose"; });
    unknown.emplace_back("purpose", "nothing");
    EXPECT_EQ(client.post_once(page.url, unknown).status, 422);
    EXPECT_TRUE(count(first, {{"purpose", "competence"}}).says("What was counted is saved."));
    EXPECT_EQ(held({{"purpose", "competence"}}), 1);
    change({{"purpose", "support"}});
    EXPECT_EQ(held({{"purpose", "competence"}}), 1) << "and stays so from then on";
}

TEST_F(WhatWasHeld, IsToldAtItsActivityAlsoWhenThatHasEnded) {
    clock.advance(std::chrono::hours(6));
    count(first, {{"women", "3"}});
    ASSERT_TRUE(all.activities.activities().set_use(all.around(), activity, register_::Records::Use::ended, "anna",
                                                    base::Seen::anything()));
    auto client = staff();
    const auto page = client.get("/sundsvall/staff/sessions/" + first);
    EXPECT_TRUE(page.says("3 came") && page.says("take the activity into use again")) << page.html;
    EXPECT_EQ(held({{"purpose", "support"}}), 1);
    EXPECT_EQ(client.get("/sundsvall/staff/sessions/" + base::new_uuid(clock.now())).status, 404);
}

}  // namespace
}  // namespace digilots::activities
