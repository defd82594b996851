#include "indicators/meaning/facts.h"

#include "indicators/meaning/shipped_directions.h"

namespace digilots::indicators {
namespace {

using html::components::Notice;
using html::components::NoticeKind;
using html::components::SummaryItem;

std::string decided_by(const DirectionChange& change, const municipality::Municipality* municipality,
                       const html::Page& page) {
    if (change.actor == "proposal") return page.t("A proposal that comes with Digilots. Each municipality may change it.");
    if (municipality == nullptr) return "";
    return page.t("Decided by {municipality}", {{"municipality", municipality->name}});
}

std::string years_text(const std::vector<int>& years, const html::Page& page) {
    if (years.empty()) return page.t("No year has a figure here");
    if (years.size() == 1) return std::to_string(years.front());
    return page.tn("{n} year, {first}–{last}", "{n} years, {first}–{last}", static_cast<std::int64_t>(years.size()),
                   {{"first", std::to_string(years.front())}, {"last", std::to_string(years.back())}});
}

}  // namespace

// The shipped table gives its reasons in three languages; a municipality's own are as they were written.
std::string reason_of(const DirectionChange& change, const Indicator& indicator, const html::Page& page) {
    const auto* shipped = shipped_direction(indicator.id);
    return change.actor == "proposal" && shipped ? shipped->reason(page.translator()) : change.reason;
}

RuleView rule_of(const Pages& pages, const Indicator& indicator, const Distribution& distribution,
                 const municipality::Municipality* municipality, const html::Page& page) {
    RuleView rule;
    rule.direction = direction_text(distribution.direction, page);
    const auto changes = pages.indicators.direction_history(indicator.id, municipality ? municipality->id : "");
    if (!changes.empty() && changes.back().direction == distribution.direction) {
        rule.reason = reason_of(changes.back(), indicator, page);
        rule.decided = decided_by(changes.back(), municipality, page);
    }
    rule.group = group_text(pages, distribution.question.group, indicator, municipality, page);
    rule.n = distribution.n;
    rule.quarter = distribution.n / 4;
    if (distribution.green_limit) rule.green_limit = short_text(*distribution.green_limit, indicator, page);
    if (distribution.red_limit) rule.red_limit = short_text(*distribution.red_limit, indicator, page);
    return rule;
}

std::vector<SummaryItem> facts_of(const Pages& pages, const Indicator& indicator, const RuleView& rule,
                                  const html::Page& page) {
    std::vector<SummaryItem> facts;
    const std::string unit = unit_text(indicator.unit, page.translator());
    if (!unit.empty()) facts.push_back({page.t("Unit"), {unit}});
    SummaryItem direction{page.t("Which way is good"), {rule.direction}};
    if (!rule.reason.empty()) direction.values.push_back(rule.reason);
    if (!rule.decided.empty()) direction.values.push_back(rule.decided);
    facts.push_back(std::move(direction));
    facts.push_back({page.t("Figures"), {years_text(pages.indicators.years(indicator.id), page)}});
    if (!indicator.operating_area.empty()) facts.push_back({page.t("Area"), {indicator.operating_area}});
    facts.push_back({page.t("Source"), {source_name(indicator, page)}});
    const std::string source = source_url(indicator);
    if (!source.empty()) {
        const bool is_search = indicator.source == "kolada";
        const std::string text = is_search ? page.t("Search for {id} at Kolada", {{"id", indicator.id}})
                                           : page.t("{id}, described by those who collect it", {{"id", indicator.id}});
        facts.push_back({page.t("At the source"), {text}, source});
    }
    const std::string data = source_data_url(indicator);
    if (!data.empty()) {
        const std::string text = page.t("{id} in Kolada’s API (JSON)", {{"id", indicator.id}});
        facts.push_back({page.t("For programs"), {text}, data});
    }
    return facts;
}

std::string no_definition_text(const Indicator& indicator, std::string_view definition, const html::Page& page) {
    if (!definition.empty() || indicator.source != "kolada") return "";
    return page.t("The definition comes with the first fetch from Kolada. Until then it stands at the source.");
}

std::vector<Notice> notices_of(const Indicator& indicator, const Distribution& distribution, const html::Page& page) {
    std::vector<Notice> notices;
    if (indicator.made_up) notices.push_back({made_up_text(page), NoticeKind::warning});
    if (indicator.retired) {
        notices.push_back({page.t("This indicator is no longer updated by its source. The last figures stay here."),
                           NoticeKind::warning});
    }
    const std::string caution = caution_text(distribution, page);
    if (!caution.empty()) notices.push_back({caution, NoticeKind::information});
    return notices;
}

}  // namespace digilots::indicators
