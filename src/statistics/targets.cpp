#include "statistics/targets.h"

#include <algorithm>

#include "platform/base/whole_number.h"
#include "platform/register/types.h"
#include "statistics/shares.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

namespace {

constexpr int first_year = 2020, last_year = 2040, most_targets = 200;

std::vector<register_::Choice> shares_to_aim_at(const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& one : known_shares()) choices.push_back({.key = std::string(one.part), .label = around.t(one.title)});
    return choices;
}

std::vector<register_::Choice> ways_to_aim_at(const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& one : taxonomy::terms(taxonomy::List::channel))
        choices.push_back({.key = std::string(one.key), .label = around.t(one.label)});
    return choices;
}

std::vector<register_::Choice> years_to_aim_at(const register_::Surroundings&) {
    std::vector<register_::Choice> choices;
    for (int year = first_year; year <= last_year; ++year)
        choices.push_back({.key = std::to_string(year), .label = std::to_string(year)});
    return choices;
}

bool is_of_inquiries(const register_::Record& record) {
    const auto* share = share_of_part(record.text("share"));
    return share && (share->whole == "inquiries" || share->whole == "referred");
}

/// Two of the same would be compared with whichever comes first.
void check_one_of_each(const register_::Checked& checked, register_::Problems& problems) {
    const auto& record = checked.record;
    const bool is_narrow = !record.text("channel").empty() || !record.text("topic").empty();
    if (is_narrow && !is_of_inquiries(record))
        problems.push_back({"share", TEXT("This is not known by way in and topic: leave both out.")});
    for (const auto& other : checked.others) {
        const bool is_same = other.id != record.id && other.text("share") == record.text("share") &&
                             other.text("year") == record.text("year") && other.text("channel") == record.text("channel") &&
                             other.text("topic") == record.text("topic");
        if (is_same) problems.push_back({"year", TEXT("There is a target of this for that year. Change that line.")});
    }
}

}  // namespace

std::optional<bool> Target::is_reached(const measures::Value& share) const {
    if (share.of == 0) return std::nullopt;
    constexpr std::int64_t tenths_of_all = 1000;
    const auto reached = share.amount * tenths_of_all, aimed_at = tenths * share.of;
    return is_most ? reached <= aimed_at : reached >= aimed_at;
}

register_::Register target_register() {
    using namespace register_;
    return {.key = "statistics_target",
            .table = "statistics_target",
            .names = {TEXT("Targets of the figures"), TEXT("Target of a figure")},
            .see = http::Role::guide,
            .change = http::Role::coordinator,
            .path = "/staff/statistics/targets",
            .above = {{TEXT("Statistics"), "/staff/statistics"}},
            .fields = {term("share", TEXT("What is aimed at"), shares_to_aim_at)
                           .required()
                           .listed()
                           .when_missing(TEXT("Choose what is aimed at.")),
                       term("year", TEXT("Year"), years_to_aim_at).required().listed().when_missing(TEXT("Choose a year.")),
                       term("direction", TEXT("At least or at most"),
                            fixed_terms({{"least", TEXT("At least")}, {"most", TEXT("At most")}}))
                           .required()
                           .usually("least")
                           .listed(),
                       percentage("percent", TEXT("Share to reach")).required().listed(),
                       term("channel", TEXT("Channel"), ways_to_aim_at).listed().when_none(TEXT("All")),
                       term("topic", TEXT("Topic"), taxonomy::topic_choices).listed().when_none(TEXT("All"))},
            .rules = check_one_of_each,
            .size = Size::few,
            .at_most = most_targets,
            .endings = Endings::removed,
            .words = {.about = TEXT("A share to reach in a year, of everything or of one way in or topic. It stands beside the "
                                    "figure in the statistics, with how it goes month by month."),
                      .caption = TEXT("Targets by year"),
                      .empty = TEXT("No target has been set."),
                      .add = TEXT("Add a target"),
                      .change = TEXT("Change the target")}};
}

std::vector<Target> targets_of(const register_::Records& records, std::string_view municipality_id) {
    std::vector<Target> targets;
    for (const auto& record : records.all(municipality_id))
        targets.push_back({.part = record.text("share"),
                           .year = static_cast<int>(base::whole_number(record.text("year"), first_year, last_year).value_or(0)),
                           .channel = record.text("channel"),
                           .topic = record.text("topic"),
                           .tenths = record.whole("percent").value_or(0),
                           .is_most = record.text("direction") == "most"});
    return targets;
}

const Target* target_for(std::span<const Target> targets, std::string_view part, int year,
                         const std::map<std::string, std::string>& dimensions) {
    const auto is_of = [&](const std::string& wanted, const char* dimension) {
        const auto found = dimensions.find(dimension);
        return wanted.empty() || (found != dimensions.end() && found->second == wanted);
    };
    const auto weight = [](const Target& target) { return 2 * !target.topic.empty() + !target.channel.empty(); };
    const Target* best = nullptr;
    for (const auto& target : targets) {
        const bool fits = target.part == part && target.year == year && is_of(target.channel, "channel") &&
                          is_of(target.topic, "topic");
        if (fits && (!best || weight(target) > weight(*best))) best = &target;
    }
    return best;
}

std::string target_text(const Target& target, const i18n::Translator& translator) {
    const auto percent = translator.number(target.percent(), target.tenths % 10 == 0 ? 0 : 1);
    return target.is_most ? translator.t(TEXT("At most {percent} %"), {{"percent", percent}})
                          : translator.t(TEXT("At least {percent} %"), {{"percent", percent}});
}

}  // namespace digilots::statistics
