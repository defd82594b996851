// Which sessions a step of an activity was about: kept by their ids, told by when they are held.
#include "activities/history.h"

#include <algorithm>

#include "activities/pages.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"

namespace digilots::activities {

namespace {

constexpr std::size_t most_named = 5;
constexpr std::string_view of_session = "session:", how_many_more = "more:";

}  // namespace

std::string named_in_history(const std::vector<std::string>& sessions) {
    std::string detail;
    for (std::size_t at = 0; at < std::min(sessions.size(), most_named); ++at)
        detail += (at == 0 ? "" : ",") + std::string(of_session) + sessions[at];
    if (sessions.size() > most_named) detail += "," + std::string(how_many_more) + std::to_string(sessions.size() - most_named);
    return detail;
}

std::string Activities::Implementation::sessions_in_words(std::string_view municipality_id, std::string_view detail,
                                                          const html::Page& page) const {
    std::vector<std::string> words;
    std::string more;
    const auto programme = programmes.of(municipality_id);
    for (const auto part : base::split(detail, ',')) {
        if (part.starts_with(how_many_more)) {
            const auto number = base::whole_number(part.substr(how_many_more.size()), 1, most_sessions_at_once);
            if (number) more = page.tn("and {n} more", "and {n} more", *number);
        } else if (part.starts_with(of_session)) {
            const auto [activity, session] = programme->session(part.substr(of_session.size()));
            words.push_back(session ? when_text(*session, around(municipality_id).zone, page.translator())
                                    : page.t("A session that is no longer shown"));
        }
    }
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "; ") + word;
    return more.empty() ? text : text + "; " + more;
}

}  // namespace digilots::activities
