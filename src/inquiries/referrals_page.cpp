#include "inquiries/referrals_page.h"

#include <algorithm>
#include <array>

#include "inquiries/figures.h"
#include "inquiries/further.h"
#include "inquiries/hand_overs.h"
#include "inquiries/inquiries_page.h"
#include "inquiries/onward.h"
#include "inquiries/refer_targets.h"
#include "inquiries/templates.h"
#include "inquiries/units.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/http/target.h"

namespace digilots::inquiries {

namespace {

using html::components::Field;
using referral::Referred, referral::ReferralFilter, referral::ReferralOutcome;

constexpr std::size_t shown_at_once = 25;
constexpr int last_page = 200, usual_days = 30;
constexpr std::array said_of_referral{ReferralOutcome::reached, ReferralOutcome::answered, ReferralOutcome::bounced,
                                      ReferralOutcome::unknown};
constexpr std::array<const char*, 6> asked_of_list{"from", "to", "unit", "desk", "target", "outcome"};

std::string list_of_referrals(const html::Page& page, const http::Fields& asked) {
    std::string query;
    for (const char* name : asked_of_list)
        if (const auto value = asked.get(name); !value.empty() || (asked.has(name) && name == std::string_view("unit")))
            query += (query.empty() ? "?" : "&") + std::string(name) + "=" + http::percent_encode(value);
    return page.tenant_url("/staff/referrals") + query;
}

bool is_to_be_referred_on(const Referred& referred) {
    return referred.outcome == ReferralOutcome::bounced && referred.onward.empty();
}

void add_chain(SentOn& sent, const Pages& pages, const Referred& referred, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto url = page.tenant_url("/staff/referrals/" + referred.id + "/onward");
    if (const auto before = pages.referral.find_referral(tenant, referred.follows)) {
        sent.chain.push_back(page.t(TEXT("Referred on, as {before} sent back: the same person, the same question."),
                                    {{"before", name_of_referred(pages, *before, page)}}));
        if (referred.outcome == ReferralOutcome::unknown && referred.onward.empty()) sent.take_back_url = url + "/undo";
    }
    if (const auto next = pages.referral.find_referral(tenant, referred.onward))
        sent.chain.push_back(page.t(TEXT("Then referred on to {target}: {outcome}"),
                                    {{"target", name_of_referred(pages, *next, page)},
                                     {"outcome", referral::outcome_text(next->outcome, page.translator())}}));
    if (!is_to_be_referred_on(referred)) return;
    sent.onward = onward_choice(pages, referred, page);
    sent.onward_url = url;
}

SentOn sent_on_of(const Referred& referred, const Pages& pages, const html::Page& page) {
    const auto& service = Inside::service(pages.inquiries);
    const auto& tenant = *page.request().tenant;
    const auto directory = service.directory.snapshot(tenant.id);
    const auto own = service.own_topics.of(tenant.id);
    const auto& translator = page.translator();
    const auto target = referred.target_kind + ":" + referred.target_id;
    SentOn sent;
    sent.when = translator.date_time(referred.at, tenant.zone);
    sent.target = title_of_target(*directory, *own, target, translator);
    if (sent.target == target) sent.target = referred.target_title;
    if (!referred.from_place.empty()) sent.from = place_name(*directory, referred.from_place);
    sent.topic = taxonomy::topic_label(*own, referred.topic, translator);
    if (referred.handover != referral::Handover::unstated)
        sent.more = taxonomy::label(taxonomy::List::handover, referral::name_of(referred.handover), translator);
    if (!referred.reason.empty())
        sent.more += (sent.more.empty() ? "" : " · ") +
                     taxonomy::label(taxonomy::List::referral_reason, referred.reason, translator);
    sent.outcome = referral::outcome_text(referred.outcome, translator);
    sent.seen = referral::name_of(referred.outcome);
    sent.is_known = referred.outcome != ReferralOutcome::unknown;
    sent.url = page.tenant_url("/staff/referrals/" + referred.id + "/outcome");
    for (const auto outcome : said_of_referral)
        sent.outcomes.push_back({std::string(referral::name_of(outcome)), referral::outcome_text(outcome, translator),
                                 outcome == referred.outcome});
    add_chain(sent, pages, referred, page);
    if (!referred.inquiry_id.empty()) sent.entry_url = page.tenant_url("/staff/inquiries/" + referred.inquiry_id);
    return sent;
}

struct WantedReferrals {
    ReferralFilter filter;
    std::string from, to, desk;
    int page = 1;
};

WantedReferrals wanted_referrals(const Service& service, const html::Page& page, html::FormErrors& errors) {
    const auto& request = page.request();
    const auto& zone = request.tenant->zone;
    const auto today = base::to_civil(service.clock.now(), zone).date;
    WantedReferrals wanted;
    wanted.filter.outcome = referral::outcome_named(request.query.get("outcome"));
    wanted.filter.is_open = request.query.get("outcome") == still_open;
    // All whose end somebody may still find out.
    const bool are_open = wanted.filter.is_open || wanted.filter.outcome == ReferralOutcome::unknown;
    periods::Period period{base::add_days(today, are_open ? -static_cast<int>(days_of_waiting.count()) : -usual_days), today};
    const auto read_day = [&](const char* name, base::Date& date) {
        const auto typed = request.query.get(name);
        if (typed.empty()) return;
        if (const auto day = base::parse_date(typed)) date = *day;
        else errors.add(name, page.t(TEXT("Give a date such as 2026-11-22.")));
    };
    read_day("from", period.from);
    read_day("to", period.to);
    wanted.from = base::format_date(period.from);
    wanted.to = base::format_date(period.to);
    std::tie(wanted.filter.from, wanted.filter.until) = moments_of(period, zone);
    if (const auto target = request.query.get("target"); !target.empty()) wanted.filter.target = std::string(target);
    wanted.desk = request.query.get("desk");
    wanted.filter.places = places_asked_for(service, request);
    if (!wanted.desk.empty()) {
        auto& places = wanted.filter.places;
        const bool is_allowed = !places || base::holds(*places, wanted.desk);
        places = is_allowed ? std::vector{wanted.desk} : std::vector<std::string>{};
    }
    wanted.page = base::whole_number_up_to(request.query.get("page"), 1, last_page).value_or(1);
    return wanted;
}

std::vector<Field> filters_of_referrals(const WantedReferrals& wanted, const Service& service, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto all = page.t(TEXT("All"));
    Field desk{.name = "desk", .label = page.t(TEXT("From or to the place")), .options = {{"", all, wanted.desk.empty()}}};
    for (const auto held = service.directory.snapshot(tenant.id); const auto& place : held->places)
        desk.options.push_back({place.id, place.name, place.id == wanted.desk});
    Field target{.name = "target", .label = page.t(TEXT("Referred to")),
                 .options = target_options(service, tenant, wanted.filter.target.value_or(""), page.translator())};
    target.options.front().label = all;
    Field outcome{.name = "outcome", .label = page.t(TEXT("How it went")),
                  .options = {{"", all, !wanted.filter.outcome && !wanted.filter.is_open},
                              {std::string(still_open), page.t(TEXT("Not known, or sent back and not referred on")),
                               wanted.filter.is_open}}};
    for (const auto one : said_of_referral)
        outcome.options.push_back({std::string(referral::name_of(one)), referral::outcome_text(one, page.translator()),
                                   wanted.filter.outcome == one});
    auto unit = unit_asked_for(service, page);
    if (unit.name.empty()) return {desk, target, outcome};
    return {unit, desk, target, outcome};
}

/// Whom somebody had chosen whose press came second: nothing that was chosen is lost.
std::string wanted_before(const Service& service, const html::Page& page) {
    const std::string target(page.request().query.get("wanted").substr(0, 200));
    const auto& tenant = *page.request().tenant;
    const auto title = target_title(service, tenant, target, page.translator());
    return title.empty() ? "" : " " + page.t(TEXT("You had chosen {target}."), {{"target", title}});
}

bool may_tell(const Service& service, const http::Request& request, const Referred& referred) {
    const auto limit = places_within_limit(service, request);
    return !limit || base::holds(*limit, referred.from_place) ||
           (referred.target_kind == "place" && base::holds(*limit, referred.target_id));
}

/// To the entry where it was done there, else to the list as it was asked for.
http::Response back_from(const Referred& referred, const html::Page& page, bool is_done, const std::string& told) {
    const auto& form = page.request().form;
    if (is_done && form.has("entry") && !referred.inquiry_id.empty())
        return http::see_other(page.tenant_url("/staff/inquiries/" + referred.inquiry_id));
    http::Fields asked;
    for (const char* name : asked_of_list) asked.pairs.emplace_back(name, form.get("list_" + std::string(name)));
    const auto list = list_of_referrals(page, asked);
    return http::see_other(list + (list.find('?') == list.npos ? "?" : "&") + "told=" + told);
}

/// To whom, with the way to take it back.
void say_referred_on(ReferralsView& view, const Pages& pages, const html::Page& page) {
    const auto& request = page.request();
    const auto next = pages.referral.find_referral(*request.tenant, request.query.get("next"));
    if (!next || next->follows.empty()) return;
    view.done = page.t(TEXT("Referred on to {target}: the same entry, the same person."),
                       {{"target", name_of_referred(pages, *next, page)}});
    if (next->outcome == ReferralOutcome::unknown && next->onward.empty() &&
        may_tell(Inside::service(pages.inquiries), request, *next))
        view.undo_url = page.tenant_url("/staff/referrals/" + next->id + "/onward/undo");
    for (const char* name : asked_of_list)
        if (const auto value = request.query.get(name); !value.empty())
            view.back.emplace_back("list_" + std::string(name), value);
}

}  // namespace

http::Response referrals_page(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("Referrals"));
    page.staff = true;
    page.indexable = false;
    ReferralsView view;
    const auto wanted = wanted_referrals(service, page, view.errors);
    const auto offset = static_cast<std::size_t>(wanted.page - 1) * shown_at_once;
    auto found = pages.referral.list(*request.tenant, wanted.filter, shown_at_once + 1, offset);
    const bool are_more = found.size() > shown_at_once;
    if (are_more) found.pop_back();
    view.url = page.tenant_url("/staff/referrals");
    view.open_url = view.url + "?outcome=open" + (wanted.desk.empty() ? "" : "&desk=" + http::percent_encode(wanted.desk));
    if (request.query.get("told") == "otherwise")
        view.errors.add("", page.t(TEXT("Somebody told otherwise meanwhile: it stands as they told. "
                                        "Press again if you know better.")) +
                                wanted_before(service, page));
    else if (request.query.get("told") == "onward") say_referred_on(view, pages, page);
    else if (request.query.get("told") == "undone") view.done = page.t(TEXT("Taken back: it was not referred on."));
    else if (request.query.get("told") == "nobody")
        view.errors.add("", page.t(TEXT("Choose to whom the person is referred on.")));
    else if (request.query.has("told")) view.done = page.t(TEXT("Noted how it went."));
    view.dates = {Field{.name = "from", .label = page.t(TEXT("From")), .value = wanted.from, .type = "date"}.with(view.errors),
                  Field{.name = "to", .label = page.t(TEXT("To")), .value = wanted.to, .type = "date"}.with(view.errors)};
    view.filters = filters_of_referrals(wanted, service, page);
    const auto seen_so_far = static_cast<std::int64_t>(offset + found.size());
    const auto order = wanted.filter.is_open ? TEXT("The longest waiting first") : TEXT("The newest first");
    view.found = are_more ? page.t(order) : page.tn("{n} referral", "{n} referrals", seen_so_far);
    for (const auto& referred : found) {
        view.referrals.push_back(sent_on_of(referred, pages, page));
        for (const char* name : asked_of_list)
            if (const auto value = request.query.get(name); !value.empty())
                view.referrals.back().back.emplace_back("list_" + std::string(name), value);
    }
    view.pages = html::components::paginate(seen_so_far + are_more, wanted.page, static_cast<int>(shown_at_once),
                                            list_of_referrals(page, request.query));
    return html::render_page(page, templates::referrals_page(view, page), view.errors.empty() ? 200 : 422);
}

http::Response set_referral_outcome(const Pages& pages, const http::Request& request) {
    const Service& service = Inside::service(pages.inquiries);
    const html::Page page(request);
    const auto referred = pages.referral.find_referral(*request.tenant, request.parameter("id"));
    if (!referred || !may_tell(service, request, *referred)) return html::error_page(request, 404);
    const auto outcome = referral::outcome_named(request.form.get("outcome"));
    if (!outcome) return html::error_page(request, 422);
    const auto was = referral::outcome_named(request.form.get("was")).value_or(ReferralOutcome::unknown);
    const bool is_told = pages.referral.set_outcome(*request.tenant, referred->id, was, *outcome);
    return back_from(*referred, page, is_told, is_told ? "1" : "otherwise");
}

http::Response refer_onward(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto referred = pages.referral.find_referral(*request.tenant, request.parameter("id"));
    if (!referred || !may_tell(Inside::service(pages.inquiries), request, *referred)) return html::error_page(request, 404);
    const std::string chosen(request.form.get(onward_field(*referred)));
    const auto next = next_referral(pages, *referred, chosen, page);
    if (!next) return back_from(*referred, page, false, "nobody");
    if (const auto done = pages.referral.refer_on(*request.tenant, *next))
        return back_from(*referred, page, true, "onward&next=" + *done);
    // Pressed twice: it stands as it was chosen.
    const auto now = pages.referral.find_referral(*request.tenant, referred->id);
    const auto there = now ? pages.referral.find_referral(*request.tenant, now->onward) : std::nullopt;
    const bool is_as_chosen = there && there->target_kind + ":" + there->target_id == chosen;
    return back_from(*referred, page, is_as_chosen,
                     is_as_chosen ? "onward&next=" + now->onward : "otherwise&wanted=" + http::percent_encode(chosen));
}

http::Response take_back_onward(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto referred = pages.referral.find_referral(*request.tenant, request.parameter("id"));
    if (!referred || !may_tell(Inside::service(pages.inquiries), request, *referred)) return html::error_page(request, 404);
    const bool is_done = pages.referral.take_back_onward(*request.tenant, referred->id);
    return back_from(*referred, page, is_done, is_done ? "undone" : "otherwise");
}

std::optional<SentOn> referral_of_entry(const Pages& pages, const Inquiry& entry, const html::Page& page) {
    if (entry.referred_to.empty()) return std::nullopt;
    const auto referred = pages.referral.referral_of(*page.request().tenant, entry.id);
    if (!referred) return std::nullopt;
    auto sent = sent_on_of(*referred, pages, page);
    sent.back = {{"entry", "1"}};
    return sent;
}

}  // namespace digilots::inquiries
