#pragma once
// A plan with one of each that belongs to it, with what is hard in tables.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::app {

/// `add` adds a record of a kind.
inline void add_to_plan(const Slices& slices, const std::string& municipality,
                        const std::function<void(std::string_view key, const register_::Draft& draft)>& add) {
    const auto ids = [&] {
        std::vector<std::string> found;
        for (const auto* records : all_of(slices, &Slice::registers))
            if (records->declaration().key == "plan_node")
                for (const auto& one : records->list(records->around(municipality), {}, 2, 0).records) found.push_back(one.id);
        return found;
    };
    add("plan_node", {{"title", {"Strategi; digital"}}, {"kind", {"strategy"}}, {"starts", {"2026-01-01"}}});
    add("plan_node", {{"title", {"Projekt; ett"}},
                      {"kind", {"project"}},
                      {"code", {"A"}},
                      {"parent", {ids().front()}},
                      {"goes_on", {"1"}},
                      {"targets", {"4.4\n10.2"}},
                      {"exclusions", {"rad ett\nrad två; =1+1"}}});
    const auto parts = ids();
    add("plan_dependency",
        {{"title", {"Först; budget"}}, {"node", {parts[0]}}, {"kind", {"beside"}}, {"other", {parts[1]}}});
    add("plan_milestone", {{"title", {"Kartan; klar"}},
                           {"node", {parts[0]}},
                           {"number", {"3"}},
                           {"deadline", {"2027-02-01"}},
                           {"responsible", {"KS\nOslo; by"}},
                           {"open_responsible", {"alle"}},
                           {"result_goals", {"1\n4"}}});
    add("plan_criterion", {{"title", {"Slutrapport; tryckt"}},
                           {"node", {parts[0]}},
                           {"exception_by", {"Styrgruppen; höst"}},
                           {"exception_on", {"2026-11-19"}},
                           {"exception_why", {"finns redan; annan"}}});
    add("plan_document", {{"title", {"Förarbete; ett"}}, {"node", {parts[0]}}, {"kind", {"pre_study"}}, {"is_short", {"1"}}});
    add("plan_required", {{"title", {"Liten kommun; en person"}}, {"kind", {"training"}}, {"phase", {"none"}}});
    add("plan_comment", {{"title", {"Räcker tiden; nästa år?"}}, {"node", {parts[0]}}, {"answer", {"Ja; om det snöar\ninte"}}});
}

}  // namespace digilots::app
