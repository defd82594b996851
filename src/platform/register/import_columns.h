#pragma once
// Which column of a table is which question; for the files of this folder.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/register/field.h"
#include "platform/register/register.h"

namespace digilots::register_ {

inline constexpr i18n::Text reference = TEXT("Reference (leave as it is)");
/// What stands there: the record and, where it counts them, its version when the table went out ("ljustorp#3").
struct Reference {
    std::string id;
    std::optional<std::int64_t> version = {};
};
std::string reference_text(const Record& record);
Reference read_reference(std::string_view cell);

struct TableColumn {
    const Field* field = nullptr;  // nullptr: the reference
    std::size_t input = 0;         // of its cells
    std::size_t place = 0;         // in the file
    bool operator==(const TableColumn& other) const { return field == other.field && input == other.input; }
};

/// Of a table that goes out: each cell of each field, and last the reference.
std::vector<TableColumn> all_columns(const Register& declaration);

struct ReadColumns {
    std::vector<TableColumn> columns;
    std::string fault = "";  // in the reader's words
    /// Of the language in which the table is written, then of the others: headings may be the same in two.
    std::vector<const i18n::Translator*> words = {};
};
/// A fault names what is wrong with a heading: unknown, twice, without a name, or missing though new rows
/// need it. What stands in brackets and is no heading here, "(How it stands)", is left out.
ReadColumns columns_of(const Register& declaration, const std::vector<std::string>& headings,
                       const Surroundings& around);

/// Of the question that has this input, as a table's heading says it; "" where none has.
std::string heading_of(const Register& declaration, std::string_view input, const Surroundings& around);
/// The column that holds it; nullptr where the table has none.
const TableColumn* column_of(const std::vector<TableColumn>& columns, std::string_view input);

}  // namespace digilots::register_
