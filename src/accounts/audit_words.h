#pragma once
// The trail in words: slices write what was done, to which record and in which fields, and say what people call that.
#include <string>
#include <string_view>
#include <vector>

#include "platform/audit/words.h"
#include "platform/html/page.h"

namespace digilots::accounts {

using Trails = std::vector<audit::Words>;

/// "The place was changed".
std::string action_words(const Trails& trails, std::string_view action, const html::Page& page);

struct ShownRecord {
    std::string text, url;  // url: where it can be looked at; "" where it has no page
};
/// "place:sundsvall-kulturmagasinet" as "Place: Kulturmagasinet", with the way to it.
ShownRecord record_words(const Trails& trails, std::string_view record, std::string_view action, const html::Page& page);

/// "topics minutes" as "Topic, Help time".
std::string field_words(const Trails& trails, std::string_view record, std::string_view fields, const html::Page& page);

}  // namespace digilots::accounts
