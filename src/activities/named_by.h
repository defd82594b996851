#pragma once
// Records of other slices that name an activity, such as payments and visits: it is not deleted away from them.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/connection.h"
#include "platform/html/page.h"

namespace digilots::activities {

struct NamedBy {
    /// Their kinds and how many they are: "Payments (2)".
    std::function<std::vector<std::string>(std::string_view activity, const html::Page& page)> in_words = nullptr;
    /// Needs that it came of, each with its kind: "Recommendation: Help in the village".
    std::function<std::vector<html::Link>(std::string_view activity, const html::Page& page)> came_of = nullptr;
    /// In the transaction that is to delete it.
    std::function<bool(db::Connection& connection, std::string_view municipality_id, std::string_view activity)> is_any = nullptr;
};

}  // namespace digilots::activities
