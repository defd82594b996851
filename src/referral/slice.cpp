#include "referral/referral.h"

#include <algorithm>

namespace digilots::referral {

namespace {

const http::Menu menu{{http::MenuPlace::residents, 100, TEXT("Start"), "/"},
                      {http::MenuPlace::staff, 480, TEXT("What we do with a topic"), "/staff/topic-rules"}};

const SitePages site{.of = [](const http::Tenant&) { return std::vector<std::string>{"/"}; }};

/// Municipalities were made active, and nothing has been entered.
bool is_nothing_to_find(const directory::Directory& directory, const municipality::Municipalities& municipalities) {
    const auto has_none = [&](const municipality::Municipality& one) {
        const auto all = directory.snapshot(one.id);
        return all->places.empty() && all->services.empty() && all->e_services.empty() && all->contacts.empty();
    };
    const auto active = municipalities.active_real();
    return !active.empty() && std::ranges::all_of(active, has_none);
}

std::vector<Finding> examine(const Referral& referral, const search::Index& index, bool nothing_to_find) {
    if (referral.index_is_current()) {
        return {{Health::good, "search index", std::to_string(index.size()) + " entries, up to date"}};
    }
    if (referral.index_is_catching_up())
        return {{Health::hint, "search index",
                 "a change of the last minutes is not in it yet. A running server takes it in within a minute; without one "
                 "run: digilots search reindex"}};
    if (nothing_to_find)
        return {{Health::hint, "search index",
                 "there is nothing to find but topics yet. The server makes it when it starts; without one run: digilots search "
                 "reindex"}};
    return {{Health::wrong, "search index",
             "it is behind the directory. Start the server, or run: digilots search reindex"}};
}

}  // namespace

Slice slice(Referral& referral, const directory::Directory& directory, const municipality::Municipalities& municipalities,
            const search::Index& index, const base::Clock& clock) {
    return {
        .name = "referral",
        .routes = 
            [&](const Slices& all) {
                return routes(referral, directory, municipalities, clock, all_of(all, &Slice::findable));
            },
        .registers = {&referral.rule_records()},
        .menu = menu,
        .measures = referral.measures(),
        .privacy = {{.of = PrivacyNotice::Of::those_who_ask,
                     .text = TEXT("On a computer that many use, opened by its own start page, a cookie tells one person’s turn "
                                  "from the next. It says nothing of anybody and ends with the turn."),
                     .cookie = "kiosk"}},
        .site = site,
        .examine = [&] { return examine(referral, index, is_nothing_to_find(directory, municipalities)); },
        .left_out_of_search = [&] { return index.left_out(); },
        .load_demo = [&](const Demo&) { referral.reindex(); },
    };
}

}  // namespace digilots::referral
