#include <algorithm>
#include <cmath>

#include "platform/base/text.h"
#include "platform/register/types.h"
#include "platform/tables/number.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_number = 40;
constexpr i18n::Text no_whole_number = TEXT("Write a whole number, such as 12.");
constexpr i18n::Text number_too_small = TEXT("Write a number that is {n} or more.");
constexpr i18n::Text number_too_large = TEXT("Write a number that is {n} or less.");

class WholeNumberType final : public FieldType {
public:
    WholeNumberType(std::int64_t least, std::int64_t most) : least_(least), most_(most) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto& column = into.columns[std::string(field.name)];
        column = db::Null{};
        const auto line = read_line(field, field.name, draft, longest_number, problems);
        if (line.empty()) return;
        const auto number = tables::read_number(line);
        if (!number || *number != std::floor(*number)) {
            add_problem(field, field.name, no_whole_number, problems);
        } else if (*number < static_cast<double>(least_)) {
            add_problem(field, field.name, number_too_small, problems, least_);
        } else if (*number > static_cast<double>(most_)) {
            add_problem(field, field.name, number_too_large, problems, most_);
        } else {
            column = static_cast<std::int64_t>(*number);
        }
    }

    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto number = record.whole(field.name);
        into[std::string(field.name)] = {number ? std::to_string(*number) : ""};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.input_mode = "numeric";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto number = record.whole(field.name);
        if (!number) return {{}, "", true};
        return {{is_year() ? std::to_string(*number) : around.words->number(static_cast<double>(*number))}, "", true};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings&) const override {
        const auto number = record.whole(field.name);
        return number ? tables::Cell(*number) : tables::Cell("");
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.member(field.name, record.whole(field.name));
    }

private:
    /// Nobody writes a year in groups of three.
    bool is_year() const {
        constexpr std::int64_t first = 1500, last = 2500;
        return least_ >= first && most_ <= last;
    }

    std::int64_t least_, most_;
};

}  // namespace

Field whole_number(std::string_view name, i18n::Text title, std::int64_t least, std::int64_t most) {
    return {name, title, std::make_shared<WholeNumberType>(least, most)};
}

}  // namespace digilots::register_
