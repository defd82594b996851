#include "platform/html/components.h"

#include "platform/base/months.h"
#include "platform/base/phone.h"
#include "platform/html/page.h"

namespace digilots::html::components {

std::string Field::description_ids() const {
    std::string ids = hint.empty() ? "" : element_id() + "-hint";
    if (!error.empty()) ids += (ids.empty() ? "" : " ") + element_id() + "-error";
    return ids;
}

std::vector<OptionGroup> Field::groups() const {
    std::vector<OptionGroup> parted;
    const std::span<const Option> all(options);
    for (std::size_t first = 0, next = 0; first < all.size(); first = next) {
        while (next < all.size() && all[next].group == all[first].group) ++next;
        parted.push_back({all[first].group, all.subspan(first, next - first)});
    }
    return parted;
}

Field Field::with(const FormErrors& errors) const {
    Field field = *this;
    field.error = errors.message(name);
    return field;
}

std::string Phone::dialled(const Page& page) const {
    const auto* tenant = page.request().tenant ? &*page.request().tenant : nullptr;
    const auto read = base::read_phone(number, base::country_of_zone(!zone.empty() ? zone : tenant ? tenant->zone : ""));
    return read ? read->dialled : "";
}

std::string_view Table::cell_class(const Cell& cell, std::size_t column) const {
    const bool numeric = column < columns.size() && columns[column].numeric;
    if (cell.suppressed) return numeric ? "numeric suppressed" : "suppressed";
    if (cell.unknown) return numeric ? "numeric unknown" : "unknown";
    return numeric ? "numeric" : "";
}

int Freshness::days() const {
    if (!verified_on) return 0;
    return static_cast<int>((std::chrono::sys_days(today) - std::chrono::sys_days(*verified_on)).count());
}

bool Freshness::is_old() const { return verified_on && today > base::add_months(*verified_on, months); }

}  // namespace digilots::html::components
