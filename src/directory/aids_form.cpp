#include "directory/read_choices.h"
#include "directory/record_form.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

using html::components::Field;

constexpr std::size_t new_rows = 3;
constexpr std::size_t longest_name = 100;

std::string name_at(std::size_t row, const char* field) { return "aid_" + std::to_string(row) + "_" + field; }

/// One row of the form: what was typed where it came back with something wrong, else what is stored.
struct AidRow {
    std::string type, name, count;
    bool bookable = false;
    bool operator==(const AidRow&) const = default;
    bool is_empty() const { return *this == AidRow{}; }
};

AidRow row_of(const Aid& aid) {
    return {aid.type, aid.name, aid.count ? std::to_string(*aid.count) : "", aid.bookable == Answer::yes};
}

AidRow typed_row(const http::Fields& form, std::size_t row) {
    return {std::string(form.get(name_at(row, "type"))), base::clean(form.get(name_at(row, "name"))),
            std::string(base::trim(form.get(name_at(row, "count")))), form.has(name_at(row, "bookable"))};
}

// Not stored: shows the person's own words again where something is wrong.
std::string typed_name(std::size_t row, const char* field) { return "typed_" + name_at(row, field); }

void keep_typed(Facts& facts, std::size_t row, const AidRow& typed) {
    facts[typed_name(row, "type")] = typed.type;
    facts[typed_name(row, "name")] = typed.name;
    facts[typed_name(row, "count")] = typed.count;
    facts[typed_name(row, "bookable")] = typed.bookable ? "1" : "0";
}

/// Whatever the form says.
std::vector<Aid> stored_aids(const Record& record, const Snapshot& snapshot) {
    if (!record.facts.contains(typed_name(0, "type"))) return read_aids(fact(record, "aids"));
    const Place* place = record.id.empty() ? nullptr : snapshot.place(record.id);
    return place == nullptr ? std::vector<Aid>{} : place->aids;
}

std::vector<AidRow> shown_rows(const Record& record, const std::vector<Aid>& stored) {
    std::vector<AidRow> rows;
    for (std::size_t row = 0; record.facts.contains(typed_name(row, "type")); ++row) {
        rows.push_back({std::string(fact(record, typed_name(row, "type"))), std::string(fact(record, typed_name(row, "name"))),
                        std::string(fact(record, typed_name(row, "count"))), fact(record, typed_name(row, "bookable")) == "1"});
    }
    if (!rows.empty()) return rows;
    for (const auto& aid : stored) rows.push_back(row_of(aid));
    rows.resize(rows.size() + new_rows);
    return rows;
}

Field type_field(const AidRow& aid, std::size_t row, const html::Page& page, const html::FormErrors& errors) {
    Field field{.name = name_at(row, "type"), .label = page.t("Kind of equipment")};
    field.error = errors.message(field.name);
    field.options.push_back({"", page.t("None"), aid.type.empty()});
    for (const auto& term : taxonomy::terms(taxonomy::List::aid)) {
        field.options.push_back({term.key, page.t(term.label), term.key == aid.type});
    }
    return field;
}

FormItem aid_part(const AidRow& aid, std::size_t row, const FormContext& context) {
    const auto& page = context.page;
    Field title{.name = name_at(row, "group"), .label = page.t("Equipment {n}", {{"n", std::to_string(row + 1)}})};
    FormItem group{FormItem::Kind::group, std::move(title), {}};
    group.parts.push_back({FormItem::Kind::select, type_field(aid, row, page, context.errors), {}});
    Field name{.name = name_at(row, "name"), .label = page.t("What it is called"), .value = aid.name, .optional = true};
    name.error = context.errors.message(name.name);
    group.parts.push_back({FormItem::Kind::text, std::move(name), {}});
    Field count{.name = name_at(row, "count"), .label = page.t("How many"), .value = aid.count, .input_mode = "numeric",
                .optional = true};
    count.error = context.errors.message(count.name);
    group.parts.push_back({FormItem::Kind::text, std::move(count), {}});
    Field bookable{.name = name_at(row, "bookable"), .label = page.t("Can be booked"), .checked = aid.bookable};
    group.parts.push_back({FormItem::Kind::checkbox, std::move(bookable), {}});
    return group;
}

/// The row as it is to be stored; what is wrong is said beside it.
Aid read_aid(Aid aid, const AidRow& typed, std::size_t row, const html::Page& page, html::FormErrors& errors) {
    const bool is_known = typed.type == aid.type || taxonomy::find(taxonomy::List::aid, typed.type) != nullptr;
    if (typed.type.empty()) {
        errors.add(name_at(row, "type"), page.t("Choose the kind of equipment, or empty the rest of the row"));
    } else if (!is_known) {
        errors.add(name_at(row, "type"), not_in_the_list(page));
    } else {
        aid.type = typed.type;
    }
    aid.name = bounded(typed.name, name_at(row, "name"), longest_name, page, errors);
    if (aid.mode.empty()) aid.mode = "on_site";
    if (typed.bookable || aid.bookable == Answer::yes) aid.bookable = typed.bookable ? Answer::yes : Answer::no;
    const auto count = base::whole_number(typed.count, 0, 100'000);
    if (!typed.count.empty() && !count) errors.add(name_at(row, "count"), page.t("Write how many with digits"));
    aid.approximate = aid.approximate && aid.count == count;
    aid.count = typed.count.empty() ? std::nullopt : std::optional(count.value_or(0));
    return aid;
}

/// "None" takes away what stood there; beside something new it was forgotten.
bool is_left_out(const AidRow& typed, const Aid& earlier) {
    AidRow stood = row_of(earlier);
    stood.type.clear();
    return typed.type.empty() && (typed.is_empty() || typed == stood);
}

}  // namespace

FormItem aids_item(const Record& record, const FormContext& context) {
    const auto& page = context.page;
    const auto stored = stored_aids(record, context.snapshot);
    const auto rows = shown_rows(record, stored);
    FormItem item{FormItem::Kind::group, {.name = "aids", .label = page.t("Equipment")}, {}};
    FormItem more{FormItem::Kind::details, {.name = "", .label = page.t("Add equipment")}, {}};
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const bool is_stored = row < stored.size();
        (is_stored ? item : more).parts.push_back(aid_part(rows[row], row, context));
        if (!is_stored && !rows[row].is_empty()) more.open = true;
    }
    item.parts.push_back(std::move(more));
    return item;
}

void read_aids_form(const http::Fields& form, const Record& before, Facts& facts, const html::Page& page,
                    html::FormErrors& errors) {
    const auto earlier = read_aids(fact(before, "aids"));
    std::vector<Aid> aids;
    for (std::size_t row = 0; form.has(name_at(row, "type")); ++row) {
        const AidRow typed = typed_row(form, row);
        keep_typed(facts, row, typed);
        const Aid stood = row < earlier.size() ? earlier[row] : Aid{};
        if (!is_left_out(typed, stood)) aids.push_back(read_aid(stood, typed, row, page, errors));
    }
    facts["aids"] = aids_text(aids);
}

}  // namespace digilots::directory
