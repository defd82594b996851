#include "platform/register/register.h"

#include <algorithm>

namespace digilots::register_ {

bool Register::is_ordered_by_hand() const {
    return size == Size::few && std::ranges::none_of(fields, &Field::is_sorted);
}

bool Register::is_searched() const {
    return std::ranges::any_of(fields, &Field::is_searched);
}

const Field* Register::find(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

std::vector<Column> Register::columns() const {
    std::vector<Column> all;
    for (const auto& field : fields)
        for (auto& column : field.type->columns(field)) all.push_back(std::move(column));
    return all;
}

}  // namespace digilots::register_
