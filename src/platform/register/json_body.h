#pragma once
// What a program sends to add a record: what is wrong with its body or its key, as the problem that it is told.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/register/record.h"

namespace digilots::register_ {

/// {"body", "It is no JSON: … at line 1, column 14"}
std::vector<std::pair<std::string, std::string>> fault_of_json_body(const http::Request& request);

/// The Idempotency-Key, a random UUID, as the draft's key: sent again with it and the same body it is the same record. 400 where
/// the key is no such UUID; without one nothing is done.
std::optional<http::Response> take_key(const http::Request& request, Draft& draft);
/// 409 with the code "key_reused": Refusal::is_key_reused.
http::Response key_reused(const http::Request& request);

}  // namespace digilots::register_
