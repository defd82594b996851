#include "platform/register/page_parts.h"

#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/register/table_kind.h"
#include "platform/register/through.h"
#include "platform/register/unit_rule.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t most_values = 300;

bool is_offered_filter(const Field& field, std::string_view chosen, const Surroundings& around) {
    if (chosen.empty()) return false;
    const auto choices = field.type->filter_choices(field, around);
    return field.name == "unit" ? is_known(read_unit(chosen), choices) : find_choice(choices, chosen) != nullptr;
}

/// What is gone finds nothing: a link, or what is found by the links of others.
bool leads_to_others(const Field& field) { return !field.source.empty() || field.type->columns(field).empty(); }

std::vector<html::components::Option> places(const Draft& draft, std::int64_t count) {
    const auto chosen = typed_position(draft);
    std::vector<html::components::Option> options;
    for (std::int64_t i = 0; i < count; ++i)
        options.push_back({std::to_string(i + 1), std::to_string(i + 1), i == chosen});
    return options;
}

/// What unfolds is open where something in it is wrong.
void place_errors(FormPart& part, html::FormErrors& errors) {
    if (part.control != Control::group && part.control != Control::details) {
        part.field.error = errors.message(part.field.element_id());
        errors.name(part.field.element_id(), part.field.label);
    }
    part.is_open = part.is_open || !part.field.error.empty();
    for (auto& inner : part.parts) {
        place_errors(inner, errors);
        part.is_open = part.is_open || !inner.field.error.empty();
    }
}

}  // namespace

http::Access access_of(http::Role role) {
    switch (role) {
        case http::Role::guide:
            return http::Access::guide;
        case http::Role::editor:
            return http::Access::editor;
        case http::Role::coordinator:
            return http::Access::coordinator;
        case http::Role::administrator:
            return http::Access::administrator;
    }
    return http::Access::administrator;
}

Surroundings around_of(const Records& records, const http::Request& request) {
    const auto& tenant = *request.tenant;
    auto around = surroundings_of(tenant, i18n::translator(request.language), records.now());
    around.links = &records.others().links;
    around.sees_all = may(request, records.declaration().change);
    if (request.identity) around.account = request.identity->account_id;
    around.may_remove = may(request, records.declaration().remove);
    const bool is_limited = request.identity && request.identity->only_unit;
    if (is_limited && records.others().limit_of) around.units = records.others().limit_of(tenant.id, *request.identity);
    if (is_limited && records.others().named_as) around.named = records.others().named_as(tenant.id, *request.identity);
    if (request.identity) records.keep_apart(around, *request.identity);
    return around;
}

html::Page register_page(const Records& records, const http::Request& request, std::string title) {
    html::Page page(request);
    const auto& declaration = records.declaration();
    page.title = std::move(title);
    page.staff = true;
    page.indexable = false;
    for (const auto& [above, path] : declaration.above)
        page.breadcrumbs.push_back({page.t(above), page.tenant_url(path)});
    const auto list = page.t(declaration.names.many);
    if (page.title != list) page.breadcrumbs.push_back({list, list_url(page, records)});
    page.breadcrumbs.push_back({page.title, ""});
    return page;
}

std::string list_url(const html::Page& page, const Records& records, std::string_view rest) {
    return page.tenant_url(std::string(records.declaration().path) + std::string(rest));
}

std::string record_url(const html::Page& page, const Records& records, std::string_view id,
                       std::string_view rest) {
    return list_url(page, records, "/" + html::url_encode(id) + std::string(rest));
}

std::string name_of(const Records& records, const Record& record, const Surroundings& around) {
    const auto& field = records.declaration().fields.front();
    const auto shown = field.type->show(field, record, around);
    return shown.lines.empty() ? around.t(TEXT("Without a name")) : shown.lines.front();
}

Draft draft_of_form(const Register& declaration, const http::Fields& form) {
    Draft draft;
    for (const auto& field : declaration.fields) {
        for (const auto& input : field.type->inputs(field)) {
            auto& values = draft[input];
            for (const auto value : form.all(input))
                if (values.size() < most_values) values.emplace_back(value);
        }
    }
    if (declaration.is_ordered_by_hand() && form.has("position"))
        draft["position"] = {std::string(form.get("position"))};
    for (const char* input : {"form_key", "is_another", "all_checked"})
        if (form.has(input)) draft[input] = {std::string(form.get(input))};
    for (const auto& name : form.turned)
        if (draft.contains(name)) draft[std::string(turned_around)].push_back(name);
    return draft;
}

std::string new_form_key(const Records& records, const Draft& draft) {
    return base::form_key_for(typed(draft, "form_key"), records.now());
}

html::FormErrors errors_of(const Problems& problems, const html::Page& page) {
    html::FormErrors errors;
    for (const auto& problem : problems) errors.add(problem.input, problem.words(page.translator()));
    return errors;
}

std::vector<FormSection> sections_of(const Register& declaration, Occasion occasion, const Draft& draft,
                                     html::FormErrors& errors, const Surroundings& around) {
    std::vector<FormSection> sections;
    for (const auto& field : declaration.fields) {
        if (occasion == Occasion::when_new && !field.is_asked_when_new) continue;
        if (sections.empty() || field.section_text.id[0])
            sections.push_back({field.section_text.id[0] ? around.t(field.section_text) : "",
                                field.section_note.id[0] ? around.t(field.section_note) : "", {}});
        for (auto& part : field.type->form(field, draft, around)) {
            place_errors(part, errors);
            sections.back().parts.push_back(std::move(part));
        }
    }
    const auto count = typed(draft, "places");
    if (occasion == Occasion::when_changed && declaration.is_ordered_by_hand()) {
        html::components::Field place{.name = "position", .label = around.t(TEXT("Place in the order"))};
        place.options = places(draft, base::whole_number_up_to(count, 1, 1000).value_or(1));
        // Before the boxes, which say what is to become of all that stands above.
        auto& parts = sections.back().parts;
        const auto box = std::ranges::find(parts, Control::box, &FormPart::control);
        parts.insert(box, {Control::choice, std::move(place)});
    }
    return sections;
}

std::string done_text(const http::Request& request, const Register& declaration, const html::Page& page) {
    if (request.query.has("added")) return page.t(declaration.words.added);
    if (request.query.has("saved")) return page.t(declaration.words.saved);
    if (request.query.has("verified")) return page.t("Marked as checked today.");
    if (request.query.has("file_added")) return page.t("The file is added.");
    if (request.query.has("file_saved")) return page.t("The change is saved.");
    if (request.query.has("file_removed")) return page.t("The file is removed.");
    if (request.query.has("deleted")) return page.t(declaration.words.deleted);
    if (request.query.has("imported")) return page.t("The table is taken in.");
    return "";
}

ListRequest list_request(const Records& records, const http::Fields& query, const Surroundings& around) {
    ListRequest listing;
    const auto& declaration = records.declaration();
    listing.query.search = base::cut(base::clean(query.get("q").substr(0, 2000)), 200);
    for (const auto& field : declaration.fields) {
        if (!field.is_filter) continue;
        const auto chosen = query.get(field.name);
        if (is_offered_filter(field, chosen, around)) listing.query.filters.emplace_back(field.name, chosen);
        else if (!chosen.empty() && leads_to_others(field)) listing.query.finds_nothing = true;
    }
    auto sort = query.get("sort");
    listing.query.is_descending = sort.starts_with('-');
    if (listing.query.is_descending) sort.remove_prefix(1);
    const auto* sorted = declaration.find(sort);
    if (sorted && sorted->is_sorted) listing.query.sort = sort;
    const auto newest = std::ranges::find_if(declaration.fields, &Field::is_newest_first);
    if (listing.query.sort.empty() && newest != declaration.fields.end())
        listing.query.sort = newest->name, listing.query.is_descending = true;
    listing.query.with_ended = declaration.ends() && query.get("ended") == "1";
    for (const int size : {25, 100})
        if (query.get("size") == std::to_string(size)) listing.size = size;
    return listing;
}

ListRequest list_request(const Records& records, const http::Request& request, const Surroundings& around) {
    auto listing = list_request(records, request.query, around);
    const auto* field = unit_filter(records.declaration());
    if (!field || !request.identity || !request.identity->only_unit) return listing;
    listing.is_of_all_units = request.query.has("unit") && request.query.get("unit").empty();
    if (request.query.has("unit")) return listing;
    const auto choices = field->type->filter_choices(*field, around);
    if (!choices.empty()) listing.query.filters.emplace_back(field->name, unit_wanted(request, choices).text);
    return listing;
}

std::string query_text(const ListRequest& listing) {
    std::string text;
    const auto add = [&text](std::string_view name, std::string_view value) {
        text += (text.empty() ? "" : "&") + std::string(name) + "=" + html::url_encode(value);
    };
    if (!listing.query.search.empty()) add("q", listing.query.search);
    for (const auto& [field, chosen] : listing.query.filters) add(field, chosen);
    if (listing.is_of_all_units) add("unit", "");
    if (!listing.query.sort.empty() || listing.query.is_descending)
        add("sort", (listing.query.is_descending ? "-" : "") + listing.query.sort);
    if (listing.query.with_ended) add("ended", "1");
    if (listing.size != 50) add("size", std::to_string(listing.size));
    return text;
}

}  // namespace digilots::register_
