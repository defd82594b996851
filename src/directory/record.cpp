#include "directory/record.h"

#include "directory/registers.h"
#include "platform/register/records.h"

namespace digilots::directory {

using register_::Surroundings;

namespace {

Answer answer(const Record& record, std::string_view field) { return read_answer(record.text(field)); }

db::Value typed_value(const register_::Column& column, std::string_view text) {
    if (column.storage == register_::Storage::whole && text.empty()) return std::int64_t{0};
    return register_::value_of_text(column.storage, text);
}

void read_answers(Place& place, const Record& record) {
    place.wifi = answer(record, "wifi");
    place.printing = answer(record, "printing");
    place.copying = answer(record, "copying");
    place.scanning = answer(record, "scanning");
    place.drop_in = answer(record, "drop_in");
    place.step_free = answer(record, "step_free");
    place.evening = answer(record, "evening");
    place.weekend = answer(record, "weekend");
}

void read_place_lists(Place& place, const Record& record) {
    place.alternative_names = record.list("alternative_names");
    place.support = read_notes(record.text("support"));
    place.limitations = read_notes(record.text("limitations"));
    place.aids = read_aids(record.text("aids"));
    place.languages = record.list("languages");
    place.channels = record.list("channels");
    place.member_agencies = record.list("member_agencies");
    place.staff_roles = record.list("staff_roles");
    place.topics = record.list("topics");
    place.shares_premises_with = record.list("shares_premises_with");
}

}  // namespace

Record record_of(RecordKind kind, std::string id, const Facts& facts) {
    const Surroundings nobody{.municipality_id = "", .words = &i18n::translator("en")};
    Record record = register_::blank_record(register_of(kind), nobody);
    record.id = std::move(id);
    put_facts(record, kind, facts);
    return record;
}

void put_facts(Record& record, RecordKind kind, const Facts& facts) {
    for (const auto& column : register_of(kind).columns()) {
        const auto fact = facts.find(column.name);
        if (fact != facts.end()) record.columns[column.name] = typed_value(column, fact->second);
    }
}

std::string stored_form(const register_::Column& column, std::string_view text) {
    Record record;
    record.columns[column.name] = typed_value(column, text);
    return record.as_text(column.name);
}

std::string_view text_of(Status status) {
    switch (status) {
        case Status::open: return "open";
        case Status::paused: return "paused";
        case Status::planned: return "planned";
        case Status::closed: return "closed";
        case Status::to_verify: return "to_verify";
    }
    return "open";
}

Status read_status(std::string_view text) {
    for (const auto status : {Status::paused, Status::planned, Status::closed, Status::to_verify}) {
        if (text == text_of(status)) return status;
    }
    return Status::open;
}

std::string_view text_of(Answer answer) {
    return answer == Answer::yes ? "yes" : answer == Answer::no ? "no" : "";
}

Answer read_answer(std::string_view text) {
    return text == "yes" ? Answer::yes : text == "no" ? Answer::no : Answer::unknown;
}

Hours read_hours(const Record& record) {
    Hours hours;
    hours.rule = record.text("hours_rule");
    hours.complete = record.yes_or_no("hours_complete").value_or(true);
    hours.note = record.text("hours_note");
    hours.days_per_week = static_cast<int>(record.whole("hours_days_per_week").value_or(0));
    hours.opens = record.text("hours_opens");
    hours.closes = record.text("hours_closes");
    return hours;
}

void put_hours(Record& record, const Hours& hours) {
    record.columns["hours_rule"] = hours.rule;
    record.columns["hours_complete"] = std::int64_t{hours.complete};
    record.columns["hours_note"] = hours.note;
    record.columns["hours_days_per_week"] = std::int64_t{hours.days_per_week};
    record.columns["hours_opens"] = hours.opens;
    record.columns["hours_closes"] = hours.closes;
}

void write_hours(Facts& facts, const Hours& hours) {
    facts["hours_rule"] = hours.rule;
    facts["hours_complete"] = hours.complete ? "1" : "0";
    facts["hours_note"] = hours.note;
    facts["hours_days_per_week"] = std::to_string(hours.days_per_week);
    facts["hours_opens"] = hours.opens;
    facts["hours_closes"] = hours.closes;
}

Place to_place(const Record& record) {
    Place place;
    place.id = record.id;
    place.slug = record.text("slug");
    place.name = record.text("name");
    place.kind = record.text("kind");
    place.operator_name = record.text("operator");
    place.operator_type = record.text("operator_type");
    place.locality = record.text("locality");
    place.address = record.text("address");
    place.latitude = record.number("latitude");
    place.longitude = record.number("longitude");
    place.approximate_position = record.flag("approximate_position");
    place.collective = record.flag("collective");
    place.mobile = record.flag("mobile");
    place.status = read_status(record.text("status"));
    place.status_note = record.text("status_note");
    place.opens_from = record.text("opens_from");
    place.hours = read_hours(record);
    read_answers(place, record);
    read_place_lists(place, record);
    place.phone = record.text("phone");
    place.eligibility = record.text("eligibility");
    place.bring = record.text("bring");
    place.notes = record.text("notes");
    place.unit = record.text("unit");
    place.certainty = record.text("certainty");
    place.verified_on = record.text("verified_on");
    place.source = record.text("source");
    place.source_date = record.text("source_date");
    place.imported = record.flag("imported");
    place.version = record.version;
    place.changed = base::parse_utc(record.changed_at).value_or(base::Instant{});
    return place;
}

Service to_service(const Record& record) {
    Service service;
    service.id = record.id;
    service.slug = record.text("slug");
    service.title = record.text("title");
    const auto kind = record.text("kind");
    service.kind = kind == "activity" ? ServiceKind::activity : kind == "errand" ? ServiceKind::errand : ServiceKind::service;
    service.place = record.text("place_id");
    service.topics = record.list("topics");
    service.activity_kind = record.text("activity_kind");
    service.frequency = record.text("frequency");
    service.target_groups = record.text("target_groups");
    service.description = record.text("description");
    service.delivered_by = record.text("delivered_by");
    service.price = record.money("price");
    service.hours = read_hours(record);
    service.status = read_status(record.text("status"));
    service.notes = record.text("notes");
    service.verified_on = record.text("verified_on");
    service.source = record.text("source");
    service.source_date = record.text("source_date");
    service.version = record.version;
    return service;
}

EService to_e_service(const Record& record) {
    EService service;
    service.id = record.id;
    service.slug = record.text("slug");
    service.name = record.text("name");
    service.department = record.text("department");
    service.url = record.text("url");
    service.e_id_required = answer(record, "e_id_required");
    service.e_id_possible = answer(record, "e_id_possible");
    service.paper_form = answer(record, "paper_form");
    service.digital_only = record.flag("digital_only");
    service.contact = record.text("contact_id");
    service.contact_role = record.text("contact_role");
    service.first_line_roles = record.list("first_line_roles");
    service.languages = record.list("languages");
    service.topics = record.list("topics");
    service.words = record.list("words");
    service.delivered_via = record.text("delivered_via");
    service.attachments = record.text("attachments");
    service.reapply_rule = record.text("reapply_rule");
    service.status = read_status(record.text("status"));
    service.notes = record.text("notes");
    service.verified_on = record.text("verified_on");
    service.source = record.text("source");
    service.source_date = record.text("source_date");
    service.version = record.version;
    return service;
}

Contact to_contact(const Record& record) {
    Contact contact;
    contact.id = record.id;
    contact.slug = record.text("slug");
    contact.title = record.text("title");
    contact.switchboard = record.text("kind") == "switchboard";
    contact.phone = record.text("phone");
    contact.email = record.text("email");
    contact.phone_hours = read_hours(record);
    contact.fallback_place = record.text("fallback_place");
    contact.words = record.list("words");
    contact.staff_only = record.flag("staff_only");
    contact.status = read_status(record.text("status"));
    contact.notes = record.text("notes");
    contact.verified_on = record.text("verified_on");
    contact.source = record.text("source");
    contact.source_date = record.text("source_date");
    contact.version = record.version;
    return contact;
}

}  // namespace digilots::directory
