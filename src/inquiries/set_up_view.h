#pragma once
// What is missing before a municipality serves anybody: on a page of its own, to which a line on
// the first page of those who lead it leads; gone when all is there.
#include <optional>
#include <string>
#include <vector>

#include "inquiries/implementation.h"
#include "inquiries/pages.h"
#include "platform/html/page.h"

namespace digilots::inquiries {

struct SetUpView {
    struct Step {
        std::string title, url;         // "" somebody else has to do it
        bool is_done = false;
    };
    std::vector<Step> steps;
    std::size_t done = 0;
};

/// Nothing where nothing is missing, and for who does not lead the work.
std::optional<SetUpView> what_is_missing(const Service& service, const html::Page& page);

/// The steps, and the way to each. Where nothing is missing it says so.
http::Response set_up_page(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
