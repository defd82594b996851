#include <algorithm>

#include "directory/mapping_records.h"
#include "directory/record.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

/// In the municipality's language where it stands there in that.
std::string read_stated_text(MappingObject& item) {
    std::string stated;
    for (const auto* field : {"text_sv", "text_nb", "text_en"}) {
        const auto text = item.text(field);
        if (stated.empty()) stated = text;
    }
    return stated;
}

std::vector<CodedNote> read_codes(MappingObject& place, std::string_view field, std::string_view list) {
    std::vector<CodedNote> notes;
    for (auto& item : place.objects(field)) {
        CodedNote note{item.code("code", mapping_codes::taxonomy_keys(list)), read_stated_text(item)};
        if (note.code.empty()) item.required("code");
        item.report_rest();
        notes.push_back(std::move(note));
    }
    return notes;
}

std::vector<Aid> read_mapping_aids(MappingObject& place) {
    std::vector<Aid> aids;
    for (auto& item : place.objects("aids")) {
        Aid aid;
        aid.type = item.code("type", mapping_codes::taxonomy_keys("aid"));
        if (aid.type.empty()) item.required("type");
        aid.name = item.text("name_sv");
        aid.count = item.number("count", 100000);
        aid.approximate = item.code("count_qualifier", mapping_codes::count_qualifiers()) == "approximate";
        aid.mode = item.code("mode", mapping_codes::aid_modes());
        aid.bookable = item.answer("bookable");
        aid.note = item.text("note");
        item.report_rest();
        aids.push_back(std::move(aid));
    }
    return aids;
}

std::vector<std::string> read_roles(MappingObject& place, std::string& notes) {
    std::vector<std::string> roles;
    for (auto& staff : place.objects("staff")) {
        roles.push_back(staff.required("role"));
        const std::string note = staff.text("note");
        if (!note.empty()) append_note(notes, roles.back() + ": " + note);
        staff.report_rest();
    }
    return roles;
}

std::vector<std::string> read_channels(MappingObject& place) {
    auto channels = place.texts("channels");
    for (const auto& channel : channels) {
        if (!mapping_codes::channels().contains(channel)) {
            place.report().error(place.path_of("channels"), "\"" + base::cut(channel, 60) + "\" is not in the list");
        }
    }
    return channels;
}

void write_position(Facts& facts, const municipality::Municipality& municipality, const std::string& locality) {
    std::pair<double, double> position{municipality.latitude, municipality.longitude};
    if (municipality.town_latitude != 0) position = {municipality.town_latitude, municipality.town_longitude};
    if (!municipality.is_on_map) return;
    if (!locality.empty()) {
        if (const auto found = municipality::Municipalities::settlement(municipality.id, locality)) position = *found;
    }
    const auto text = [](double degrees) {
        std::string digits = std::to_string(degrees);
        return digits.substr(0, digits.find('.') + 6);
    };
    facts["latitude"] = text(position.first);
    facts["longitude"] = text(position.second);
    facts["approximate_position"] = "1";
}

void read_answers(MappingObject& place, Facts& facts) {
    facts["wifi"] = text_of(place.answer("public_wifi"));
    facts["printing"] = text_of(place.answer("printing"));
    facts["copying"] = text_of(place.answer("copying"));
    facts["scanning"] = text_of(place.answer("scanning"));
    facts["drop_in"] = text_of(place.answer("drop_in"));
    facts["evening"] = text_of(place.answer("evening_hours"));
    facts["weekend"] = text_of(place.answer("weekend_hours"));
}

void read_offers(MappingObject& place, Facts& facts) {
    const auto support = read_codes(place, "support", "support");
    const auto aids = read_mapping_aids(place);
    facts["support"] = notes_text(support);
    facts["limitations"] = notes_text(read_codes(place, "limitations", "limitation"));
    facts["aids"] = aids_text(aids);
    facts["topics"] = register_::joined_list(topics_answered(support, aids, facts));
}

void read_state(MappingObject& place, Facts& facts) {
    const std::string status = place.code("status", mapping_codes::place_status());
    facts["status"] = status.empty() ? "open" : status;
    facts["status_note"] = place.text("status_note");
    facts["opens_from"] = place.text("opens_from");
    facts["certainty"] = place.code("named_by", mapping_codes::named_by());
    facts["eligibility"] = place.text("eligibility");
    facts["operator"] = place.text("operator");
    facts["operator_type"] = place.code("operator_type", mapping_codes::operator_types());
}

/// Each stated service becomes one, with its own hours where it has them (DIR-06).
void read_services(MappingObject& place, MappingContext& context, const ImportedRecord& owner) {
    std::vector<std::pair<std::string, Facts>> services;
    const auto find = [&](const std::string& title) -> Facts& {
        const auto same = [&](const auto& service) { return base::lower(service.first) == base::lower(title); };
        const auto found = std::ranges::find_if(services, same);
        return found != services.end() ? found->second : services.emplace_back(title, Facts{}).second;
    };
    for (const auto& title : place.texts("services")) find(title);
    for (auto& timed : place.objects("service_hours")) {
        const std::string title = timed.required("service");
        std::string notes;
        Facts& facts = find(title);
        write_hours(facts, read_mapping_hours(timed.objects("rules"), notes));
        facts["notes"] = notes;
        timed.report_rest();
    }
    for (auto& [title, facts] : services) {
        facts["title"] = title;
        facts["kind"] = "service";
        facts["place_id"] = owner.id;
        facts["topics"] = register_::joined_list(topics_in(title));
        facts["status"] = owner.facts.at("status");
        facts["source"] = owner.facts.at("source");
        facts["source_date"] = owner.facts.at("source_date");
        context.records.push_back({RecordKind::service, owner.id + "-" + base::slug(title), std::move(facts)});
    }
}

/// A switchboard is a way to reach the municipality, not a place to visit.
void add_switchboard(MappingContext& context, const ImportedRecord& place) {
    Facts facts;
    for (const auto* field : {"source", "source_date", "notes", "status"}) facts[field] = place.facts.at(field);
    facts["title"] = place.facts.at("name");
    facts["kind"] = "switchboard";
    facts["words"] = register_::joined_list({"växel", "växeln", "telefon", "ringa"});
    context.records.push_back({RecordKind::contact, place.id, std::move(facts)});
}

void read_place(MappingObject& place, MappingContext& context) {
    ImportedRecord record{RecordKind::place, place.id("id"), {}};
    context.claim(place, record.id);
    Facts& facts = record.facts;
    std::string notes = place.text("notes");
    facts["name"] = place.required("name");
    facts["alternative_names"] = register_::joined_list(place.texts("alternative_names"));
    facts["kind"] = place.code("kind", mapping_codes::taxonomy_keys("place_kind"));
    if (facts["kind"].empty()) place.required("kind");
    facts["locality"] = place.text("locality");
    read_state(place, facts);
    write_hours(facts, read_mapping_hours(place.objects("opening_hours"), notes));
    read_answers(place, facts);
    read_offers(place, facts);
    facts["channels"] = register_::joined_list(read_channels(place));
    facts["member_agencies"] = register_::joined_list(place.texts("member_agencies"));
    facts["staff_roles"] = register_::joined_list(read_roles(place, notes));
    facts["shares_premises_with"] = register_::joined_list(place.texts("shares_premises_with"));
    facts["mobile"] = facts["kind"] == "mobile_library" || facts["kind"] == "mobile_vehicle" ? "1" : "0";
    facts["collective"] = context.collective.contains(record.id) ? "1" : "0";
    if (facts["collective"] == "0") write_position(facts, *context.municipality, facts["locality"]);
    read_mapping_source(place, context, facts);
    facts["notes"] = notes;
    if (facts["kind"] == "switchboard") {
        for (const auto* field : {"services", "service_hours"}) place.ignore(field);
        add_switchboard(context, record);
    } else {
        read_services(place, context, record);
        context.records.push_back(std::move(record));
    }
    place.report_rest();
}

}  // namespace

ImportedRecord* MappingContext::find(RecordKind kind, std::string_view id) {
    const auto same = [&](const ImportedRecord& record) { return record.kind == kind && record.id == id; };
    const auto found = std::ranges::find_if(records, same);
    return found == records.end() ? nullptr : &*found;
}

void MappingContext::claim(const MappingObject& object, std::string_view id) {
    if (id.empty() || ids->emplace(id).second) return;
    object.report().error(object.path_of("id"), "\"" + std::string(id) + "\" stands in the file twice");
}

void read_mapping_places(MappingObject& municipality, MappingContext& context) {
    for (auto& place : municipality.objects("places")) read_place(place, context);
}

}  // namespace digilots::directory
