#include "platform/measures/value.h"

#include <cmath>

namespace digilots::measures {

namespace {

constexpr double minor_units = 100, percent = 100;

int decimals_of(Kind kind, double number) {
    if (kind == Kind::money) return 2;
    const bool is_whole = std::abs(number - std::round(number)) < 0.05;
    return is_whole ? 0 : 1;
}

}  // namespace

std::string_view word_of(Kind kind) {
    switch (kind) {
        case Kind::count: return "count";
        case Kind::sum: return "sum";
        case Kind::money: return "money";
        case Kind::share: return "share";
        case Kind::mean: return "mean";
        case Kind::latest: break;
    }
    return "latest";
}

Value together(Kind kind, const Value& one, const Value& later) {
    return kind == Kind::latest ? later : side_by_side(kind, one, later);
}

Value side_by_side(Kind, const Value& one, const Value& other) { return {one.amount + other.amount, one.of + other.of}; }

std::vector<const char*> part_names(Kind kind) {
    if (kind == Kind::share) return {"part", "of"};
    if (kind == Kind::mean) return {"sum", "of"};
    return {};
}

std::optional<double> number_of(Kind kind, const Value& value) {
    const auto amount = static_cast<double>(value.amount), of = static_cast<double>(value.of);
    switch (kind) {
        case Kind::money: return amount / minor_units;
        case Kind::share: return value.of == 0 ? std::nullopt : std::optional(percent * amount / of);
        case Kind::mean: return value.of == 0 ? std::nullopt : std::optional(amount / of);
        case Kind::count:
        case Kind::sum:
        case Kind::latest: break;
    }
    return amount;
}

std::string value_text(Kind kind, const Value& value, const i18n::Translator& translator) {
    const auto number = number_of(kind, value);
    if (!number) return "–";
    const std::string text = translator.number(*number, decimals_of(kind, *number));
    return kind == Kind::share ? text + "\u00a0%" : text;
}

std::string parts_text(Kind kind, const Value& value, const i18n::Translator& translator) {
    const auto written = [&](std::int64_t number) { return translator.number(static_cast<double>(number)); };
    if (kind == Kind::share)
        return translator.t(TEXT("{part} of {whole}"), {{"part", written(value.amount)}, {"whole", written(value.of)}});
    return kind == Kind::mean ? translator.t(TEXT("of {whole}"), {{"whole", written(value.of)}}) : "";
}

}  // namespace digilots::measures
