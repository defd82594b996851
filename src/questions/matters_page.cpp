// "My matters": several codes at once, on one page. Codes are sent in a form alone and are kept nowhere: not in an address, not
// in a cookie, not on this page once it is closed.
#include <set>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/templates.h"

namespace digilots::questions {

namespace {

constexpr std::size_t most_codes = 10, longest_codes = 600;

/// As they were typed, each once: a line each, or with commas or spaces between them.
std::vector<std::string> codes_in(std::string_view typed) {
    std::string text(typed);
    for (char& sign : text)
        if (sign == ',' || sign == ';' || sign == '\r' || sign == '\n' || sign == '\t') sign = ' ';
    std::vector<std::string> codes;
    std::set<std::string> seen;
    for (const auto& part : base::separated(text, ' ')) {
        const auto hash = base::hash_of_code(code_kind, part);
        if (!part.empty() && seen.insert(hash.empty() ? part : hash).second) codes.push_back(part);
    }
    return codes;
}

std::string standing_of(const Followed& followed, const html::Page& page, base::Instant now) {
    const auto& zone = page.request().tenant->zone;
    const auto& words = page.translator();
    const auto promised = promise_words(followed.promised_at, zone, words);
    if (followed.state == Followed::State::waiting)
        return followed.promised_at < now
                   ? page.t("You were promised an answer by {date}. We are late, and are sorry for that. Ring us if it is "
                            "urgent.",
                            {{"date", promised}})
                   : page.t("It waits for an answer. You get one by {date}.", {{"date", promised}});
    if (followed.answer.empty())
        return page.t("The question is closed without a written answer. Ring us, or ask again, if you still want to know.");
    return followed.answered_at ? page.t("Answered {time}.", {{"time", words.date_time(*followed.answered_at, zone)}}) : "";
}

MatterView matter_of(const std::string& code, const std::optional<Followed>& followed, const html::Page& page,
                     base::Instant now) {
    MatterView view{.code = base::cut(code, 40)};
    if (!followed) return view;
    view.is_found = true;
    view.what = followed->question;
    view.standing = standing_of(*followed, page, now);
    view.answer = base::separated(followed->answer, '\n');
    view.asked = page.translator().date_time(followed->asked_at, page.request().tenant->zone);
    return view;
}

http::Response show(const http::Request& request, MattersView view, std::string_view typed, int status) {
    html::Page page(request);
    page.title = page.t("My matters");
    page.indexable = false;
    page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")}, {page.title, "", true}};
    view.url = page.tenant_url("/my-matters");
    view.ask_url = page.tenant_url("/ask");
    view.codes = html::components::Field{.name = "codes",
                                         .label = page.t("Your codes"),
                                         .value = std::string(typed),
                                         .hint = page.t("One on each line, at most ten."),
                                         .autocomplete = "off",
                                         .rows = 4}
                     .with(view.errors);
    return never_kept(html::render_page(page, templates::matters_page(view, page), status));
}

}  // namespace

http::Response matters_page(const Pages&, const http::Request& request) { return show(request, {}, "", 200); }

http::Response find_matters(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::cut(request.form.get("codes"), longest_codes);
    const auto codes = codes_in(typed);
    MattersView view;
    if (codes.empty()) view.errors.add("codes", page.t("Write at least one code, as you got it."));
    if (codes.size() > most_codes) view.errors.add("codes", page.t("Write at most ten codes at a time."));
    if (!view.errors.empty()) return show(request, std::move(view), typed, 422);
    const auto now = pages.clock.now();
    for (const auto& code : codes) {
        const auto followed = pages.questions.follow(*request.tenant, code);
        if (!followed) {
            // Who guesses learns no more here than on the page of one code.
            if (const auto wait = wait_of(Inside::of(pages.questions).guessing, request, now)) {
                MattersView later;
                later.errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; "
                                            "what you wrote stands here."));
                auto response = show(request, std::move(later), typed, 429);
                response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
                return response;
            }
        }
        view.matters.push_back(matter_of(code, followed, page, now));
    }
    return show(request, std::move(view), typed, 200);
}

}  // namespace digilots::questions
