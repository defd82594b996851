#include "surveys/told.h"

#include <algorithm>
#include <cmath>

#include "platform/base/lists.h"
#include "platform/measures/value.h"
#include "surveys/counting.h"
#include "surveys/steps.h"

namespace digilots::surveys {

namespace {

constexpr double percent = 100;

}  // namespace

std::string count_text(const Figure& figure, const html::Page& page) {
    return figure.is_hidden ? page.t("too few") : page.translator().number(static_cast<double>(figure.count));
}

std::string share_text(const Figure& part, const Figure& of, const html::Page& page) {
    if (part.is_hidden || of.is_hidden) return page.t("too few");
    return measures::value_text(measures::Kind::share, {part.count, of.count}, page.translator());
}

std::string interval_text(const Figure& part, const Figure& of, const html::Page& page) {
    if (part.is_hidden || of.is_hidden) return "";
    const auto range = wilson(part.count, of.count);
    if (!range) return "";
    return page.translator().number(std::round(range->least * percent)) + "–" +
           page.translator().number(std::round(range->most * percent)) + "\u00a0%";
}

std::optional<double> mean_of(const Asked& asked, std::size_t group) {
    if (asked.question.kind != Kind::scale && asked.question.kind != Kind::matrix) return std::nullopt;
    if (are_steps_together(asked)) return std::nullopt;
    std::int64_t sum = 0, answered = 0, place = asked.question.kind == Kind::scale ? asked.question.least : 1;
    for (const auto& line : asked.lines) {
        if (group >= line.figures.size() || line.figures[group].is_hidden) return std::nullopt;
        sum += place * line.figures[group].count;
        answered += line.figures[group].count;
        ++place;
    }
    if (answered < fewest) return std::nullopt;
    return static_cast<double>(sum) / static_cast<double>(answered);
}

InLanguage heading_of(const Asked& asked, const html::Page& page, std::string_view first) {
    auto heading = words_on(page, asked.question.label, first);
    const auto& parts = asked.question.kind == Kind::matrix ? asked.question.lines : asked.question.options;
    if (const auto* part = base::find_in(parts, asked.part, &Option::key); part && !asked.part.empty())
        heading.text += ": " + words_on(page, part->label, first).text;
    return heading;
}

std::vector<std::string> splits_in(const Survey& survey) {
    std::vector<std::string> splits;
    for (const auto& question : survey.edition.definition.questions)
        if (!question.split.empty()) base::add_once(splits, question.split);
    return splits;
}

i18n::Text title_of_split(std::string_view split) {
    if (split == "gender") return TEXT("Gender");
    if (split == "age") return TEXT("Age");
    if (split == "group") return TEXT("Target group");
    if (split == "unit") return TEXT("Unit");
    if (split == "role") return TEXT("Role");
    return TEXT("Place");
}

std::string group_label(const Survey& survey, std::string_view split, std::string_view value, const html::Page& page) {
    if (value.empty()) return page.t("Not stated");
    for (const auto& question : survey.edition.definition.questions)
        if (question.split == split) return value_on(page, question, value, survey.first_language()).text;
    return std::string(value);
}

std::string name_of_file(const http::Request& request, const Survey& survey, const char* ending) {
    return request.tenant->slug + "-" + survey.slug + ending;
}

bool is_told_line(const Asked& asked, const Asked::Line& line) {
    return asked.question.kind != Kind::several || line.value == chosen;
}

}  // namespace digilots::surveys
