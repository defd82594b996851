// What one municipality saves costs the others nothing, however many they are: counted, not timed.
#include <gtest/gtest.h>

#include <set>

#include "app/application.h"
#include "app/slices.h"
#include "booking/booking.h"
#include "inquiries/inquiries.h"
#include "platform/html/error_page.h"
#include "platform/http/metrics.h"
#include "platform/http/server.h"
#include "platform/register/records.h"
#include "platform/testing/counting_database.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

struct NationKept : ::testing::Test {
    NationKept() {
        for (const auto& one : municipality::Municipalities::all()) {
            if (one.country != "SE") continue;
            application.municipalities.activate(one.id, municipality::default_settings(one));
            slugs.push_back(one.slug);
        }
        visit_all("/");
        visit_all("/search?q=bankid");
    }

    int visit(const std::string& path) {
        database.take_reads();
        http::Request request;
        request.path = path;
        const auto response = server.handle(std::move(request));
        EXPECT_EQ(response.status, 200) << path;
        return database.take_reads();
    }
    /// How often the database was read for all but Sundsvall.
    int visit_all(const std::string& page) {
        int reads = 0;
        for (const auto& slug : slugs)
            if (slug != "sundsvall") reads += visit("/" + slug + page);
        return reads;
    }
    void save_settings() {
        auto settings = application.municipalities.settings("2281");
        settings.phone = "060-19 10 00";
        application.municipalities.save_settings("2281", settings);
    }

    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
    std::unique_ptr<db::Database> opened = testing::fresh_database();
    testing::CountingDatabase database{*opened};
    Application application{database, "", clock};
    http::Server server{{}, application.routes(), application.gatekeeper(), html::error_page, clock};
    std::vector<std::string> slugs;
};

TEST_F(NationKept, SettingsSavedInOneMunicipalityMakeNoOtherBeLoadedAgain) {
    ASSERT_EQ(slugs.size(), 290u);
    visit("/sundsvall/");
    save_settings();
    EXPECT_EQ(visit_all("/"), 0) << "the pages that they have already shown";
    EXPECT_EQ(visit_all("/places?open=now"), 0) << "pages that nobody has asked for yet";
    EXPECT_EQ(visit_all("/search?q=dator"), 0);
    EXPECT_EQ(visit("/sundsvall/"), 2) << "its settings and its records";
}

TEST_F(NationKept, AnOwnTopicOrGoalOfOneMunicipalityMakesNoOtherBeLoadedAgain) {
    visit_all("/progress");
    ASSERT_TRUE(application.own_topics.add("2281", {"", "Läxhjälpen", "print", {}, false}, "admin"));
    ASSERT_TRUE(application.progress.save_goal("2281", {"", 18, "Alla med", "#1e5aa8", {}}, "admin"));
    EXPECT_EQ(visit_all("/"), 0);
    EXPECT_EQ(visit_all("/search?q=surfplatta"), 0);
    EXPECT_EQ(visit_all("/progress"), 0);
    EXPECT_GT(visit("/sundsvall/progress"), 0);
}

/// How many pages were made since the program began, in all of it.
std::int64_t pages_made() {
    const auto text = http::metrics_text();
    const std::string name = "\ndigilots_page_cache_made_total ";
    const auto at = text.find(name);
    return at == std::string::npos ? 0 : std::stoll(text.substr(at + name.size()));
}

TEST_F(NationKept, AnOwnIndicatorOrItsFiguresTouchNothingOfAnother) {
    const std::vector<std::string> pages{"/timra/progress",  "/timra/progress/wheel", "/timra/progress/indicators/N00945",
                                         "/harnosand/places", "/wheels",              "/indicators?q=bredband"};
    const auto made = [&] {
        const auto before = pages_made();
        for (const auto& page : pages) visit(page);
        return pages_made() - before;
    };
    made();
    made();   // the index of indicators was made beside the first
    ASSERT_EQ(made(), 0);
    const auto id = application.indicators.add_local("2281", {"", "Besök", "number", ""}, "admin");
    EXPECT_EQ(made(), 0) << "an own indicator was made elsewhere";
    const std::string own = "/sundsvall/progress/indicators/" + id;
    visit(own);
    const auto seen = base::Seen::mark(application.indicators.mark("2281", id));
    const std::vector<indicators::OwnValue> values{{2024, indicators::Gender::total, 12.0, {}}};
    EXPECT_TRUE(application.indicators.save_values("2281", id, values, "admin", seen));
    EXPECT_EQ(made(), 0) << "a figure was entered elsewhere";
    const auto before = pages_made();
    visit(own);
    EXPECT_EQ(pages_made() - before, 1) << "its own page shows the figure";
    EXPECT_FALSE(application.indicators.save_values("2281", id, {{2024, indicators::Gender::total, 13.0, {}}}, "admin", seen));
    EXPECT_TRUE(application.indicators.save_values("2281", id, values, "admin"));
    visit(own);
    EXPECT_EQ(pages_made() - before, 1) << "nothing was written: of a form that was stale, nor of what stood so already";
}

/// Names that something is made from and that nobody raises: what is made from them would be called current for ever.
TEST_F(NationKept, EveryNameThatAPageDependsOnIsRaisedBySomebody) {
    std::set<std::string_view> raised{"municipality_active",       "network",
                                      "retention",                 activities::kept_seats,
                                      booking::kept_bookings,        referral::kept_outcomes,
                                      inquiries::kept_follow_ups,  releases::kept_releases,
                                      indicators::kept_figures,    indicators::kept_own_figures,
                                      indicators::kept_directions, indicators::kept_catalogue,
                                      indicators::kept_searchable};
    std::set<std::string_view> for_all{"municipality_active",      "network",
                                       indicators::kept_figures,   releases::kept_releases,
                                       indicators::kept_catalogue, indicators::kept_searchable};
    for (const auto& slice : application.slices)
        for (const auto* records : slice.registers) raised.insert(records->declaration().kept_name());
    const auto expect = [&](const kept::Dependences& dependences, const std::string& of) {
        for (const auto& [name, whose] : dependences) {
            EXPECT_TRUE(raised.contains(name)) << of << " depends on " << name << ", which nothing raises";
            const bool is_of_all = whose == kept::Dependence::Of::everyone;
            EXPECT_TRUE(is_of_all || !for_all.contains(name)) << of << ": " << name << " is raised for all, not by municipality";
        }
    };
    expect(application.gatekeeper().shell, "every page");
    for (const auto& route : application.routes()) expect(route.kept, route.path);
    for (const auto& kind : all_of(application.slices, &Slice::duties)) expect(kind.from, std::string(kind.key));
}

TEST_F(NationKept, APageNamesTheExampleThatHasComeSince) {
    const std::string page = "/sundsvall/accessibility";
    visit(page);
    const auto before = pages_made();
    visit(page);
    ASSERT_EQ(pages_made(), before);
    const auto& made_up = *municipality::find_made_up("lotsby");
    application.municipalities.save_own(made_up);
    application.municipalities.activate(made_up.id, municipality::default_settings(made_up));
    visit(page);
    EXPECT_EQ(pages_made(), before + 1) << "which example there is stands in every page";
}

TEST_F(NationKept, AtMidnightOnlyWhoIsAskedForIsLoaded) {
    visit("/sundsvall/");
    clock.set(testing::at("2026-11-24T06:00:00Z"));
    EXPECT_EQ(visit("/sundsvall/"), 1) << "its records, on the new day";
    EXPECT_EQ(visit("/timra/"), 1);
}

}  // namespace
}  // namespace digilots::app
