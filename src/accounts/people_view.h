#pragma once
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::accounts {

struct PeopleView {
    html::FormErrors errors;
    std::string email, name;  // of the form
    bool only_unit = false, sees_privacy = false;
    bool sends_letters = false;
    std::vector<html::components::Option> roles;
    std::vector<html::components::Option> units;      // none where there are no units
    std::vector<html::components::Option> of_units;  // for which the list can be asked
    html::components::Table people;
    std::vector<html::Link> ways;  // to tables
    std::string url, done;
};

struct PersonView {
    html::FormErrors errors;
    std::string url;  // of this page
    std::string email;
    bool closed = false;
    bool sends_letters = false;
    std::string deleted_on, kept;   // kept: for how long once it is closed
    bool second_step = false;
    bool is_self = false;
    std::vector<html::components::Option> roles;
    std::vector<html::components::Option> units;  // none where there are no units
    bool only_unit = false, sees_privacy = false;
    std::vector<html::Link> functions;                // that they hold or stand in for
    std::int64_t tasks = 0;                           // open ones that are theirs alone
    std::vector<html::components::Option> successors;
    std::string done, seen;
};

}  // namespace digilots::accounts
