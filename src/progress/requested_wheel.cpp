#include "progress/requested_wheel.h"

#include "platform/http/target.h"
#include "platform/periods/choice.h"
#include "progress/wheel_json.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

int nearest_year(const std::vector<int>& years, std::string_view in_address) {
    const auto wanted = periods::read_year(in_address).transform(periods::of_year);
    const auto found = periods::nearest(periods::of_years(years), wanted);
    return found ? static_cast<int>(found->from.year()) : 0;
}

/// What was kept has its words in one language: the same indicators in others are called as they are now.
void name_in_other_languages(Wheel& wheel, const indicators::Indicators& known) {
    for (auto& goal : wheel.goals)
        for (auto& target : goal.targets)
            for (auto& [indicator, standing] : target.indicators) {
                const auto now = known.find(indicator.id);
                if (!now) continue;
                indicator.title_nb = now->title_nb;
                indicator.title_en = now->title_en;
            }
}

}  // namespace

std::optional<RequestedWheel> requested_wheel(const Pages& pages, const http::Request& request) {
    const auto subject = subject_of(request, pages.municipalities);
    if (!subject) return std::nullopt;
    RequestedWheel requested{*subject, {}, pages.progress.years(subject->id()), false};
    const int year = nearest_year(requested.years, request.query.get("year"));
    if (request.query.has("kept")) {
        if (const auto kept = read_kept_wheel(pages.progress.kept_wheel(subject->id(), year))) {
            requested.wheel = *kept;
            name_in_other_languages(requested.wheel, pages.progress.indicators());
            requested.is_kept = true;
            return requested;
        }
    }
    indicators::Group group;
    const auto wanted = request.query.get("group");
    for (const auto& choice : pages.progress.indicators().groups(subject->id())) {
        if (choice.key != wanted) continue;
        if (choice.key != group.key) requested.group = choice.key;
        group.key = choice.key;
    }
    requested.wheel = pages.progress.wheel(subject->id(), year, group);
    return requested;
}

std::optional<http::Response> to_one_spelling(const RequestedWheel& requested, const http::Request& request) {
    const auto is = [&](const char* name, const std::string& value) {
        const auto given = request.query.find(name);
        return !given || (*given == value && !value.empty());
    };
    const std::string year = std::to_string(requested.wheel.year);
    const std::string_view paper = request.query.get("paper") == "a3" ? "a3" : "";
    const bool is_plain = is("paper", "a4") || is("paper", "a3");
    const bool says_it = is("year", year) && is("group", requested.group) && is("kept", requested.is_kept ? "1" : "");
    if (says_it && is_plain) return std::nullopt;
    std::string address = request.language_prefix + http::encode_path(request.path) + "?year=" + year;
    if (!requested.group.empty()) address += "&group=" + http::percent_encode(requested.group);
    if (requested.is_kept) address += "&kept=1";
    if (!paper.empty()) address += "&paper=a3";
    return http::see_other(address);
}

std::vector<ComparisonRow> comparison_rows(const Wheel& wheel, const Wheel& other, const Subject& subject,
                                           const html::Page& page) {
    std::vector<ComparisonRow> rows;
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            ComparisonRow row;
            row.title = target.target->id + " " + target.target->title(page.translator());
            row.url =
                page.url(subject.target_path(target.target->id) + "?year=" + std::to_string(wheel.year));
            row.mark = mark_of(target, page);
            if (!target.indicators.empty()) row.value = value_of(target.indicators.front(), page);
            if (const auto* same = other.find(target.target->id)) {
                row.other_mark = mark_of(*same, page);
                if (!same->indicators.empty()) row.other_value = value_of(same->indicators.front(), page);
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace digilots::progress
