#include "platform/http/router.h"

#include <gtest/gtest.h>

namespace digilots::http {

namespace {

Route got(std::string path) {
    return {Method::get, std::move(path), Access::anyone, [](const Request&) { return Response(); }};
}

TEST(RouterTest, ALiteralWinsOverAnEndingAndThatOverAParameter) {
    const Router router({got("/{m}/all.ics"), got("/{m}/{slug}.ics"), got("/{m}/{slug}")});
    const auto path_of = [&](std::string_view path) {
        const auto match = router.find(Method::get, path);
        return match.route ? match.route->path + " " + match.parameters.back() : std::string();
    };
    EXPECT_EQ(path_of("/bo/salong.ics"), "/{m}/{slug}.ics salong");
    EXPECT_EQ(path_of("/bo/salong"), "/{m}/{slug} salong");
    EXPECT_EQ(path_of("/bo/all.ics"), "/{m}/all.ics bo");
    EXPECT_EQ(path_of("/bo/.ics"), "/{m}/{slug} .ics");  // an ending of nothing
    EXPECT_EQ(path_of("/bo/salong.icsx"), "/{m}/{slug} salong.icsx");
    EXPECT_EQ(Router::parameter_names("/{m}/{slug}.ics"), (std::vector<std::string>{"m", "slug"}));
}

}  // namespace

}  // namespace digilots::http
