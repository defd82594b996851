#pragma once
#include <string>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::owners {

/// Of the template.
struct LetterView {
    std::string url, title, seen, until = "";
    bool can_send = false, is_open = false, is_asked = false;
    html::components::Field address = {}, language = {};
    html::components::Table letters = {};
    html::FormErrors errors = {};
};

}  // namespace digilots::owners
