#include "needs/report_parts.h"

#include <algorithm>

#include "needs/terms.h"
#include "platform/base/lists.h"
#include "platform/register/record.h"

namespace digilots::needs {

namespace {

std::vector<register_::Choice> all_certainties(const html::Page& page) {
    return certainties()({.municipality_id = page.request().tenant->id, .words = &page.translator()});
}

}  // namespace

void ReportWriter::heading(int level, std::string words) {
    document.blocks.push_back({print::Heading{level, {std::move(words)}}});
}

void ReportWriter::paragraph(std::string words, print::Emphasis emphasis) {
    if (!words.empty()) document.blocks.push_back({print::Paragraph{{std::move(words)}, emphasis}});
}

void ReportWriter::list(std::vector<std::string> lines) {
    print::List list;
    for (auto& line : lines) list.items.push_back({.text = {std::move(line)}});
    if (!list.items.empty()) document.blocks.push_back({std::move(list)});
}

void ReportWriter::what_areas_mean() {
    heading(2, page.t("What the areas mean"));
    list({label_of(areas(), "support", page) + ": " +
              page.t("continuous support: a person at a place to visit, or a number to ring, for help "
                     "with anything digital"),
          label_of(areas(), "residents", page) + ": " +
              page.t("efforts for a time that make residents able themselves, such as a course"),
          label_of(areas(), "internal", page) + ": " +
              page.t("training, recruiting and aids where staff meet residents")});
}

void ReportWriter::which_certainty() {
    if (!certainty.empty())
        paragraph(page.t("Only what is: {certainty}.", {{"certainty", label_of(certainties(), certainty, page)}}),
                  print::Emphasis::strong);
}

void ReportWriter::unanswered(const std::vector<std::string>& codes) {
    if (codes.empty()) return;
    const auto questions = base::joined(codes, ", ");
    // Where a part is shown, what is left out may well be answered.
    paragraph(certainty.empty() ? page.t("Nobody answered: {questions}.", {{"questions", questions}})
                                : page.t("No finding as certain as that: {questions}.", {{"questions", questions}}));
}

void ReportWriter::coverage(std::string caption, std::string of_what, const std::vector<CoveredLine>& lines,
                            const std::vector<AskedQuestion>& questions) {
    print::Table table{.caption = std::move(caption),
                       .headers = {{std::move(of_what)},
                                   {page.t("Answered, with how many findings")},
                                   {certainty.empty() ? page.t("Not answered") : page.t("Without a finding as certain as that")},
                                   {page.t("Findings under no heading")}},
                       .rows = {},
                       .numeric = {false, false, false, true}};
    const auto number = [&](std::size_t n) { return page.translator().number(static_cast<double>(n)); };
    const auto none = [&](std::vector<std::string> codes) {
        return codes.empty() ? page.t("None") : base::joined(codes, ", ");
    };
    for (const auto& line : lines) {
        std::vector<std::string> answered, silent;
        for (const auto& question : questions) {
            const auto found = line.findings.find(question.code);
            if (found == line.findings.end()) silent.push_back(question.code);
            else answered.push_back(question.code + " (" + number(found->second) + ")");
        }
        const auto loose = line.findings.find("");
        table.rows.push_back({{line.name},
                              {none(std::move(answered))},
                              {none(std::move(silent))},
                              {loose == line.findings.end() ? page.t("None") : number(loose->second)}});
    }
    document.blocks.push_back({std::move(table)});
}

void ReportWriter::good_examples(const std::vector<std::pair<std::string, std::vector<ToldExample>>>& by_whom) {
    if (std::ranges::all_of(by_whom, [](const auto& one) { return one.second.empty(); })) return;
    heading(2, page.t("Good examples"));
    for (const auto& [whose, examples] : by_whom) {
        std::vector<std::string> lines;
        for (const auto& one : examples) lines.push_back(one.title + (one.about.empty() ? "" : ": " + one.about));
        if (lines.empty()) continue;
        if (!whose.empty()) heading(3, whose);
        list(std::move(lines));
    }
}

void ReportWriter::what_was_asked(const std::vector<AskedQuestion>& questions) {
    if (questions.empty()) return;
    heading(2, page.t("What was asked"));
    std::vector<std::string> lines;
    for (const auto& question : questions)
        lines.push_back(question.code + ". " + question.title + " (" + label_of(parts(), question.part, page) + ")");
    list(std::move(lines));
}

void sort_as_asked(std::vector<AskedQuestion>& questions) {
    std::ranges::stable_sort(questions, {}, [](const AskedQuestion& one) {
        return std::pair(one.part == "current" ? 0 : one.part == "desired" ? 1 : 2, one.code);
    });
}

std::string finding_in_words(std::string_view title, std::string_view roles, const std::string& certainty,
                             const html::Page& page) {
    std::vector<std::string> behind;
    if (auto who = base::joined(register_::list_items(roles), ", "); !who.empty()) behind.push_back(std::move(who));
    if (certainty != "stated") behind.push_back(label_of(certainties(), certainty, page));
    return std::string(title) + (behind.empty() ? "" : " (" + base::joined(behind, "; ") + ")");
}

std::string voice_in_words(std::int64_t with_resident, std::int64_t stated, std::int64_t all, const html::Page& page) {
    const auto number = [&](std::int64_t n) { return page.translator().number(static_cast<double>(n)); };
    std::vector<std::string> words;
    if (stated > 0 || all == 0)
        words.push_back(page.t("{part} of {all} findings have a resident among those who were asked.",
                               {{"part", number(with_resident)}, {"all", number(stated)}}));
    if (all > stated)
        words.push_back(page.tn("Of {n} finding nobody has said whether a resident was asked.",
                                "Of {n} findings nobody has said whether a resident was asked.", all - stated));
    return base::joined(words, " ");
}

std::string asked_certainty(const http::Request& request) {
    const html::Page page(request);
    const auto asked = request.query.get("certainty");
    const auto known = all_certainties(page);
    return base::find_in(known, std::string(asked), &register_::Choice::key) == nullptr ? "" : std::string(asked);
}

std::string query_of_certainty(const http::Request& request) {
    const auto asked = asked_certainty(request);
    return asked.empty() ? "" : "certainty=" + asked;
}

html::components::Field certainty_choice(const http::Request& request) {
    const html::Page page(request);
    const auto chosen = asked_certainty(request);
    html::components::Field field{.name = "certainty",
                                  .label = page.t("How certain"),
                                  .options = {{"", page.t("All"), chosen.empty()}}};
    for (const auto& one : all_certainties(page)) field.options.push_back({one.key, one.label, one.key == chosen});
    return field;
}

}  // namespace digilots::needs
