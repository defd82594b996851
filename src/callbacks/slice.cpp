#include "callbacks/implementation.h"
#include "callbacks/pages.h"

namespace digilots::callbacks {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;
using Of = PrivacyNotice::Of;

http::Routes routes_of_steps(const Pages& pages) {
    const auto page = http::handlers_with(pages);
    const std::string one = "/{municipality}/staff/callbacks/{id}", api = "/api/v1/{municipality}/callbacks";
    return {{Method::get, one + "/hand-over", Access::guide, page(hand_over_page)},
            {Method::post, one + "/hand-over", Access::guide, page(hand_over)},
            {Method::get, one + "/close", Access::guide, page(close_page)},
            {Method::post, one + "/close", Access::guide, page(close_call_back)},
            {Method::post, one + "/take", Access::guide, page(take_call_back)},
            {Method::post, one + "/tried", Access::guide, page(note_try)},
            {Method::post, one + "/again", Access::guide, page(open_again)},
            {Method::get, api, Access::token(read_call_backs), page(list_call_backs)},
            {Method::get, api + "/{id}", Access::token(read_call_backs), page(get_call_back)},
            {Method::post, api + "/{id}/close", Access::token(write_call_backs), page(close_by_program)}};
}

http::Menu menu(const Callbacks& callbacks) {
    return {{MenuPlace::staff, 215, TEXT("Call-backs"), "/staff/callbacks", Role::guide, {},
             [&callbacks](const http::Tenant& tenant, const http::Identity&) {
                 return std::ssize(callbacks.waiting(tenant.id)->call_backs);
             }}};
}

const std::vector<PrivacyNotice> privacy{
    {.of = Of::those_who_ask,
     .text = TEXT("If we promise to get back to you, your phone number or address is kept apart from what you asked, used for "
                  "nothing else, and deleted {period} after you have got your answer."),
     .rule = std::string(contact_rule),
     .preserved = TEXT("If we promise to get back to you, your phone number or address is kept apart from what you asked, and "
                       "used for nothing else. The municipality deletes none for the time being.")},
    {.of = Of::those_who_ask,
     .text = TEXT("What we promised to get back about is deleted {period} after it is closed. It does not say who you are. "
                  "Counts stay."),
     .rule = std::string(closed_rule),
     .preserved = TEXT("What we promised to get back about is kept for the time being. It does not say who you are.")},
    {Of::staff, TEXT("Colleagues see which call-backs you have taken, tried, handed over and closed.")},
};

const audit::Words trail{.actions = {{"call_back handed over", TEXT("call-back handed over")},
                                  {"call_back deleted", TEXT("call-back deleted")},
                                  {"call_back contact read", TEXT("looked at how a person is called back")}}};

}  // namespace

Slice slice(Callbacks& callbacks) {
    return {
        .name = "callbacks",
        .routes = [&](const Slices&) { return routes_of_steps({callbacks}); },
        .registers = {&callbacks.records()},
        .menu = menu(callbacks),
        .scopes = {&read_call_backs, &write_call_backs},
        .measures = callbacks.measures(),
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(callbacks),
        .ongoing = ongoing_kinds(callbacks),
        .load_demo = [&](const Demo& demo) { load_demo(callbacks, demo); },
    };
}

}  // namespace digilots::callbacks
