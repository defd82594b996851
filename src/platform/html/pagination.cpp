#include <algorithm>

#include "platform/base/whole_number.h"
#include "platform/html/components.h"

namespace digilots::html::components {
namespace {

std::string with_page(std::string_view url, std::string_view parameter, int page) {
    const std::size_t question = url.find('?');
    std::string result(url.substr(0, question));
    std::string query;
    std::string_view rest = question == std::string_view::npos ? std::string_view{} : url.substr(question + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (pair.empty() || pair.substr(0, pair.find('=')) == parameter) continue;
        query += (query.empty() ? "" : "&") + std::string(pair);
    }
    if (page > 1) query += (query.empty() ? "" : "&") + std::string(parameter) + "=" + std::to_string(page);
    return query.empty() ? result : result + "?" + query;
}

int last_page(std::int64_t items, int per_page) {
    return per_page <= 0 ? 1 : static_cast<int>(std::max<std::int64_t>(1, (items + per_page - 1) / per_page));
}

}  // namespace

int page_number(std::string_view text, std::int64_t items, int per_page) {
    return base::whole_number_up_to(text, 1, last_page(items, per_page)).value_or(1);
}

// First, last, current and its neighbours; what lies between is a gap.
Pagination paginate(std::int64_t items, int current, int per_page, std::string_view url, std::string_view parameter) {
    Pagination pagination;
    const int last = last_page(items, per_page);
    current = std::clamp(current, 1, last);
    int shown = 0;
    for (int page = 1; page <= last; ++page) {
        if (page != 1 && page != last && std::abs(page - current) > 1) continue;
        if (page - shown > 1) pagination.pages.push_back({.gap = true});
        pagination.pages.push_back({.url = with_page(url, parameter, page), .number = page, .current = page == current});
        shown = page;
    }
    if (current > 1) pagination.previous = with_page(url, parameter, current - 1);
    if (current < last) pagination.next = with_page(url, parameter, current + 1);
    return pagination;
}

}  // namespace digilots::html::components
