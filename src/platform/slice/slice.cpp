#include "platform/slice/slice.h"

#include <algorithm>

#include "platform/register/pages.h"
#include "platform/register/table_kind.h"
#include "platform/register/trail.h"

namespace digilots {

namespace {

void append(http::Routes& all, http::Routes more) {
    for (auto& route : more) all.push_back(std::move(route));
}

}  // namespace

http::Routes routes_of(const Slices& slices) {
    http::Routes all;
    for (const auto& slice : slices) {
        if (slice.routes) append(all, slice.routes(slices));
        for (auto* records : slice.registers) append(all, register_::register_routes(*records));
    }
    append(all, register_::shown_file_routes(all_of(slices, &Slice::registers)));
    return all;
}

std::vector<std::shared_ptr<register_::TableKind>> tables_of(const Slices& slices) {
    std::vector<std::shared_ptr<register_::TableKind>> kinds;
    for (const auto& slice : slices) {
        for (auto* records : slice.registers)
            if (std::shared_ptr<register_::TableKind> kind = register_::table_kind_of(*records)) kinds.push_back(std::move(kind));
        kinds.insert(kinds.end(), slice.tables.begin(), slice.tables.end());
    }
    return kinds;
}

std::vector<audit::Words> trails_of(const Slices& slices) {
    std::vector<audit::Words> trails;
    for (const auto& slice : slices) {
        trails.push_back(slice.trail);
        for (const auto* records : slice.registers) trails.push_back(register_::trail_of(*records));
    }
    return trails;
}

http::Menu menu_of(const Slices& slices) {
    auto menu = all_of(slices, &Slice::menu);
    std::ranges::stable_sort(menu, {}, [](const http::MenuEntry& entry) { return std::pair(entry.menu, entry.position); });
    return menu;
}

}  // namespace digilots
