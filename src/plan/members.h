#pragma once
// What programs and files of JSON say of a part, and by which input of its form it is asked.
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/json.h"

namespace digilots::plan {

struct Member {
    enum class Kind { text, lines, choices, flag };
    std::string_view name, input;
    Kind kind = Kind::text;
};
const std::vector<Member>& members_of_part();
/// nullptr where none has the name.
const Member* find_member(std::string_view name);

/// Whether a value can be one: a text may be null, which empties it.
bool is_value_of(const Member& member, const base::Json& value);
/// What a form would send.
std::vector<std::string> values_of(const Member& member, const base::Json& value);
/// What stands in a table.
std::string cell_of(const Member& member, const base::Json& value);

}  // namespace digilots::plan
