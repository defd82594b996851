#include "platform/base/json.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/register/list_api.h"
#include "platform/register/page_parts.h"
#include "platform/register/said_in_json.h"

namespace digilots::register_ {

namespace {

constexpr int most_listed = 200, usually_listed = 50;

bool is_for_everyone(const Records& records) {
    return records.declaration().interface.access == http::Access::anyone;
}

void write_record(base::JsonWriter& json, const Record& record, const Records& records, const Surroundings& around) {
    json.begin_object().member("id", record.id);
    for (const auto& field : records.declaration().fields) {
        if ((is_for_everyone(records) && !field.is_open) || !field.is_seen(around)) continue;
        if (const auto* said = dynamic_cast<const SaidInJson*>(field.type.get()))
            said->json_said(field, record, around, json);
        else
            field.type->json(field, record, json);
    }
    if (records.declaration().ends() && !is_for_everyone(records))
        json.member("has_ended", record.has_ended());
    json.member("changed_at", record.changed_at).end_object();
}

bool is_shown(const Record& record, const Records& records) {
    return !is_for_everyone(records) || (record.flag(records.declaration().published) && !record.has_ended());
}

/// Of a register for everyone only what is said to everyone can be asked for.
ListQuery asked_json(const Records& records, const http::Request& request, const Surroundings& around) {
    ListQuery query{.filters = list_request(records, request.query, around).query.filters};
    query.only_published = is_for_everyone(records);
    if (query.only_published)
        std::erase_if(query.filters,
                      [&](const auto& filter) { return !records.declaration().find(filter.first)->is_open; });
    return query;
}

}  // namespace

http::Response list_json(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto limit = request.query.has("limit")
                           ? base::whole_number_up_to(request.query.get("limit"), 1, most_listed)
                           : std::optional(usually_listed);
    if (!limit)
        return http::problem(400, around.t(TEXT("The parameters cannot be used")), "",
                             {{"limit", around.t(TEXT("Write a number from 1 to 200."))}});
    const auto cursor = request.query.get("cursor").substr(0, 200);
    const auto write = [&](base::JsonWriter& json, const Record& record) { write_record(json, record, records, around); };
    return http::json(page_for_programs(records, around, asked_json(records, request, around), cursor, *limit, "records", write));
}

http::Response record_json(const Records& records, const http::Request& request) {
    const auto around = around_of(records, request);
    const auto record = records.find(around, request.parameter("id"));
    if (!record || !is_shown(*record, records)) return html::error_page(request, 404);
    base::JsonWriter json;
    write_record(json, *record, records, around);
    return http::json(std::move(json).take());
}

}  // namespace digilots::register_
