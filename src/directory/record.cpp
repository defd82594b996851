#include "directory/record.h"

#include "directory/registers.h"
#include "platform/register/records.h"

namespace digilots::directory {

using register_::Surroundings;

namespace {

std::string text_in(const Record& record, std::string_view field) { return record.text(field); }
bool flag_in(const Record& record, std::string_view field) { return record.flag(field); }
Answer answer(const Record& record, std::string_view field) { return read_answer(record.text(field)); }
std::vector<std::string> list(const Record& record, std::string_view field) { return record.list(field); }

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
    place.alternative_names = list(record, "alternative_names");
    place.support = read_notes(text_in(record, "support"));
    place.limitations = read_notes(text_in(record, "limitations"));
    place.aids = read_aids(text_in(record, "aids"));
    place.languages = list(record, "languages");
    place.channels = list(record, "channels");
    place.member_agencies = list(record, "member_agencies");
    place.staff_roles = list(record, "staff_roles");
    place.topics = list(record, "topics");
    place.shares_premises_with = list(record, "shares_premises_with");
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
    hours.rule = text_in(record, "hours_rule");
    hours.complete = record.yes_or_no("hours_complete").value_or(true);
    hours.note = text_in(record, "hours_note");
    hours.days_per_week = static_cast<int>(record.whole("hours_days_per_week").value_or(0));
    hours.opens = text_in(record, "hours_opens");
    hours.closes = text_in(record, "hours_closes");
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
    place.slug = text_in(record, "slug");
    place.name = text_in(record, "name");
    place.kind = text_in(record, "kind");
    place.operator_name = text_in(record, "operator");
    place.operator_type = text_in(record, "operator_type");
    place.locality = text_in(record, "locality");
    place.address = text_in(record, "address");
    place.latitude = record.number("latitude");
    place.longitude = record.number("longitude");
    place.approximate_position = flag_in(record, "approximate_position");
    place.collective = flag_in(record, "collective");
    place.mobile = flag_in(record, "mobile");
    place.status = read_status(text_in(record, "status"));
    place.status_note = text_in(record, "status_note");
    place.opens_from = text_in(record, "opens_from");
    place.hours = read_hours(record);
    read_answers(place, record);
    read_place_lists(place, record);
    place.phone = text_in(record, "phone");
    place.eligibility = text_in(record, "eligibility");
    place.notes = text_in(record, "notes");
    place.unit = text_in(record, "unit");
    place.certainty = text_in(record, "certainty");
    place.verified_on = text_in(record, "verified_on");
    place.source = text_in(record, "source");
    place.source_date = text_in(record, "source_date");
    place.imported = flag_in(record, "imported");
    place.version = record.version;
    return place;
}

Service to_service(const Record& record) {
    Service service;
    service.id = record.id;
    service.slug = text_in(record, "slug");
    service.title = text_in(record, "title");
    const auto kind = text_in(record, "kind");
    service.kind = kind == "activity" ? ServiceKind::activity : kind == "errand" ? ServiceKind::errand : ServiceKind::service;
    service.place = text_in(record, "place_id");
    service.topics = list(record, "topics");
    service.activity_kind = text_in(record, "activity_kind");
    service.frequency = text_in(record, "frequency");
    service.target_groups = text_in(record, "target_groups");
    service.description = text_in(record, "description");
    service.delivered_by = text_in(record, "delivered_by");
    service.hours = read_hours(record);
    service.status = read_status(text_in(record, "status"));
    service.notes = text_in(record, "notes");
    service.verified_on = text_in(record, "verified_on");
    service.source = text_in(record, "source");
    service.source_date = text_in(record, "source_date");
    service.version = record.version;
    return service;
}

EService to_e_service(const Record& record) {
    EService service;
    service.id = record.id;
    service.slug = text_in(record, "slug");
    service.name = text_in(record, "name");
    service.department = text_in(record, "department");
    service.url = text_in(record, "url");
    service.e_id_required = answer(record, "e_id_required");
    service.e_id_possible = answer(record, "e_id_possible");
    service.paper_form = answer(record, "paper_form");
    service.digital_only = flag_in(record, "digital_only");
    service.contact = text_in(record, "contact_id");
    service.contact_role = text_in(record, "contact_role");
    service.first_line_roles = list(record, "first_line_roles");
    service.languages = list(record, "languages");
    service.topics = list(record, "topics");
    service.words = list(record, "words");
    service.delivered_via = text_in(record, "delivered_via");
    service.attachments = text_in(record, "attachments");
    service.reapply_rule = text_in(record, "reapply_rule");
    service.status = read_status(text_in(record, "status"));
    service.notes = text_in(record, "notes");
    service.verified_on = text_in(record, "verified_on");
    service.source = text_in(record, "source");
    service.source_date = text_in(record, "source_date");
    service.version = record.version;
    return service;
}

Contact to_contact(const Record& record) {
    Contact contact;
    contact.id = record.id;
    contact.slug = text_in(record, "slug");
    contact.title = text_in(record, "title");
    contact.switchboard = text_in(record, "kind") == "switchboard";
    contact.phone = text_in(record, "phone");
    contact.email = text_in(record, "email");
    contact.phone_hours = read_hours(record);
    contact.fallback_place = text_in(record, "fallback_place");
    contact.words = list(record, "words");
    contact.staff_only = flag_in(record, "staff_only");
    contact.status = read_status(text_in(record, "status"));
    contact.notes = text_in(record, "notes");
    contact.verified_on = text_in(record, "verified_on");
    contact.source = text_in(record, "source");
    contact.source_date = text_in(record, "source_date");
    contact.version = record.version;
    return contact;
}

}  // namespace digilots::directory
