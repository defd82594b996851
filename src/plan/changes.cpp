#include "plan/changes.h"

#include <string>

#include "plan/sql.h"
#include "platform/base/time.h"
#include "platform/feed/feed.h"

namespace digilots::plan {

namespace {

using register_::Record, register_::Writing;

constexpr std::string_view feed_of_plan = "plan";

/// A part belongs to itself; all else says which part it belongs to.
void note_change(const Writing& writing, const std::string& kind, const Record& record, std::string_view what) {
    const auto& municipality = writing.around.municipality_id;
    const auto node = kind == "plan_node" ? record.id : record.text("node");
    const auto position = feed::next_position(writing.connection, feed_of_plan, municipality);
    writing.connection.execute(sql::add_change, municipality, position, kind, record.id, node, what,
                               base::format_utc(writing.now));
}

}  // namespace

register_::Register told_in_feed(register_::Register one) {
    const std::string kind(one.key);
    one.beside = [kind](const Writing& writing, const Record& record) {
        note_change(writing, kind, record, writing.before ? "changed" : "added");
    };
    one.gone = [kind](const Writing& writing, const Record& record) {
        note_change(writing, kind, record, "deleted");
        if (kind == "plan_node")
            writing.connection.execute(sql::delete_calendar, writing.around.municipality_id, record.id);
    };
    return one;
}

}  // namespace digilots::plan
