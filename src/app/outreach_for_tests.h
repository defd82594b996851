#pragma once
// One of each kind of record of help outside the desk, with what is hard in tables.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/budgets_for_tests.h"
#include "app/bodies_for_tests.h"
#include "app/needs_for_tests.h"
#include "platform/register/field.h"
#include "platform/register/records.h"

namespace digilots::app {

inline std::vector<std::pair<std::string, register_::Draft>> records_beside_goals() {
    return {
            {"ambition", {{"title", {"Ringa med bild; alla"}}, {"people", {"care_home"}}, {"level", {"usual"}},
                          {"routines", {"Fråga vid; inflyttning\nFölj upp"}}, {"follow_up_on", {"2027-03-01"}}}},
            {"benefit", {{"title", {"E-tjänst; försörjning"}}, {"kind", {"e_service"}}, {"depends_on", {"Logga in; bifoga"}},
                         {"used", {"partly"}}, {"checked_on", {"2026-11-20"}}}},
            {"quality_goal", {{"title", {"Svar; samma dag"}}, {"adopted_on", {"2026-10-01"}}, {"is_shared", {"1"}}}}};
}

inline std::vector<std::pair<std::string, register_::Draft>> outreach_records(const std::string& function,
                                                                              const std::string& place) {
    std::vector<std::pair<std::string, register_::Draft>> records{
            {"assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"health"}}, {"helper", {"nurse"}}, {"success", {"yes"}},
                               {"minutes", {"40"}}, {"note", {"ljudet; hörlurar"}}}},
            {"trial", {{"title", {"Ny e-tjänst; skiss"}}, {"day", {"2026-11-19"}}, {"state", {"held"}}, {"took_part", {"7"}},
                      {"target_groups", {"older"}}, {"views", {"Bra; men smått\nVar är knappen?"}}}},
            {"launch", {{"title", {"E-tjänst; nystart"}}, {"place", {place}}, {"function", {function}}, {"people", {"2"}},
                       {"first_day", {"2026-11-01"}}, {"last_day", {"2027-01-31"}}, {"topic", {"print"}}}},
            {"onboarding", {{"title", {"Föräldrar; appen"}}, {"helpers", {"unit", "mother_tongue"}}, {"languages", {"sv", "ar"}},
                           {"invited", {"40"}}, {"reached", {"22"}}}},
            {"tour", {{"title", {"PRO; Sundsvall"}}, {"kind", {"pensioners"}}, {"state", {"held"}}, {"day", {"2026-11-18"}},
                     {"hours", {"14-15.30"}}, {"languages", {"sv"}},
                     {"persons", {"34"}}, {"questions", {"Vad är BankID?; varför\nHur gör jag"}}, {"topics", {"e_id"}}}},
            {"walkthrough", {{"title", {"Årskurs 3; föräldrar"}}, {"day", {"2026-11-20"}}, {"place", {place}},
                            {"invited", {"24"}}, {"came", {"16"}}, {"about", {"Papperet; filmen\nStegen"}}}},
            {"campaign", {{"title", {"Digitalveckan; höst"}}, {"theme", {"Trygg; på nätet"}}, {"first_day", {"2026-10-05"}},
                          {"last_day", {"2026-10-11"}}}},
            {"statistics_target", {{"share", {"answered_at_first_contact"}}, {"year", {"2026"}}, {"direction", {"least"}},
                                   {"percent", {"87,5"}}, {"channel", {"phone"}}}},
            {"statistics_saved", {{"title", {"Bank; per månad"}}, {"query", {"measure=inquiries&by=month&topic=bank"}}}},
            {"owner_link", {{"title", {"Till skatten; i höst"}}, {"about", {"body:tax"}}, {"open_until", {"2026-12-31"}}}},
            {"owner_answer", {{"about", {"body:tax"}}, {"state", {"will_be"}}, {"on_day", {"2026-12-31"}},
                              {"words", {"Ny text; snart"}}}},
            {"survey", {{"title", {"Trygg; på nätet"}}, {"purpose", {"Till nämnden; i höst"}}, {"kind", {"form"}},
                       {"audience", {"residents"}}, {"languages", {"sv", "ar"}}, {"is_listed", {"1"}}}},
            {"interview", {{"title", {"Besök; hemma"}}, {"role", {"resident"}}, {"held_on", {"2026-11-20"}}, {"number", {"16"}},
                          {"guide", {"Vad; gör du\nHur ofta"}}}},
            {"user_test", {{"title", {"E-tjänst; telefon"}}, {"held_on", {"2026-11-20"}}, {"persons", {"4"}},
                          {"status", {"partly"}}, {"faults", {"Knappen; syns inte\nTexten är liten"}}}},
            {"outside_study", {{"title", {"Svenskarna; internet"}}, {"publisher", {"Internetstiftelsen"}}, {"year", {"2022"}},
                              {"population", {"Från 16 år; hela landet"}}, {"finding", {"Sex procent; inte alls"}}}},
            {"outside_collection", {{"title", {"Bibliotek; vecka 47"}}, {"collected_by", {"Länet"}}}},
            {"budget", {{"title", {"Digitalcenter; fond"}}, {"first_year", {"2026"}}, {"last_year", {"2027"}},
                        {"funder", {"Fonden; norr"}}, {"responsible", {function}}, {"overhead_cap", {"15"}},
                        {"overhead_tolerance", {"0,25"}}, {"note", {"rad ett\nrad; två"}}}},
            {"reference_cost", {{"title", {"En timme; vård"}}, {"amount", {"390,50"}}, {"per", {"timme"}}, {"year", {"2025"}},
                               {"publisher", {"Kommunen; ekonomi"}}}},
            {"saving_estimate", {{"title", {"Färre; blanketter"}}, {"assumptions", {"En av fem; tio minuter"}},
                                {"times", {"1200"}},
                                {"each", {"65"}}, {"check_on", {"2027-03-01"}}}},
            {"consequence", {{"title", {"Öppet; kvällar"}}, {"economic", {"60 000; om året"}}, {"yearly", {"60000"}}}},
            {"grant", {{"title", {"Utlysning; digital"}}, {"funder", {"Fonden; norr"}}, {"deadline", {"2027-02-01"}},
                      {"eligibility", {"Kommuner; föreningar"}}, {"state", {"granted"}}, {"granted", {"1000000"}}}},
            {"project_goal", {{"title", {"Alla med; varje vecka"}}, {"kind", {"reach"}}, {"starts", {"2026-01-01"}},
                              {"ends", {"2026-12-31"}}, {"target", {"1800,5"}}, {"target_percent", {"10"}},
                              {"about", {"rad ett\nrad; två"}}}},
            {"governing_document", {{"title", {"Biblioteksplan; 2024"}}, {"decided_by", {"Nämnden; beslut"}},
                                    {"ends", {"2027-12-31"}}}},
            {"project_check", {{"title", {"Pengar; i budget"}}, {"area", {"budget"}}, {"due", {"2026-12-31"}}}},
            {"experiment", {{"title", {"Sms; i stället för affisch"}}, {"first_day", {"2026-11-01"}},
                           {"last_day", {"2026-11-20"}}, {"channel", {"paper"}}, {"expected", {"Fler; till fikat"}},
                           {"outcome", {"partly"}},
                           {"result", {"Några; fler\nMest äldre"}}}},
    };
    for (auto& one : records_beside_goals()) records.push_back(std::move(one));
    for (auto& one : needs_records()) records.push_back(std::move(one));
    for (auto& one : network_records()) records.push_back(std::move(one));
    return records;
}

/// What belongs to the first record of another register: how those of a group get it who did not come, what was said of a
/// campaign week, a round of a survey, a column of a collection.
inline std::vector<std::pair<const char*, register_::Draft>> of_first_ones(const Slices& slices,
                                                                           const std::string& municipality) {
    const auto first = [&](std::string_view key) {
        std::vector<std::string> id;
        for (const auto* records : all_of(slices, &Slice::registers)) {
            if (records->declaration().key != key) continue;
            const auto listed = records->list(records->around(municipality), {}, 10, 0).records;
            const auto is_open = [](const register_::Record& one) { return one.text("state") != "done"; };
            const auto found = std::ranges::find_if(listed, is_open);   // what is done takes nothing in any more
            id = {(found == listed.end() ? listed.front() : *found).id};
        }
        return id;
    };
    return {{"catch_up",
             {{"walkthrough", first("walkthrough")}, {"way", {"paper"}}, {"number", {"5"}}, {"note", {"i kuvert; hem"}}}},
            {"goal_value", {{"note", {"Räknat; för hand"}}, {"goal", first("project_goal")}, {"day", {"2026-11-20"}},
                            {"number", {"3,5"}}}},
            {"interim_goal", {{"title", {"Halvvägs; i juni"}}, {"goal", first("project_goal")}, {"target", {"900"}}}},
            {"goal_story", {{"title", {"Ringer; själv"}}, {"kind", {"story"}}, {"told_by", {"resident"}},
                            {"text", {"rad ett\nrad; två"}}, {"goal", first("project_goal")}}},
            {"goal_deviation", {{"title", {"Inställt; två gånger"}}, {"kind", {"deviation"}}, {"day", {"2026-11-20"}},
                                {"cause", {"Ombyggt; stängt"}}}},
            {"reference_figure", {{"title", {"Utanför; 16 år och äldre"}}, {"figure", {"6 %"}}, {"year", {"2022"}},
                                  {"base", {"Alla; i landet"}}, {"definition", {"Sällan; aldrig"}},
                                  {"publisher", {"Påhittad; källa"}}}},
            {"challenge_points", {{"title", {"Verkstad; maj"}}, {"challenge", first("challenge")}, {"points", {"7"}},
                                  {"day", {"2026-11-03"}}}},
            {"mapping_invitation", {{"title", {"Hemtjänst; norr"}}, {"round", first("mapping_round")}, {"area", {"support"}},
                                    {"open_until", {"2026-12-31"}}}},
            {"campaign_message",
             {{"campaign", first("campaign")}, {"message", {"Kom och fråga; hela veckan"}}, {"channel", {"paper"}},
              {"said_on", {"2026-10-01"}}, {"reached", {"1200"}}}},
            {"survey_round",
             {{"survey", first("survey")}, {"title", {"Hösten; före"}}, {"stage", {"before"}}, {"opens", {"2026-11-01"}},
              {"closes", {"2026-12-20"}}}},
            {"outside_column",
             {{"collection", first("outside_collection")}, {"heading", {"Sätt; svar"}}, {"place", {"1"}}, {"what", {"channel"}},
              {"words", {"phone = Telefon; fast\n* = 9"}}, {"otherwise", {"ej; angivet"}}, {"several", {"first"}}}}};
}

inline register_::Draft invitation_to(const std::string& activity) {
    return {{"activity", {activity}}, {"channel", {"paper"}}, {"number", {"120"}}, {"invited_on", {"2026-11-20"}},
            {"about", {"Brev; till alla över 75"}}};
}

}  // namespace digilots::app
