#include <algorithm>

#include "directory/directory.h"
#include "platform/html/open_text.h"

namespace digilots::directory {

std::string next_change_text(const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator) {
    if (state.now == Openness::unknown) return "";
    return html::change_text(state.now == Openness::open, state.next_change, now, zone, translator);
}

std::string next_change_text(const Place& place, const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator) {
    const auto visit = std::ranges::find_if(place.visits, [&](const Visit& one) { return one.time.end > now; });
    if (place.status != Status::open || visit == place.visits.end()) return next_change_text(state, now, zone, translator);
    const bool stands_there = visit->time.begin <= now;
    const auto then = stands_there ? visit->time.end : visit->time.begin;
    const auto change = html::change_text(stands_there, then, now, zone, translator);
    return translator.t("{change}, at {stop}", {{"change", change}, {"stop", place.stops[visit->stop].name}});
}

std::string phone_answers_text(const OpenState& state, base::Instant now, std::string_view zone,
                               const i18n::Translator& translator) {
    if (state.now == Openness::unknown) return translator.t("Whether somebody answers now is not known.");
    auto text = state.now == Openness::open ? translator.t("Answers now") : translator.t("Nobody answers now");
    const auto change = next_change_text(state, now, zone, translator);
    return change.empty() ? text : text.append(translator.comma()).append(change);
}

}  // namespace digilots::directory
