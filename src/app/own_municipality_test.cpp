// A region or a programme, which has a key instead of an official code: every page of it answers, for residents and staff.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"
#include "app/whole_site_for_tests.h"

namespace digilots::app {
namespace {

constexpr const char* key = "region-gavleborg";

class OwnMunicipalityPages : public ::testing::Test, public TownForTests {
protected:
    OwnMunicipalityPages() {
        municipality::Municipality own;
        own.id = own.slug = key;
        own.name = "Region Gävleborg";
        own.country = "SE";
        own.is_own = true;
        own.is_on_map = false;
        application.municipalities.save_own(own);
        application.municipalities.activate(key, municipality::default_settings(own));
        auto keeper = gatekeeper();
        keeper.find_session = [](std::string_view session, base::Instant) -> std::optional<http::Identity> {
            http::Identity identity;
            identity.account_id = "account-1";
            identity.session_id = session;
            identity.municipality_id = key;
            identity.role = http::Role::administrator;
            return identity;
        };
        http::ServerOptions options;
        options.rate_limits = false;
        region = std::make_unique<http::Server>(options, application.routes(), std::move(keeper),
                                                error_page_for(application.routes(), application.municipalities), clock);
    }
    std::unique_ptr<http::Server> region;
};

TEST_F(OwnMunicipalityPages, AnswerOrAreNotThereAndNoneFails) {
    testing::PageClient somebody(*region);
    somebody.cookies()["session"] = "administrator";
    int answered = 0;
    for (const auto& route : application.routes()) {
        auto path = route.path;
        const auto at = path.find("{municipality}");
        if (route.method != http::Method::get || at == std::string::npos) continue;
        path.replace(at, std::string("{municipality}").size(), key);
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{'))
            path.replace(open, path.find('}') - open + 1, "1");
        const auto page = somebody.get_once(path);
        EXPECT_TRUE(page.status < 500) << path << " " << page.status << page.html;
        answered += page.status == 200;
    }
    EXPECT_GT(answered, 40);
}

TEST_F(OwnMunicipalityPages, ThePageAboutPersonalDataNamesTheCookiesOfAllParts) {
    const auto privacy = testing::PageClient(*region).get("/privacy");
    for (const auto* cookie : {"session", "device", "language"}) EXPECT_TRUE(privacy.says(cookie)) << cookie;
}

TEST_F(OwnMunicipalityPages, ItsPlacesAreFoundAndItsDeskLogs) {
    testing::PageClient somebody(*region);
    somebody.cookies()["session"] = "administrator";
    const std::string base = std::string("/") + key;
    const auto form = somebody.get(base + "/staff/directory/places/new");
    ASSERT_TRUE(somebody.submit(form, {{"name", "Bokbussen Ljusnan"}}, "", "/directory/places/new").says("Saved."));
    EXPECT_TRUE(testing::PageClient(*region).get(base + "/search?q=bokbussen").says("Bokbussen Ljusnan"));
    const auto desk = somebody.get(base + "/staff/");
    const testing::FormFields entry{{"topics", "print"}, {"channel", "visit"}, {"outcome", "answered"}};
    EXPECT_EQ(somebody.submit(desk, entry, "", "/staff/inquiries").status, 200);
    EXPECT_TRUE(testing::PageClient(*region).get("/").says("Region Gävleborg"));
}

TEST(OwnMunicipalityForms, AreTakenAllOfThem) {
    WholeSite site{key};
    // What the first round adds has forms of its own.
    const auto first = site.send_all_forms(site.read_all(1)), second = site.send_all_forms(site.read_all(1));
    EXPECT_GT(first, 30u);
    EXPECT_GT(second, first);
    EXPECT_FALSE(site.application->indicators.local(key).empty()) << "its figures were among the forms";
}

}  // namespace
}  // namespace digilots::app
