// When the person wants to be called back: chosen anew only of what is offered now, kept as it stands else.
#include "callbacks/fields.h"

namespace digilots::callbacks {

namespace {

using namespace register_;

class WishedType final : public FieldType {
public:
    WishedType(const base::Clock& clock, OfficeHoursOf office) : clock_(clock), office_(std::move(office)) {}

    std::vector<std::string> inputs(const Field& field) const override { return {std::string(field.name)}; }
    std::vector<std::string> cells(const Field& field) const override { return {std::string(field.name)}; }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        const std::string name(field.name), chosen(typed(draft, field.name));
        const bool stands = chosen.empty() || chosen == into.text(name);
        if (!stands && !wish_called(office_(around.municipality_id), clock_.now(), chosen))
            problems.push_back({name, TEXT("That time is not offered any more. Choose another one.")});
        into.columns[name] = chosen;
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        const std::string chosen(typed(draft, field.name));
        control.options = wish_options(office_(around.municipality_id), clock_.now(), chosen, chosen, *around.words);
        return {{Control::choice, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        auto words = wish_words(office_(around.municipality_id), record.text(field.name), *around.words);
        return words.empty() ? Shown{} : Shown{{std::move(words)}};
    }

private:
    const base::Clock& clock_;
    const OfficeHoursOf office_;
};

}  // namespace

Field wished_field(std::string_view name, i18n::Text title, const base::Clock& clock, OfficeHoursOf office) {
    return {name, title, std::make_shared<WishedType>(clock, std::move(office))};
}

}  // namespace digilots::callbacks
