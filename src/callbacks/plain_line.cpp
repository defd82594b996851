#include "callbacks/fields.h"
#include "platform/base/marks.h"
#include "platform/personal/personal_data.h"

namespace digilots::callbacks {

namespace {

using namespace register_;

std::string sure_input(const Field& field) { return std::string(field.name) + "_as_it_is"; }

class PlainLine final : public FieldType {
public:
    explicit PlainLine(std::size_t most) : most_(most) {}

    std::vector<std::string> inputs(const Field& field) const override { return {std::string(field.name), sure_input(field)}; }
    std::vector<std::string> cells(const Field& field) const override { return {std::string(field.name)}; }
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into, Problems& problems) const override {
        const auto before = into.text(field.name);
        const auto so_far = problems.size();
        auto line = read_line(field, field.name, draft, most_, problems);
        const auto name = std::string(field.name);
        if (problems.size() == so_far && line != before) {
            const auto doubt = doubt_about(line);
            if (const auto wrong = personal_data_in(line)) problems.push_back({name, *wrong});
            else if (doubt && typed(draft, sure_input(field)).empty()) problems.push_back({name, *doubt});
        }
        into.columns[name] = std::move(line);
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return its_text(field, record);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        std::vector<FormPart> parts{{Control::line, control_of(field, draft, around)}};
        const auto text = typed(draft, field.name);
        const bool is_new = !around.record || around.record->text(field.name) != text;
        if (text.empty() || !is_new || !doubt_about(text)) return parts;
        html::components::Field sure{.name = sure_input(field), .label = around.t(it_names_nobody), .value = "1"};
        sure.checked = !typed(draft, sure.name).empty();
        parts.push_back({Control::box, std::move(sure)});
        return parts;
    }

private:
    std::size_t most_;
};

}  // namespace

std::optional<i18n::Text> personal_data_in(std::string_view text) {
    if (base::piles_marks(text))
        return TEXT("No language has so many marks on one letter. Write it with ordinary letters.");
    using personal::PersonalData;
    switch (personal::find_personal_data(text)) {
        case PersonalData::none: return std::nullopt;
        case PersonalData::personal_number:
            return TEXT("It holds something that looks like a personal number. Take it out: who asked stands nowhere here.");
        case PersonalData::phone_number:
            return TEXT("It holds something that looks like a phone number. Write it as the way to reach the person, where it is "
                        "deleted in time.");
        case PersonalData::email:
            return TEXT("It holds something that looks like an e-mail address. Write it as the way to reach the person, where it "
                        "is deleted in time.");
        case PersonalData::card_number:
        case PersonalData::account_number:
            return TEXT("It holds something that looks like the number of a card or an account. Take it out.");
    }
    return std::nullopt;
}

std::optional<i18n::Text> doubt_about(std::string_view text) {
    using personal::Doubt;
    const auto doubts = personal::doubts_about(text);
    if (doubts.empty()) return std::nullopt;
    switch (doubts.front()) {
        case Doubt::phone_number: return TEXT("It may hold a phone number. Take it out, or tick that it holds none.");
        case Doubt::email: return TEXT("It may hold an e-mail address. Take it out, or tick that it holds none.");
        case Doubt::name: return TEXT("It may hold a person’s name. Take it out, or tick that it holds none.");
        case Doubt::address: return TEXT("It may hold somebody’s address. Take it out, or tick that it holds none.");
    }
    return std::nullopt;
}

Field plain_line(std::string_view name, i18n::Text title, std::size_t most_characters) {
    return Field{name, title, std::make_shared<PlainLine>(most_characters)}.not_asked_about();
}

}  // namespace digilots::callbacks
