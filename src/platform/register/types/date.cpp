#include "platform/register/types.h"
#include "platform/register/types/days.h"

namespace digilots::register_ {

namespace {

constexpr int years_offered = 6;

class DateType final : public FieldType {
public:
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        into.columns[std::string(field.name)] = read_day(field, field.name, draft, problems);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.type = "date";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto day = record.date(field.name);
        return day ? Shown{{around.words->date(*day)}} : Shown{};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        std::vector<Choice> years;
        const int newest = static_cast<int>(around.today.year()) + 1;
        for (int year = newest; year > newest - years_offered; --year)
            years.push_back({std::to_string(year), std::to_string(year)});
        return years;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        const std::string name(field.name), year(chosen);
        return {name + " >= ? AND " + name + " <= ?", {year + "-01-01", year + "-12-31"}};
    }
};

}  // namespace

Field date(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<DateType>()};
}

}  // namespace digilots::register_
