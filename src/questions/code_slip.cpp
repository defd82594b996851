// The code of a question on a piece of paper: for whoever asked, and for whom staff wrote it down.
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "platform/slice/wished_time.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/registers.h"

namespace digilots::questions {

namespace {

/// Who is rung is told when, in the words of the page of the code.
std::string when_it_is_answered(const Pages& pages, const html::Page& page, const CodeOnPaper& of) {
    const auto& tenant = *page.request().tenant;
    const auto promise = promise_words(*of.promised_at, tenant.zone, page.translator());
    const auto wished = of.followed
                            ? wish_words(pages.questions.office_hours(tenant.id), of.followed->wished, page.translator())
                            : "";
    if (wished.empty()) return page.t("Your question gets an answer by {date}.", {{"date", promise}});
    if (of.followed->is_wish_promised) return page.t("We ring you: {when}.", {{"when", wished}});
    return page.t("You want to be rung: {when}. We ring then if we can, at the latest {promise}.",
                  {{"when", wished}, {"promise", promise}});
}

}  // namespace

CodeOnPaper code_to_print(const Pages& pages, const http::Request& request, std::string_view code) {
    CodeOnPaper of{.code = base::tidy_code(code_kind, code)};
    auto followed = pages.questions.follow(*request.tenant, code);
    if (!followed || followed->state != Followed::State::waiting) return of;
    of.promised_at = followed->promised_at;
    of.followed = std::move(followed);
    return of;
}

print::Document code_on_paper(const Pages& pages, const html::Page& page, const CodeOnPaper& of, const print::Format& format) {
    const auto& tenant = *page.request().tenant;
    const auto& words = page.translator();
    const auto& language = words.language();
    print::Document document;
    document.title = page.t("Your question");
    document.language = language.code == "sv-easy" ? "sv" : language.code;
    document.right_to_left = language.right_to_left;
    document.paper = format.paper;
    document.size = format.size;
    document.footer =
        i18n::isolated(tenant.name + (tenant.is_made_up ? " (" + page.t("made up") + ")" : ""), language);
    const auto add = [&](std::string said, print::Emphasis emphasis = print::Emphasis::usual) {
        document.blocks.push_back({print::Paragraph{{std::move(said)}, emphasis}});
    };
    document.blocks.push_back({print::Heading{1, {document.title}}});
    if (of.promised_at && !pages.questions.has_said_who_answers(tenant.id))
        add(page.t(nobody_answers_yet), print::Emphasis::lead);
    else if (of.promised_at)
        add(when_it_is_answered(pages, page, of), print::Emphasis::lead);
    if (const auto way = of.followed ? how_reached(*of.followed, words) : ""; !way.empty())
        add(page.t("How you get the answer: {way}", {{"way", way}}) + ".");
    add(page.t("Your code:"));
    document.blocks.push_back({print::Paragraph{{of.code, "", true}, print::Emphasis::number}});
    const auto site = http::site_address(page.request());
    const auto address = site.substr(site.find("://") + 3) + page.tenant_url("/ask");
    add(page.t("The code of your question is {code}. Read the answer at {address}.",
               {{"code", i18n::isolated(of.code, language)}, {"address", i18n::isolated(address, language)}}));
    add(page.t("The code is the key to your question: with it you see on our page how it stands, and the answer. Do not give it "
               "to anybody else."));
    if (!tenant.phone.empty()) document.blocks.push_back({print::Paragraph{{tenant.phone, "", true}, print::Emphasis::strong}});
    return document;
}

std::vector<html::Link> code_papers(const std::string& url_of_code, const html::Page& page) {
    return print::format_links(url_of_code + "/slip.pdf", print::slip_papers(), page);
}

http::Response code_slip(const Pages& pages, const http::Request& request) {
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    // A code that is none is told so, and counted as a guess, by the page of the code.
    if (!followed) return follow_page(pages, request);
    if (auto other = print::to_one_spelling(request, print::slip_papers())) return never_kept(std::move(*other));
    const html::Page page(request);
    const auto of = code_to_print(pages, request, request.parameter("code"));
    return never_kept(print::pdf_answer(code_on_paper(pages, page, of, print::format_of(request, print::slip_papers())),
                                        "question.pdf"));
}

}  // namespace digilots::questions
