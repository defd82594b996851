#include "platform/slice/how_often.h"

namespace digilots {

std::string_view word_of(HowOften often) { return often == HowOften::each ? "each" : "only"; }

std::optional<HowOften> how_often_called(std::string_view word) {
    for (const auto often : {HowOften::only, HowOften::each})
        if (word == word_of(often)) return often;
    return std::nullopt;
}

html::components::Field how_often_field(std::string_view chosen, const html::Page& page) {
    const auto option = [&](HowOften often, std::string label) {
        return html::components::Option{std::string(word_of(often)), std::move(label), chosen == word_of(often)};
    };
    return {.name = how_often_name,
            .label = page.t("How often do we tell you?"),
            .hint = page.t("Always in the one way that you chose, and never otherwise."),
            .options = {option(HowOften::only, page.t("Only when there is an answer, or when the time itself is changed")),
                        option(HowOften::each, page.t("Each step: also that somebody has taken it on, that it is late, and a "
                                                      "reminder before"))}};
}

std::string how_often_fault(const i18n::Translator& words) { return words.t("Choose how often we tell you."); }

}  // namespace digilots
