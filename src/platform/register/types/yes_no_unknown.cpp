#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_answer = 40;
constexpr i18n::Text no_answer = TEXT("Choose one of the answers.");

std::vector<Choice> answers(const Surroundings& around) {
    return {{"yes", around.t(TEXT("Yes"))}, {"no", around.t(TEXT("No"))}};
}

class YesNoUnknownType final : public FieldType {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}};
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto& column = into.columns[std::string(field.name)];
        column = db::Null{};
        const auto answer = read_line(field, field.name, draft, longest_answer, problems);
        if (answer == "yes" || answer == "no") column = std::int64_t{answer == "yes"};
        if (!answer.empty() && answer != "yes" && answer != "no")
            add_problem(field, field.name, no_answer, problems);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        const auto answer = record.yes_or_no(field.name);
        into[std::string(field.name)] = {!answer ? "" : *answer ? "yes" : "no"};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        for (const auto& answer : answers(around))
            control.options.push_back({answer.key, answer.label, answer.key == control.value});
        control.options.push_back({"", around.t(TEXT("Unknown")), control.value.empty()});
        return {{Control::choice, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto answer = record.yes_or_no(field.name);
        return answer ? Shown{{around.t(*answer ? TEXT("Yes") : TEXT("No"))}} : Shown{};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        auto choices = answers(around);
        choices.push_back({"unknown", around.t(TEXT("Unknown"))});
        return choices;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        if (chosen == "unknown") return {std::string(field.name) + " IS NULL", {}};
        return {std::string(field.name) + " = ?", {std::int64_t{chosen == "yes"}}};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings& around) const override {
        const auto answer = record.yes_or_no(field.name);
        return answer ? around.t(*answer ? TEXT("Yes") : TEXT("No")) : "";
    }
    std::vector<std::string> from_cell(const Field&, std::size_t, std::string_view cell,
                                       const Surroundings& around) const override {
        // What a spreadsheet holds for true and false.
        if (cell == "1" || cell == "0") return {cell == "1" ? "yes" : "no"};
        return {choice_of_cell(answers(around), cell)};
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.member(field.name, record.yes_or_no(field.name));
    }
};

}  // namespace

Field yes_no_unknown(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<YesNoUnknownType>()};
}

}  // namespace digilots::register_
