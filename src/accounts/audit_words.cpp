#include "accounts/audit_words.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::accounts {

namespace {

// What slices write into the trail.
constexpr i18n::Text known_actions[] = {
    TEXT("municipality activated"), TEXT("network saved"), TEXT("settings changed"), TEXT("signed in"),
    TEXT("account added"), TEXT("role changed"), TEXT("account closed"), TEXT("account opened again"),
    TEXT("password replaced"), TEXT("password changed"), TEXT("second step turned on"), TEXT("second step turned off"),
    TEXT("key added"), TEXT("key revoked"), TEXT("inquiry corrected"), TEXT("inquiry deleted"), TEXT("directory imported"),
    TEXT("place changed"), TEXT("place added"), TEXT("place verified"), TEXT("service changed"), TEXT("service added"),
    TEXT("service verified"), TEXT("e-service changed"), TEXT("e-service added"), TEXT("e-service verified"),
    TEXT("contact changed"), TEXT("contact added"), TEXT("contact verified"), TEXT("contact ended"), TEXT("topic added"),
    TEXT("topic changed"), TEXT("local indicator made"), TEXT("local indicator changed"), TEXT("figures entered"),
    TEXT("direction changed"), TEXT("target chosen"), TEXT("target left out"), TEXT("proposed targets chosen"),
    TEXT("own goal saved"), TEXT("own goal removed"), TEXT("evaluation saved"), TEXT("evaluation closed"),
};

struct Kind {
    std::string_view name;
    i18n::Text words;
    const char* folder;  // of its page below the municipality; "" where it has none
};

constexpr Kind kinds[] = {
    {"inquiry", TEXT("Entry in the questions log"), "/staff/inquiries/"},
    {"place", TEXT("Place"), "/staff/directory/places/"},
    {"service", TEXT("Service"), "/staff/directory/services/"},
    {"e_service", TEXT("E-service"), "/staff/directory/e-services/"},
    {"contact", TEXT("Contact"), "/staff/directory/contacts/"},
    {"topic", TEXT("Topic"), "/staff/settings/topics/"},
    {"indicator", TEXT("Indicator"), "/staff/indicators/"},
    {"target", TEXT("Target"), "/staff/progress/targets/"},
    {"targets", TEXT("Target"), ""},
    {"own goal", TEXT("Own goal"), "/staff/progress/goals/"},
    {"evaluation", TEXT("Evaluation"), "/staff/progress/evaluations/"},
    {"municipality", TEXT("Municipality"), ""},
    {"network", TEXT("Network"), ""},
    {"account", TEXT("Account"), ""},
    {"token", TEXT("Key"), ""},
    {"import", TEXT("import"), ""},
};

struct FieldName {
    std::string_view name;
    i18n::Text words;
};

constexpr FieldName fields_known[] = {
    // The log
    {"at", TEXT("Time")}, {"place", TEXT("Place")}, {"topics", TEXT("Topics")}, {"channel", TEXT("Channel")},
    {"outcome", TEXT("Outcome")}, {"referred_to", TEXT("Referred to")}, {"minutes", TEXT("Help time")},
    {"support_given", TEXT("Help given")}, {"body", TEXT("Whose question it is")},
    {"language", TEXT("Language of the conversation")}, {"barrier", TEXT("What stood in the way")},
    {"age_band", TEXT("Age")}, {"gender", TEXT("Gender")}, {"returning", TEXT("Has been here before")},
    {"note", TEXT("Note")},
    // The directory
    {"name", TEXT("Name")}, {"title", TEXT("Name")}, {"alternative_names", TEXT("Other names")}, {"kind", TEXT("Kind")},
    {"organization_id", TEXT("Run by")}, {"operator_name", TEXT("Run by")},
    {"operator", TEXT("Run by")}, {"operator_type", TEXT("Kind of operator")},
    {"delivered_by", TEXT("Run by")}, {"locality", TEXT("Place name")}, {"address", TEXT("Address")},
    {"map_position", TEXT("Point on the map")}, {"latitude", TEXT("Latitude")}, {"longitude", TEXT("Longitude")},
    {"approximate_position", TEXT("The point on the map is right")},
    {"collective", TEXT("Stands for several places that are to be split")}, {"mobile", TEXT("Moves around")},
    {"status", TEXT("Status")}, {"status_note", TEXT("Status")}, {"opens_from", TEXT("Opens from")},
    {"hours_rule", TEXT("Opening hours")}, {"hours_complete", TEXT("Opening hours")}, {"hours_note", TEXT("Opening hours")},
    {"hours_days_per_week", TEXT("Opening hours")}, {"hours_opens", TEXT("Opening hours")},
    {"hours_closes", TEXT("Opening hours")}, {"support", TEXT("What they help with")},
    {"limitations", TEXT("What they do not help with, and what is good to know")}, {"aids", TEXT("Equipment")},
    {"wifi", TEXT("Wifi for visitors")}, {"printing", TEXT("Printing")}, {"copying", TEXT("Copying")},
    {"scanning", TEXT("Scanning")}, {"drop_in", TEXT("Without an appointment")}, {"step_free", TEXT("Step-free entrance")},
    {"evening", TEXT("Open in the evening")}, {"weekend", TEXT("Open at weekends")}, {"languages", TEXT("Languages")},
    {"channels", TEXT("Channel")}, {"member_agencies", TEXT("Authorities that are here")},
    {"staff_roles", TEXT("Who works here")}, {"shares_premises_with", TEXT("Place")}, {"phone", TEXT("Phone")},
    {"eligibility", TEXT("Who may come")}, {"notes", TEXT("Notes for staff")}, {"certainty", TEXT("Source")},
    {"verified_on", TEXT("Checked")}, {"source", TEXT("Source")}, {"source_date", TEXT("Source")},
    {"place_id", TEXT("Place")}, {"activity_kind", TEXT("Kind of activity")}, {"frequency", TEXT("Time")},
    {"target_groups", TEXT("For")}, {"description", TEXT("About")}, {"department", TEXT("Department")},
    {"url", TEXT("Address on the web")}, {"e_id_required", TEXT("Only with e-identification")},
    {"e_id_possible", TEXT("E-identification can be used")}, {"paper_form", TEXT("Paper form")},
    {"digital_only", TEXT("Can only be done digitally")}, {"contact_id", TEXT("Contact")},
    {"contact_role", TEXT("Who answers")}, {"first_line_roles", TEXT("Who is asked first")},
    {"words", TEXT("Search words")}, {"delivered_via", TEXT("Where it is found")}, {"attachments", TEXT("What to attach")},
    {"reapply_rule", TEXT("When to apply again")}, {"email", TEXT("E-mail")},
    {"fallback_place", TEXT("Desk when nobody answers")}, {"staff_only", TEXT("Only for staff")},
    // Settings, people, topics
    {"zone", TEXT("Time zone")}, {"phone_hours", TEXT("Phone hours")}, {"primary_colour", TEXT("Colour")},
    {"response_limit", TEXT("Response promise")}, {"role", TEXT("Role")}, {"password", TEXT("Password")},
    {"second step", TEXT("Second step")}, {"scopes", TEXT("What the key may do")}, {"members", TEXT("Municipalities")},
    {"label", TEXT("Name")}, {"maps_to", TEXT("Shared topic")}, {"hidden", TEXT("Shown or hidden")},
    {"position", TEXT("Order")},
    // The wheel
    {"unit", TEXT("Unit")}, {"direction", TEXT("Direction")}, {"values", TEXT("Figures")}, {"why", TEXT("Why")},
    {"indicators", TEXT("Indicators")}, {"number", TEXT("Number")}, {"colour", TEXT("Colour")},
    {"targets", TEXT("Targets")}, {"task", TEXT("What is to be evaluated")}, {"due date", TEXT("To be done by")},
    {"conclusion", TEXT("Conclusion")}, {"decision", TEXT("Decision")}, {"higher", TEXT("Direction")},
    {"lower", TEXT("Direction")}, {"none", TEXT("Direction")},
    {"high", TEXT("Direction")}, {"low", TEXT("Direction")}, {"neither", TEXT("Direction")}, {"wheel kept", TEXT("The wheel")},
};

/// "why, indicators" and "topics minutes": slices separate by commas or by spaces.
std::vector<std::string_view> separate(std::string_view fields) {
    const char separator = fields.find(',') == std::string_view::npos ? ' ' : ',';
    if (fields == "second step" || fields == "wheel kept") return {fields};
    std::vector<std::string_view> names;
    for (const std::string_view name : base::split(fields, separator)) names.push_back(base::trim(name));
    return names;
}

}  // namespace

std::string action_words(std::string_view written, const html::Page& page) {
    std::string action(written);
    std::ranges::replace(action, '_', '-');
    for (const auto& known : known_actions)
        if (action == known.id) return page.t(known);
    return page.t(TEXT("something else"));
}

RecordWords record_words(std::string_view record, std::string_view action, const html::Page& page) {
    const std::size_t colon = std::min(record.find(':'), record.size());
    const std::string_view kind = record.substr(0, colon), id = record.substr(std::min(colon + 1, record.size()));
    const auto* found = std::ranges::find(kinds, kind, &Kind::name);
    if (found == std::end(kinds)) return {page.t(TEXT("something else")), ""};
    const bool is_there = !action.ends_with("deleted") && !action.ends_with("removed");
    const bool has_page = is_there && !id.empty() && *found->folder != '\0';
    return {page.t(found->words), has_page ? page.tenant_url(found->folder + std::string(id)) : ""};
}

std::string field_words(std::string_view fields, const html::Page& page) {
    std::vector<std::string> words;
    for (const std::string_view name : separate(fields)) {
        if (name.empty()) continue;
        const auto* found = std::ranges::find(fields_known, name, &FieldName::name);
        std::string word = page.t(found == std::end(fields_known) ? TEXT("something else") : found->words);
        if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    }
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace digilots::accounts
