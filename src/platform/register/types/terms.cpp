#include <algorithm>

#include "platform/base/text.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_terms = 200;
/// More of them are folded away, their groups within.
constexpr std::size_t most_of_groups = 40;

class TermsType final : public FieldType {
public:
    explicit TermsType(Choices choices) : choices_(std::move(choices)) {}

    void prepare(const Field&, const Surroundings& around) const override {
        choices(around);
    }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        // Where nothing was chosen the list need not be made: a record begins with every field empty.
        static const std::vector<Choice> none;
        const auto& known = draft.contains(field.name) ? choices(around) : none;
        const auto kept = read_chosen(field, draft, known, into.list(field.name), problems);
        into.columns[std::string(field.name)] = joined_list(kept);
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        into[std::string(field.name)] = record.list(field.name);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        const auto& known = choices(around);
        const bool has_groups = std::ranges::any_of(known, [](const Choice& choice) { return !choice.group.empty(); });
        if (!has_groups || known.size() > most_of_groups) return {boxes_part(field, draft, known, around)};
        return groups_of(field, draft, known, around);
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        Shown shown;
        const auto& known = choices(around);
        for (const auto& key : record.list(field.name)) {
            const auto* choice = find_choice(known, key);
            shown.lines.push_back(choice ? choice->label : around.t(TEXT("No longer in the list")));
        }
        return shown;
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return choices(around);
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        std::string key;
        for (const char letter : chosen)
            key += (letter == '_' || letter == '%' || letter == '\\' ? "\\" : "") + std::string(1, letter);
        return {std::string(field.name) + " LIKE ? ESCAPE '\\'", {"%\n" + key + "\n%"}};
    }
    tables::Cell cell(const Field& field, std::size_t, const Record& record,
                      const Surroundings& around) const override {
        std::string all;
        const auto& known = choices(around);
        for (const auto& key : record.list(field.name))
            all += (all.empty() ? "" : "\n") + cell_of_choice(known, key);
        return all;
    }
    std::vector<std::string> from_cell(const Field&, std::size_t, std::string_view cell,
                                       const Surroundings& around) const override {
        std::vector<std::string> keys;
        const auto& known = choices(around);
        const auto text = cleaned(cell);
        for (const auto part : base::split(text, '\n')) {
            // One a line goes out; people write them beside each other. A label may hold a comma itself.
            if (base::trim(part).empty() || keys.size() > most_terms) continue;
            auto key = choice_of_cell(known, part);
            const bool is_several = key.starts_with('?') && part.find_first_of(",;") != std::string_view::npos;
            if (!is_several) {
                keys.push_back(std::move(key));
                continue;
            }
            std::string beside(part);
            std::ranges::replace(beside, ';', ',');
            for (const auto one : base::split(beside, ','))
                if (!base::trim(one).empty() && keys.size() <= most_terms) keys.push_back(choice_of_cell(known, one));
        }
        return keys;
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.key(field.name).begin_array();
        for (const auto& key : record.list(field.name)) out.value(key);
        out.end_array();
    }

private:
    static std::vector<FormPart> groups_of(const Field& field, const Draft& draft, const std::vector<Choice>& known,
                                           const Surroundings& around) {
        auto usual = control_of(field, draft, around);
        usual.id = choices_id(field);
        const auto found = draft.find(field.name);
        std::vector<FormPart> parts;
        for (const auto& choice : known) {
            const bool chosen =
                found != draft.end() && std::ranges::find(found->second, choice.key) != found->second.end();
            if (!choice.is_offered && !chosen) continue;
            if (parts.empty() || (!choice.group.empty() && parts.back().field.label != choice.group))
                parts.push_back({Control::boxes, group_of(usual, choice.group, parts.size())});
            parts.back().field.options.push_back({choice.key, choice.label, chosen});
        }
        if (parts.empty()) parts.push_back({Control::boxes, usual});
        return parts;
    }
    /// Choices of one group stand together below its name; where there are none, below the question.
    static html::components::Field group_of(html::components::Field control, const std::string& group,
                                            std::size_t place) {
        if (!group.empty()) control.label = group;
        if (place > 0) {
            control.id = control.name + "-" + std::to_string(place);
            control.hint.clear();
        }
        return control;
    }
    const std::vector<Choice>& choices(const Surroundings& around) const {
        return choices_in(around, this, choices_);
    }

    Choices choices_;
};

}  // namespace

Field terms(std::string_view name, i18n::Text title, Choices choices) {
    return {name, title, std::make_shared<TermsType>(std::move(choices))};
}

}  // namespace digilots::register_
