#include "directory/trail.h"

namespace digilots::directory {

const audit::Words& trail() {
    static const audit::Words words{
        .actions = {TEXT("directory imported"), TEXT("place changed"), TEXT("place added"), TEXT("place verified"),
                    TEXT("service changed"), TEXT("service added"), TEXT("service verified"), TEXT("e-service changed"),
                    TEXT("e-service added"), TEXT("e-service verified"), TEXT("contact changed"), TEXT("contact added"),
                    TEXT("contact verified"), TEXT("contact ended")},
        .records = {{"import", TEXT("import")}},
        // Columns that are no field of a form, and those that the trail named before they were.
        .fields = {
            {"organization_id", TEXT("Run by")}, {"operator_name", TEXT("Run by")}, {"latitude", TEXT("Latitude")},
            {"longitude", TEXT("Longitude")}, {"approximate_position", TEXT("The point on the map is right")},
            {"status_note", TEXT("Status")}, {"hours_complete", TEXT("Opening hours")},
            {"hours_note", TEXT("Opening hours")}, {"hours_days_per_week", TEXT("Opening hours")},
            {"hours_opens", TEXT("Opening hours")}, {"hours_closes", TEXT("Opening hours")}, {"channels", TEXT("Channel")},
            {"shares_premises_with", TEXT("Place")}, {"certainty", TEXT("Source")}, {"source", TEXT("Source")},
            {"source_date", TEXT("Source")}, {"phone_hours", TEXT("Phone hours")},
        },
    };
    return words;
}

}  // namespace digilots::directory
