#pragma once
// What programs add, each with an Idempotency-Key of its own: the same key and body is answered as before, and stands for nothing
// else.
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/response.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// Becomes of a key: what was added with it before, or something else has been.
struct OfKey {
    std::optional<Record> before = {};
    bool is_reused = false;
};

/// The form's key (base/form_key.h) for a draft that has more to it than its fields, such as what is added along with it: of
/// another `content` it is another record. `key` is random (base::random_key_of); "" for "".
std::string form_key_with(std::string_view key, std::string_view content);

/// In the transaction that adds: whether a draft with such a "form_key" was added before, or another one was.
OfKey look_up_key(db::Connection& connection, const Records& records, const Surroundings& around, const Draft& draft);

struct AddedByKey {
    Record record = {};
    bool is_repeated = false;
};
struct NotAdded {
    Refusal refusal = {};
    bool is_key_reused = false;
};
/// As Records::add; "" where the program brings no key.
base::Result<AddedByKey, NotAdded> add_with_key(Records& records, const Surroundings& around, Draft draft, std::string_view key,
                                                std::string_view actor);

/// 400: it is no random UUID.
http::Response unusable_key(const http::Request& request);
/// 409 with `code` "key_reused".
http::Response key_reused(const http::Request& request);
/// Says that it was answered so before.
void mark_replayed(http::Response& response);

}  // namespace digilots::register_
