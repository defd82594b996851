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

const Field* Register::owner_of(std::string_view column) const {
    const auto found = std::ranges::find_if(fields, [&](const Field& field) {
        const auto columns = field.type->columns(field);
        return std::ranges::find(columns, column, &Column::name) != columns.end();
    });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<Column> Register::columns() const {
    std::vector<Column> all;
    for (const auto& field : fields)
        for (auto& column : field.type->columns(field)) all.push_back(std::move(column));
    return all;
}

}  // namespace digilots::register_
