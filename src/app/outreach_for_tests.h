#pragma once
// One of each kind of record of help outside the desk, with what is hard in tables.
#include <string>
#include <utility>
#include <vector>

#include "platform/register/field.h"

namespace digilots::app {

inline std::vector<std::pair<std::string, register_::Draft>> outreach_records(const std::string& function,
                                                                              const std::string& place) {
    return {
            {"assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"health"}}, {"helper", {"nurse"}}, {"success", {"yes"}},
                               {"minutes", {"40"}}, {"note", {"ljudet; hörlurar"}}}},
            {"trial", {{"title", {"Ny e-tjänst; skiss"}}, {"day", {"2026-11-19"}}, {"state", {"held"}}, {"took_part", {"7"}},
                      {"target_groups", {"older"}}, {"views", {"Bra; men smått\nVar är knappen?"}}}},
            {"launch", {{"title", {"E-tjänst; nystart"}}, {"place", {place}}, {"function", {function}}, {"people", {"2"}},
                       {"first_day", {"2026-11-01"}}, {"last_day", {"2027-01-31"}}, {"topic", {"print"}}}},
            {"onboarding", {{"title", {"Föräldrar; appen"}}, {"helpers", {"unit", "mother_tongue"}}, {"languages", {"sv", "ar"}},
                           {"invited", {"40"}}, {"reached", {"22"}}}},
            {"tour", {{"title", {"PRO; Sundsvall"}}, {"kind", {"pensioners"}}, {"day", {"2026-11-18"}}, {"languages", {"sv"}},
                     {"persons", {"34"}}, {"questions", {"Vad är BankID?; varför\nHur gör jag"}}, {"topics", {"e_id"}}}},
    };
}

}  // namespace digilots::app
