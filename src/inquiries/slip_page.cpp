#include "inquiries/slip_page.h"

#include <array>
#include <iterator>

#include "inquiries/entry_view.h"
#include "inquiries/helper_rules.h"
#include "inquiries/onward.h"
#include "inquiries/templates.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/i18n/isolate.h"
#include "platform/print/web.h"

namespace digilots::inquiries {

namespace {

struct Sentence {
    std::string_view key;
    i18n::Text text;
};

constexpr std::array<Sentence, 7> help_that_was_given{{
    {"information", TEXT("You got information.")},
    {"referral", TEXT("We told you where to turn.")},
    {"guidance", TEXT("We showed you how to do it.")},
    {"coaching", TEXT("You tried it yourself, and we helped.")},
    {"done_together", TEXT("We did it together.")},
    {"done_for", TEXT("We did it for you.")},
    {"interpretation", TEXT("We explained what you had got.")},
}};

constexpr std::array<Sentence, 6> how_it_went{{
    {"answered", TEXT("You got an answer to your question.")},
    {"referred", TEXT("Somebody else helps you on.")},
    {"booked", TEXT("You have a time booked.")},
    {"not_solved", TEXT("We did not solve it this time.")},
    {"call_back", TEXT("We get back to you.")},
    {"left", TEXT("We did not get to the end.")},
}};

constexpr std::array<Sentence, 5> what_is_next{{
    {"answered", TEXT("Ask us again if it does not work.")},
    {"booked", TEXT("Come at the time that is booked. Tell us if you cannot.")},
    {"not_solved", TEXT("Come back or call, and we try another way.")},
    {"call_back", TEXT("You need do nothing until we get back to you.")},
    {"left", TEXT("Come back when it suits you, and we go on.")},
}};

constexpr std::size_t longest_code = 40;

void add_sentence(std::vector<std::string>& lines, std::span<const Sentence> sentences, std::string_view key,
                  const html::Page& page) {
    for (const auto& sentence : sentences)
        if (sentence.key == key) lines.push_back(page.t(sentence.text));
}

/// What is asked for beside paper and letters: topics that may be sensitive, and the code of a question, which stands in a form
/// and in no address.
struct AskedOfSlip {
    bool with_topics = false;
    std::string code = "";
    std::string query = "";     // all of it that is in the address
};

AskedOfSlip asked_of_slip(const http::Request& request) {
    AskedOfSlip asked{.with_topics = request.query.get("topics") == "1",
                      .code = std::string(request.form.get("code").substr(0, longest_code))};
    asked.query = asked.with_topics ? "topics=1" : "";
    return asked;
}

/// Nobody goes to who sent them back: where nobody was referred on to either, one asks where it was asked, and nobody else helps
/// them on.
void say_who_helps_now(Inquiry& entry, const Pages& pages, const http::Tenant& tenant) {
    const auto now = referred_now(pages.referral, tenant, entry);
    if (now.is_sent_back && entry.outcome == "referred") entry.outcome.clear();
    entry.referred_to = now.is_sent_back ? "" : now.target;
}

/// As open_inquiry(): not there and not for this person look the same.
std::optional<StoredInquiry> entry_of_slip(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, request.parameter("id")); });
    if (stored && !may_change(service, request, *stored)) return std::nullopt;
    if (stored) say_who_helps_now(stored->inquiry, pages, *request.tenant);
    return stored;
}

/// "place:…" of whom the entry refers to, else of where it was asked, else of the desk where searches end.
std::string where_to_ask(const Inquiry& entry, const directory::Snapshot& directory) {
    const bool is_somebody = !entry.referred_to.empty() && !entry.referred_to.starts_with("topic:");
    if (is_somebody) return target_by_id(directory, entry.referred_to);
    const auto* place = entry.place.empty() ? nullptr : directory.place(entry.place);
    if (place && place->status == directory::Status::open) return "place:" + place->id;
    return directory.fallback_place.empty() ? "" : "place:" + directory.fallback_place;
}

std::vector<std::string> what_was_done(const Inquiry& entry, const Service& service, bool with_topics, const html::Page& page) {
    std::vector<std::string> lines;
    const auto topics = topic_labels(entry.topics, *service.own_topics.of(page.request().tenant->id), page.translator());
    if (with_topics) lines.push_back(page.t(TEXT("It was about: {topics}"), {{"topics", topics}}));
    add_sentence(lines, help_that_was_given, entry.support_given, page);
    add_sentence(lines, how_it_went, entry.outcome, page);
    return lines;
}

std::vector<std::string> next_steps(const Inquiry& entry, const Service& service, const directory::Snapshot& directory,
                                    const html::Page& page) {
    std::vector<std::string> steps;
    for (const auto& companion : service.companions)
        if (companion.promised) std::ranges::move(companion.promised(page, entry), std::back_inserter(steps));
    const auto body = taxonomy::label(taxonomy::List::body, entry.further.sent_instead, page.translator());
    const bool is_anothers = entry.outcome == "not_solved" && !entry.further.sent_instead.empty();
    if (is_anothers) steps.push_back(page.t(TEXT("Turn to: {body}"), {{"body", body}}));
    else add_sentence(steps, what_is_next, entry.outcome, page);
    const auto* e_service = entry.e_service.empty() ? nullptr : directory.e_service(entry.e_service);
    const bool is_told_already = entry.referred_to == "e_service:" + entry.e_service;
    if (e_service && e_service->status == directory::Status::open && !e_service->url.empty() && !is_told_already)
        steps.push_back(page.t("Open {address}",
                               {{"address", i18n::isolated(e_service->url, page.translator().language())}}));
    return steps;
}

bool names_topics(const Inquiry& entry, const Service& service, const AskedOfSlip& asked, const html::Page& page) {
    return asked.with_topics || !any_sensitive(entry.topics, *service.own_topics.of(page.request().tenant->id));
}

print::Document slip_of_entry(const Inquiry& entry, const Service& service, const print::Format& format,
                              const AskedOfSlip& asked, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto directory = service.directory.snapshot(tenant.id);
    const auto day = page.translator().date(base::to_civil(entry.at, tenant.zone).date);
    directory::OnSlip said;
    said.title = page.t(TEXT("What we did"));
    said.where = where_to_ask(entry, *directory);
    const auto place = entry.place.empty() ? "" : place_name(*directory, entry.place);
    said.above.push_back({print::Paragraph{{day}, print::Emphasis::lead}});
    if (!place.empty()) said.above.push_back({print::Paragraph{{place}}});
    print::List done;
    for (auto& line : what_was_done(entry, service, names_topics(entry, service, asked, page), page))
        done.items.push_back({{std::move(line)}});
    if (!done.items.empty()) said.above.push_back({std::move(done)});
    said.steps = next_steps(entry, service, *directory, page);
    said.goes_there = !entry.referred_to.empty();
    return service.directory.slip(said, format, page);
}

}  // namespace

http::Response entry_slip_page(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    const auto stored = entry_of_slip(pages, request);
    if (!stored) return html::error_page(request, 404);
    html::Page page(request);
    page.staff = true;
    page.indexable = false;
    const auto entry_url = page.tenant_url("/staff/inquiries/" + stored->inquiry.id), slip_url = entry_url + "/slip";
    page.breadcrumbs = {{page.t(TEXT("The desk")), page.tenant_url("/staff/")}, {page.t(TEXT("Slip to take home")), "", true}};
    const auto& papers = print::slip_papers();
    const auto asked = asked_of_slip(request);
    const auto document = slip_of_entry(stored->inquiry, service, {papers.front()}, asked, page);
    page.title = document.title;
    SlipView view{.document = document,
                  .languages = print::in_each_language(request.path + ".pdf", papers, page, asked.query),
                  .back_url = entry_url,
                  .code = asked.code};
    const bool are_sensitive = any_sensitive(stored->inquiry.topics, *service.own_topics.of(request.tenant->id));
    if (are_sensitive && asked.with_topics) view.topics = {page.t(TEXT("Leave out what it was about")), slip_url};
    else if (are_sensitive) view.topics = {page.t(TEXT("Say what it was about")), slip_url + "?topics=1"};
    return never_kept(html::render_page(page, templates::slip_page(view, page)));
}

http::Response entry_slip_file(const Pages& pages, const http::Request& request) {
    const auto asked = asked_of_slip(request);
    const auto& papers = print::slip_papers();
    // What is sent by a form is answered as it is: the code would be lost on the way.
    if (asked.code.empty())
        if (auto other = print::to_one_spelling(request, papers, asked.query)) return std::move(*other);
    const Service& service = Inside::service(pages.inquiries);
    const auto stored = entry_of_slip(pages, request);
    if (!stored) return html::error_page(request, 404);
    const html::Page page(request);
    const auto slip = slip_of_entry(stored->inquiry, service, print::format_of(request, papers), asked, page);
    return never_kept(print::pdf_answer(slip, "slip.pdf"));
}

}  // namespace digilots::inquiries
