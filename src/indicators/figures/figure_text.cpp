#include <array>
#include <cmath>

#include "indicators/figures/figure.h"

namespace digilots::indicators {

namespace {

struct Unit {
    std::string_view key;
    i18n::Text text;
};

// How a value is followed by its unit. What is not here is a bare number.
constexpr std::array<Unit, 26> units{{
    {"percent", TEXT("%")},
    {"per_1000", TEXT("per 1,000 inhabitants")},
    {"per_100000", TEXT("per 100,000 inhabitants")},
    {"per_1000_employed", TEXT("per 1,000 employed")},
    {"per_100000_65", TEXT("per 100,000 inhabitants aged 65 or over")},
    {"per_inhabitant", TEXT("per inhabitant")},
    {"per_inhabitant_7_20", TEXT("per inhabitant aged 7–20")},
    {"mbit_per_s", TEXT("Mbit/s")},
    {"years", TEXT("years")},
    {"hours", TEXT("hours")},
    {"kg", TEXT("kg")},
    {"kg_per_inhabitant", TEXT("kg per inhabitant")},
    {"tonnes", TEXT("tonnes")},
    {"tonnes_per_inhabitant", TEXT("tonnes per inhabitant")},
    {"mwh", TEXT("MWh")},
    {"mwh_per_inhabitant", TEXT("MWh per inhabitant")},
    {"days_per_insured", TEXT("days per insured person")},
    {"thousand_kronor_per_inhabitant", TEXT("thousand kronor per inhabitant")},
    {"sek_per_inhabitant", TEXT("kronor per inhabitant")},
    {"metres_per_inhabitant", TEXT("metres per inhabitant")},
    {"minutes_per_customer", TEXT("minutes per customer")},
    {"nok", TEXT("kroner")},
    {"points", TEXT("points")},
    {"mil_per_inhabitant", TEXT("× 10 km per inhabitant")},
    {"grams_per_diner", TEXT("grams per diner")},
    {"index", TEXT("index points")},
}};

int decimals_of(double value, std::string_view unit) {
    if (unit == "number" || unit == "kg" || unit == "tonnes" || unit == "mwh")
        return std::abs(value) < 10 ? 1 : 0;
    if (std::abs(value) >= 1000) return 0;
    const bool has_one = unit == "percent" || unit == "index" || unit == "years" || unit == "points";
    return has_one || std::abs(value) >= 10 ? 1 : 2;
}

}  // namespace

std::string unit_text(std::string_view unit, const i18n::Translator& translator) {
    for (const auto& one : units) {
        if (one.key == unit) return translator.t(one.text);
    }
    if (unit == "yes_no") return translator.t("yes or no");
    if (unit == "scale_0_2") return translator.t("on a scale of 0 to {n}", {{"n", "2"}});
    if (unit == "scale_0_3") return translator.t("on a scale of 0 to {n}", {{"n", "3"}});
    return "";
}

std::string number_text(double value, std::string_view unit, const i18n::Translator& translator) {
    if (unit == "yes_no" && (value == 0 || value == 1))
        return value == 1 ? translator.t("Yes") : translator.t("No");
    const bool is_whole = std::abs(value - std::round(value)) < 1e-9;
    return translator.number(value, is_whole ? 0 : decimals_of(value, unit));
}

std::string value_text(double value, std::string_view unit, const i18n::Translator& translator) {
    const std::string number = number_text(value, unit, translator);
    const std::string words = unit == "yes_no" ? "" : unit_text(unit, translator);
    return words.empty() ? number : number + "\u00a0" + words;
}

std::string typed_number_text(double value, const i18n::Translator& translator) {
    constexpr int most_decimals = 6;
    int decimals = 0;
    double scaled = value;
    while (decimals < most_decimals && std::abs(scaled - std::round(scaled)) > 1e-6) {
        ++decimals;
        scaled *= 10;
    }
    return translator.number(value, decimals);
}

bool is_own_id(std::string_view id) { return id.starts_with("local:"); }

bool Indicator::is_own() const { return is_own_id(id); }

std::string Indicator::number(double value, const i18n::Translator& translator) const {
    const bool is_typed = !municipality_id.empty() && unit != "yes_no";
    return is_typed ? typed_number_text(value, translator) : number_text(value, unit, translator);
}

std::string Indicator::value(double value, const i18n::Translator& translator) const {
    const std::string words = unit == "yes_no" ? "" : unit_text(unit, translator);
    const std::string text = number(value, translator);
    return words.empty() ? text : text + "\u00a0" + words;
}

}  // namespace digilots::indicators
