#include "platform/base/ensure.h"
#include "platform/register/types.h"
#include "platform/register/unit_rule.h"

namespace digilots::register_ {

namespace {

/// In a filter's address.
constexpr std::string_view none = "-";

class LinkType final : public FieldType {
public:
    explicit LinkType(std::string_view source) : source_(source) {}

    void prepare(const Field&, const Surroundings& around) const override {
        choices(around);
    }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
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
        // Who is limited to a unit keeps what they add in theirs.
        if (around.units && source(around).is_scope) return {{Control::choice, std::move(control)}};
        control.options.insert(control.options.begin(), {"", around.t(field.none_text.id[0] ? field.none_text : usual),
                                                         control.value.empty()});
        return {{Control::choice, std::move(control)}};
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
