#pragma once
// The page where an administrator says which further questions the log form asks.
#include "inquiries/pages.h"
#include "platform/html/components.h"

namespace digilots::inquiries {

struct AskedFieldsView {
    html::FormErrors errors = {};
    std::string url, done, seen, place;
    bool is_own = false;                                // the place has chosen for itself
    html::components::Field asked, places;
    std::vector<std::pair<std::string, std::string>> hidden;
    std::vector<html::components::Field> buttons;       // a topic each, by key
};

http::Response asked_fields_page(const Pages& pages, const http::Request& request);
http::Response save_asked_fields(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
