#include <algorithm>

#include "directory/field_types.h"
#include "directory/record.h"
#include "directory/registers.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

using html::components::Field;
using register_::Control;
using register_::Draft;
using register_::FormPart;
using register_::Problems;
using register_::Surroundings;

constexpr std::size_t new_rows = 3, most_rows = 60;
constexpr std::size_t longest_name = 100, longest_cell = 20'000;
constexpr const char* parts_of_row[] = {"type", "name", "count", "bookable"};

std::string name_at(std::size_t row, const char* field) { return "aid_" + std::to_string(row) + "_" + field; }

/// One row as it was typed, or as it stands.
struct TypedAid {
    std::string type, name, count;
    bool bookable = false;
    bool operator==(const TypedAid&) const = default;
    bool is_empty() const { return *this == TypedAid{}; }
};

TypedAid row_of(const Aid& aid) {
    return {aid.type, aid.name, aid.count ? std::to_string(*aid.count) : "", aid.bookable == Answer::yes};
}

TypedAid typed_row(const Draft& draft, std::size_t row) {
    const auto at = [&](const char* part) { return register_::typed(draft, name_at(row, part)); };
    return {std::string(at("type")), register_::cleaned(at("name")), std::string(base::trim(at("count"))),
            !at("bookable").empty()};
}

bool has_row(const Draft& draft, std::size_t row) {
    const auto found = draft.find(name_at(row, "type"));
    return found != draft.end() && !found->second.empty();
}

std::vector<Aid> stored_aids(const register_::Field& field, const register_::Record* record) {
    return record == nullptr ? std::vector<Aid>{} : read_aids(record->text(field.name));
}

FormPart aid_part(const TypedAid& aid, std::size_t row, const Surroundings& around) {
    Field title{.name = name_at(row, "group"), .label = around.words->t("Equipment {n}", {{"n", std::to_string(row + 1)}})};
    FormPart group{Control::group, std::move(title)};
    Field type{.name = name_at(row, "type"), .label = around.t(TEXT("Kind of equipment"))};
    type.options = register_::options_of(aid.type, terms_of(taxonomy::List::aid, Order::as_listed)(around));
    type.options.insert(type.options.begin(), {"", around.t(TEXT("None")), aid.type.empty()});
    Field name{.name = name_at(row, "name"), .label = around.t(TEXT("What it is called")), .value = aid.name, .optional = true};
    Field count{.name = name_at(row, "count"), .label = around.t(TEXT("How many")), .value = aid.count,
                .input_mode = "numeric", .optional = true};
    Field bookable{.name = name_at(row, "bookable"), .label = around.t(TEXT("Can be booked")), .checked = aid.bookable};
    group.parts = {{Control::choice, std::move(type)}, {Control::line, std::move(name)},
                   {Control::line, std::move(count)}, {Control::box, std::move(bookable)}};
    return group;
}

/// The row as it is to be stored; what is wrong is said beside it.
Aid read_aid(Aid aid, const TypedAid& typed, std::size_t row, Problems& problems) {
    const bool is_known = typed.type == aid.type || taxonomy::find(taxonomy::List::aid, typed.type) != nullptr;
    if (typed.type.empty()) {
        problems.push_back({name_at(row, "type"), TEXT("Choose the kind of equipment, or empty the rest of the row")});
    } else if (!is_known) {
        problems.push_back({name_at(row, "type"), TEXT("What was chosen is not in the list. Choose again.")});
    } else {
        aid.type = typed.type;
    }
    aid.name = typed.name;
    if (base::length(aid.name) > longest_name)
        problems.push_back({name_at(row, "name"), TEXT("Write at most {n} characters."), longest_name});
    if (aid.mode.empty()) aid.mode = "on_site";
    if (typed.bookable || aid.bookable == Answer::yes) aid.bookable = typed.bookable ? Answer::yes : Answer::no;
    const auto count = base::whole_number(typed.count, 0, 100'000);
    if (!typed.count.empty() && !count) problems.push_back({name_at(row, "count"), TEXT("Write how many with digits")});
    aid.approximate = aid.approximate && aid.count == count;
    aid.count = typed.count.empty() ? std::nullopt : std::optional(count.value_or(0));
    return aid;
}

/// "None" takes away what stood there; beside something new it was forgotten.
bool is_left_out(const TypedAid& typed, const Aid& earlier) {
    TypedAid stood = row_of(earlier);
    stood.type.clear();
    return typed.type.empty() && (typed.is_empty() || typed == stood);
}

/// A line of a table's cell: "Tablet; iPad; 4; Can be booked".
std::string line_of(TypedAid row, const std::string& kind, const std::string& can_be_booked) {
    std::ranges::replace(row.name, ';', ',');
    std::string line = kind + "; " + row.name + "; " + row.count + "; " + (row.bookable ? can_be_booked : "");
    while (line.ends_with(' ') || line.ends_with(';')) line.pop_back();
    return line;
}

/// The same with the kind's key, in no language: "tablet; iPad; 4; yes".
std::string line_of_key(const TypedAid& row) { return line_of(row, row.type, "yes"); }

std::vector<TypedAid> rows_of_cell(std::string_view cell, const Surroundings& around) {
    std::vector<TypedAid> rows;
    const auto text = register_::cleaned(cell.substr(0, longest_cell));
    const auto kinds = terms_of(taxonomy::List::aid, Order::as_listed)(around);
    for (const auto line : base::split(text, '\n')) {
        auto parts = base::split(line, ';');
        parts.resize(4);
        TypedAid aid{register_::choice_of_cell(kinds, parts[0]), std::string(base::trim(parts[1])),
                     std::string(base::trim(parts[2])), !base::trim(parts[3]).empty()};
        if (!aid.is_empty()) rows.push_back(std::move(aid));
    }
    return rows;
}

std::string key_cell(const std::vector<TypedAid>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows) lines.push_back(line_of_key(row));
    return base::joined(lines, "\n");
}

class AidsType final : public register_::FieldType {
public:
    std::vector<std::string> inputs(const register_::Field&) const override {
        std::vector<std::string> all;
        for (std::size_t row = 0; row < most_rows; ++row)
            for (const char* part : parts_of_row) all.push_back(name_at(row, part));
        return all;
    }
    std::vector<std::string> cells(const register_::Field& field) const override { return {std::string(field.name)}; }
    /// The kinds as keys, whichever language the table is in.
    std::vector<std::string> from_cell(const register_::Field&, std::size_t, std::string_view cell,
                                       const Surroundings& written) const override {
        return {key_cell(rows_of_cell(cell, written))};
    }

    void read(const register_::Field& field, const Draft& draft, const Surroundings& around, register_::Record& into,
              Problems& problems) const override {
        const auto earlier = read_aids(into.text(field.name));
        const auto cell = draft.find(field.name);
        // A new record has nothing that could stay as it is.
        const bool stands = into.columns.contains(std::string(field.name));
        if (stands && cell != draft.end() && !cell->second.empty() && cell->second.front() == key_cell(rows_of(earlier))) return;
        Draft rows;
        if (cell != draft.end() && !cell->second.empty()) {
            rows[""] = {};  // an empty cell takes all away
            std::size_t number = 0;
            for (const auto& aid : rows_of_cell(cell->second.front(), around)) put(rows, number++, aid);
        }
        const Draft& said = rows.empty() ? draft : rows;
        std::vector<Aid> aids;
        std::size_t row = 0;
        for (; row < most_rows && has_row(said, row); ++row) {
            const auto typed = typed_row(said, row);
            const Aid stood = row < earlier.size() ? earlier[row] : Aid{};
            if (!is_left_out(typed, stood)) aids.push_back(read_aid(stood, typed, row, problems));
        }
        // What the form has no room for stays.
        for (; row >= most_rows && row < earlier.size(); ++row) aids.push_back(earlier[row]);
        into.columns[std::string(field.name)] = aids_text(aids);
    }
    void write(const register_::Field& field, const register_::Record& record, const Surroundings&, Draft& into) const override {
        std::size_t row = 0;
        for (const auto& aid : read_aids(record.text(field.name))) put(into, row++, row_of(aid));
        for (std::size_t more = 0; more < new_rows; ++more) put(into, row++, {});
    }
    std::vector<register_::FreeText> free_texts(const register_::Field& field, const register_::Record& record) const override {
        std::vector<register_::FreeText> texts;
        for (const auto& aid : read_aids(record.text(field.name))) texts.push_back({name_at(texts.size(), "name"), aid.name});
        return texts;
    }
    std::vector<FormPart> form(const register_::Field& field, const Draft& draft, const Surroundings& around) const override {
        const auto stored = stored_aids(field, around.record).size();
        FormPart all{Control::group, {.name = "aids", .label = around.t(field.title)}};
        FormPart more{Control::details, {.name = "", .label = around.t(TEXT("Add equipment"))}};
        for (std::size_t row = 0; row < most_rows && (has_row(draft, row) || (draft.empty() && row < new_rows)); ++row) {
            const auto typed = typed_row(draft, row);
            (row < stored ? all : more).parts.push_back(aid_part(typed, row, around));
            if (row >= stored && !typed.is_empty()) more.is_open = true;
        }
        all.parts.push_back(std::move(more));
        return {std::move(all)};
    }
    register_::Shown show(const register_::Field& field, const register_::Record& record,
                          const Surroundings& around) const override {
        register_::Shown shown;
        for (const auto& aid : read_aids(record.text(field.name))) {
            std::string line = taxonomy::label(taxonomy::List::aid, aid.type, *around.words);
            if (!aid.name.empty()) line += ": " + aid.name;
            if (aid.count) line += " (" + std::to_string(*aid.count) + ")";
            shown.lines.push_back(std::move(line));
        }
        return shown;
    }
    tables::Cell cell(const register_::Field& field, std::size_t, const register_::Record& record,
                      const Surroundings& around) const override {
        return cell_of(read_aids(record.text(field.name)), around);
    }
    void json(const register_::Field&, const register_::Record&, base::JsonWriter&) const override {}

private:
    static void put(Draft& into, std::size_t row, const TypedAid& aid) {
        into[name_at(row, "type")] = {aid.type};
        into[name_at(row, "name")] = {aid.name};
        into[name_at(row, "count")] = {aid.count};
        if (aid.bookable) into[name_at(row, "bookable")] = {"1"};
    }
    static std::vector<TypedAid> rows_of(const std::vector<Aid>& aids) {
        std::vector<TypedAid> rows;
        for (const auto& aid : aids) rows.push_back(row_of(aid));
        return rows;
    }
    static std::string cell_of(const std::vector<Aid>& aids, const Surroundings& around) {
        const auto kinds = terms_of(taxonomy::List::aid, Order::as_listed)(around);
        std::vector<std::string> lines;
        for (const auto& row : rows_of(aids))
            lines.push_back(line_of(row, register_::cell_of_choice(kinds, row.type), around.t(TEXT("Can be booked"))));
        return base::joined(lines, "\n");
    }
};

}  // namespace

register_::Field aids(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<AidsType>()};
}

}  // namespace digilots::directory
