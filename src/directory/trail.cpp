#include "directory/trail.h"

namespace digilots::directory {

const audit::Words& trail() {
    static const audit::Words words{
        .actions = {TEXT("directory imported"), TEXT("place changed"), TEXT("place added"), TEXT("place verified"),
                    TEXT("service changed"), TEXT("service added"), TEXT("service verified"), TEXT("e-service changed"),
                    TEXT("e-service added"), TEXT("e-service verified"), TEXT("contact changed"), TEXT("contact added"),
                    TEXT("contact verified"), TEXT("contact ended")},
        .records = {{"place", TEXT("Place"), "/staff/directory/places/"},
                    {"service", TEXT("Service"), "/staff/directory/services/"},
                    {"e_service", TEXT("E-service"), "/staff/directory/e-services/"},
                    {"contact", TEXT("Contact"), "/staff/directory/contacts/"},
                    {"import", TEXT("import")}},
        .fields = {
            {"name", TEXT("Name")}, {"title", TEXT("Name")}, {"alternative_names", TEXT("Other names")},
            {"kind", TEXT("Kind")}, {"organization_id", TEXT("Run by")}, {"operator_name", TEXT("Run by")},
            {"operator_type", TEXT("Kind of operator")}, {"delivered_by", TEXT("Run by")},
            {"locality", TEXT("Place name")}, {"address", TEXT("Address")}, {"latitude", TEXT("Latitude")},
            {"longitude", TEXT("Longitude")},
            {"approximate_position", TEXT("The point on the map is right")},
            {"collective", TEXT("Stands for several places that are to be split")},
            {"mobile", TEXT("Moves around")}, {"status", TEXT("Status")}, {"status_note", TEXT("Status")},
            {"opens_from", TEXT("Opens from")}, {"hours_rule", TEXT("Opening hours")},
            {"hours_complete", TEXT("Opening hours")}, {"hours_note", TEXT("Opening hours")},
            {"hours_days_per_week", TEXT("Opening hours")}, {"hours_opens", TEXT("Opening hours")},
            {"hours_closes", TEXT("Opening hours")}, {"support", TEXT("What they help with")},
            {"limitations", TEXT("What they do not help with, and what is good to know")},
            {"aids", TEXT("Equipment")}, {"wifi", TEXT("Wifi for visitors")}, {"printing", TEXT("Printing")},
            {"copying", TEXT("Copying")}, {"scanning", TEXT("Scanning")},
            {"drop_in", TEXT("Without an appointment")}, {"step_free", TEXT("Step-free entrance")},
            {"evening", TEXT("Open in the evening")}, {"weekend", TEXT("Open at weekends")},
            {"languages", TEXT("Languages")}, {"channels", TEXT("Channel")},
            {"member_agencies", TEXT("Authorities that are here")}, {"staff_roles", TEXT("Who works here")},
            {"shares_premises_with", TEXT("Place")}, {"phone", TEXT("Phone")},
            {"eligibility", TEXT("Who may come")}, {"notes", TEXT("Notes for staff")},
            {"certainty", TEXT("Source")}, {"verified_on", TEXT("Checked")}, {"source", TEXT("Source")},
            {"source_date", TEXT("Source")}, {"place_id", TEXT("Place")},
            {"activity_kind", TEXT("Kind of activity")}, {"frequency", TEXT("Time")},
            {"target_groups", TEXT("For")}, {"description", TEXT("About")},
            {"department", TEXT("Department")}, {"url", TEXT("Address on the web")},
            {"e_id_required", TEXT("Only with e-identification")},
            {"e_id_possible", TEXT("E-identification can be used")}, {"paper_form", TEXT("Paper form")},
            {"digital_only", TEXT("Can only be done digitally")}, {"contact_id", TEXT("Contact")},
            {"contact_role", TEXT("Who answers")}, {"first_line_roles", TEXT("Who is asked first")},
            {"words", TEXT("Search words")}, {"delivered_via", TEXT("Where it is found")},
            {"attachments", TEXT("What to attach")}, {"reapply_rule", TEXT("When to apply again")},
            {"email", TEXT("E-mail")}, {"fallback_place", TEXT("Desk when nobody answers")},
            {"staff_only", TEXT("Only for staff")}, {"phone_hours", TEXT("Phone hours")},
        },
    };
    return words;
}

}  // namespace digilots::directory
