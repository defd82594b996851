// The bank of answers as residents read it.
#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/html/markdown.h"
#include "platform/html/writer.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::questions {

namespace {

constexpr int on_a_page = 30, below_the_title = 2;
constexpr std::size_t most_found = 100, longest_asked = 200;

html::components::Freshness freshness_of(const BankAnswer& answer, const Pages& pages, const http::Request& request) {
    const auto& bank = pages.questions.bank();
    html::components::Freshness freshness{.verified_on = base::parse_date(answer.verified_on),
                                          .today = base::to_civil(pages.clock.now(), request.tenant->zone).date};
    if (bank.others().checked_every) freshness.months = bank.others().checked_every(request.tenant->id);
    return freshness;
}

const BankAnswer* find_shown(const BankAnswers& all, std::string_view slug) {
    const auto found = std::ranges::find_if(all, [&](const BankAnswer& one) { return one.is_published && one.slug == slug; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

BankHits bank_hits(const Pages& pages, const http::Request& request, const BankAnswers& all, std::string_view text,
                   std::size_t most) {
    constexpr std::size_t looked_through = 2 * most_found;
    const auto answer = pages.referral.search(*request.tenant, text, i18n::translator(request.language), looked_through);
    BankHits hits{.danger = answer.danger, .is_whole = answer.is_whole};
    for (const auto& hit : answer.hits) {
        if (hit.kind != "answer" || hits.answers.size() == most) continue;
        const auto found = std::ranges::find(all, hit.id, &BankAnswer::id);
        if (found != all.end() && found->is_published) hits.answers.push_back(&*found);
    }
    return hits;
}

http::Response bank_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = page.t("Common questions");
    page.description = page.t("Common questions to {municipality}, answered.", {{"municipality", tenant.name}});
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")}, {page.title, "", true}};
    BankView view{.query = base::cut(base::clean(request.query.get("q")), longest_asked),
                  .url = page.tenant_url("/answers"),
                  .ask_url = page.tenant_url("/ask")};
    const auto all = pages.questions.answers(tenant.id);
    std::vector<const BankAnswer*> shown;
    bool is_whole = true;
    if (!view.query.empty()) {
        auto hits = bank_hits(pages, request, *all, view.query, most_found);
        shown = std::move(hits.answers);
        is_whole = hits.is_whole;
        page.indexable = false;
    } else {
        for (const auto& answer : *all)
            if (answer.is_published) shown.push_back(&answer);
    }
    view.count = page.tn("{n} answer", "{n} answers", std::ssize(shown));
    const int current = html::components::page_number(request.query.get("page"), std::ssize(shown), on_a_page);
    const auto query = view.query.empty() ? view.url : view.url + "?q=" + html::url_encode(view.query);
    view.pages = html::components::paginate(std::ssize(shown), current, on_a_page, query);
    for (auto at = static_cast<std::size_t>((current - 1) * on_a_page); at < shown.size() && view.rows.size() < on_a_page; ++at)
        view.rows.push_back({shown[at]->question, page.tenant_url(shown[at]->path()), freshness_of(*shown[at], pages, request)});
    auto response = html::render_page(page, templates::bank_page(view, page));
    response.for_once = !is_whole;
    return response;
}

http::Response answer_page(const Pages& pages, const http::Request& request) {
    const auto all = pages.questions.answers(request.tenant->id);
    const auto* answer = find_shown(*all, request.parameter("slug"));
    if (!answer) return html::error_page(request, 404);
    html::Page page(request);
    const auto& tenant = *request.tenant;
    page.title = answer->question;
    page.description = base::cut(html::without_markdown(answer->answer), 150);
    page.breadcrumbs = {{tenant.name, page.tenant_url("/")},
                        {page.t("Common questions"), page.tenant_url("/answers")},
                        {page.title, "", true}};
    AnswerView view{.answer = html::markdown(answer->answer, below_the_title),
                    .language = tenant.languages.front(),
                    .steps = answer->steps,
                    .freshness = freshness_of(*answer, pages, request),
                    .helped_url = page.tenant_url(answer->path() + "/helped"),
                    .ask_url = page.tenant_url("/ask"),
                    .form_key = base::form_key_for("", pages.clock.now()),
                    .is_thanked = request.query.has("thanks")};
    for (const auto& [title, url] : answer->links) view.links.push_back({title, url});
    for (const auto& language : answer->languages)
        view.languages.push_back(taxonomy::label(taxonomy::List::language, language, page.translator()));
    auto response = html::render_page(page, templates::answer_page(view, page));
    // Each form counts once, so none is shown to two.
    response.for_once = true;
    return response;
}

http::Response say_helped(const Pages& pages, const http::Request& request) {
    const auto all = pages.questions.answers(request.tenant->id);
    const auto* answer = find_shown(*all, request.parameter("slug"));
    if (!answer) return html::error_page(request, 404);
    const auto said = request.form.get("helped");
    const bool is_counted = said == "yes" || said == "no";
    const auto url = html::Page(request).tenant_url(answer->path());
    // Who says it again and again is not counted, and not told that they were.
    if (is_counted)
        if (const auto wait = wait_of(Inside::of(pages.questions).helping, request, pages.clock.now()))
            return html::wait_page(request, *wait);
    const bool is_noted = is_counted && pages.questions.note_helped(request.tenant->id, answer->id, said == "yes",
                                                                    request.form.get("form_key"));
    return http::see_other(url + (is_noted ? "?thanks=1" : ""));
}

}  // namespace digilots::questions
