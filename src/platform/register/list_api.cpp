#include "platform/register/list_api.h"

#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/http/never_kept.h"
#include "platform/register/pages.h"

namespace digilots::register_ {

std::string page_for_programs(const Records& records, const Surroundings& around, const ListQuery& query,
                              std::string_view cursor, int limit, const char* key, const WriteRecord& write) {
    auto found = records.after(around, query, cursor, limit + 1);
    const bool is_more = std::ssize(found) > limit;
    if (is_more) found.pop_back();
    base::JsonWriter json;
    json.begin_object().key(key).begin_array();
    for (const auto& record : found) write(json, record);
    json.end_array().key("next");
    if (is_more) json.value(found.back().id);
    else json.null();
    return std::move(json.end_object()).take();
}

http::Response list_for_programs(const Records& records, const http::Request& request, const ListQuery& query, const char* key,
                                 const WriteRecord& write) {
    constexpr int usual_number = 50, most_at_once = 200;
    const auto cursor = request.query.get("cursor");
    // What came in with an import has an id of its own.
    if (!cursor.empty() && !base::is_uuid(cursor) && !records.find(around_of(records, request), cursor))
        return wrong_in_address(request, TEXT("cursor: give what stood in “next”."));
    const auto asked = request.query.find("limit");
    const auto limit = asked ? base::whole_number_up_to(*asked, 1, most_at_once) : usual_number;
    if (!limit) return wrong_in_address(request, TEXT("limit: give a whole number from 1. More than 200 count as 200."));
    return never_kept(http::json(page_for_programs(records, around_of(records, request), query, cursor, *limit, key, write)));
}

http::Response wrong_in_address(const http::Request& request, i18n::Text detail) {
    const auto& words = i18n::translator(request.language);
    return http::problem(400, words.t("The address is not right"), words.t(detail));
}

}  // namespace digilots::register_
