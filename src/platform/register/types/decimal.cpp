// Numbers with decimals, kept whole: money in öre, percentages and others in their last decimal.
#include <cstdlib>

#include "platform/base/exact.h"
#include "platform/base/text.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_decimal = 40;
constexpr std::int64_t largest_amount = 10'000'000'000;  // kronor
constexpr i18n::Text no_amount = TEXT("Write an amount in kronor, such as 1 250 or 99,50.");
constexpr i18n::Text no_amount_either_way =
    TEXT("Write an amount in kronor, such as 1 250 or 99,50. What came back has a minus, such as -99,50.");
constexpr i18n::Text no_percentage = TEXT("Write a percentage from 0 to 100, such as 12,5.");
constexpr i18n::Text no_decimal = TEXT("Write a number with at most {n} decimals, such as 3,5.");
constexpr i18n::Text decimal_too_small = TEXT("Write a number that is {n} or more.");
constexpr i18n::Text decimal_too_large = TEXT("Write a number that is {n} or less.");

struct Shape {
    int decimals = 2;
    std::int64_t least = 0, most = 0;  // in whole ones
    const char* unit = "";
    i18n::Text wrong = no_decimal;
    /// Where it is too small or too large, and the question says between what.
    bool says_bounds = false;

    std::int64_t scale() const {
        std::int64_t scale = 1;
        for (int i = 0; i < decimals; ++i) scale *= 10;
        return scale;
    }
};

class DecimalType final : public FieldType {
public:
    explicit DecimalType(Shape shape) : shape_(shape) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto& column = into.columns[std::string(field.name)];
        column = db::Null{};
        auto line = read_line(field, field.name, draft, longest_decimal, problems);
        const std::string_view unit = shape_.unit;
        if (!unit.empty() && base::lower(line).ends_with(unit))
            line = base::trim(std::string_view(line).substr(0, line.size() - unit.size()));
        if (line.empty() && cleaned(typed(draft, field.name)).empty()) return;
        const auto number = base::read_exact(line, shape_.decimals);
        const auto least = shape_.least * shape_.scale(), most = shape_.most * shape_.scale();
        const bool is_between = number && *number >= least && *number <= most;
        if (number && !is_between && shape_.says_bounds) {
            const bool is_small = *number < least;
            add_problem(field, field.name, is_small ? decimal_too_small : decimal_too_large, problems,
                        is_small ? shape_.least : shape_.most);
        } else if (!is_between) {
            add_problem(field, field.name, shape_.wrong, problems, shape_.decimals);
        } else {
            column = *number;
        }
    }

    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto kept = record.whole(field.name);
        into[std::string(field.name)] = {kept ? text_of(*kept) : ""};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        // Keyboards for decimals have no minus on some phones.
        if (shape_.least >= 0) control.input_mode = "decimal";
        control.suffix = shape_.unit;
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto kept = record.whole(field.name);
        if (!kept && field.none_text.id[0]) return {.lines = {around.t(field.none_text)}, .is_number = true};
        if (!kept) return {.is_number = true};
        auto text = around.words->number(value_of(*kept), *kept % shape_.scale() == 0 ? 0 : shape_.decimals);
        if (shape_.unit[0]) text += std::string("\u00A0") + shape_.unit;
        return {.lines = {std::move(text)}, .is_number = true};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings&) const override {
        const auto kept = record.whole(field.name);
        return kept ? tables::Cell(value_of(*kept)) : tables::Cell("");
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        const auto kept = record.whole(field.name);
        out.member(field.name, kept ? std::optional(value_of(*kept)) : std::nullopt);
    }

private:
    double value_of(std::int64_t kept) const {
        return static_cast<double>(kept) / static_cast<double>(shape_.scale());
    }
    /// "99,50", "100", "-0,5": without rounding.
    std::string text_of(std::int64_t kept) const {
        std::string text = (kept < 0 ? "-" : "") + std::to_string(std::abs(kept) / shape_.scale());
        const auto rest = std::to_string(std::abs(kept) % shape_.scale());
        if (rest != "0") text += "," + std::string(static_cast<std::size_t>(shape_.decimals) - rest.size(), '0') + rest;
        return text;
    }

    Shape shape_;
};

}  // namespace

Field money(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<DecimalType>(Shape{2, 0, largest_amount, "kr", no_amount})};
}

Field money_either_way(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<DecimalType>(Shape{2, -largest_amount, largest_amount, "kr", no_amount_either_way})};
}

Field percentage(std::string_view name, i18n::Text title, int decimals) {
    return {name, title, std::make_shared<DecimalType>(Shape{decimals, 0, 100, "%", no_percentage})};
}

Field decimal(std::string_view name, i18n::Text title, DecimalLimits limits) {
    const Shape shape{.decimals = limits.decimals,
                      .least = limits.least,
                      .most = limits.most,
                      .says_bounds = true};
    return {name, title, std::make_shared<DecimalType>(shape)};
}

}  // namespace digilots::register_
