#include "directory/directory.h"
#include "platform/html/open_text.h"

namespace digilots::directory {

std::string next_change_text(const OpenState& state, base::Instant now, std::string_view zone,
                             const i18n::Translator& translator) {
    if (state.now == Openness::unknown) return "";
    return html::change_text(state.now == Openness::open, state.next_change, now, zone, translator);
}

std::string phone_answers_text(const OpenState& state, base::Instant now, std::string_view zone,
                               const i18n::Translator& translator) {
    if (state.now == Openness::unknown) return translator.t("Whether somebody answers now is not known.");
    auto text = state.now == Openness::open ? translator.t("Answers now") : translator.t("Nobody answers now");
    const auto change = next_change_text(state, now, zone, translator);
    return change.empty() ? text : text + ", " + change;
}

}  // namespace digilots::directory
