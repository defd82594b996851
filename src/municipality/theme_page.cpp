#include "platform/base/colour.h"
#include "municipality/pages.h"

namespace digilots::municipality {

namespace {

base::Colour darker(base::Colour colour, double part) {
    const auto channel = [part](int value) { return static_cast<int>(value * part); };
    return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

}  // namespace

// Only surfaces that carry white text take the colour: that contrast was checked when it was saved. Links
// keep colours that hold on light and dark backgrounds.
http::Response theme_css(const Pages&, const http::Request& request) {
    std::string css;
    const auto colour = base::parse_colour(request.tenant->primary_colour);
    if (colour) {
        const auto hover = base::format_colour(darker(*colour, 0.85));
        const auto active = base::format_colour(darker(*colour, 0.7));
        css = ":root{--tenant-colour:" + base::format_colour(*colour) +
              ";--tenant-colour-text:#ffffff;"
              "--ds-color-accent-base-default:" +
              base::format_colour(*colour) + ";--ds-color-accent-base-hover:" + hover +
              ";--ds-color-accent-base-active:" + active +
              ";--ds-color-accent-base-contrast-default:#ffffff;"
              "--ds-color-accent-base-contrast-subtle:#ffffff}\n";
    }
    return http::text(css, "text/css; charset=utf-8");
}

}  // namespace digilots::municipality
