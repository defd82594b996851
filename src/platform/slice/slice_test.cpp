#include "platform/slice/slice.h"

#include <gtest/gtest.h>

namespace digilots {
namespace {

http::Route route(std::string path) {
    return {http::Method::get, std::move(path), http::Access::anyone, [](const http::Request&) { return http::html(""); }};
}

const Slices& two_slices() {
    static const Slices slices{
        {.name = "log",
         .routes = [](const Slices&) { return http::Routes{route("/log")}; },
         .menu = {{http::MenuPlace::staff, 20, i18n::Text{"Log"}, "/staff/log"},
                  {http::MenuPlace::residents, 30, i18n::Text{"Start"}, "/"}},
         .measures = {{.key = "logged", .title = {}, .definition = {}, .unit = {}}}},
        {.name = "figures",
         .routes = [](const Slices& all) { return http::Routes{route("/" + all_of(all, &Slice::measures).front().key)}; },
         .menu = {{http::MenuPlace::staff, 10, i18n::Text{"Figures"}, "/staff/figures"}}},
        {.name = "quiet"},
    };
    return slices;
}

TEST(SliceList, GivesTheRoutesOfAllEachSeeingWhatAllGive) {
    const auto routes = routes_of(two_slices());
    ASSERT_EQ(routes.size(), 2u);
    EXPECT_EQ(routes[0].path, "/log");
    EXPECT_EQ(routes[1].path, "/logged");
}

TEST(SliceList, OrdersEachMenuByItsPositions) {
    std::string order;
    for (const auto& entry : menu_of(two_slices())) order += entry.path + " ";
    EXPECT_EQ(order, "/ /staff/figures /staff/log ");
}

}  // namespace
}  // namespace digilots
