#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

class FlagType final : public FieldType {
public:
    FlagType(i18n::Text on, i18n::Text off) : on_(on), off_(off) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto answer = typed(draft, field.name);
        into.columns[std::string(field.name)] = std::int64_t{!answer.empty()};
        if (answer.starts_with('?'))
            add_problem(field, field.name, TEXT("Choose one of the answers."), problems);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        if (record.flag(field.name)) into[std::string(field.name)] = {"1"};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.value = "1";
        control.checked = !typed(draft, field.name).empty();
        return {{Control::box, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        return {{around.t(record.flag(field.name) ? on_ : off_)}};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return {{"1", around.t(on_)}, {"0", around.t(off_)}};
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        return {std::string(field.name) + " = ?", {std::int64_t{chosen == "1"}}};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings& around) const override {
        return around.t(record.flag(field.name) ? on_ : off_);
    }
    std::vector<std::string> from_cell(const Field& field, std::size_t, std::string_view cell,
                                       const Surroundings& around) const override {
        const auto answer = choice_of_cell(filter_choices(field, around), cell);
        return {answer == "0" ? "" : answer};
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.member(field.name, record.flag(field.name));
    }

private:
    i18n::Text on_, off_;
};

}  // namespace

Field flag(std::string_view name, i18n::Text title, i18n::Text on, i18n::Text off) {
    return {name, title, std::make_shared<FlagType>(on, off)};
}

}  // namespace digilots::register_
