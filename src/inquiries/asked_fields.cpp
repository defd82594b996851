#include "inquiries/asked_fields.h"

#include <algorithm>
#include <array>
#include <map>

#include "inquiries/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<AskableField, 29> askable{{
    {"minutes", TEXT("Help time")},
    {"returning", TEXT("Has been here before")},
    {"support_given", TEXT("Help given")},
    {"body", TEXT("Whose question it is")},
    {"body_unit", TEXT("Unit that it concerns")},
    {"language", TEXT("Language of the conversation")},
    {"barrier", TEXT("What stood in the way")},
    {"age_band", TEXT("Age")},
    {"gender", TEXT("Gender")},
    {"handover", TEXT("How it was handed over")},
    {"referral_reason", TEXT("Why it was passed on")},
    {"rules_followed", TEXT("Rules for the helper followed")},
    {"kind", TEXT("Tallies and groups")},
    {"asker", TEXT("Who asked")},
    {"target_groups", TEXT("Target groups")},
    {"barriers", TEXT("What else stood in the way")},
    {"e_service", TEXT("E-service that it is about")},
    {"follow_up", TEXT("To be followed up")},
    {"problem", TEXT("What the trouble was with"), false},
    {"sent_instead", TEXT("Sent to instead"), false},
    {"interpreter", TEXT("Interpreter or translation"), false},
    {"device", TEXT("Device"), false},
    {"found_us", TEXT("How they found us"), false},
    {"identity_proof", TEXT("Proof of identity that was shown"), false},
    {"assisted_role", TEXT("Sent in for the person by"), false},
    {"consent", TEXT("The person had agreed to it"), false},
    {"feedback", TEXT("View, complaint or praise"), false},
    {"feedback_status", TEXT("What became of it"), false},
    {"note", TEXT("Note")}}};

/// What a place has chosen, else what holds for all.
DeskSettings stored_settings(db::Connection& connection, std::string_view municipality_id, std::string_view place) {
    std::map<std::string, bool> for_all, of_place;
    for (const db::Row row : connection.query(sql::list_field_choices, municipality_id, place))
        (row.text("place").empty() ? for_all : of_place)[row.text("field")] = row.flag("is_asked");
    DeskSettings settings{{}, {}, !of_place.empty()};
    const auto& chosen = settings.is_of_place ? of_place : for_all;
    for (const auto& field : askable) {
        const auto found = chosen.find(field.name);
        if (!(found == chosen.end() ? field.is_usual : found->second)) settings.not_asked.emplace_back(field.name);
    }
    for (const db::Row row : connection.query(sql::list_buttons, municipality_id, place))
        if (row.text("place").empty() != settings.is_of_place) settings.buttons.push_back(row.text("topic"));
    return settings;
}

void store_settings(db::Connection& connection, std::string_view municipality_id, std::string_view place,
                    const DeskSettings& settings) {
    for (const auto& field : askable)
        connection.execute(sql::insert_field_choice, municipality_id, place, field.name,
                           !base::holds(settings.not_asked, field.name));
    for (std::size_t i = 0; i < settings.buttons.size(); ++i)
        connection.execute(sql::insert_button, municipality_id, place, static_cast<std::int64_t>(i), settings.buttons[i]);
}

}  // namespace

std::span<const AskableField> askable_fields() { return askable; }

std::string mark_of_settings(const DeskSettings& settings) {
    auto parts = settings.not_asked;
    parts.emplace_back(settings.is_of_place ? "buttons here" : "buttons");
    parts.insert(parts.end(), settings.buttons.begin(), settings.buttons.end());
    return base::mark_of(parts);
}

DeskSettings desk_settings(const Service& service, std::string_view municipality_id, std::string_view place) {
    return service.database.read(
        [&](db::Connection& connection) { return stored_settings(connection, municipality_id, place); });
}

bool has_desk_settings(const Service& service, std::string_view municipality_id) {
    return service.database.read([&](db::Connection& connection) {
        return !connection.query(sql::list_field_choices, municipality_id, "").empty();
    });
}

std::vector<std::string> fields_not_asked(const Service& service, std::string_view municipality_id, std::string_view place) {
    return desk_settings(service, municipality_id, place).not_asked;
}

bool save_desk_settings(Service& service, std::string_view municipality_id, std::string_view place,
                        const std::optional<DeskSettings>& settings, std::string_view actor, const base::Seen& seen) {
    return service.database.write(
        [&](db::Connection& connection) {
            if (!seen.is(mark_of_settings(stored_settings(connection, municipality_id, place)))) return false;
            connection.execute(sql::delete_field_choices, municipality_id, place);
            connection.execute(sql::delete_buttons, municipality_id, place);
            if (settings) store_settings(connection, municipality_id, place, *settings);
            audit::record(connection,
                          {std::string(municipality_id), std::string(actor), "log questions chosen",
                           place.empty() ? "log questions" : "log questions:" + std::string(place), ""},
                          service.clock.now());
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::inquiries
