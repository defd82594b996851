#include <cmath>

#include "platform/base/text.h"
#include "platform/register/types.h"
#include "platform/tables/number.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_amount = 40;
constexpr double largest_amount = 1e10;  // kronor: its öre are whole in a double
constexpr i18n::Text no_amount = TEXT("Write an amount in kronor, such as 1 250 or 99,50.");

/// "99.5" and "99.50" alike, without rounding.
std::string amount_text(std::int64_t ore) {
    const auto rest = std::abs(ore) % 100;
    std::string text = (ore < 0 ? "-" : "") + std::to_string(std::abs(ore) / 100);
    if (rest != 0) text += (rest < 10 ? ",0" : ",") + std::to_string(rest);
    return text;
}

class MoneyType final : public FieldType {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto& column = into.columns[std::string(field.name)];
        column = db::Null{};
        auto line = read_line(field, field.name, draft, longest_amount, problems);
        if (base::lower(line).ends_with("kr"))
            line = base::trim(std::string_view(line).substr(0, line.size() - 2));
        if (line.empty()) return;
        const auto number = tables::read_number(line);
        const bool is_amount = number && *number >= 0 && *number <= largest_amount;
        const double ore = is_amount ? std::round(*number * 100) : 0;
        if (!is_amount || std::abs(*number * 100 - ore) > 1e-4)
            return add_problem(field, field.name, no_amount, problems);
        column = static_cast<std::int64_t>(ore);
    }

    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto ore = record.money(field.name);
        into[std::string(field.name)] = {ore ? amount_text(*ore) : ""};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.input_mode = "decimal";
        control.suffix = "kr";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto ore = record.money(field.name);
        if (!ore) return {{}, "", true};
        return {{around.words->number(static_cast<double>(*ore) / 100, *ore % 100 == 0 ? 0 : 2) + "\u00A0kr"},
                "",
                true};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings&) const override {
        const auto ore = record.money(field.name);
        return ore ? tables::Cell(static_cast<double>(*ore) / 100) : tables::Cell("");
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        const auto ore = record.money(field.name);
        out.member(field.name, ore ? std::optional(static_cast<double>(*ore) / 100) : std::nullopt);
    }
};

}  // namespace

Field money(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<MoneyType>()};
}

}  // namespace digilots::register_
