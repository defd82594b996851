#pragma once
// A need that is found anywhere becomes a wish for an activity, and so stands in the plan of the year.
#include <string>
#include <string_view>

#include "platform/base/text.h"
#include "platform/html/page.h"
#include "platform/html/writer.h"

namespace digilots {

/// The form of a wish, filled in. `source` as the register of wishes names it; `found_in`: the inventory, signal or meeting.
inline html::Link way_to_wish(std::string_view need, std::string_view source, std::string_view found_in, const html::Page& page) {
    constexpr std::size_t longest_title = 100, longest_text = 190;
    const auto say = [](std::string_view name, std::string_view text, std::size_t longest) {
        return std::string(name) + "=" + html::url_encode(base::cut(std::string(text), longest));
    };
    return {page.t("Make it a wish in the plan: {need}", {{"need", base::cut(std::string(need), longest_title)}}),
            page.tenant_url("/staff/activity-requests/new?" + say("title", need, longest_title) + "&" +
                            say("wish", need, longest_text) + "&" + say("source", source, longest_title) + "&" +
                            say("found_in", found_in, longest_text) + "&asker_kind=own&" +
                            say("locality", page.request().tenant->name, longest_title))};
}

}  // namespace digilots
