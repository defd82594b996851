#include "owners/implementation.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"

namespace digilots::owners {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{{MenuPlace::staff, 302, TEXT("Links for owners"), "/staff/owners", Role::coordinator},
                      {MenuPlace::staff, 303, TEXT("What owners answer"), "/staff/owner-answers"}};

http::Routes routes(const Owners& owners) {
    const auto page = http::handlers_with(Pages{owners});
    const std::string link = "/{municipality}/owners/{secret}", letter = "/{municipality}/staff/owners/{id}/letter";
    return {{Method::get, link, Access::anyone, page(owner_page), {"answer", "sent"}},
            {Method::post, link, Access::anyone, page(answer)},
            {Method::post, link + "/take-back", Access::anyone, page(take_back)},
            {Method::get, letter, Access::coordinator, page(letter_page)},
            {Method::post, letter, Access::coordinator, page(set_letter)},
            {Method::post, letter + "/end", Access::coordinator, page(end_letter)}};
}

jobs::Kind writing(Owners& owners) {
    return {.name = "owners_letters",
            .title = TEXT("Write to owners about the month that is released"),
            .work = [&owners](jobs::Run& run) { owners.send_letters([&run] { run.go_on(); }); },
            .retry = {.attempts = 5, .first = std::chrono::minutes(5)},
            .schedule = jobs::Daily{.hour = 6, .minute = 10}};
}

/// A link and an answer in each complete town.
void tell_for_demo(Owners& owners, const Demo& demo) {
    for (const auto& id : demo.complete) {
        const auto actor = demo.account ? demo.account(id, Role::coordinator) : std::string();
        auto& links = owners.links();
        const auto around = links.around(id);
        if (actor.empty() || links.list(around, {.with_ended = true}, 1, 0).found > 0) continue;
        const bool is_norwegian = id == "losvik";
        const auto last = base::format_date(base::add_days(around.today, 300));
        const auto* title = is_norwegian ? "Utstederen av e-ID" : "Utfärdaren av e-legitimation";
        const auto* words =
            is_norwegian ? "Veiledningen på første side er skrevet om." : "Vägledningen på första sidan är omskriven.";
        links.add(around, {{"title", {title}}, {"about", {"body:e_id_issuer"}}, {"open_until", {last}}}, actor);
        owners.answers().add(owners.answers().around(id),
                             {{"about", {"body:e_id_issuer"}},
                              {"state", {"mended"}},
                              {"on_day", {base::format_date(base::add_days(around.today, -40))}},
                              {"words", {words}}},
                             actor);
    }
}

}  // namespace

Slice slice(Owners& owners) {
    return {
        .name = "owners",
        .routes =
            [&owners](const Slices&) {
                auto& self = Inside::of(owners);
                return html::codes_alike(routes(owners), self.guessing, self.clock);
            },
        .registers = {&owners.links(), &owners.answers()},
        .menu = menu,
        .trail = {.actions = {{"owner letter asked for", TEXT("monthly letter to an owner asked for")},
                              {"owner letter ended", TEXT("monthly letter to an owner ended")}}},
        .privacy = privacy_notices(),
        .retention = retention_rules(),
        .jobs = {writing(owners)},
        .load_demo =
            [&owners](const Demo& demo) {
                if (demo.measured.empty()) tell_for_demo(owners, demo);
            },
    };
}

}  // namespace digilots::owners
