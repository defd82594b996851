// The closed lists as stored and as the API says them; an indicator's title.
#include "indicators/figures/figure.h"

namespace digilots::indicators {

std::string_view word_of(Gender gender) {
    switch (gender) {
        case Gender::women: return "K";
        case Gender::men: return "M";
        case Gender::total: break;
    }
    return "T";
}

std::string_view word_of(Missing missing) {
    switch (missing) {
        case Missing::none: return "none";
        case Missing::not_applicable: return "not_applicable";
        case Missing::secret: return "secret";
        case Missing::not_published: return "not_published";
        case Missing::not_reported: break;
    }
    return "not_reported";
}

std::optional<Gender> gender_of(std::string_view word) {
    if (word == "T" || word == "t") return Gender::total;
    if (word == "K" || word == "k") return Gender::women;
    if (word == "M" || word == "m") return Gender::men;
    return std::nullopt;
}

std::string Indicator::title(const i18n::Translator& translator) const {
    const auto& language = translator.language().code;
    const auto& wished = language == "sv" ? title_sv : language == "nb" || language == "nn" ? title_nb : title_en;
    if (!wished.empty()) return wished;
    for (const auto* other : {&title_sv, &title_nb, &title_en}) {
        if (!other->empty()) return *other;
    }
    return id;
}

}  // namespace digilots::indicators
