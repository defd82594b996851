#pragma once
// One record of a register: the row as it stands, read by the names of its columns.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/connection.h"

namespace digilots::register_ {

/// What somebody typed, by the name of the input; a group of boxes has several values, or none.
using Draft = std::map<std::string, std::vector<std::string>, std::less<>>;

/// In a Draft that comes from a form: the inputs in which something stood that turns text around (base::turns_direction), which
/// forms leave out. No input is called so.
inline constexpr std::string_view turned_around = "turned around";

/// The first value, "" where there is none.
std::string_view typed(const Draft& draft, std::string_view input);

class Record {
public:
    std::string id;
    std::int64_t version = 0;
    std::string created_at, changed_at;
    std::string ended_at;       // "" while it is in use
    std::int64_t position = 0;  // in a list that is ordered by hand
    std::map<std::string, db::Value, std::less<>> columns;

    bool has_ended() const { return !ended_at.empty(); }
    /// "" where it is unknown.
    std::string text(std::string_view column) const;
    /// Nothing where it is unknown.
    std::optional<std::int64_t> whole(std::string_view column) const;
    /// In öre: "125,50 kr" is 12550.
    std::optional<std::int64_t> money(std::string_view column) const { return whole(column); }
    std::optional<double> number(std::string_view column) const;
    std::optional<base::Date> date(std::string_view column) const;
    std::optional<bool> yes_or_no(std::string_view column) const;
    bool flag(std::string_view column) const { return yes_or_no(column).value_or(false); }
    /// Of several terms, or of lines.
    std::vector<std::string> list(std::string_view column) const;
    bool is_unknown(std::string_view column) const;
    /// Whatever it holds, in digits or letters; "" where it is unknown. What has the same is the same.
    std::string as_text(std::string_view column) const;

    bool operator==(const Record& other) const;
};

/// Text columns are NOT NULL, "" where unknown; numbers are NULL then.
enum class Storage { text, whole, real };
/// What as_text() gives, as the column holds it.
db::Value value_of_text(Storage storage, std::string_view text);

/// "\na\nb\n": each of several can be found between two line breaks; "" for none.
std::string joined_list(const std::vector<std::string>& items);
std::vector<std::string> list_items(std::string_view joined);

}  // namespace digilots::register_
