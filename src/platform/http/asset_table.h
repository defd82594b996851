#pragma once
// The embedded web files as the server hands them out. Pages use assets.h.
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/accept.h"

namespace digilots::http {

struct Asset {
    std::string name, content_type, etag;
    std::shared_ptr<const std::string> identity;
    bool immutable = false;  // asked for by its hashed name
};

/// path below /static/, hashed or plain. nullptr where there is none.
const Asset* find_asset(std::string_view path);
/// The body in this encoding, or plain (then `encoding` says so).
std::shared_ptr<const std::string> asset_body(const Asset& asset, Encoding& encoding);

}  // namespace digilots::http
