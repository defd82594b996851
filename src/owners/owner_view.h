#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::owners {

/// Of the template.
struct OwnerView {
    struct Said {
        std::string sentence, change_url, id, seen;
    };
    std::string nothing = "";                       // why there is no page; the rest is empty then
    std::string url, name, lead, none_told, no_parts;
    html::components::Table months = {};
    html::components::Chart trend = {};
    std::vector<html::components::Table> parts;     // what stood in the way, where they were sent
    std::vector<Said> said;
    html::components::Field state = {}, on_day = {}, words = {};
    html::FormErrors errors = {};
    std::string form_key, changes, seen, heading, notice;
};

}  // namespace digilots::owners
