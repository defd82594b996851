// Nobody is shown an old page as if it were new, whoever saves meanwhile, on one server and on two.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <limits>

#include "app/town_for_tests.h"
#include "platform/html/error_page.h"
#include "platform/testing/race.h"

namespace digilots::app {
namespace {

constexpr const char* town_hall = "sundsvall-kommunhuset";
const std::string name = "Stadshuset Nummer";

/// The smallest number that the page shows behind the town hall's name; nothing where it is not named at all.
int oldest_number(std::string_view page) {
    int oldest = std::numeric_limits<int>::max();
    for (auto at = page.find(name); at != std::string_view::npos; at = page.find(name, at + 1)) {
        int number = -1;
        const auto digits = page.substr(at + name.size() + 1);
        std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 9), number);
        oldest = std::min(oldest, number);
    }
    return oldest == std::numeric_limits<int>::max() ? -1 : oldest;
}

/// Whatever visitors do, over and over, until the work is done.
class Visitors {
public:
    explicit Visitors(std::function<void(testing::PageClient&)> visit) : visit_(std::move(visit)) {}

    void come(http::Server& server, const std::function<void()>& work) {
        std::atomic<bool> done = false;
        testing::race(3, [&](int runner) {
            if (runner == 0) {
                const Ended ended{done};
                work();
                return;
            }
            testing::PageClient visitor(server);
            do visit_(visitor);
            while (!done);
        });
    }

private:
    struct Ended {
        std::atomic<bool>& done;
        ~Ended() { done = true; }
    };
    std::function<void(testing::PageClient&)> visit_;
};

/// What a visitor gets to see is at least what had been saved when they asked.
struct NumberedTownHall : TownForTests {
    NumberedTownHall() { save(0); }

    void save(int number) {
        change("places", town_hall, {{"name", name + " " + std::to_string(number)}});
        saved = number;
    }
    void look(testing::PageClient& visitor, const std::function<void()>& before_asking = [] {}) {
        for (const char* url : {"/sundsvall/places/kommunhuset", "/sundsvall/search?q=stadshuset", "/sundsvall/places",
                                "/api/v1/sundsvall/places", "/api/v1/sundsvall/search?q=stadshuset"}) {
            const int known = saved;
            before_asking();
            const auto page = visitor.get(url);
            EXPECT_GE(oldest_number(page.html), known) << url;
        }
    }

    std::atomic<int> saved = -1;
};

TEST(OldPages, NobodySeesLessThanWhatHadBeenSavedWhenTheyAsked) {
    NumberedTownHall town;
    Visitors([&](testing::PageClient& visitor) { town.look(visitor); }).come(town.server, [&] {
        for (int number = 1; number <= 25; ++number) town.save(number);
    });
    town.look(town.visitor);
}

TEST(OldPages, ASecondServerShowsWhatTheFirstHadSavedWhenItLooked) {
    NumberedTownHall town;
    const auto database = town.open_again();
    Application elsewhere(*database, "", town.clock);
    http::Server server({}, elsewhere.routes(), elsewhere.gatekeeper(), html::error_page, town.clock);
    Visitors([&](testing::PageClient& visitor) {
        town.look(visitor, [&] { elsewhere.versions.refresh(); });
    }).come(server, [&] {
        for (int number = 1; number <= 15; ++number) town.save(number);
    });
}

TEST(OldPages, WhoSavesSecondOnAnotherServerIsShownWhatTheFirstSaved) {
    TownForTests town;
    const auto database = town.open_again();
    Application elsewhere(*database, "", town.clock);
    auto keeper = elsewhere.gatekeeper();
    keeper.find_session = town.gatekeeper().find_session;
    http::Server server({}, elsewhere.routes(), std::move(keeper), html::error_page, town.clock);
    testing::PageClient second(server);
    second.cookies()["session"] = "administrator";
    const std::string address = std::string("/sundsvall/staff/directory/places/") + town_hall;
    const auto form = second.get(address);
    town.change("places", town_hall, {{"name", "Hamnhuset"}});
    const auto told = second.submit(form, {{"name", "Tornhuset"}}, "", address);
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("Hamnhuset"));
}

TEST(OldPages, TwoVisitorsWhoSearchAWordWhileAPlaceOfThatNameIsSavedFindItAfterwards) {
    TownForTests town;
    for (const std::string place : {"Almgården", "Björkhuset", "Cederträffen", "Dalastugan", "Ekbacken", "Forsgläntan"}) {
        const auto url = "/sundsvall/search?q=" + place;
        Visitors([&](testing::PageClient& visitor) { visitor.get(url); }).come(town.server, [&] {
            town.add("places", {{"name", place}, {"kind", "library"}});
        });
        EXPECT_TRUE(town.visitor.get(url).says(">" + place)) << place;
    }
}

TEST(OldPages, OfTwoPlacesSavedAtTheSameMomentBothAreFound) {
    TownForTests town;
    for (int round = 0; round < 6; ++round) {
        const std::string letter(1, static_cast<char>('a' + round));
        const std::vector<std::string> places{"Granhuset" + letter, "Tallhuset" + letter};
        testing::race(3, [&](int runner) {
            testing::PageClient client(town.server);
            if (runner == 2) return static_cast<void>(client.get("/sundsvall/search?q=" + places[0]));
            client.cookies()["session"] = "administrator";
            const std::string form = "/sundsvall/staff/directory/places/new";
            const auto& place = places[static_cast<std::size_t>(runner)];
            const auto saved = client.submit(client.get(form), {{"name", place}, {"kind", "library"}}, "", form);
            EXPECT_TRUE(saved.says("Saved."));
        });
        for (const auto& place : places) EXPECT_TRUE(town.visitor.get("/sundsvall/search?q=" + place).says(">" + place)) << place;
    }
}

TEST(OldPages, ADeskChosenInTheSettingsShowsOnEveryPageThatVisitorsAreLookingAt) {
    TownForTests town;
    const std::vector<std::string> desks{town_hall, "sundsvall-kulturmagasinet"};
    for (int round = 0; round < 8; ++round) {
        const auto& desk = desks[static_cast<std::size_t>(round) % 2];
        Visitors([&](testing::PageClient& visitor) { visitor.get("/sundsvall/"); }).come(town.server, [&] {
            town.settings({{"fallback_place", desk}});
        });
        const auto slug = town.application.directory.snapshot("2281")->place(desk)->slug;
        EXPECT_TRUE(town.visitor.get("/sundsvall/").says("/sundsvall/places/" + slug)) << round;
    }
}

}  // namespace
}  // namespace digilots::app
