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
        {"hit", {{"title", {"Drop-in; vardag"}}, {"hits", {"yes"}}, {"evidence", {"Loggen; hösten"}}, {"day",
            {"2026-11-02"}}}},
    };
}

}  // namespace digilots::app
