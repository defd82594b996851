#include "plan/words.h"

#include "plan/phases.h"
#include "platform/base/lists.h"

namespace digilots::plan {

using register_::FixedTerm;

const std::vector<FixedTerm>& kind_terms() {
    static const std::vector<FixedTerm> terms{{"strategy", TEXT("Strategy")},
                                              {"plan", TEXT("Action plan")},
                                              {"project", TEXT("Project")},
                                              {"area", TEXT("Area of activities")},
                                              {"activity", TEXT("Activity of the plan")}};
    return terms;
}

const std::vector<FixedTerm>& horizon_terms() {
    static const std::vector<FixedTerm> terms{{"short", TEXT("Short: 1–2 years")}, {"long", TEXT("Long: 3–4 years")}};
    return terms;
}

const std::vector<FixedTerm>& process_terms() {
    static const std::vector<FixedTerm> terms{
        {"case", TEXT("Case")}, {"execution", TEXT("Carrying out")}, {"reporting", TEXT("Reporting")}};
    return terms;
}

const std::vector<FixedTerm>& layer_terms() {
    static const std::vector<FixedTerm> terms{{"infrastructure", TEXT("Infrastructure")},
                                              {"support", TEXT("Support systems")},
                                              {"business", TEXT("Business systems")},
                                              {"functions", TEXT("Digital functions and ways of working")},
                                              {"services", TEXT("E-services")}};
    return terms;
}

const std::vector<FixedTerm>& tier_terms() {
    static const std::vector<FixedTerm> terms{{"self_service", TEXT("1: self-service for residents")},
                                              {"digital_performer", TEXT("2: digital performer")},
                                              {"external", TEXT("3: bought from an external supplier")}};
    return terms;
}

const std::vector<FixedTerm>& deliverable_terms() {
    static const std::vector<FixedTerm> terms{{"memo", TEXT("Memo")},
                                              {"map", TEXT("Map on the web")},
                                              {"guide", TEXT("Guide on paper or on the web")},
                                              {"announcement", TEXT("Announcement")},
                                              {"agreement", TEXT("Agreement")},
                                              {"template", TEXT("Template")},
                                              {"report", TEXT("Final report")},
                                              {"other", TEXT("Something else")}};
    return terms;
}

std::vector<FixedTerm> document_terms() {
    std::vector<FixedTerm> terms;
    for (const auto& kind : document_kinds()) terms.push_back({kind.key, kind.title});
    return terms;
}

i18n::Text title_of(Kind kind) {
    return kind_terms()[static_cast<std::size_t>(kind)].label;
}

std::string word_in(const std::vector<FixedTerm>& terms, std::string_view key, const i18n::Translator& words) {
    const auto* found = base::find_in(terms, key, &FixedTerm::key);
    return found ? words.t(found->label) : "";
}

std::string days_of(const Node& node, const i18n::Translator& words) {
    const auto from = node.starts ? words.date(*node.starts) : "", to = node.ends ? words.date(*node.ends) : "";
    if (node.goes_on)
        return from.empty() ? words.t(TEXT("goes on"))
                            : words.t(TEXT("from {date}, goes on"), {{"date", from}});
    if (!from.empty() && !to.empty()) return words.t(TEXT("{from} to {to}"), {{"from", from}, {"to", to}});
    if (!to.empty()) return words.t(TEXT("until {date}"), {{"date", to}});
    return from.empty() ? "" : words.t(TEXT("from {date}"), {{"date", from}});
}

std::string responsible_of(const Milestone& milestone) {
    std::string text;
    for (const auto& body : milestone.responsible) text += (text.empty() ? "" : ", ") + body;
    if (!milestone.open_responsible.empty()) text += (text.empty() ? "" : " + ") + milestone.open_responsible;
    return text;
}

}  // namespace digilots::plan
