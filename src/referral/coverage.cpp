#include "referral/coverage.h"

#include <algorithm>
#include <array>

namespace digilots::referral {
namespace {

using directory::Answer;
using directory::Place;

constexpr double takes_it_in = 82, in_passing = 24;
constexpr double has_equipment = 78, does_exactly = 70, least_support = 40, agency_is_there = 80, office_of_agencies = 76;
// Whoever comes with another errand is turned away from these machines: behind general guidance.
constexpr double only_own_errands = 47;
// Who answers for one field alone helps with cases of that field: behind whoever is there for the topic.
constexpr double another_field = 12;

bool has_support(const Place& place, std::string_view code) {
    return std::ranges::any_of(place.support, [&](const auto& note) { return note.code == code; });
}

bool has_aid(const Place& place, std::string_view type) {
    if (type == "printer" && place.printing == Answer::yes) return true;
    if (type == "copier" && place.copying == Answer::yes) return true;
    if (type == "scanner" && place.scanning == Answer::yes) return true;
    if (type == "wifi" && place.wifi == Answer::yes) return true;
    return std::ranges::any_of(place.aids, [&](const auto& aid) {
        return aid.type == type && aid.mode != "display" && aid.mode != "personal";
    });
}

/// Said in so many words that it is not there.
bool lacks(const Place& place, const std::string& topic) {
    if (topic == "print") return place.printing == Answer::no || place.has_limitation("no_printing");
    if (topic == "scan") return place.scanning == Answer::no;
    if (topic == "copy") return place.copying == Answer::no;
    if (topic == "wifi") return place.wifi == Answer::no || place.has_limitation("no_wifi");
    return false;
}

bool is_agency_topic(const std::string& topic) {
    constexpr std::array<std::string_view, 4> joint_office{"social_insurance", "tax", "pension", "employment_service"};
    return std::ranges::find(joint_office, topic) != joint_office.end();
}

double penalty(const Place& place, bool is_own_matter) {
    double points = 0;
    if (place.has_limitation("equipment_own_errands_only") && !is_own_matter) points += 8;
    if (!is_own_matter && (place.answers_own_field_alone() || place.has_limitation("member_agencies_only"))) {
        points += 3;
    }
    if (place.has_limitation("no_hands_on_help")) points += 10;
    if (place.has_limitation("very_limited_hours")) points += 3;
    if (place.has_limitation("locked_doors")) points += 3;
    if (place.mobile || place.kind == "mobile_library" || place.kind == "library_branch") points += 3;
    return points + (place.collective ? 0.5 : 0);
}

/// Views, faults and who does what: whatever it is about.
bool is_of_any_field(std::string_view topic) { return topic == "report_issue" || topic == "who_does_what"; }

/// Forms, decisions and letters of whatever body.
bool is_of_any_body(std::string_view topic) {
    return topic == "authorities" || topic == "authority_forms" || topic == "interpret_decision";
}

/// Of a place that answers for its own field alone, "helps with your own case" and "informs" say nothing of a topic that it does
/// not name, and what it takes in of faults and views is about that field; what it does with authorities is about its own bodies.
bool is_of_its_field_alone(const Place& place, const Coverage& found, const std::string& topic, const std::string& area) {
    if (!place.answers_own_field_alone()) return false;
    if (is_of_any_field(topic) || is_of_any_body(topic)) return true;
    if (found.reason.kind == ReasonKind::support && area == "authorities") return true;
    constexpr std::array<std::string_view, 4> of_field{"case_specific_help", "information", "referral", "direct_answers"};
    if (found.reason.kind != ReasonKind::support) return false;
    const bool is_said = std::ranges::find(of_field, found.reason.key) != of_field.end();
    return is_said || found.reason.key == "guidance_own_speciality";
}

/// Some work within one field and serve what is beside it only in passing.
double outside_its_field(const Place& place, const std::string& area) {
    if (place.kind == "labour_market_centre" && area != "work") return 6;
    return 0;
}

/// What is thrown away is brought there: whoever has a letter, a bill or a phone is not sent there for it.
bool is_no_help_with(const Place& place, const std::string& area) {
    return place.kind == "recycling_centre" && area != "municipal_services";
}

Coverage by_agency(const Entry& entry, const std::string& topic) {
    if (std::ranges::find(entry.agencies, topic) != entry.agencies.end()) {
        return {agency_is_there, {ReasonKind::agency, topic}};
    }
    const bool unnamed_members = entry.place->kind == "state_service_office" && entry.agencies.empty();
    if (unnamed_members && is_agency_topic(topic)) return {office_of_agencies, {ReasonKind::agency, topic}};
    return {};
}

/// Equipment first, then support in the topic's order; each further one that fits counts a little.
Coverage by_support(const Place& place, const taxonomy::Term& topic) {
    Coverage best;
    double more = -1;
    for (std::size_t position = 0; position < topic.supports.size(); ++position) {
        const auto& code = topic.supports[position];
        const bool is_equipment = taxonomy::find(taxonomy::List::aid, code) != nullptr;
        if (is_equipment ? !has_aid(place, code) : !has_support(place, code)) continue;
        more += 1;
        const auto weight = static_cast<double>(position);
        const bool for_others = is_equipment && place.has_limitation("equipment_own_errands_only");
        const double points = for_others     ? only_own_errands
                              : is_equipment ? has_equipment - weight
                                             : std::max(least_support, does_exactly - 3 * weight);
        if (points > best.points) best = {points, {is_equipment ? ReasonKind::aid : ReasonKind::support, code}};
    }
    if (best.points > 0) best.points += std::clamp(more, 0.0, 3.0);
    return best;
}

bool is_digital_guidance(std::string_view kind) {
    return kind == "library" || kind == "digidelcenter" || kind == "library_digidelcenter";
}

bool is_desk(std::string_view kind) {
    return kind == "municipal_service_centre" || kind == "contact_centre" || kind == "citizens_office" || kind == "reception";
}

/// Where nothing is said about the topic: a library guides in digital matters, a desk in municipal ones.
Coverage by_kind(const Place& place, const taxonomy::Term& topic) {
    const auto& area = topic.parent.empty() ? topic.key : topic.parent;
    const bool municipal = area == "municipal_services" || area == "other";
    const double guidance = municipal ? 25 : 36, desk = municipal ? 36 : area == "authorities" ? 34 : 30;
    if (is_digital_guidance(place.kind)) {
        return {guidance - (place.kind == "library" ? 0.5 : 0), {ReasonKind::general_guidance, ""}};
    }
    if (place.kind == "library_branch") return {guidance - 3, {ReasonKind::general_guidance, ""}};
    if (is_desk(place.kind)) return {desk, {ReasonKind::desk, ""}};
    if (place.kind == "town_hall" && municipal) return {desk - 6, {ReasonKind::desk, ""}};
    return {};
}

/// Who takes in views and faults for the municipality, a desk of it, and who only informs beside something else.
Coverage of_any_field(const Place& place, Coverage found, const std::string& topic, bool is_stated) {
    if (is_stated) return {is_desk(place.kind) ? takes_it_in : found.points, {ReasonKind::topic, topic}};
    if (is_desk(place.kind) || place.kind == "town_hall") return found;
    found.points = std::min(found.points, in_passing);
    return found;
}

}  // namespace

bool is_about_time(ReasonKind kind) {
    constexpr std::array kinds{ReasonKind::evening, ReasonKind::tonight, ReasonKind::weekend, ReasonKind::weekday,
                               ReasonKind::tomorrow, ReasonKind::today, ReasonKind::date, ReasonKind::hours,
                               ReasonKind::maybe_tonight};
    return std::ranges::find(kinds, kind) != kinds.end();
}

bool serves_everyone(const Place& place) {
    constexpr std::array<std::string_view, 6> others{"school", "residential_home", "work_practice_place", "project_place",
                                                     "municipal_company", "day_centre"};
    return std::ranges::find(others, place.kind) == others.end();
}

Coverage coverage(const Entry& entry, const std::string& key) {
    const auto* topic = taxonomy::find(taxonomy::List::topic, key);
    if (!topic || !entry.place || !entry.listed || lacks(*entry.place, key) || !serves_everyone(*entry.place)) return {};
    const auto& place = *entry.place;
    auto best = by_agency(entry, key);
    if (best.points > 0) {
        best.points -= penalty(place, true);
        return best;
    }
    const auto& area = topic->parent.empty() ? topic->key : topic->parent;
    best = by_support(place, *topic);
    const bool is_alone = is_of_its_field_alone(place, best, key, area);
    const bool is_stated = std::ranges::find(entry.topics, key) != entry.topics.end() &&
                           !(is_alone && (is_of_any_field(key) || is_of_any_body(key)));
    if (!is_stated && !is_of_any_field(key) && is_no_help_with(place, area)) return {};
    if (is_alone) best.points = std::min(best.points, another_field);
    if (is_stated) {
        best.points = std::max(72.0, best.points + 2);
        if (best.reason.kind == ReasonKind::none) best.reason = {ReasonKind::topic, key};
    }
    if (best.points == 0 && !is_alone) best = by_kind(place, *topic);
    if (best.points > 0 && is_of_any_field(key) && !is_alone) best = of_any_field(place, best, key, is_stated);
    if (best.points > 0) best.points = std::max(1.0, best.points - penalty(place, false) - outside_its_field(place, area));
    return best;
}

}  // namespace digilots::referral
