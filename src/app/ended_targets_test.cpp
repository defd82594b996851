// What has ended is said to have ended, wherever it was chosen before.
#include <gtest/gtest.h>

#include "app/whole_site_for_tests.h"
#include "platform/base/json.h"

namespace digilots::app {

namespace {

constexpr const char* here = "2281";

TEST(EndedTargets, AReferralToAContactThatHasEndedIsRefusedInWords) {
    WholeSite site;
    auto somebody = site.somebody();
    const std::string contact = site.application->directory.snapshot(here)->contacts.front().id;
    const std::string body =
        R"({"topics":["bank"],"channel":"visit","outcome":"referred","referred_to":"contact:)" + contact + "\"}";
    const std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer t"},
                                                                   {"Content-Type", "application/json"}};
    const auto send = [&] { return somebody.send(http::Method::post, "/api/v1/sundsvall/inquiries", body, headers); };
    const auto created = send();
    ASSERT_EQ(created.status, 201);
    const std::string page = "/sundsvall/staff/directory/contacts/" + contact;
    somebody.submit(somebody.get(page), {}, "", "/end");
    site.application->refresh();
    const auto refused = send();
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("has ended: refer to somebody else.")) << refused.html;
    const std::string entry(base::parse_json(created.html).value()["id"].text());
    const std::string url = "/sundsvall/staff/inquiries/" + entry;
    const auto corrected = somebody.submit(somebody.get(url), {{"minutes", "8"}, {"reason", "fel tid"}});
    EXPECT_EQ(corrected.status, 200) << "an entry that was right then can be corrected";
}

TEST(EndedTargets, SettingsSayThatTheChosenDeskIsNotOpen) {
    WholeSite site;
    auto somebody = site.somebody();
    const auto place = site.application->directory.snapshot(here)->places.front();
    auto settings = somebody.submit(somebody.get("/sundsvall/staff/settings"),
                                    {{"phone", "060-19 10 00"}, {"fallback_place", place.id}});
    EXPECT_FALSE(settings.says("not open: choose another one"));
    const std::string page = "/sundsvall/staff/directory/places/" + place.id;
    EXPECT_TRUE(somebody.submit(somebody.get(page), {{"status", "closed"}}, "", place.id).says("Saved."));
    site.application->refresh();
    EXPECT_TRUE(somebody.get("/sundsvall/staff/settings").says(place.name + " (not open: choose another one)"));
}

}  // namespace

}  // namespace digilots::app
