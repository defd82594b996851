#pragma once
// Places in a feed, given in the order of commits: who asks for what comes after the last place that it has seen never
// passes what may still commit, on both engines, however many servers write and whatever their clocks say.
//
// A feed is a table of the slice's own: SLICE_feed (municipality_id, position, and what stands there). A transaction
// takes its place last, after everything else that may wait, and writes the row straight after:
//
//   const auto position = feed::next_position(connection, "inquiries", municipality_id);
//   connection.execute(sql::insert_feed_place, municipality_id, position, inquiry.id);
//
// Readers list `position > $cursor ORDER BY position`. A row stays when what it stands for is deleted, so that a cursor
// keeps its place. What was there before the feed began stands at zero and below.
#include <cstdint>
#include <limits>
#include <string_view>

#include "platform/db/connection.h"

namespace digilots::feed {

/// Before everything.
inline constexpr std::int64_t beginning = std::numeric_limits<std::int64_t>::min();

/// One more than the last place of this feed in this municipality. Others who want one there wait until this
/// transaction has ended; when it is rolled back the place is given again.
std::int64_t next_position(db::Connection& connection, std::string_view feed, std::string_view municipality_id);

}  // namespace digilots::feed
