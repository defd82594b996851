#include <algorithm>
#include <utility>

#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/register/types.h"
#include "platform/register/unit_rule.h"

namespace digilots::register_ {

namespace {

/// In a filter's address.
constexpr std::string_view none = "-";
constexpr std::size_t longest_code = 300;

std::string code_input(const Field& field) { return std::string(field.name) + "_code"; }

bool stands_in_no_list(const Choice& choice) { return !choice.is_offered && !choice.typed.empty(); }

/// The only one of that code or name; nullptr where there is none or several.
const Choice* find_by_code(const std::vector<Choice>& choices, std::string_view code) {
    const auto wanted = base::lower(code);
    const auto is_it = [&](const Choice& one) { return base::lower(one.typed) == wanted || base::lower(one.label) == wanted; };
    const auto found = std::ranges::find_if(choices, is_it);
    if (found == choices.end() || std::any_of(found + 1, choices.end(), is_it)) return nullptr;
    return &*found;
}

class LinkType final : public FieldType {
public:
    explicit LinkType(std::string_view source) : source_(source) {}

    std::vector<std::string> inputs(const Field& field) const override {
        if (!field.is_typed_too) return {std::string(field.name)};
        return {std::string(field.name), code_input(field)};
    }
    std::vector<std::string> cells(const Field& field) const override { return {std::string(field.name)}; }
    void prepare(const Field&, const Surroundings& around) const override {
        choices(around);
    }
    void offer(const Surroundings& around, Choice choice) const override {
        choices(around);
        around.memory->at({this, around.words}).push_back(std::move(choice));
    }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        if (field.is_typed_too && reads_code(field, draft, around, into, problems)) return;
        // Of the municipality's own alone: another's id is in no list. Who chose nothing needs no list.
        const bool is_empty = typed(draft, field.name).empty();
        static const std::vector<Choice> none;
        into.columns[std::string(field.name)] = read_choice(
            field, draft, is_empty ? none : choices(around), into.text(field.name), problems);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        const i18n::Text usual = field.is_required ? TEXT("Choose") : TEXT("None");
        if (!control.value.empty() && !find_choice(choices(around), control.value))
            control.value = around.record ? around.record->text(field.name) : "";
        control.options = options_of(control.value, choices(around));
        // Saved as it is: what the list has no room for, or no longer, is not taken away by a change of something else.
        if (!control.value.empty() && !find_choice(choices(around), control.value))
            control.options.push_back({control.value, around.t(TEXT("As it is: it stands in no list any more")), true});
        // Who is limited to a unit keeps what they add in theirs.
        if (around.units && source(around).is_scope) return {{Control::choice, std::move(control)}};
        control.options.insert(control.options.begin(), {"", around.t(field.none_text.id[0] ? field.none_text : usual),
                                                         control.value.empty()});
        std::vector<FormPart> parts{{Control::choice, std::move(control)}};
        if (field.is_typed_too && std::ranges::any_of(choices(around), stands_in_no_list))
            parts.push_back({Control::line, control_of_code(field, draft, around)});
        return parts;
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto id = record.text(field.name);
        if (id.empty()) return {};
        const auto& all = choices(around);
        const auto* choice = find_choice(all, id);
        if (!choice) return {{around.t(TEXT("Not there any more"))}};
        const auto& path = source(around).path;
        return {{choice->label}, path.empty() || around.slug.empty() ? "" : "/" + around.slug + path + id};
    }

    bool has_filter() const override { return true; }
    /// Where the field has words for none, one finds what has none, too.
    std::vector<Choice> filter_choices(const Field& field, const Surroundings& around) const override {
        auto all = choices(around);
        if (field.none_text.id[0]) all.insert(all.begin(), {.key = std::string(none), .label = around.t(field.none_text)});
        return all;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings& around) const override {
        if (field.name == "unit") return where_unit(field, read_unit(chosen), around);
        if (chosen == none && field.none_text.id[0]) return {std::string(field.name) + " = ?", {std::string()}};
        return where_one(field, chosen, around);
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
    /// What was typed counts before what stands in the list.
    bool reads_code(const Field& field, const Draft& draft, const Surroundings& around, Record& into, Problems& problems) const {
        const auto before = problems.size();
        const auto code = read_line(field, code_input(field), draft, longest_code, problems);
        if (code.empty() && problems.size() == before) return false;
        const auto* choice = code.empty() ? nullptr : find_by_code(choices(around), code);
        if (choice) into.columns[std::string(field.name)] = choice->key;
        else if (problems.size() == before)
            problems.push_back(
                {code_input(field), TEXT("Nothing has that code or name, or several have it. Write the whole code.")});
        return true;
    }
    static html::components::Field control_of_code(const Field& field, const Draft& draft, const Surroundings& around) {
        html::components::Field control{.name = code_input(field),
                                        .label = around.words->t(TEXT("Or by its code: {field}"),
                                                                 {{"field", around.t(field.title)}})};
        control.value = typed(draft, control.name);
        control.hint = around.t(TEXT("There are more than the list has room for. Write the code, such as A-AO1-3, or the whole "
                                     "name; it counts before the list."));
        control.autocomplete = "off";
        control.optional = true;
        return control;
    }
    Condition where_one(const Field& field, std::string_view chosen, const Surroundings& around) const {
        const std::string column(field.name);
        const auto& within = source(around).within;
        if (!within) return {column + " = ?", {std::string(chosen)}};
        const auto all = within(around, chosen);
        return either(is_one_of(column, all), also(around, all));
    }
    Condition where_unit(const Field& field, const UnitWanted& wanted, const Surroundings& around) const {
        if (!wanted.is_of_none) return where_one(field, wanted.unit, around);
        Condition of_none{std::string(field.name) + " = ?", {std::string()}};
        if (source(around).also) of_none = also(around, {std::string()});
        return wanted.unit.empty() ? of_none : either(where_one(field, wanted.unit, around), of_none);
    }
    Condition also(const Surroundings& around, const std::vector<std::string>& within) const {
        const auto& others = source(around).also;
        return others ? others(around, within) : Condition{};
    }
    static Condition either(Condition one, const Condition& other) {
        if (other.sql.empty()) return one;
        one.sql = "(" + one.sql + " OR " + other.sql + ")";
        one.values.insert(one.values.end(), other.values.begin(), other.values.end());
        return one;
    }
    const LinkSource& source(const Surroundings& around) const {
        ENSURE(around.links != nullptr);
        const auto found = around.links->find(source_);
        ENSURE(found != around.links->end());
        return found->second;
    }
    const std::vector<Choice>& choices(const Surroundings& around) const {
        return choices_in(around, this, source(around).choices);
    }

    std::string source_;
};

}  // namespace

Field link(std::string_view name, i18n::Text title, std::string_view source) {
    Field field{name, title, std::make_shared<LinkType>(source)};
    field.source = source;
    return field;
}

}  // namespace digilots::register_
