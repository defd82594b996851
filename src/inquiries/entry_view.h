#pragma once
// An inquiry as a line of a list.
#include <string>
#include <vector>

#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {

struct EntryView {
    std::string id, time, date, topics, outcome, channel, place, referred_to, minutes, note;
    std::string persons, asker;          // of a group; where no resident asked
    std::string url, delete_url, undo_url, repeat_url, form_key;
    std::string sent_back = "";          // in words, where whom it refers to did so and nobody has referred on
    std::vector<html::Link> missing = {};  // what nothing comes of until it is said
};

EntryView view_of(const StoredInquiry& stored, const Service& service, const html::Page& page);

/// What the page says where one comes back from an entry (way_back.h); "" else.
std::string change_message(const http::Fields& query, const html::Page& page);

/// How many days back, beside today, a guide reaches entries of their own.
inline constexpr int own_days = 7;
/// Own entries of the last seven days for a guide, all for coordinators and above: all of their unit where they are
/// limited to one.
bool may_change(const Service& service, const http::Request& request, const StoredInquiry& stored);
bool sees_all(const http::Request& request);
/// Of another day, or of another's: who changes or deletes it says why.
bool asks_for_reason(const http::Request& request, const StoredInquiry& stored);

}  // namespace digilots::inquiries
