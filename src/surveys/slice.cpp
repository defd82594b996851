#include <algorithm>

#include "surveys/demo.h"
#include "surveys/pages.h"

namespace digilots::surveys {

namespace {

using http::Access, http::Effort, http::Method, http::MenuPlace, http::Role;

/// Residents are led there while something is asked.
bool is_any_open(const Surveys& surveys, const http::Tenant& tenant) {
    const auto& self = Inside::of(surveys);
    if (!self.any_shown.in(tenant.id)) return false;
    const auto list = self.list(tenant.id);
    return std::ranges::any_of(*list, [&](const Survey& one) {
        return one.is_listed && one.open_round(self.today_in(tenant.zone)) && !one.edition.definition.questions.empty();
    });
}

/// Staff open it on their screen for whoever got help.
const Survey* asked_after_help(const Surveys::Implementation& self, const List& list,
                               const http::Tenant& tenant) {
    const auto found = std::ranges::find_if(list, [&](const Survey& one) {
        return one.asked_after == "help" && one.open_round(self.today_in(tenant.zone)) &&
               !one.edition.definition.questions.empty();
    });
    return found == list.end() ? nullptr : &*found;
}

http::Response ask_after_help(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    const auto list = self.list(request.tenant->id);
    const auto* survey = asked_after_help(self, *list, *request.tenant);
    return http::see_other(html::Page(request).tenant_url(survey ? "/staff/surveys/" + survey->id + "/paper"
                                                                 : "/staff/surveys"));
}

http::Menu menu(const Surveys& surveys) {
    const auto after_help = [&surveys](const http::Tenant& tenant, const http::Identity&) {
        const auto& self = Inside::of(surveys);
        if (!self.any_shown.in(tenant.id)) return -1;
        const auto list = self.list(tenant.id);
        return asked_after_help(self, *list, tenant) ? 0 : -1;
    };
    const auto open = [&surveys](const http::Tenant& tenant, const http::Identity&) {
        return is_any_open(surveys, tenant) ? 0 : -1;
    };
    return {{MenuPlace::help, 140, TEXT("Open surveys"), "/surveys", Role::guide, {}, open},
            {MenuPlace::staff,
             339,
             TEXT("One question after the help"),
             "/staff/surveys/after-help",
             Role::guide,
             {},
             after_help},
            {MenuPlace::staff, 340, TEXT("Surveys"), "/staff/surveys"},
            {MenuPlace::staff, 341, TEXT("Interviews"), "/staff/interviews"},
            {MenuPlace::staff, 342, TEXT("Tests with users"), "/staff/user-tests"},
            {MenuPlace::staff, 343, TEXT("Studies of others"), "/staff/outside-studies"}};
}

http::Routes routes(Surveys& surveys) {
    const auto page = http::handlers_with(Pages{surveys});
    const std::string open = "/{municipality}/surveys", one = open + "/{slug}",
                      staff = "/{municipality}/staff/surveys/{id}";
    const std::string api = "/api/v1/{municipality}/surveys";
    return {
        {Method::get, open, Access::anyone, page(surveys_page)},
        {Method::get, one, Access::anyone, page(answer_page), {"way", "screen", "slip"}},
        {Method::post, one, Access::anyone, page(answer)},
        {Method::get, one + "/thanks", Access::anyone, page(thanks_page), {"screen"}},
        {Method::get, one + "/form.pdf", Access::anyone, page(form_file), {}, {}, Effort::drawing},
        {Method::get, "/{municipality}/staff/surveys/after-help", Access::guide, page(ask_after_help)},
        {Method::get, staff + "/questions", Access::coordinator, page(questions_page)},
        {Method::post, staff + "/questions", Access::coordinator, page(change_questions)},
        {Method::get, staff + "/questions/{question}", Access::coordinator, page(question_page)},
        {Method::post, staff + "/questions/{question}", Access::coordinator, page(save_question)},
        {Method::get, staff + "/paper", Access::guide, page(paper_page)},
        {Method::post, staff + "/paper", Access::guide, page(enter_sheet)},
        {Method::post, staff + "/dots", Access::guide, page(enter_dots)},
        {Method::post, staff + "/codes.pdf", Access::coordinator, page(codes_file), {}, {}, Effort::drawing},
        {Method::get, staff + "/results", Access::guide, page(results_page)},
        {Method::get, staff + "/results.csv", Access::guide, page(results_csv)},
        {Method::get, staff + "/results.xlsx", Access::guide, page(results_xlsx), {}, {}, Effort::drawing},
        {Method::get, staff + "/rows.csv", Access::coordinator, page(rows_csv)},
        {Method::get, staff + "/words.csv", Access::coordinator, page(words_csv)},
        {Method::get, staff + "/codebook.xml", Access::coordinator, page(codebook)},
        {Method::get, staff + "/questions.xml", Access::guide, page(questions_codebook)},
        {Method::get, staff + "/over-time", Access::guide, page(over_time_page)},
        {Method::get, staff + "/staff-lists", Access::guide, page(staff_lists_page)},
        {Method::get, staff + "/compare", Access::guide, page(compare_page)},
        {Method::post, staff + "/close", Access::coordinator, page(close_survey)},
        {Method::get, api, Access::anyone, page(list_open)},
        {Method::get, api + "/{id}", Access::anyone, page(get_survey)},
        {Method::post, api + "/{id}/answers", Access::anyone, page(post_answers)},
        {Method::get, api + "/{id}/results", Access::token(read_surveys), page(get_results)}};
}

jobs::Kind moving(Surveys& surveys) {
    return {.name = "surveys_move",
            .title = TEXT("Move answers to surveys that wait, together and in random order"),
            .work = [&surveys](jobs::Run& run) { surveys.move([&run] { run.go_on(); }); },
            .retry = {.attempts = 5, .first = std::chrono::minutes(5)},
            .schedule = jobs::Daily{.hour = 3, .minute = 40},
            .length = jobs::Length::lasting};
}

std::vector<Finding> examine(const Surveys& surveys) {
    std::vector<Finding> findings;
    for (const auto& day : days_without_key(Inside::of(surveys)))
        findings.push_back({Health::wrong, "surveys",
                            "answers of " + day +
                                " wait that cannot be opened: their key is not in the folder survey-keys. Put the folder back; "
                                "where it is lost, close the survey for good."});
    return findings;
}

}  // namespace

Slice slice(Surveys& surveys) {
    return {
        .name = "surveys",
        .routes = [&surveys](const Slices&) { return routes(surveys); },
        .registers = {&surveys.surveys(), &surveys.rounds(), &surveys.interviews(), &surveys.user_tests(), &surveys.studies()},
        .menu = menu(surveys),
        .scopes = {&read_surveys},
        .trail = {.actions = {{"survey questions changed", TEXT("questions of a survey changed")},
                              {"survey edition made", TEXT("new edition of a survey made")},
                              {"survey codes made", TEXT("codes for a survey made")},
                              {"survey rows taken", TEXT("answers of a survey taken out row by row")},
                              {"survey closed", TEXT("survey closed for good")}}},
        .privacy = privacy_notices(),
        .retention = retention_rules(),
        .site = {.of = [](const http::Tenant&) { return std::vector<std::string>{"/surveys"}; }},
        .jobs = {moving(surveys)},
        .examine = [&surveys] { return examine(surveys); },
        .load_demo =
            [&surveys](const Demo& demo) {
                if (demo.measured.empty()) load_demo(surveys, demo);
            },
    };
}

}  // namespace digilots::surveys
