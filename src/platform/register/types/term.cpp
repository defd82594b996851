#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

class TermType final : public FieldType {
public:
    explicit TermType(Choices choices) : choices_(std::move(choices)) {}

    void prepare(const Field&, const Surroundings& around) const override {
        choices(around);
    }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        // Where nothing was chosen the list need not be made: a record begins with every field empty.
        static const std::vector<Choice> none;
        const auto& known = draft.contains(field.name) ? choices(around) : none;
        auto key = read_choice(field, draft, known, into.text(field.name), problems);
        if (key.empty()) key = field.usual_value;
        into.columns[std::string(field.name)] = std::move(key);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        // What was made up is not shown as chosen: what stands is.
        if (!control.value.empty() && !find_choice(choices(around), control.value))
            control.value = around.record ? around.record->text(field.name) : "";
        if (control.value.empty()) control.value = field.usual_value;
        control.optional = !field.is_required && field.usual_value.empty();
        control.options = options_of(control.value, choices(around));
        const i18n::Text none = field.is_required ? TEXT("Choose") : TEXT("Unknown");
        // Where one is required and chosen nobody needs to choose none.
        if (field.usual_value.empty() && (!field.is_required || control.value.empty()))
            control.options.insert(control.options.begin(), {"", around.t(field.none_text.id[0] ? field.none_text : none),
                                                             control.value.empty()});
        return {{Control::choice, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto key = record.text(field.name);
        if (key.empty()) return {};
        const auto& known = choices(around);
        const auto* choice = find_choice(known, key);
        return {{choice ? choice->label : around.t(TEXT("No longer in the list"))}};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return choices(around);
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings& around) const override {
        return cell_of_choice(choices(around), record.text(field.name));
    }
    std::vector<std::string> from_cell(const Field&, std::size_t, std::string_view cell,
                                       const Surroundings& around) const override {
        return {choice_of_cell(choices(around), cell)};
    }

private:
    const std::vector<Choice>& choices(const Surroundings& around) const {
        return choices_in(around, this, choices_);
    }

    Choices choices_;
};

}  // namespace

Field term(std::string_view name, i18n::Text title, Choices choices) {
    return {name, title, std::make_shared<TermType>(std::move(choices))};
}

Choices fixed_terms(std::vector<FixedTerm> terms) {
    return [terms = std::move(terms)](const Surroundings& around) {
        std::vector<Choice> choices;
        for (const auto& term : terms) choices.push_back({std::string(term.key), around.t(term.label)});
        return choices;
    };
}

}  // namespace digilots::register_
