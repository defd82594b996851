// Answering: without account, cookie or script; one question at a time or all on one page.
#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "surveys/asking.h"
#include "surveys/codes.h"
#include "surveys/pages.h"
#include "surveys/templates.h"

namespace digilots::surveys {

namespace {

constexpr std::size_t longest_typed_code = 60, bytes_of_form = 18;
constexpr int seconds_of_thanks = 8;
const std::string last_step = "end";

struct Answering {
    const Surveys::Implementation& self;
    const http::Request& request;
    html::Page page;
    std::shared_ptr<const List> list;
    const Survey* survey = nullptr;
    const Round* round = nullptr;

    Answering(const Pages& pages, const http::Request& asked)
        : self(Inside::of(pages.surveys)), request(asked), page(asked), list(self.list(asked.tenant->id)) {
        survey = base::find_in(*list, request.parameter("slug"), &Survey::slug);
        if (survey) round = survey->open_round(self.today_in(request.tenant->zone));
        page.indexable = false;
    }
    std::string first() const { return survey->first_language(); }
    const Definition& definition() const { return survey->edition.definition; }
    /// Of what a form or an address says.
    std::string said(std::string_view name) const {
        const auto typed = request.form.has(name) ? request.form.get(name) : request.query.get(name);
        return std::string(base::cut(typed, longest_typed_code));
    }
    /// Typed, or out of the address that stands on a slip: it opens nothing, and lets one answer in.
    std::string code() const {
        return std::string(base::cut(request.form.has("code") ? request.form.get("code") : request.query.get("slip"),
                                     longest_typed_code));
    }
    bool is_at_screen() const { return said("screen") == "1"; }
};

http::Response not_open(Answering& asked) {
    auto& page = asked.page;
    page.title = page.t("The survey is not open");
    const ThanksView view{.text = page.t("It takes no answers now. Thank you for wanting to tell."),
                          .url = page.tenant_url("/surveys"),
                          .again = page.t("Open surveys")};
    return http::never_kept(html::render_page(page, templates::thanks_page(view, page)));
}

std::string address_of(const Answering& asked, const std::string& more) {
    std::string query;
    const auto add = [&](const std::string& part) { query += (query.empty() ? "?" : "&") + part; };
    if (!more.empty()) add(more);
    if (asked.is_at_screen()) add("screen=1");
    if (const auto code = asked.code(); !code.empty()) add("slip=" + html::url_encode(code));
    return asked.page.tenant_url("/surveys/" + asked.survey->slug) + query;
}

AnswerView begun_view(Answering& asked) {
    auto& page = asked.page;
    const auto& survey = *asked.survey;
    AnswerView view{.title = title_on(page, survey), .url = page.tenant_url("/surveys/" + survey.slug)};
    page.title = view.title.text;
    view.introduction = words_on(page, asked.definition().introduction, asked.first());
    view.is_at_screen = asked.is_at_screen();
    view.warns_of_session = view.is_at_screen && asked.request.identity.has_value();
    view.is_vote = survey.is_vote();
    for (const auto& code : survey.languages)
        if (code != page.translator().language().code)
            view.languages.push_back(
                {i18n::translator(code).language().own_name, "/" + code + "/" + asked.request.tenant->slug + "/surveys/" +
                                                                 survey.slug + (view.is_at_screen ? "?screen=1" : "")});
    auto form = asked.said("form_once");
    view.hidden = {{"form_once", form.empty() ? base::random_token(bytes_of_form) : form}};
    if (view.is_at_screen) view.hidden.emplace_back("screen", "1");
    return view;
}

void add_code(AnswerView& view, const Answering& asked) {
    if (!asked.survey->needs_code) return;
    view.has_code = true;
    view.code =
        html::components::Field{.name = "code",
                                .label = asked.page.t("Your code"),
                                .value = asked.code(),
                                .hint = asked.page.t("It stands on the slip that you got, and is used up once you have sent.")};
    view.code.autocomplete = "off";
    view.code = view.code.with(view.errors);
}

http::Response shown(Answering& asked, const AnswerView& view, int status) {
    return http::never_kept(html::render_page(asked.page, templates::answer_page(view, asked.page), status));
}

http::Response show_all(Answering& asked, const Answers& given, html::FormErrors errors, int status) {
    auto view = begun_view(asked);
    view.errors = std::move(errors);
    int number = 0;
    for (const auto& question : asked.definition().questions)
        view.asked.push_back(asked_view(question, ++number, asked.definition(), given, view.errors, asked.page, asked.first()));
    if (!view.is_vote) view.ways = {{asked.page.t("One question at a time"), address_of(asked, "way=steps")}};
    add_code(view, asked);
    if (asked.survey->is_paired) view.facts = fact_fields(asked.request.form, view.errors, asked.page);
    return shown(asked, view, status);
}

/// `at`: the key of the question, or the last step, in which it is sent.
http::Response show_step(Answering& asked, const std::string& at, const Answers& given, html::FormErrors errors, int status) {
    auto view = begun_view(asked);
    view.errors = std::move(errors);
    view.is_by_step = true;
    view.at = at;
    view.hidden.emplace_back("way", "steps");
    const auto& all = asked.definition().questions;
    const auto shown_now = shown_questions(asked.definition(), given);
    Answers others = given;
    view.is_last = at == last_step;
    view.is_first = !shown_now.empty() && shown_now.front()->key == at;
    if (!view.is_last) {
        const auto place = std::ranges::find(all, at, &Question::key) - all.begin();
        others.erase(at);
        view.asked.push_back(asked_view(all[static_cast<std::size_t>(place)], static_cast<int>(place) + 1, asked.definition(),
                                        given, view.errors, asked.page, asked.first()));
        view.progress = asked.page.t("Question {number} of {all}",
                                     {{"number", std::to_string(place + 1)}, {"all", std::to_string(all.size())}});
    } else {
        add_code(view, asked);
        if (asked.survey->is_paired) view.facts = fact_fields(asked.request.form, view.errors, asked.page);
    }
    if (!view.has_code && !asked.code().empty()) view.hidden.emplace_back("code", asked.code());
    for (auto& field : carried(asked.definition(), others)) view.hidden.push_back(std::move(field));
    view.ways = {{asked.page.t("All questions on one page"), address_of(asked, "way=all")}};
    return shown(asked, view, status);
}

std::string first_step(const Answering& asked) {
    const auto& questions = asked.definition().questions;
    return questions.empty() ? last_step : questions.front().key;
}

/// The one after (or before) `at` among those that are asked.
std::string neighbour(const Answering& asked, const std::string& at, const Answers& given, bool back) {
    const auto steps = shown_questions(asked.definition(), given);
    const auto found = std::ranges::find(steps, at, &Question::key);
    if (back) return found == steps.begin() ? first_step(asked) : (*std::prev(found))->key;
    if (found == steps.end() || std::next(found) == steps.end()) return last_step;
    return (*std::next(found))->key;
}

http::Response take_step(Answering& asked, const std::string& action, const Answers& given) {
    const auto at = asked.said("at");
    const auto* question = asked.definition().find(at);
    if (action == "back") return show_step(asked, neighbour(asked, at, given, true), given, {}, 200);
    html::FormErrors errors;
    if (question) add_faults(errors, check_one(*question, given).faults, asked.definition(), asked.page, asked.first());
    if (!errors.empty()) return show_step(asked, at, given, std::move(errors), 422);
    return show_step(asked, neighbour(asked, at, given, false), given, {}, 200);
}

/// In steps the first question that is wrong; else all of them.
http::Response show_again(Answering& asked, const Answers& given, html::FormErrors errors, int status) {
    if (asked.said("way") != "steps") return show_all(asked, given, std::move(errors), status);
    auto at = last_step;
    for (const auto& entry : errors.entries())
        if (const auto key = entry.field.substr(0, entry.field.find('-')); asked.definition().find(key)) {
            at = key;
            break;
        }
    return show_step(asked, at, given, std::move(errors), status);
}

struct Facts {
    std::string tidy;
    bool is_half = false;
};
Facts facts_of(const Answering& asked) {
    if (!asked.survey->is_paired) return {};
    const auto typed = facts_in(asked.request.form);
    const bool is_any = std::ranges::any_of(typed, [](const std::string& one) { return !one.empty(); });
    auto tidy = tidy_facts(typed);
    const bool is_half = is_any && tidy.empty();
    return {std::move(tidy), is_half};
}

http::Response send(Answering& asked, const Answers& given) {
    const auto& page = asked.page;
    html::FormErrors errors;
    auto checked = check(asked.definition(), given);
    add_faults(errors, checked.faults, asked.definition(), page, asked.first());
    const auto code = once_of_code(asked.code());
    if (asked.survey->needs_code && code.empty()) errors.add("code", page.t("Write the code as it stands on the slip."));
    const auto facts = facts_of(asked);
    if (facts.is_half)
        errors.add("fact_mother", page.t("Answer all four so that your answers find each other, or leave all four empty."));
    if (checked.answers.empty() && errors.empty())
        errors.add("", page.t("Nothing is answered yet. Answer at least one question."));
    if (!errors.empty()) return show_again(asked, given, std::move(errors), 422);
    const auto once = asked.survey->needs_code ? code : std::string(form_once) + asked.said("form_once");
    const auto taken = take(asked.self, asked.request.tenant->id, *asked.survey, *asked.round,
                            {{.answers = to_text(checked.answers), .pair = facts.tidy, .once = once}});
    if (taken == Taken::no_such_code) errors.add("code", page.t("There is no such code. Write it as it stands on the slip."));
    if (taken == Taken::used_before && asked.survey->needs_code)
        errors.add("code", page.t("The code has been used. Each is for one answer."));
    if (taken == Taken::changed_meanwhile)
        errors.add("",
                   page.t("The questions were changed just now. Look through them and send again; what you answered stands."));
    if (taken == Taken::closed) errors.add("", page.t("The survey was closed just now. Nothing was sent."));
    if (!errors.empty()) return show_again(asked, given, std::move(errors), 422);
    return http::see_other(
        page.tenant_url("/surveys/" + asked.survey->slug + "/thanks" + (asked.is_at_screen() ? "?screen=1" : "")));
}

}  // namespace

http::Response surveys_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    html::Page page(request);
    page.title = page.t("Open surveys");
    page.description = page.t("What we ask right now. You need no account, and nobody can see who answered what.");
    SurveysView view;
    const auto list = self.list(request.tenant->id);
    for (const auto& survey : *list) {
        const auto* round = survey.open_round(self.today_in(request.tenant->zone));
        if (!survey.is_listed || !round || survey.edition.definition.questions.empty()) continue;
        view.open.push_back({title_on(page, survey), page.tenant_url("/surveys/" + survey.slug),
                             page.t("Open until {date}", {{"date", page.translator().date(round->closes)}})});
    }
    return html::render_page(page, templates::surveys_page(view, page));
}

http::Response answer_page(const Pages& pages, const http::Request& request) {
    Answering asked(pages, request);
    if (!asked.survey) return html::error_page(request, 404);
    if (!asked.round || asked.definition().questions.empty()) return not_open(asked);
    const bool is_by_step = request.query.get("way") == "steps";
    return is_by_step ? show_step(asked, first_step(asked), {}, {}, 200) : show_all(asked, {}, {}, 200);
}

http::Response answer(const Pages& pages, const http::Request& request) {
    Answering asked(pages, request);
    if (!asked.survey) return html::error_page(request, 404);
    if (!asked.round || asked.definition().questions.empty()) return not_open(asked);
    const auto given = answers_in(asked.definition(), request.form);
    const auto action = asked.said("action");
    if (action == "next" || action == "back") return take_step(asked, action, given);
    auto& self = Inside::of(pages.surveys);
    if (const auto wait = http::wait_of(self.answering, request, self.clock.now())) {
        html::FormErrors errors;
        errors.add("", asked.page.t("So many answers came from here that this one has to wait. Try again in a minute; what you "
                                    "answered stands here."));
        auto response = show_again(asked, given, std::move(errors), 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    return send(asked, given);
}

http::Response thanks_page(const Pages& pages, const http::Request& request) {
    Answering asked(pages, request);
    if (!asked.survey) return html::error_page(request, 404);
    auto& page = asked.page;
    page.title = page.t("Thank you");
    const auto start = page.tenant_url("/surveys/" + asked.survey->slug + "?screen=1");
    ThanksView view{
        .text = page.t("Your answer is sent. Nobody can see that it was yours, so it cannot be changed or found again.")};
    if (asked.is_at_screen()) {
        view.url = start;
        view.again = page.t("Next person");
    } else {
        view.url = page.tenant_url("/");
        view.again = page.t("To the start page");
    }
    auto response = http::never_kept(html::render_page(page, templates::thanks_page(view, page)));
    if (asked.is_at_screen()) response.headers.emplace_back("Refresh", std::to_string(seconds_of_thanks) + ";url=" + start);
    return response;
}

}  // namespace digilots::surveys
