#pragma once
// The pages of the steps that ask something, and the buttons that ask nothing.
#include <string>
#include <vector>

#include "callbacks/callbacks.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::callbacks {

struct Pages {
    Callbacks& callbacks;
};

struct StepView {
    html::FormErrors errors = {};
    std::string url = {}, seen = {}, back_url = {}, about = {}, button = {};
    std::vector<std::string> facts = {};
    std::vector<html::components::Field> choices = {};
    html::components::Field note = {}, sure = {};
    bool is_doubtful = false;   // the box is asked
    bool is_over = false;       // it is closed: the page tells how, and asks nothing
};

http::Response hand_over_page(const Pages& pages, const http::Request& request);
http::Response hand_over(const Pages& pages, const http::Request& request);
http::Response close_page(const Pages& pages, const http::Request& request);
http::Response close_call_back(const Pages& pages, const http::Request& request);

http::Response take_call_back(const Pages& pages, const http::Request& request);
http::Response note_try(const Pages& pages, const http::Request& request);
http::Response open_again(const Pages& pages, const http::Request& request);

// ---- For programs ----
http::Response list_call_backs(const Pages& pages, const http::Request& request);
http::Response get_call_back(const Pages& pages, const http::Request& request);
http::Response close_by_program(const Pages& pages, const http::Request& request);

}  // namespace digilots::callbacks
