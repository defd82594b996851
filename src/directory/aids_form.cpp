#include "directory/read_choices.h"
#include "directory/record_form.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

using html::components::Field;

constexpr std::size_t new_rows = 3;
constexpr std::size_t most_aids = 60;

std::string name_at(std::size_t row, const char* field) { return "aid_" + std::to_string(row) + "_" + field; }

Field type_field(const Aid& aid, std::size_t row, const html::Page& page, const html::FormErrors& errors) {
    Field field{.name = name_at(row, "type"), .label = page.t("Kind of equipment")};
    field.error = errors.message(field.name);
    field.options.push_back({"", page.t("None"), aid.type.empty()});
    for (const auto& term : taxonomy::terms(taxonomy::List::aid)) {
        field.options.push_back({term.key, page.t(term.label), term.key == aid.type});
    }
    return field;
}

FormItem aid_part(const Aid& aid, std::size_t row, const FormContext& context) {
    const auto& page = context.page;
    Field title{.name = name_at(row, "group"), .label = page.t("Equipment {n}", {{"n", std::to_string(row + 1)}})};
    FormItem group{FormItem::Kind::group, std::move(title), {}};
    group.parts.push_back({FormItem::Kind::select, type_field(aid, row, page, context.errors), {}});
    Field name{.name = name_at(row, "name"), .label = page.t("What it is called"), .value = aid.name, .optional = true};
    group.parts.push_back({FormItem::Kind::text, std::move(name), {}});
    Field count{.name = name_at(row, "count"), .label = page.t("How many"), .input_mode = "numeric", .optional = true};
    if (aid.count) count.value = std::to_string(*aid.count);
    count.error = context.errors.message(count.name);
    group.parts.push_back({FormItem::Kind::text, std::move(count), {}});
    Field bookable{.name = name_at(row, "bookable"), .label = page.t("Can be booked"), .checked = aid.bookable == Answer::yes};
    group.parts.push_back({FormItem::Kind::checkbox, std::move(bookable), {}});
    return group;
}

}  // namespace

FormItem aids_item(const Record& record, const FormContext& context) {
    const auto& page = context.page;
    auto aids = read_aids(fact(record, "aids"));
    const auto known = aids.size();
    aids.resize(known + new_rows);
    FormItem item{FormItem::Kind::group, {.name = "aids", .label = page.t("Equipment")}, {}};
    FormItem more{FormItem::Kind::details, {.name = "", .label = page.t("Add equipment")}, {}};
    for (std::size_t row = 0; row < aids.size(); ++row) {
        auto& list = row < known ? item.parts : more.parts;
        list.push_back(aid_part(aids[row], row, context));
    }
    item.parts.push_back(std::move(more));
    return item;
}

void read_aids_form(const http::Fields& form, const Record& before, Facts& facts, const html::Page& page,
                    html::FormErrors& errors) {
    const auto earlier = read_aids(fact(before, "aids"));
    std::vector<Aid> aids;
    for (std::size_t row = 0; row < most_aids && form.has(name_at(row, "type")); ++row) {
        const auto type = form.get(name_at(row, "type"));
        Aid aid = row < earlier.size() ? earlier[row] : Aid{};
        const bool is_known = type == aid.type || taxonomy::find(taxonomy::List::aid, type) != nullptr;
        if (type.empty()) continue;
        if (!is_known) errors.add(name_at(row, "type"), not_in_the_list(page));
        if (is_known) aid.type = type;
        aid.name = base::cut(base::clean(form.get(name_at(row, "name"))), 100);
        if (aid.mode.empty()) aid.mode = "on_site";
        const bool bookable = form.has(name_at(row, "bookable"));
        if (bookable || aid.bookable == Answer::yes) aid.bookable = bookable ? Answer::yes : Answer::no;
        const auto text = base::trim(form.get(name_at(row, "count")));
        const auto count = base::whole_number(text, 0, 100'000);
        if (text.empty()) {
            aid.count.reset();
        } else if (!count) {
            errors.add(name_at(row, "count"), page.t("Write how many with digits"));
        } else {
            aid.approximate = aid.approximate && aid.count == count;
            aid.count = count;
        }
        aids.push_back(std::move(aid));
    }
    facts["aids"] = aids_text(aids);
}

}  // namespace digilots::directory
