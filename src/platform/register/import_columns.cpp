#include "platform/register/import_columns.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <optional>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/tables/table.h"

namespace digilots::register_ {

std::string reference_text(const Record& record) {
    return record.version > 0 ? record.id + "#" + std::to_string(record.version) : record.id;
}

Reference read_reference(std::string_view cell) {
    auto text = base::clean(cell);
    const auto mark = text.rfind('#');
    if (mark == std::string::npos) return {std::move(text)};
    const auto version = base::whole_number(std::string_view(text).substr(mark + 1), 1, std::numeric_limits<int>::max());
    return version ? Reference{text.substr(0, mark), *version} : Reference{std::move(text)};
}

namespace {

constexpr std::array spoken{"sv", "nb", "en", "ar"};
constexpr std::size_t longest_heading = 400, longest_told = 60, most_told = 5;

std::string table_heading(const TableColumn& column, const Surroundings& around) {
    return column.field ? column.field->type->table_heading(*column.field, column.input, around)
                        : around.t(reference);
}

/// The headings of all columns in one language, as they are compared.
struct Language {
    const i18n::Translator* words;
    std::vector<std::string> headings;
    std::size_t found = 0;
};

std::vector<Language> languages_of(const std::vector<TableColumn>& known, const Surroundings& around) {
    std::vector<Language> languages{{around.words, {}}};
    for (const char* code : spoken)
        if (around.words->language().code != code) languages.push_back({&i18n::translator(code), {}});
    for (auto& language : languages) {
        Surroundings there = around;
        there.words = language.words;
        for (const auto& column : known)
            language.headings.push_back(base::lower(table_heading(column, there)));
    }
    return languages;
}

std::string told(std::string_view heading, std::size_t place) {
    return "“" + base::cut(heading, longest_told) + "” (" + tables::column_letters(place) + ")";
}

void add_told(std::string& names, std::size_t& count, const std::string& name) {
    if (++count <= most_told) names += (names.empty() ? "" : ", ") + name;
    if (count == most_told + 1) names += " …";
}

std::optional<TableColumn> find_column(const std::vector<TableColumn>& known,
                                       std::vector<Language>& languages, const std::string& heading) {
    std::optional<TableColumn> column;
    for (auto& language : languages) {
        const auto found = std::ranges::find(language.headings, heading);
        if (found == language.headings.end()) continue;
        ++language.found;
        if (!column) column = known[static_cast<std::size_t>(found - language.headings.begin())];
    }
    return column;
}

/// New rows need what is asked for; a table without references has new rows alone.
std::string missing_columns(const Register& declaration, const std::vector<TableColumn>& found,
                            const Surroundings& around) {
    std::string names;
    std::size_t count = 0;
    for (const auto& field : declaration.fields) {
        const bool is_there =
            std::ranges::any_of(found, [&](const TableColumn& column) { return column.field == &field; });
        if (field.is_required && !is_there)
            add_told(names, count, "“" + table_heading({&field}, around) + "”");
    }
    const bool has_reference =
        std::ranges::any_of(found, [](const TableColumn& column) { return !column.field; });
    return has_reference ? "" : names;
}

}  // namespace

std::vector<TableColumn> all_columns(const Register& declaration) {
    std::vector<TableColumn> columns;
    for (const auto& field : declaration.fields)
        for (std::size_t input = 0; input < field.type->cells(field).size(); ++input)
            columns.push_back({&field, input, columns.size()});
    columns.push_back({nullptr, 0, columns.size()});
    return columns;
}

ReadColumns columns_of(const Register& declaration, const std::vector<std::string>& headings,
                       const Surroundings& around) {
    ReadColumns read;
    const auto known = all_columns(declaration);
    auto languages = languages_of(known, around);
    std::string unknown;
    std::size_t count = 0;
    for (std::size_t place = 0; place < headings.size(); ++place) {
        const auto heading = base::clean(std::string_view(headings[place]).substr(0, longest_heading));
        if (heading.empty()) {
            read.fault =
                around.words->t(TEXT("Column {letter} has no name. The first line names the columns."),
                                {{"letter", tables::column_letters(place)}});
            return read;
        }
        auto column = find_column(known, languages, base::lower(heading));
        if (!column) {
            // Told beside what is taken in, such as what is worked out.
            if (heading.starts_with('(') && heading.ends_with(')')) continue;
            add_told(unknown, count, told(heading, place));
            continue;
        }
        column->place = place;
        const auto same = std::ranges::find(read.columns, *column);
        if (same != read.columns.end()) {
            read.fault = around.words->t(
                TEXT("Two columns are called “{name}”: {first} and {second}. Take one of them away."),
                {{"name", base::cut(heading, longest_told)},
                 {"first", tables::column_letters(same->place)},
                 {"second", tables::column_letters(place)}});
            return read;
        }
        read.columns.push_back(*column);
    }
    if (count > 0) {
        read.fault =
            around.words->t(TEXT("No column here is called {names}. The first line names the columns."),
                            {{"names", unknown}});
    } else if (const auto missing = missing_columns(declaration, read.columns, around); !missing.empty()) {
        read.fault = around.words->t(TEXT("The table has no column {names}, which new rows need."),
                                     {{"names", missing}});
    }
    std::ranges::stable_sort(languages, std::greater{}, &Language::found);
    for (const auto& language : languages) read.words.push_back(language.words);
    return read;
}

std::string heading_of(const Register& declaration, std::string_view input, const Surroundings& around) {
    for (const auto& field : declaration.fields) {
        const auto cells = field.type->cells(field);
        const auto cell = std::ranges::find(cells, input);
        if (cell != cells.end())
            return field.type->table_heading(field, static_cast<std::size_t>(cell - cells.begin()), around);
        if (input == choices_id(field) || input == field.name)
            return field.type->table_heading(field, 0, around);
    }
    return "";
}

const TableColumn* column_of(const std::vector<TableColumn>& columns, std::string_view input) {
    for (const auto& column : columns) {
        if (!column.field) continue;
        const auto& type = *column.field->type;
        const auto cells = type.cells(*column.field);
        if (cells[column.input] == input || input == choices_id(*column.field)) return &column;
        // What a form asks apart stands in one cell.
        if (cells.size() == 1 && base::holds(type.inputs(*column.field), input)) return &column;
    }
    return nullptr;
}

}  // namespace digilots::register_
