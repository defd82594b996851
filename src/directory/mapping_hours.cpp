#include <algorithm>
#include <array>

#include "directory/mapping_records.h"
#include "directory/record.h"

namespace digilots::directory {
namespace {

constexpr std::array<std::string_view, 7> keys{"mo", "tu", "we", "th", "fr", "sa", "su"};
constexpr std::array<std::string_view, 7> names{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string read_time(MappingObject& rule, std::string_view field) {
    std::string time = rule.text(field);
    const auto digit = [&](std::size_t at) { return time[at] >= '0' && time[at] <= '9'; };
    if (time.empty()) return time;
    const bool shaped = time.size() == 5 && time[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
    if (shaped && time <= "24:00" && time[3] <= '5') return time;
    rule.report().error(rule.path_of(field), "must be a time such as 08:30");
    return "";
}

/// Mo-Fr, Mo-We,Fr
std::string day_ranges(const std::array<bool, 7>& open) {
    std::string text;
    for (std::size_t day = 0; day < open.size(); ++day) {
        if (!open[day]) continue;
        std::size_t last = day;
        while (last + 1 < open.size() && open[last + 1]) ++last;
        if (!text.empty()) text += ",";
        text += names[day];
        if (last > day) text.append(1, last == day + 1 ? ',' : '-').append(names[last]);
        day = last;
    }
    return text;
}

std::string read_days(MappingObject& rule) {
    std::array<bool, 7> open{};
    for (const auto& key : rule.texts("days")) {
        const auto* found = std::find(keys.begin(), keys.end(), key);
        if (found == keys.end()) {
            rule.report().error(
                rule.path_of("days"),
                "\"" + key.substr(0, 20) + "\" is no weekday; allowed: mo, tu, we, th, fr, sa, su");
        } else {
            open[static_cast<std::size_t>(found - keys.begin())] = true;
        }
    }
    return day_ranges(open);
}

}  // namespace

Hours read_mapping_hours(std::vector<MappingObject> rules, std::string& staff_notes) {
    Hours hours;
    for (auto& rule : rules) {
        const std::string days = read_days(rule);
        const std::string opens = read_time(rule, "opens");
        const std::string closes = read_time(rule, "closes");
        const int days_per_week = rule.number("days_per_week", 7).value_or(0);
        append_note(staff_notes, rule.text("note"));
        rule.report_rest();
        if (days.empty() || opens.empty() || closes.empty()) {
            hours.complete = false;
            hours.days_per_week = days_per_week;
            hours.opens = opens;
            hours.closes = closes;
        } else {
            if (!hours.rule.empty()) hours.rule += "; ";
            hours.rule += days + " " + opens + "-" + closes;
        }
    }
    return hours;
}

void read_mapping_source(MappingObject& object, const MappingContext& context, Facts& facts) {
    facts["source"] = facts["source_date"] = "";
    auto source = object.object("source");
    if (!source) return;
    const std::string file = source->text("file");
    const std::string section = source->text("section");
    const auto found = context.sources.find(file);
    std::string text = found == context.sources.end() ? file : found->second.first;
    if (!section.empty()) text += " (" + section + ")";
    facts["source"] = text;
    facts["source_date"] = found == context.sources.end() ? "" : found->second.second;
}

}  // namespace digilots::directory
