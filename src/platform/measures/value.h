#pragma once
// What a figure is: never a share without its parts, never a mean without of how many.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"

namespace digilots::measures {

enum class Kind {
    count,     // how many
    sum,       // of whole numbers: minutes
    money,     // in öre: 123450 is 1 234.50 kronor
    share,     // a part of a whole, in percent
    mean,      // a sum over how many
    latest     // how it stands at the end: of several periods the last one's
};

struct Value {
    std::int64_t amount = 0;           // the count, the sum, the öre, the part, the sum of a mean, how it stands
    std::int64_t of = 0;               // the whole of a share, n of a mean; of sum and money how many cases, 0 where not told

    Value() = default;
    Value(std::int64_t amount, std::int64_t of = 0) : amount(amount), of(of) {}
    bool operator==(const Value&) const = default;
};

/// "count", "share" …: as the API says it.
std::string_view word_of(Kind kind);

/// Two parts of the same figure: of two periods in their order, or of two municipalities. Shares and means are made of
/// their parts, never of one another.
Value together(Kind kind, const Value& one, const Value& later);
/// How it stands in two municipalities together.
Value side_by_side(Kind kind, const Value& one, const Value& other);

/// How programs name the parts of a share ("part", "of") and of a mean ("sum", "of"); nothing for others.
std::vector<const char*> part_names(Kind kind);

/// As programs read it: kronor, percent, the mean. Nothing where there is nothing to be a share or a mean of.
std::optional<double> number_of(Kind kind, const Value& value);
/// "1 234", "1 234,50", "42,5 %", "3,4"; "–" where there is none.
std::string value_text(Kind kind, const Value& value, const i18n::Translator& translator);
/// "17 of 40" beside a share, "of 12" beside a mean; "" for others.
std::string parts_text(Kind kind, const Value& value, const i18n::Translator& translator);

}  // namespace digilots::measures
