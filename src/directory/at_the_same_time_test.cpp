// Two editors at the same moment: one is told that somebody else saved, nothing is lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "directory/directory_world.h"
#include "platform/testing/page_client.h"
#include "platform/testing/race.h"

namespace digilots::directory {
namespace {

using digilots::testing::PageClient;

struct TwoEditors : DirectoryWorld {
    PageClient editor() {
        PageClient client(server);
        client.accept_language = "sv";
        client.cookies()["session"] = "editor:2281";
        return client;
    }
    static constexpr const char* town_hall = "/sundsvall/staff/directory/places/sundsvall-kommunhuset";
};

TEST(AtTheSameTime, OfTwoWhoSaveTheSameVersionOneIsTold) {
    TwoEditors world;
    for (int round = 0; round < 12; ++round) {
        std::vector<PageClient> editors{world.editor(), world.editor()};
        std::vector<digilots::testing::Page> forms{editors[0].get(world.town_hall), editors[1].get(world.town_hall)};
        std::vector<std::string> names{"Stadshuset " + std::to_string(round), "Rådhuset " + std::to_string(round)};
        std::vector<int> statuses(2);
        digilots::testing::race(2, [&](int runner) {
            const auto who = static_cast<std::size_t>(runner);
            statuses[who] = editors[who].submit(forms[who], {{"name", names[who]}}).status;
        });
        EXPECT_EQ(std::multiset<int>(statuses.begin(), statuses.end()), (std::multiset<int>{200, 409})) << round;
        const auto& kept = names[statuses[0] == 200 ? 0 : 1];
        EXPECT_EQ(world.directory.snapshot("2281")->place("sundsvall-kommunhuset")->name, kept);
    }
}

TEST(AtTheSameTime, EditorsOfDifferentPlacesDoNotDisturbEachOther) {
    TwoEditors world;
    const std::vector<std::string> places{"sundsvall-kommunhuset", "sundsvall-kulturmagasinet"};
    for (int round = 0; round < 6; ++round) {
        const int saved = digilots::testing::count_winners(2, [&](int runner) {
            auto editor = world.editor();
            const auto form = editor.get("/sundsvall/staff/directory/places/" + places[static_cast<std::size_t>(runner)]);
            return editor.submit(form, {{"address", "Gatan " + std::to_string(round + 1)}}).status == 200;
        });
        EXPECT_EQ(saved, 2) << round;
    }
}

TEST(AtTheSameTime, TwoNewPlacesOfOneNameHaveTwoAddresses) {
    TwoEditors world;
    for (int round = 0; round < 6; ++round) {
        const std::string name = "Servicepunkt " + std::string(static_cast<std::size_t>(round) + 1, 'x');
        digilots::testing::race(2, [&](int) {
            auto editor = world.editor();
            const auto form = editor.get("/sundsvall/staff/directory/places/new");
            auto saved = editor.submit(form, {{"name", name}, {"kind", "library_branch"}, {"address", "Gatan 1"}});
            // Who comes second may be asked whether it is the same.
            if (saved.status == 422) saved = editor.submit(saved, {{"is_another", "1"}});
            EXPECT_EQ(saved.status, 200) << saved.html.substr(0, 2000);
        });
        std::set<std::string> slugs;
        std::size_t places = 0;
        for (const auto held = world.directory.snapshot("2281"); const auto& place : held->places) {
            if (place.name != name) continue;
            slugs.insert(place.slug);
            ++places;
        }
        EXPECT_EQ(places, 2u);
        EXPECT_EQ(slugs.size(), 2u) << name;
    }
}

TEST(AtTheSameTime, OneFormSentSeveralTimesAddsOnePlace) {
    TwoEditors world;
    for (int round = 0; round < 6; ++round) {
        const std::string name = "Bokbussen " + std::string(static_cast<std::size_t>(round) + 1, 'x');
        std::vector<PageClient> editors{4, world.editor()};
        const auto form = editors[0].get("/sundsvall/staff/directory/places/new");
        digilots::testing::race(4, [&](int runner) {
            const auto saved = editors[static_cast<std::size_t>(runner)].submit(form, {{"name", name}});
            EXPECT_EQ(saved.status, 200) << saved.html.substr(0, 2000);
        });
        EXPECT_EQ(std::ranges::count(world.directory.snapshot("2281")->places, name, &Place::name), 1) << round;
    }
}

}  // namespace
}  // namespace digilots::directory
