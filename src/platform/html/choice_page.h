#pragma once
// A page that asks one thing: a few choices, one of which is saved.
#include <string>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/http/response.h"

namespace digilots::html {

struct ChoiceView {
    FormErrors errors = {};
    std::string url = {}, back_url = {};
    components::Field choice = {};
};

/// 422 where there are errors.
http::Response choice_page(const Page& page, const ChoiceView& view);

}  // namespace digilots::html
