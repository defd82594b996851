#pragma once
// The trail in words: slices write what was done, to which record and in which fields as names of their own.
#include <string>
#include <string_view>

#include "platform/html/page.h"

namespace digilots::accounts {

/// "The place was changed".
std::string action_words(std::string_view action, const html::Page& page);

struct RecordWords {
    std::string text, url;  // url: where it can be looked at; "" where it has no page
};
/// "place:sundsvall-kulturmagasinet" as "Place", with the way to it.
RecordWords record_words(std::string_view record, std::string_view action, const html::Page& page);

/// "topics minutes" as "Topic, Help time".
std::string field_words(std::string_view fields, const html::Page& page);

}  // namespace digilots::accounts
