#pragma once
// The two pages, and what they are made from.
#include <string>
#include <vector>

#include "matters/matters.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/html/stored.h"
#include "platform/register/missed_letters.h"

namespace digilots::matters {

struct Pages {
    std::vector<OngoingKind> ongoing;
    std::vector<FollowedKind> followed;
    const organisation::Organisation& organisation;
    const base::Clock& clock;
    db::Database& database;
    register_::NameOfAccount name_of;
};

/// What did not go out, and how many are on their way, in words.
struct LettersView {
    std::string done = {}, waiting = {};
    std::vector<register_::MissedLetter> missed = {}, taken_on = {};
    html::components::Table to_print = {};      // without rows: none
};

struct OngoingView {
    std::string count = {};
    html::components::FilterForm filter = {};
    html::components::Table table = {};
    html::components::Pagination pages = {};
};

/// What one code shows; not found, not any more and no code at all look the same.
struct MatterView {
    std::string code = {};
    bool is_found = false;
    FollowedMatter matter = {};
};
struct MattersView {
    html::FormErrors errors = {};
    std::string url = {}, ask_url = {}, phone = {};
    bool phone_is_example = false;
    html::components::Field codes = {};
    std::vector<MatterView> matters = {};
};

http::Response letters_page(const Pages& pages, const http::Request& request);
http::Response send_letter_again(const Pages& pages, const http::Request& request);
http::Response tell_in_another_way(const Pages& pages, const http::Request& request);
http::Response note_told_in_another_way(const Pages& pages, const http::Request& request);
http::Response undo_telling(const Pages& pages, const http::Request& request);
OngoingKind letters_that_failed(db::Database& database, const base::Clock& clock, const register_::NameOfAccount& name_of);
http::Response ongoing_page(const Pages& pages, const http::Request& request);
http::Response matters_page(const Pages& pages, const http::Request& request);
http::Response find_matters(const Pages& pages, const http::Request& request);

}  // namespace digilots::matters
