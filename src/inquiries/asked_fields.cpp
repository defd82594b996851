#include "inquiries/asked_fields.h"

#include <algorithm>
#include <array>

#include "inquiries/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<AskableField, 15> askable{{{"minutes", TEXT("Help time")},
                                                {"returning", TEXT("Has been here before")},
                                                {"support_given", TEXT("Help given")},
                                                {"body", TEXT("Whose question it is")},
                                                {"language", TEXT("Language of the conversation")},
                                                {"barrier", TEXT("What stood in the way")},
                                                {"age_band", TEXT("Age")},
                                                {"gender", TEXT("Gender")},
                                                {"kind", TEXT("Tallies and groups")},
                                                {"asker", TEXT("Who asked")},
                                                {"target_groups", TEXT("Target groups")},
                                                {"barriers", TEXT("What else stood in the way")},
                                                {"e_service", TEXT("E-service that it is about")},
                                                {"follow_up", TEXT("To be followed up")},
                                                {"note", TEXT("Note")}}};

std::vector<std::string> stored_fields(db::Connection& connection, std::string_view municipality_id) {
    std::vector<std::string> names;
    for (const db::Row row : connection.query(sql::list_fields_off, municipality_id)) names.push_back(row.text("field"));
    return names;
}

DeskSettings stored_settings(db::Connection& connection, std::string_view municipality_id) {
    DeskSettings settings{stored_fields(connection, municipality_id)};
    for (const db::Row row : connection.query(sql::list_desk_buttons, municipality_id))
        settings.buttons.push_back(row.text("topic"));
    return settings;
}

void store_buttons(db::Connection& connection, std::string_view municipality_id, const std::vector<std::string>& topics) {
    connection.execute(sql::delete_desk_buttons, municipality_id);
    for (std::size_t i = 0; i < topics.size(); ++i)
        connection.execute(sql::insert_desk_button, municipality_id, static_cast<std::int64_t>(i), topics[i]);
}

}  // namespace

std::span<const AskableField> askable_fields() { return askable; }

std::string mark_of_settings(const DeskSettings& settings) {
    auto parts = settings.not_asked;
    parts.emplace_back("buttons");
    parts.insert(parts.end(), settings.buttons.begin(), settings.buttons.end());
    return base::mark_of(parts);
}

DeskSettings desk_settings(const Service& service, std::string_view municipality_id) {
    return service.database.read([&](db::Connection& connection) { return stored_settings(connection, municipality_id); });
}

std::vector<std::string> fields_not_asked(const Service& service, std::string_view municipality_id) {
    return service.database.read([&](db::Connection& connection) { return stored_fields(connection, municipality_id); });
}

bool save_desk_settings(Service& service, std::string_view municipality_id, const DeskSettings& settings,
                        std::string_view actor, const base::Seen& seen) {
    return service.database.write(
        [&](db::Connection& connection) {
            if (!seen.is(mark_of_settings(stored_settings(connection, municipality_id)))) return false;
            connection.execute(sql::delete_fields_off, municipality_id);
            for (const auto& field : askable) {
                if (!base::holds(settings.not_asked, field.name)) continue;
                connection.execute(sql::insert_field_off, municipality_id, field.name);
            }
            store_buttons(connection, municipality_id, settings.buttons);
            audit::record(connection,
                          {std::string(municipality_id), std::string(actor), "log questions chosen", "log questions", ""},
                          service.clock.now());
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::inquiries
