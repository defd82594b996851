// A municipality that has only been switched on: its pages promise nothing that nobody keeps, and lead nowhere that is empty.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/town_for_tests.h"
#include "platform/base/lists.h"

namespace digilots::app {
namespace {

constexpr const char* empty_region = "region-gavleborg";
const std::string empty_home = std::string("/") + empty_region;

class EmptyMunicipality : public ::testing::Test, protected TownForTests {
protected:
    EmptyMunicipality() {
        municipality::Municipality own;
        own.id = own.slug = empty_region;
        own.name = "Region Gävleborg";
        own.country = "SE";
        own.is_own = true;
        own.is_on_map = false;
        application.municipalities.save_own(own);
        application.municipalities.activate(empty_region, municipality::default_settings(own));
        auto keeper = gatekeeper();
        keeper.find_session = [](std::string_view session, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.account_id = "account-1";
            identity.session_id = session;
            identity.municipality_id = empty_region;
            identity.role = session == "guide" ? http::Role::guide : http::Role::administrator;
            return identity;
        };
        http::ServerOptions options;
        options.rate_limits = false;
        server_ = std::make_unique<http::Server>(options, application.routes(), std::move(keeper),
                                                 error_page_for(application.routes(), application.municipalities), clock);
    }
    testing::PageClient somebody(const std::string& session = "") {
        testing::PageClient client(*server_);
        if (!session.empty()) client.cookies()["session"] = session;
        return client;
    }
    static std::set<std::string> ways_on(const testing::Page& page) {
        std::set<std::string> ways;
        const std::string before = "href=\"" + empty_home + "/";
        for (auto at = page.html.find(before); at != std::string::npos; at = page.html.find(before, at + 1)) {
            const auto from = at + 6, to = page.html.find_first_of("\"#", from);
            ways.insert(page.html.substr(from, to - from));
        }
        return ways;
    }
    void have(std::optional<int> response_limit, const std::string& phone_hours) {
        auto settings = application.municipalities.settings(empty_region);
        settings.response_limit = response_limit;
        settings.phone_hours = phone_hours;
        ASSERT_TRUE(application.municipalities.save_settings(empty_region, settings));
    }
    std::unique_ptr<http::Server> server_;
};

TEST_F(EmptyMunicipality, PromisesNothingAndLeadsNowhereThatIsEmpty) {
    auto client = somebody();
    std::set<std::string> seen, to_see{empty_home + "/"};
    for (const auto& route : application.routes()) {
        const std::string before = "/{municipality}/";
        if (route.method == http::Method::get && route.access == http::Access::anyone && route.path.starts_with(before) &&
            route.path.find('{', 1) == std::string::npos)
            to_see.insert(empty_home + route.path.substr(before.size() - 1));
    }
    while (!to_see.empty()) {
        const auto url = *to_see.begin();
        to_see.erase(to_see.begin());
        if (!seen.insert(url).second || seen.size() > 150) continue;
        const auto page = client.get_once(url);
        EXPECT_LT(page.status, 400) << url << ": a link that leads nowhere" << page.html;
        if (!page.html.contains("<html")) continue;
        for (const char* promise : {"get an answer by", "You get one by", "It opens", "We ring you", "We are open",
                                    "can ring you", "We answer within", "answer by the time that we promise"})
            EXPECT_FALSE(page.says(promise)) << url << ": " << promise;
        for (const char* empty : {"/book\"", "/activities\"", "/step-guides\"", "/drop-in\"", "/chat\"", "/ask?by=phone"})
            EXPECT_FALSE(page.html.contains("href=\"" + empty_home + empty)) << url << " leads to " << empty;
        for (const auto& way : ways_on(page)) to_see.insert(way);
    }
    EXPECT_GT(seen.size(), 12U);
}

TEST_F(EmptyMunicipality, TakesQuestionsAllTheSame) {
    auto client = somebody();
    const auto form = client.get(empty_home + "/ask");
    const auto asked = client.submit(form, {{"question", "How do I print?"}, {"reply_by", "none"}}, "", "/ask");
    EXPECT_TRUE(asked.says("have not yet set who answers")) << asked.html;
    const auto sent = client.send(http::Method::post, "/api/v1/" + std::string(empty_region) + "/questions",
                                  R"({"question":"How do I scan?"})", {{"Content-Type", "application/json"}});
    EXPECT_EQ(sent.status, 201) << sent.html;
    EXPECT_TRUE(base::parse_json(sent.html).value()["promised_by"].text().size() >= 10) << "the interface keeps its shape";
    EXPECT_EQ(application.questions.waiting(empty_region)->questions.size(), 2U);
}

TEST_F(EmptyMunicipality, SaysWhatThereIsAtOnce) {
    auto client = somebody();
    EXPECT_FALSE(client.get(empty_home + "/").says("We can ring you"));
    have(2, "");
    EXPECT_TRUE(client.get(empty_home + "/").says("We can ring you")) << "a kept page, too";
    EXPECT_FALSE(client.get(empty_home + "/").says("Write with us in a chat"));
    have(2, "Mo-Fr 08:00-16:00");
    EXPECT_TRUE(client.get(empty_home + "/").says("Write with us in a chat"));
}

TEST_F(EmptyMunicipality, TellsItsAdministratorsWhatIsMissingAndNobodyElse) {
    const auto* heading = "What is missing before you begin";
    auto administrator = somebody("administrator"), guide = somebody("guide");
    EXPECT_EQ(administrator.get(empty_home + "/staff/").link("Before you begin: 10 steps left"), empty_home + "/staff/set-up");
    auto desk = administrator.get(empty_home + "/staff/set-up");
    ASSERT_TRUE(desk.says(heading) && desk.says("0 of 10 are done")) << desk.html;
    for (const auto& [what, where] : std::vector<std::pair<std::string, std::string>>{
             {"Phone hours", "/staff/settings"}, {"Places that help", "/staff/directory/places"},
             {"People who hold the functions", "/staff/functions"}, {"What can be booked", "/staff/booking/offers"}}) {
        EXPECT_EQ(desk.link(what), empty_home + where);
        EXPECT_EQ(administrator.get(desk.link(what)).status, 200) << what;
    }
    have(2, "Mo-Fr 08:00-16:00");
    const auto form = administrator.get(empty_home + "/staff/directory/places/new");
    ASSERT_TRUE(administrator.submit(form, {{"name", "Bokbussen Ljusnan"}}, "", "/directory/places/new").says("Saved."));
    auto& functions = application.organisation.function_records();
    ASSERT_TRUE(functions.add(functions.around(empty_region), {{"title", {"Digital guide"}}}, "a"));
    desk = administrator.get(empty_home + "/staff/set-up");
    EXPECT_TRUE(desk.says("4 of 10 are done")) << "hours, place, function, who answers" << desk.html;
    EXPECT_FALSE(guide.get(empty_home + "/staff/").says("Before you begin"));
    auto& offers = *application.bookings.registers()[0];
    register_::Draft offer{{"title", {"Help"}}, {"kind", {"guidance"}}, {"lengths", {"30"}}};
    offer["function"] = {functions.list(functions.around(empty_region), {}, 1, 0).records.front().id};
    const auto hidden = offers.add(offers.around(empty_region), offer, "a");
    ASSERT_TRUE(hidden);
    EXPECT_TRUE(administrator.get(empty_home + "/staff/set-up").says("nobody holds the function that gives it"));
    offer["is_published"] = {"1"};
    ASSERT_TRUE(offers.change(offers.around(empty_region), hidden->id, offer, "a", base::Seen::anything()));
    desk = administrator.get(empty_home + "/staff/set-up");
    EXPECT_TRUE(desk.says("nobody holds the function that gives it") && desk.says("4 of 10 are done")) << desk.html;
}

TEST_F(EmptyMunicipality, ItsStaffPagesAreNoDeadEnds) {
    auto client = somebody("administrator");
    EXPECT_EQ(client.get(empty_home + "/staff/bookings/new").link("Add something to book"),
              empty_home + "/staff/booking/offers/new");
    EXPECT_EQ(client.get(empty_home + "/staff/queue").link("Add a place"), empty_home + "/staff/directory/places/new");
    const auto offer = client.get(empty_home + "/staff/booking/offers/new");
    EXPECT_TRUE(offer.says("There is nothing to choose under “Function” yet")) << offer.html;
    EXPECT_EQ(client.get(offer.link("There is nothing to choose under “Place” yet: make it first")).status, 200) << offer.html;
    auto guide = somebody("guide");
    EXPECT_TRUE(guide.get(empty_home + "/staff/bookings/new").says("An editor says what can be booked"));
}

}  // namespace
}  // namespace digilots::app
