// What is new in the plan since a place in its feed, for programs.
#include "plan/pages.h"
#include "plan/sql.h"
#include "platform/base/json.h"
#include "platform/base/whole_number.h"

namespace digilots::plan {

namespace {

constexpr int most_changes = 500, usual_changes = 100, highest_place = 2'000'000'000;

std::optional<int> number_asked(const http::Request& request, const char* name, int least, int most, int usual) {
    const auto typed = request.query.find(name);
    return typed ? base::whole_number_up_to(*typed, least, most) : std::optional(usual);
}

}  // namespace

http::Response get_changes(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto since = number_asked(request, "since", 0, highest_place, 0);
    const auto limit = number_asked(request, "limit", 1, most_changes, usual_changes);
    if (!since || !limit)
        return http::problem(400, words.t(TEXT("The parameters cannot be used")),
                             words.t(TEXT("Give whole numbers: in “since” what stood in “next”, from 0, and in “limit” "
                                          "from 1.")));
    const auto rows = pages.kinds->database.read([&](db::Connection& connection) {
        return connection.query(sql::changes_after, request.tenant->id, std::int64_t{*since}, std::int64_t{*limit} + 1);
    });
    base::JsonWriter json;
    json.begin_object().key("changes").begin_array();
    std::int64_t next = *since, written = 0;
    for (const auto row : rows) {
        if (written == *limit) break;
        ++written;
        next = row.integer("position");
        json.begin_object()
            .member("position", next)
            .member("kind", row.text("kind"))
            .member("id", row.text("record"))
            .member("part", row.text("node"))
            .member("what", row.text("what"))
            .member("at", row.text("at"))
            .end_object();
    }
    json.end_array().member("next", next).member("more", std::ssize(rows) > written).end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::plan
