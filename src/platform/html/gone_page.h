#pragma once
// What somebody wrote for has ended, or is hidden or deleted, while they wrote.
#include <string>
#include <utility>
#include <vector>

#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/http/response.h"

namespace digilots::html {

struct Gone {
    std::string title, text;                                          // what has become of it, in plain words
    std::vector<Link> ways = {};                                      // to what there is instead
    std::vector<std::pair<std::string, std::string>> typed = {};      // label and words: what had been written, to copy from
    int status = 409;                                                 // 404 for whoever comes by an old link
};

/// Kept nowhere: says what has become of it, shows what had been written, and leads to what there is. Nothing of what was
/// typed is lost. Without `typed` all that a person wrote stands there (http::written).
http::Response gone_page(const http::Request& request, Gone gone);

}  // namespace digilots::html
