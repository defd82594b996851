#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "platform/testing/page_server.h"
#include "referral/demo_municipalities_test.h"

namespace digilots::referral {
namespace {

class ReferralPages : public ::testing::Test {
protected:
    testing::PageClient visitor() {
        server.tenant = demo.tenant("harnosand");
        server.tenant.phone = "0611-34 80 00";
        return server.client();
    }
    base::Json ask(const std::string& url) {
        const auto page = visitor().send(http::Method::get, url);
        EXPECT_EQ(page.status, 200) << url;
        return base::parse_json(page.html).value_or(base::Json());
    }

    DemoMunicipalities demo;
    testing::PageServer server{routes(*demo.referral, *demo.directory, demo.municipalities, demo.clock), demo.clock,
                               &demo.versions};
};

TEST_F(ReferralPages, StartAsksWhatHelpIsNeededAndShowsWhoIsOpen) {
    const auto page = visitor().get("/harnosand/");
    EXPECT_EQ(page.heading(), "What do you need help with?");
    EXPECT_TRUE(page.says("Servicecenter"));
    EXPECT_TRUE(page.says("0611-34 80 00"));
    EXPECT_TRUE(page.says("/harnosand/search?q=bankid"));
}

TEST_F(ReferralPages, ABrowserForManyThatKeepsNoCookieIsToldSoAndNotSentOnForEver) {
    auto client = visitor();
    const auto begun = client.get("/harnosand/kiosk");
    EXPECT_EQ(begun.url, "/harnosand/kiosk");
    EXPECT_TRUE(begun.says("/harnosand/kiosk/end")) << begun.html;
    client.cookies().clear();
    const auto sent_on = client.send(http::Method::get, "/harnosand/kiosk");
    ASSERT_EQ(sent_on.status, 303);
    client.cookies().clear();
    const auto end = client.send(http::Method::get, "/harnosand/kiosk?cookie=1");
    EXPECT_EQ(end.status, 200);
    EXPECT_TRUE(end.says("keeps no cookies")) << end.html;
}

TEST_F(ReferralPages, SearchShowsHitsWithReasonsAndEndsInADesk) {
    const auto page = visitor().get("/harnosand/search?q=skriva+ut");
    EXPECT_EQ(page.heading(), "Help with “skriva ut”");
    EXPECT_TRUE(page.says("You can print here"));
    EXPECT_TRUE(page.says("Help depends on how busy it is"));
    EXPECT_TRUE(page.says("Not sure? Ask here"));
}

TEST_F(ReferralPages, SearchSaysWhatItCorrected) {
    EXPECT_TRUE(visitor().get("/harnosand/search?q=bibliotket").says("Showing hits for bibliotek"));
    EXPECT_FALSE(visitor().get("/harnosand/search?q=bibliotek").says("Showing hits for"));
}

TEST_F(ReferralPages, ACorrectionIsTakenBackOnThePageAndInTheApi) {
    const auto page = visitor().get("/harnosand/search?q=bibliotket");
    EXPECT_TRUE(page.says("Search for bibliotket instead"));
    EXPECT_TRUE(page.says("/harnosand/search?q=bibliotket&amp;as_written=1"));
    const auto written = visitor().get("/harnosand/search?q=bibliotket&as_written=1");
    EXPECT_FALSE(written.says("Showing hits for"));
    const auto answer = ask("/api/v1/harnosand/search?q=bibliotket");
    EXPECT_TRUE(answer["corrected"].text().starts_with("bibliotek"));
    EXPECT_FALSE(answer["results"].items().empty());
    const auto back = ask(std::string(answer["as_written_url"].text()));
    EXPECT_TRUE(back["corrected"].is_null());
    EXPECT_TRUE(back["as_written_url"].is_null());
    EXPECT_TRUE(back["results"].items().empty());
}

TEST_F(ReferralPages, AWishThatNothingFulfilsIsSaid) {
    const auto closed = visitor().get("/harnosand/search?q=open+on+Sunday");
    EXPECT_TRUE(closed.says("We know of no place that is open then."));
    EXPECT_FALSE(closed.says("We found nothing that fits exactly")) << "said once";
    const auto answer = ask("/api/v1/harnosand/search?q=open+on+Sunday");
    EXPECT_EQ(answer["notes"].items().size(), 1U);
}

TEST_F(ReferralPages, StrangeQuestionsAreTextAndEndInTheDesk) {
    for (const auto* query : {"", "qwxzqwxz", "%3Cscript%3Ealert(1)%3C/script%3E", "%F0%9F%91%8D", "%27%20OR%201=1%20--"}) {
        const auto page = visitor().get(std::string("/harnosand/search?q=") + query);
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.says("Not sure? Ask here")) << query;
        EXPECT_FALSE(page.says("<script>alert")) << query;
    }
}

TEST_F(ReferralPages, TheApiAnswersAsDocumented) {
    const auto answer = ask("/api/v1/harnosand/search?q=servicecenter&limit=3");
    EXPECT_EQ(answer["query"].text(), "servicecenter");
    ASSERT_FALSE(answer["results"].items().empty());
    EXPECT_LE(answer["results"].items().size(), 3U);
    const auto& hit = answer["results"].items().front();
    EXPECT_EQ(hit["kind"].text(), "place");
    EXPECT_EQ(hit["id"].text(), "harnosand-servicecenter");
    EXPECT_TRUE(hit["url"].text().starts_with("/harnosand/places/"));
    EXPECT_FALSE(hit["why"].text().empty());
    EXPECT_EQ(hit["open_now"].as_bool(), true);
    EXPECT_EQ(hit["next_change"].text(), "2026-11-23T15:30:00.000Z");
    EXPECT_TRUE(hit["limitations"].is_array());
    EXPECT_TRUE(hit["verified_on"].is_null());
    EXPECT_FALSE(answer["fallback"]["title"].text().empty());
    EXPECT_EQ(answer["fallback"]["phone"].text(), "0611-34 80 00");
    EXPECT_FALSE(answer["fallback"]["url"].text().empty());
}

TEST_F(ReferralPages, TheApiKeepsUnknownHoursUnknownAndItsLimits) {
    const auto library = ask("/api/v1/harnosand/search?q=bibliotek")["results"].items().front();
    EXPECT_TRUE(library["open_now"].is_null());
    for (const auto* limit : {"1", "50", "51", "999999999999"}) {
        const auto answer = ask(std::string("/api/v1/harnosand/search?q=hj%C3%A4lp+mobil&limit=") + limit);
        EXPECT_FALSE(answer["results"].items().empty()) << limit;
        EXPECT_LE(answer["results"].items().size(), 50U);
    }
    EXPECT_TRUE(ask("/api/v1/harnosand/search?q=")["results"].items().empty());
}

TEST_F(ReferralPages, TheApiRefusesALimitThatIsNoWholeNumber) {
    for (const auto* limit : {"", "0", "-1", "1e3", "0x5", "5.0", "many", "+5"}) {
        const auto answer = visitor().send(http::Method::get, std::string("/api/v1/harnosand/search?q=hj%C3%A4lp&limit=") + limit);
        EXPECT_EQ(answer.status, 400) << limit;
        EXPECT_TRUE(answer.says("limit: ")) << limit;
    }
}

}  // namespace
}  // namespace digilots::referral
