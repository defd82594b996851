#include "platform/register/steps.h"

#include "platform/html/error_page.h"
#include "platform/html/not_theirs_page.h"
#include "platform/html/page.h"

namespace digilots::register_ {

std::optional<Record> find_in(db::Connection& connection, const Records& records, std::string_view municipality_id,
                              std::string_view id) {
    const auto rows = connection.query(records.statements().find.statement(), municipality_id, id);
    const auto row = rows.only();
    return row ? std::optional(record_of(records.declaration(), *row)) : std::nullopt;
}

Stepped step(Records& records, const Surroundings& around, const Surroundings& stored, std::string_view id,
             std::string_view account, const base::Seen& seen, const StepChange& change) {
    return records.database().write(
        [&](db::Connection& connection) {
            auto record = find_in(connection, records, around.municipality_id, id);
            if (!record) return Stepped::not_there;
            if (!records.may_change(around, *record)) return Stepped::not_theirs;
            if (!seen.is(records.mark_of(*record)) || !change(connection, *record)) return Stepped::changed;
            return records.put_in(connection, stored, *std::move(record), account, base::Seen::anything()) ? Stepped::done
                                                                                                          : Stepped::changed;
        },
        db::Isolation::deciding);
}

http::Response told_of_step(const Records& records, const http::Request& request, Stepped came_of, i18n::Text whose) {
    const std::string id(request.parameter("id"));
    const auto& declaration = records.declaration();
    switch (came_of) {
        case Stepped::done: break;
        case Stepped::not_there: return html::error_page(request, 404);
        case Stepped::changed: return http::changed_meanwhile(std::string(declaration.key) + ":" + id);
        case Stepped::not_theirs: return html::not_theirs_page(request, whose);
    }
    return http::see_other(html::Page(request).tenant_url(std::string(declaration.path) + "/" + id + "?saved=1"));
}

}  // namespace digilots::register_
