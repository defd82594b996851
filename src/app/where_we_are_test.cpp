// Where help is to be had without a time, and where those who come to several places are most of the time.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

class WhereWeAre : public ::testing::Test, public TownForTests {
protected:
    WhereWeAre() { visitor.accept_language = "en"; }

    void add_line(const std::string& function, const std::string& place, const std::string& hours, const std::string& weekday) {
        auto* rota = application.bookings.registers()[1];
        ASSERT_TRUE(rota->add(rota->around("2281"),
                              {{"title", {"Line"}}, {"function", {function}}, {"place", {place}}, {"hours", {hours}},
                               {"weekdays", {weekday}}, {"drop_in", {"yes"}}},
                              "admin"));
    }
    std::string add_function(const std::string& title) {
        auto& functions = application.organisation.function_records();
        return functions.add(functions.around("2281"), {{"title", {title}}, {"holder", {person()}}}, "admin")->id;
    }
};

TEST_F(WhereWeAre, TheScreenOfAPlaceSaysWhenOneMayComeWithoutATime) {
    const auto places = application.directory.snapshot("2281")->places;
    const auto function = add_function("Guide");
    add_line(function, places[0].id, "9-12, 13-15", "mo");
    add_line(function, places[1].id, "13-14", "tu");
    const auto today = visitor.get("/sundsvall/places/" + places[0].slug + "/screen");
    EXPECT_TRUE(today.says("Help without booking") && !today.says("Nothing more today.")) << today.html;
    EXPECT_TRUE(today.says("09:00–12:00, 13:00–15:00")) << "on one line: the height is for what is on";
    const auto later = visitor.get("/sundsvall/places/" + places[1].slug + "/screen");
    EXPECT_TRUE(later.says("Nothing more today.") && later.says("Tuesday 24 November 2026, 13:00")) << later.html;
}

TEST_F(WhereWeAre, OneHomePlaceAndARoundOfOthers) {
    const auto places = application.directory.snapshot("2281")->places;
    const auto function = add_function("Guide");
    add_line(function, places[0].id, "9-12", "mo");
    EXPECT_FALSE(visitor.get("/sundsvall/where-we-are").says("Most of the time")) << "who is at one place alone has no other";
    add_line(function, places[1].id, "13-14", "tu");
    const auto page = visitor.get("/sundsvall/where-we-are");
    const auto begin = page.html.find("Most of the time we are here:");
    ASSERT_NE(begin, std::string::npos) << page.html;
    const auto said = page.html.substr(begin, page.html.find("</p>", begin) - begin);
    EXPECT_TRUE(said.contains(places[0].slug) && !said.contains(places[1].slug)) << said;
}

}  // namespace
}  // namespace digilots::app
