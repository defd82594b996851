#pragma once
// A code that somebody reads out, typed where the desk searches: it is looked up, and nowhere searched for as words.
#include <string>
#include <vector>

#include "inquiries/desk.h"
#include "platform/slice/ongoing.h"

namespace digilots::inquiries {

struct CodeTyped {
    std::string typed = {};   // "" where words were typed
    html::Link belongs_to = {};
};

/// Takes it out of what is searched for where it is a code.
CodeTyped taken_for_code(const std::vector<FollowedKind>& kinds, std::string& searched, const html::Page& page);
void show_code(DeskView& view, const CodeTyped& code, const html::Page& page);

}  // namespace digilots::inquiries
