#include "callbacks/fields.h"
#include "platform/base/email.h"
#include "platform/base/phone.h"
#include "platform/base/seen.h"
#include "platform/personal/personal_data.h"
#include "platform/slice/how_reached.h"

namespace digilots::callbacks {

namespace {

using namespace register_;

constexpr std::size_t longest_value = 300;
constexpr std::string_view typed_way = "(way)", typed_value = "(value)";  // beside the columns, for contact_typed()

std::string way_input(const Field& field) { return std::string(field.name) + "_way"; }

Choices contact_ways() {
    return fixed_terms({{"phone", TEXT("By phone")},
                        {"email", TEXT("By e-mail")},
                        {"letter", TEXT("By letter")},
                        {"here", TEXT("The person comes back here")}});
}

/// Of whoever typed a number or an address and chose no way; "" where it may be either.
std::string way_meant_by(std::string_view typed, std::string_view country) {
    switch (reach_meant_by(typed, country)) {
        case WayToReach::email: return "email";
        case WayToReach::phone: return "phone";
        case WayToReach::nothing: break;
    }
    return "";
}

void check_contact(Contact& contact, const std::string& name, const Surroundings& around, Problems& problems) {
    if (contact.way == "here") {
        contact.value.clear();
        return;
    }
    using personal::PersonalData;
    const auto found = personal::find_personal_data(contact.value);
    if (found == PersonalData::personal_number || found == PersonalData::card_number || found == PersonalData::account_number)
        problems.push_back({name, TEXT("This looks like a personal number, or one of a card or an account. Write only where the "
                                       "person is reached.")});
    else if (contact.value.empty())
        problems.push_back({name, TEXT("Write the number or the address at which the person is reached.")});
    else if (contact.way == "email" && base::fault_of_email(contact.value) != base::EmailFault::none)
        problems.push_back({name, TEXT("Write one e-mail address, such as kontakt@kommun.se.")});
    else if (contact.way == "phone") {
        const auto number = base::read_persons_phone(contact.value, around.country);
        if (number) contact.value = number->written;
        else problems.push_back({name, TEXT("Write one phone number, such as 060-19 10 00, with all its digits.")});
    }
}

class ContactType final : public FieldType {
public:
    ContactType(ContactOf stands, MaySeeContact may_see) : stands_(std::move(stands)), may_see_(std::move(may_see)) {}

    std::vector<std::string> inputs(const Field& field) const override { return {way_input(field), std::string(field.name)}; }
    std::vector<std::string> cells(const Field&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}

    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        const std::string name(field.name);
        into.columns.try_emplace(name, std::string());
        into.columns.erase(std::string(typed_way));
        into.columns.erase(std::string(typed_value));
        // A table says nothing of it, and a command neither.
        if (!draft.contains(way_input(field)) && !draft.contains(name)) return;
        const auto so_far = problems.size();
        const auto given = read_contact(field, draft, around, into, problems);
        if (given.way.empty() || problems.size() > so_far) return;
        const auto mark = base::mark_of({given.way, given.value});
        if (mark == into.text(name)) return;
        into.columns[name] = mark;
        into.columns[std::string(typed_way)] = given.way;
        into.columns[std::string(typed_value)] = given.value;
    }
    void write(const Field& field, const Record& record, const Surroundings& around, Draft& into) const override {
        const auto contact = may_see_(around, record) ? contact_of(field, record, around) : std::nullopt;
        into[way_input(field)] = {contact ? contact->way : ""};
        into[std::string(field.name)] = {contact ? contact->value : ""};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        html::components::Field way{.name = way_input(field), .label = around.t(field.title)};
        way.options = options_of(typed(draft, way_input(field)), contact_ways()(around));
        if (typed(draft, way_input(field)).empty()) way.options.insert(way.options.begin(), {"", around.t(TEXT("Choose")), true});
        auto line = control_of(field, draft, around);
        line.label = around.t(TEXT("Number or address"));
        line.optional = true;
        line.autocomplete = "off";
        return {{Control::choice, std::move(way)}, {Control::line, std::move(line)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto contact = contact_of(field, record, around);
        if (!contact) return {};
        if (!may_see_(around, record)) return {{around.t(TEXT("Only whoever sees to it is shown this."))}};
        const auto ways = contact_ways()(around);
        const auto* way = find_choice(ways, contact->way);
        const auto label = way ? way->label : std::string();
        if (contact->value.empty()) return {{label}};
        if (contact->way == "email") return {{label + ": " + contact->value}, "mailto:" + contact->value};
        const auto number = contact->way == "phone" ? base::read_phone(contact->value, around.country) : std::nullopt;
        return {{label + ": " + contact->value}, number ? "tel:" + number->dialled : ""};
    }

private:
    std::optional<Contact> contact_of(const Field& field, const Record& record, const Surroundings& around) const {
        if (record.id.empty() || record.is_unknown(field.name)) return std::nullopt;
        return stands_(around.municipality_id, record.id);
    }
    static Contact read_contact(const Field& field, const Draft& draft, const Surroundings& around, const Record& before,
                                Problems& problems) {
        const std::string name(field.name);
        const auto so_far = problems.size();
        Contact contact{std::string(typed(draft, way_input(field))), read_line(field, name, draft, longest_value, problems)};
        // Nobody has said it yet, or it is deleted: that hinders no other change.
        const bool may_be_none = !before.id.empty() && before.is_unknown(name) && contact.value.empty();
        if (contact.way.empty() && may_be_none) return {};
        if (contact.way.empty()) contact.way = way_meant_by(contact.value, around.country);
        const auto ways = contact_ways()(around);
        if (!find_choice(ways, contact.way)) problems.push_back({way_input(field), TEXT("Choose how the person is reached.")});
        else if (problems.size() == so_far) check_contact(contact, name, around, problems);
        return contact;
    }

    ContactOf stands_;
    MaySeeContact may_see_;
};

}  // namespace

std::optional<Contact> contact_typed(const Record& record) {
    const auto way = record.columns.find(typed_way), value = record.columns.find(typed_value);
    if (way == record.columns.end() || value == record.columns.end()) return std::nullopt;
    return Contact{record.text(typed_way), record.text(typed_value)};
}

Field contact_field(std::string_view name, i18n::Text title, ContactOf stands, MaySeeContact may_see) {
    return {name, title, std::make_shared<ContactType>(std::move(stands), std::move(may_see))};
}

}  // namespace digilots::callbacks
