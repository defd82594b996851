#pragma once
// A slice's own list for programs, page by page, in the order of ids: "cursor" and "limit" of the address.
#include <functional>
#include <string_view>

#include "platform/base/json.h"
#include "platform/http/response.h"
#include "platform/register/records.h"

namespace digilots::register_ {

using WriteRecord = std::function<void(base::JsonWriter&, const Record&)>;

/// {"KEY":[…],"next":the last id or null}: those after `cursor` that the query finds, at most `limit`.
std::string page_for_programs(const Records& records, const Surroundings& around, const ListQuery& query,
                              std::string_view cursor, int limit, const char* key, const WriteRecord& write);

/// 50 at once, at most 200. 400 with a message where "cursor" or "limit" cannot be used. Kept nowhere.
http::Response list_for_programs(const Records& records, const http::Request& request, const ListQuery& query, const char* key,
                                 const WriteRecord& write);

/// 400: what is wrong in the address, in words.
http::Response wrong_in_address(const http::Request& request, i18n::Text detail);

}  // namespace digilots::register_
