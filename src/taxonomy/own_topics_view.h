#pragma once
// What the pages of a municipality's own topics show.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::taxonomy {

struct OwnTopicForm {
    html::components::Field label, maps_to, words;
};

struct OwnTopicsView {
    html::FormErrors errors;
    html::components::Table topics;
    OwnTopicForm form;
    std::string done;
};

struct OwnTopicView {
    html::FormErrors errors;
    OwnTopicForm form;
    html::components::Field position, hidden;
    std::string url, key, seen;
};

}  // namespace digilots::taxonomy
