#include <algorithm>

#include "directory/mapping_records.h"
#include "directory/record.h"
#include "platform/base/text.h"

namespace digilots::directory {
namespace {

void read_login(MappingObject& e_service, Facts& facts) {
    auto login = e_service.object("login");
    if (!login) return;
    const std::string bankid = login->code("bankid", mapping_codes::bankid());
    const Answer without = login->answer("without_bankid");
    login->report_rest();
    if (!bankid.empty()) facts["e_id_possible"] = "yes";
    if (bankid == "required" || without == Answer::no) facts["e_id_required"] = "yes";
    if (bankid == "optional" || without == Answer::yes) facts["e_id_required"] = "no";
    if (bankid == "required" && without == Answer::yes) {
        e_service.report().error(e_service.path_of("login"), "BankID cannot be required and done without");
    }
}

void read_staff_notes(MappingObject& e_service, Facts& facts) {
    std::string notes = e_service.text("notes");
    for (const auto& issue : e_service.texts("issues")) append_note(notes, issue);
    for (const auto& strength : e_service.texts("strengths")) append_note(notes, strength);
    append_note(notes, e_service.text("usage_note"));
    facts["notes"] = notes;
}

/// The place that the role names: "egen handläggare eller Socialtjänstens expedition".
std::string place_named_in(const MappingContext& context, const std::string& role) {
    for (const auto& record : context.records) {
        if (record.kind != RecordKind::place) continue;
        const std::string& name = record.facts.at("name");
        if (name.size() > 8 && base::lower(role).find(base::lower(name)) != std::string::npos) return record.id;
    }
    return "";
}

/// One function a role and department; a role without department belongs to its e-service.
std::string contact_for(MappingContext& context, const Facts& facts, const std::string& role) {
    const std::string& department = facts.at("department");
    const bool says_nothing_alone = role == "handläggare" || role == "e-tjänstansvarig";
    std::string title = role;
    if (!department.empty()) title += ", " + department;
    if (department.empty() && says_nothing_alone) title += ", " + facts.at("name");
    const std::string id = context.municipality->slug + "-kontakt-" + base::slug(title);
    auto* known = context.find(RecordKind::contact, id);
    if (known == nullptr) {
        ImportedRecord contact{RecordKind::contact, id, {}};
        contact.facts["title"] = title;
        contact.facts["kind"] = "function";
        contact.facts["status"] = "open";
        contact.facts["fallback_place"] = place_named_in(context, role);
        contact.facts["source"] = facts.at("source");
        contact.facts["source_date"] = facts.at("source_date");
        context.records.push_back(std::move(contact));
        known = &context.records.back();
    }
    auto words = register_::list_items(known->facts["words"]);
    words.push_back(facts.at("name"));
    known->facts["words"] = register_::joined_list(words);
    return id;
}

/// What cannot be done as an e-service is still found (REF-31).
void add_errand(MappingContext& context, const std::string& id, const Facts& facts) {
    Facts errand;
    errand["title"] = facts.at("name");
    errand["kind"] = "errand";
    errand["delivered_by"] = facts.at("delivered_via");
    errand["status"] = "open";
    for (const auto* field : {"topics", "notes", "source", "source_date"}) errand[field] = facts.at(field);
    context.records.push_back({RecordKind::service, id, std::move(errand)});
}

void read_e_service(MappingObject& e_service, MappingContext& context) {
    const std::string id = e_service.id("id");
    context.claim(e_service, id);
    Facts facts;
    facts["name"] = e_service.required("name");
    facts["department"] = e_service.text("department");
    read_login(e_service, facts);
    facts["paper_form"] = text_of(e_service.answer("paper_form"));
    facts["digital_only"] = e_service.answer("digital_only") == Answer::yes ? "1" : "0";
    facts["contact_role"] = e_service.text("contact_role");
    facts["first_line_roles"] = register_::joined_list(e_service.texts("first_line_roles"));
    facts["languages"] = register_::joined_list(e_service.texts("languages"));
    facts["delivered_via"] = e_service.text("delivered_via");
    facts["status"] = "open";
    read_staff_notes(e_service, facts);
    read_mapping_source(e_service, context, facts);
    facts["topics"] = "";
    add_topics(facts, topics_in(facts["name"]));
    if (register_::list_items(facts["topics"]).empty()) add_topics(facts, topics_in(facts["department"]));
    const std::string status = e_service.code("status", mapping_codes::e_service_status());
    e_service.report_rest();
    if (status == "not_an_e_service") {
        add_errand(context, id, facts);
        return;
    }
    if (!facts["contact_role"].empty()) facts["contact_id"] = contact_for(context, facts, facts["contact_role"]);
    context.records.push_back({RecordKind::e_service, id, std::move(facts)});
}

void read_channel(MappingObject& channel, MappingContext& context) {
    const std::string kind = channel.code("kind", mapping_codes::channels());
    const std::string name = channel.text("name");
    const std::string status = channel.code("status", mapping_codes::channel_status());
    const std::string note = channel.text("note");
    if ((kind != "switchboard" && kind != "phone") || status != "in_use") {
        channel.report().unusable(channel.path(), "a channel of the municipality as a whole: " + kind);
        return;
    }
    const bool is_switchboard = kind == "switchboard" || base::lower(name).find("växel") != std::string::npos;
    const std::string id = context.municipality->slug + (is_switchboard ? "-vaxel" : "-telefon");
    if (context.find(RecordKind::contact, id) != nullptr) return;
    ImportedRecord contact{RecordKind::contact, id, {}};
    contact.facts["title"] = is_switchboard ? "Kommunens växel" : "Telefon till kommunen";
    contact.facts["kind"] = "switchboard";
    contact.facts["words"] = register_::joined_list({"växel", "växeln", "telefon", "ringa"});
    contact.facts["status"] = "open";
    contact.facts["notes"] = note;
    context.records.push_back(std::move(contact));
}

}  // namespace

void read_mapping_e_services(MappingObject& municipality, MappingContext& context) {
    for (auto& e_service : municipality.objects("e_services")) read_e_service(e_service, context);
}

void read_mapping_channels(MappingObject& municipality, MappingContext& context) {
    // Switchboards first: "kommunens växel" and a nameless phone beside it are the same number.
    for (auto& channel : municipality.objects("channels")) read_channel(channel, context);
    if (context.find(RecordKind::contact, context.municipality->slug + "-vaxel") == nullptr) return;
    std::erase_if(context.records, [&](const ImportedRecord& record) {
        return record.kind == RecordKind::contact && record.id == context.municipality->slug + "-telefon";
    });
}

}  // namespace digilots::directory
