#include "directory/record_form.h"

#include <algorithm>

#include "directory/read_choices.h"
#include "directory/show_place_page.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

using html::components::Field;
using html::components::Option;

std::vector<std::string> chosen_keys(const Record& record, const FieldSpec& spec) {
    if (spec.input == Input::terms) return read_list(fact(record, spec.fact));
    std::vector<std::string> keys;
    for (const auto& note : read_notes(fact(record, spec.fact))) keys.push_back(note.code);
    return keys;
}

std::vector<Option> term_options(const FieldSpec& spec, const std::vector<std::string>& chosen,
                                 const html::Page& page) {
    std::vector<Option> options;
    for (const auto& term : taxonomy::terms(*taxonomy::list_named(spec.list))) {
        const bool selected = std::ranges::find(chosen, term.key) != chosen.end();
        options.push_back({term.key, page.t(term.label), selected});
    }
    std::ranges::stable_sort(options, {}, [&](const Option& option) {
        return base::collation_key(option.label, page.translator().language().code);
    });
    return options;
}

std::vector<Option> answer_options(std::string_view chosen, const html::Page& page) {
    return {{"", page.t("Unknown"), chosen.empty()},
            {"yes", page.t("Yes"), chosen == "yes"},
            {"no", page.t("No"), chosen == "no"}};
}

std::vector<Option> status_options(std::string_view chosen, const html::Page& page) {
    std::vector<Option> options;
    for (const auto status : {Status::open, Status::paused, Status::planned, Status::closed}) {
        const auto text = text_of(status);
        options.push_back({std::string(text), status_label(text, page), text == chosen});
    }
    // Nobody chooses it, but who saves something else leaves it as it is.
    const auto to_verify = text_of(Status::to_verify);
    if (chosen == to_verify) options.push_back({std::string(to_verify), status_label(to_verify, page), true});
    return options;
}

struct OperatorType {
    std::string_view key;
    i18n::Text text;
};

constexpr OperatorType operator_types[] = {{"municipality", TEXT("Municipality")},
                                           {"municipal_company", TEXT("Municipal company")},
                                           {"region", TEXT("Region")},
                                           {"state", TEXT("The state")},
                                           {"voluntary", TEXT("Association")},
                                           {"company", TEXT("Company")}};

std::vector<Option> operator_options(std::string_view chosen, const html::Page& page) {
    std::vector<Option> options{{"", page.t("Unknown"), chosen.empty()}};
    for (const auto& [key, text] : operator_types) options.push_back({std::string(key), page.t(text), key == chosen});
    return options;
}

/// What was chosen before and is in use no more stays to be seen, and is marked.
std::string marked(const std::string& name, Status status, const html::Page& page) {
    if (status == Status::open) return name;
    return name + " (" + status_label(text_of(status), page) + ")";
}

std::vector<Option> record_options(const FormContext& context, Input input, std::string_view chosen) {
    std::vector<Option> options{{"", context.page.t("None"), chosen.empty()}};
    if (input == Input::place) {
        for (const auto& place : context.snapshot.places) {
            // Nobody is sent to what is closed.
            if (place.status != Status::closed || place.id == chosen)
                options.push_back({place.id, marked(place.name, place.status, context.page), place.id == chosen});
        }
    } else {
        for (const auto& contact : context.snapshot.contacts) {
            if (contact.status == Status::open || contact.id == chosen) {
                const bool has_ended = contact.status == Status::closed;
                const auto title = has_ended ? context.page.t("{name} (ended)", {{"name", contact.title}})
                                             : marked(contact.title, contact.status, context.page);
                options.push_back({contact.id, title, contact.id == chosen});
            }
        }
    }
    return options;
}

std::string operator_value(const Record& record, const FormContext& context, std::string Place::* member) {
    const auto given = record.facts.find(member == &Place::operator_name ? "operator_name" : "operator_type");
    if (given != record.facts.end()) return given->second;
    const Place* place = context.snapshot.place(record.id);
    return place == nullptr ? "" : place->*member;
}

FormItem choice_item(const FieldSpec& spec, Field field, const Record& record, const FormContext& context) {
    const std::string value(fact(record, spec.fact));
    const auto& page = context.page;
    switch (spec.input) {
        case Input::answer: field.options = answer_options(value, page); break;
        case Input::status: field.options = status_options(value.empty() ? "open" : value, page); break;
        case Input::term:
            field.options = term_options(spec, {value}, page);
            field.options.insert(field.options.begin(), Option{"", page.t("Unknown"), value.empty()});
            break;
        case Input::operator_type:
            field.options = operator_options(operator_value(record, context, &Place::operator_type), page);
            break;
        default: field.options = record_options(context, spec.input, value);
    }
    return {FormItem::Kind::select, std::move(field), {}};
}

FormItem text_item(const FieldSpec& spec, Field field, const Record& record, const FormContext& context) {
    field.value = fact(record, spec.fact);
    field.optional = spec.input != Input::required_text;
    field.autocomplete = "off";
    if (spec.input == Input::tel) field.type = "tel";
    if (spec.input == Input::email) field.type = "email";
    if (spec.input == Input::url) field.type = "url";
    if (spec.input == Input::operator_name) field.value = operator_value(record, context, &Place::operator_name);
    if (spec.input == Input::lines) field.value = base::joined(read_list(field.value), "\n");
    const bool is_area = spec.input == Input::area || spec.input == Input::lines;
    return {is_area ? FormItem::Kind::area : FormItem::Kind::text, std::move(field), {}};
}

/// What is ticked, so that nobody has to unfold the list to see it.
std::string chosen_text(const std::vector<Option>& options, const html::Page& page) {
    constexpr std::size_t most_named = 4;
    std::string text;
    std::size_t chosen = 0;
    for (const auto& option : options) {
        if (option.selected && ++chosen <= most_named) text += (text.empty() ? "" : ", ") + option.label;
    }
    if (chosen > most_named) return page.tn("{n} chosen", "{n} chosen", static_cast<std::int64_t>(chosen));
    return chosen == 0 ? page.t("none chosen") : text;
}

/// As saved, whatever the form says.
bool is_approximate(const Record& record, const FormContext& context) {
    const Place* place = record.kind == RecordKind::place ? context.snapshot.place(record.id) : nullptr;
    return place != nullptr && place->approximate_position && place->latitude.has_value();
}

}  // namespace

FormItem form_item(const FieldSpec& spec, const Record& record, const FormContext& context) {
    Field field{.name = spec.fact, .label = context.page.t(spec.label)};
    if (spec.hint.id[0] != '\0') field.hint = context.page.t(spec.hint);
    field.error = context.errors.message(spec.fact);
    switch (spec.input) {
        case Input::hours: return hours_item(record, context);
        case Input::aids: return aids_item(record, context);
        case Input::flag:
            field.checked = fact(record, spec.fact) == "1";
            return {FormItem::Kind::checkbox, std::move(field), {}};
        case Input::point_is_right:
            field.checked = fact(record, "approximate_position") == "0";
            return {FormItem::Kind::checkbox, std::move(field), {}};
        case Input::terms:
        case Input::notes:
            field.options = term_options(spec, chosen_keys(record, spec), context.page);
            field.optional = true;
            field.id = choices_id(spec);
            field.error = context.errors.message(field.id);
            field.hint = chosen_text(field.options, context.page);
            return {FormItem::Kind::checks, std::move(field), {}};
        case Input::answer:
        case Input::status:
        case Input::term:
        case Input::place:
        case Input::contact:
        case Input::operator_type: return choice_item(spec, std::move(field), record, context);
        default: return text_item(spec, std::move(field), record, context);
    }
}

std::vector<FormItem> form_items(const Record& record, const FormContext& context) {
    std::vector<FormItem> items;
    for (const auto& spec : fields_of(record.kind)) {
        if (spec.input == Input::section) {
            items.push_back({FormItem::Kind::section, {.name = "", .label = context.page.t(spec.label)}, {}});
            continue;
        }
        if (spec.input == Input::point_is_right && !is_approximate(record, context)) continue;
        auto& list = items.empty() ? items : items.back().parts;
        list.push_back(form_item(spec, record, context));
    }
    return items;
}

std::string operator_text(std::string_view type, const html::Page& page) {
    const auto found = std::ranges::find(operator_types, type, &OperatorType::key);
    return found == std::end(operator_types) ? "" : page.t(found->text);
}

std::string status_label(std::string_view status, const html::Page& page) {
    switch (read_status(status)) {
        case Status::open: return page.t("In use");
        case Status::paused: return page.t("Paused");
        case Status::planned: return page.t("Planned");
        case Status::closed: return page.t("Closed for good");
        case Status::to_verify: return page.t("To be verified");
    }
    return "";
}

}  // namespace digilots::directory
