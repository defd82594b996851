#pragma once
// Helps for the tests of components: their fixtures as text, in English.
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

inline const Page& english_page() {
    static const http::Request request = [] {
        http::Request made;
        made.language = "en";
        made.path = "/dev/components";
        return made;
    }();
    static const Page page(request);
    return page;
}

inline std::string fixture(std::vector<Fixture> (*fixtures)(const Page&), std::size_t index) {
    return fixtures(english_page()).at(index).html.html();
}

inline bool has(std::string_view html, std::string_view part) { return html.find(part) != std::string_view::npos; }

inline std::size_t count(std::string_view html, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = html.find(part); at != std::string_view::npos; at = html.find(part, at + part.size())) ++found;
    return found;
}

}  // namespace digilots::html::components
