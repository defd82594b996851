#pragma once
// What is missing before a municipality serves anybody: on the first page of those who lead it, gone when it is there.
#include <optional>
#include <string>
#include <vector>

#include "inquiries/implementation.h"
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

}  // namespace digilots::inquiries
