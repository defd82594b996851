#include <algorithm>
#include <array>

#include "directory/mapping_records.h"
#include "directory/record.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"

namespace digilots::directory {

bool goes_on(std::string_view activity_kind) {
    static constexpr std::array<std::string_view, 7> kinds{"drop_in", "tutoring", "booked_tutoring", "coaching",
                                                           "assisted_digital_visit", "entrance_hosting", "device_lending"};
    return std::ranges::find(kinds, activity_kind) != kinds.end();
}

namespace {

/// "IT-handledning (drop-in)" is the place's service "IT-handledning": it takes its hours and stands for it.
void take_over_service(MappingContext& context, ImportedRecord& activity, const std::string& place) {
    const std::string title = base::lower(activity.facts["title"]);
    const auto same = [&](const ImportedRecord& record) {
        return record.kind == RecordKind::service && record.facts.at("kind") == "service" &&
               record.facts.at("place_id") == place && title.starts_with(base::lower(record.facts.at("title")));
    };
    const auto found = std::ranges::find_if(context.records, same);
    if (found == context.records.end()) return;
    for (const auto& [field, value] : found->facts) {
        if (field.starts_with("hours_")) activity.facts[field] = value;
        if (field == "notes") append_note(activity.facts["notes"], value);
    }
    add_topics(activity.facts, register_::list_items(found->facts["topics"]));
    context.records.erase(found);
}

void read_topics(MappingObject& activity, Facts& facts) {
    std::string unknown;
    for (const auto& text : activity.texts("topics")) {
        const auto topics = topics_in(text);
        add_topics(facts, topics);
        if (topics.empty()) {
            activity.report().unusable(activity.path_of("topics"), "no topic of the code list has these words: " + text);
        }
        unknown += (unknown.empty() ? "" : ", ") + text;
    }
    facts["description"] = unknown;
    add_topics(facts, topics_in(facts["title"]));
}

void read_activity(MappingObject& activity, MappingContext& context) {
    ImportedRecord record{RecordKind::service, activity.id("id"), {}};
    context.claim(activity, record.id);
    Facts& facts = record.facts;
    facts["kind"] = "activity";
    facts["title"] = activity.required("name");
    facts["activity_kind"] = activity.code("kind", mapping_codes::taxonomy_keys("activity_kind"));
    facts["frequency"] = activity.text("frequency");
    const std::string status = activity.code("status", mapping_codes::activity_status());
    facts["status"] = status == "done" ? "closed" : status == "planned" ? "planned" : "open";
    const std::string place = activity.text("place");
    if (context.find(RecordKind::place, place) != nullptr) {
        facts["place_id"] = place;
    } else if (!place.empty()) {
        activity.report().unusable(activity.path_of("place"), "\"" + base::cut(place, 60) + "\" is no place of this file");
    }
    facts["target_groups"] = base::joined(activity.texts("target_groups"), ", ");
    facts["notes"] = activity.text("notes");
    const bool norwegian = context.municipality->country == "NO";
    const std::string held = base::joined(activity.texts("places_held"), ", ");
    const bool is_arranged = !goes_on(facts["activity_kind"]);
    if (is_arranged) facts["held_at"] = held;
    else if (!held.empty()) append_note(facts["notes"], (norwegian ? "Holdes: " : "Hålls: ") + held);
    const std::string partners = base::joined(activity.texts("partners"), ", ");
    if (!partners.empty()) append_note(facts["notes"], (norwegian ? "Sammen med: " : "Tillsammans med: ") + partners);
    read_topics(activity, facts);
    read_mapping_source(activity, context, facts);
    take_over_service(context, record, facts["place_id"]);
    activity.report_rest();
    (is_arranged ? context.arranged : context.records).push_back(std::move(record));
}

}  // namespace

void read_mapping_activities(MappingObject& municipality, MappingContext& context) {
    for (auto& activity : municipality.objects("activities")) read_activity(activity, context);
}

}  // namespace digilots::directory
