#pragma once
// One of each kind of record about needs, with what is hard in tables.
#include <string>
#include <utility>
#include <vector>

#include "platform/register/field.h"

namespace digilots::app {

inline std::vector<std::pair<std::string, register_::Draft>> needs_records() {
    return {
        {"needs_group", {{"title", {"Äldre; byarna"}}, {"people", {"640"}}, {"year", {"2025"}}, {"met_at",
            {"Bussen; torget"}},
                         {"steps", {"access", "skills"}}, {"has_somebody", {"no"}}}},
        {"mapping_round", {{"title", {"Hösten; egen rond"}}}},
        {"needs_supporter", {{"title", {"Gode män; länet"}}, {"decides", {"Surfplatta; köp"}}}},
        {"needs_equipment", {{"title", {"Strandgården; plan 2"}}, {"wifi", {"no"}},
                             {"day", {"2026-11-01"}}, {"supporters", {"4"}}}},
        {"challenge", {{"title", {"Wifi; saknas"}}, {"origin", {"Intervju; maj"}}}},
        {"needs_inventory", {{"title", {"Föreningar; höst"}}, {"results", {"Utskrift; snabbt\nHjälp"}}, {"partners",
            {"10"}}}},
        {"needs_signal", {{"title", {"Brevlådan; frågor"}}, {"day", {"2026-11-20"}}, {"told_by", {"staff"}}}},
        {"insight", {{"title", {"Oro; nätet"}}, {"year", {"2025"}}, {"publisher", {"Påhittad; källa"}}}},
        {"wish", {{"title", {"Berätta; utskick"}}, {"from_group", {"Biblioteket"}}, {"to_group", {"Kommunikation; alla"}}}},
        {"paper_form", {{"title", {"Färdtjänst; ansökan"}}, {"volume", {"320"}}, {"year", {"2025"}}, {"why",
            {"skill", "habit"}}}},
        {"informal_help", {{"title", {"Hemtjänst; natt"}}, {"how_often", {"daily"}}, {"do_what", {"help"}}}},
        {"investigation", {{"title", {"Stödcenter; ja?"}}, {"data", {"Bemanning; tid"}}, {"due", {"2027-02-01"}}}},
        {"agency_guidance", {{"title", {"Servicekontor; staten"}}, {"offers", {"Vägledning; egna frågor"}}, {"day",
            {"2026-11-01"}}}},
        {"responsibility", {{"title", {"Bank; e-legitimation"}}, {"topic", {"bank"}}, {"part", {"answers"}}}},
        {"hit", {{"title", {"Drop-in; vardag"}}, {"hits", {"yes"}}, {"evidence", {"Loggen; hösten"}}, {"day",
            {"2026-11-02"}}}},
    };
}

/// … and about what municipalities share.
inline std::vector<std::pair<std::string, register_::Draft>> network_records() {
    return {
        {"network_profile", {{"title", {"Grannar; som delar"}}, {"about", {"rad ett\nrad; två"}}, {"level", {"public"}}}},
        {"network_note", {{"title", {"Möte; i maj"}}, {"kind", {"meeting"}}, {"day", {"2026-11-20"}}, {"is_pinned", {"1"}},
                          {"links", {"Kartan https://example.org/"}}}},
        {"network_role", {{"title", {"Kontakt; norr"}}}},
        {"network_mandate", {{"title", {"Avsikt; en väg in"}}, {"day", {"2026-11-01"}}, {"covers", {"2281"}}}},
        {"network_group", {{"title", {"Lärande; alla"}}, {"organisations", {"Biblioteket; huset\nSkolan"}}}},
        {"network_action", {{"title", {"Kurs; gemensam"}}, {"due", {"2027-02-01"}}, {"state", {"in_work"}}}},
        {"network_system", {{"title", {"E-tjänster; länet"}}, {"members", {"2281"}}, {"url", {"https://example.org/"}}}},
        {"network_visit", {{"title", {"Fika; telefon"}}, {"state", {"held"}}, {"day", {"2026-11-20"}},
                           {"with_whom", {"Grannen; norr"}}}},
        {"network_start", {{"title", {"Börjar; i vår"}}, {"done", {"function", "log"}}, {"needs_help", {"yes"}},
                           {"why", {"En person; alla roller"}}}},
        {"outside_example", {{"title", {"Hembesök; varje vecka"}}, {"municipality", {"Påhittad; kommun"}}, {"year", {"2025"}},
                             {"tags", {"hem; besök"}}}},
        {"network_feedback", {{"title", {"Bra; men glest"}}, {"day", {"2026-11-20"}}, {"state", {"taken_up"}}}},
        {"network_key", {{"title", {"Nyckel; ny"}}, {"member", {"2281"}},
                         {"public_key", {"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="}}}},
    };
}

}  // namespace digilots::app
