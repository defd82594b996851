#include "inquiries/desk_page.h"

#include <algorithm>
#include <array>

#include "inquiries/desk_hits.h"
#include "inquiries/figures.h"
#include "inquiries/templates.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

constexpr std::array<const char*, 10> usual_topics{"e_id", "mobile",           "computer", "print",       "bank",
                                                   "apps", "authority_forms", "health",   "digital_mail", "devices"};
constexpr std::size_t tiles_shown = 10, own_tiles = 3;
constexpr const char* place_cookie = "desk_place";
constexpr const char* channel_cookie = "desk_channel";
constexpr int remembered_seconds = 60 * 60 * 24 * 30;
constexpr int most_entries = 200;
constexpr const char* usual_minutes = "5";

/// What the commonest case needs nobody to type.
FormInput defaults(const Service& service, const http::Request& request) {
    FormInput input;
    const auto directory = service.directory.snapshot(request.tenant->id);
    const directory::Place* remembered = directory->place(request.cookie(place_cookie));
    input.inquiry.place = remembered && remembered->listed() ? remembered->id : directory->fallback_place;
    const std::string_view channel = request.cookie(channel_cookie);
    input.inquiry.channel = taxonomy::find(taxonomy::List::channel, channel) ? channel : "visit";
    input.inquiry.outcome = "answered";
    input.typed_minutes = usual_minutes;
    if (const auto target = request.query.find("refer")) {
        input.inquiry.outcome = "referred";
        input.inquiry.referred_to = *target;
    }
    const auto own = service.own_topics.of(request.tenant->id);
    if (const auto topic = request.query.find("topic"); topic && taxonomy::shared_topic(*own, *topic)) {
        input.inquiry.topics.emplace_back(*topic);
    }
    return input;
}

std::vector<EntryView> todays_entries(const Service& service, const html::Page& page) {
    const http::Request& request = page.request();
    const base::Date today = base::to_civil(service.clock.now(), request.tenant->zone).date;
    store::Filter filter;
    std::tie(filter.from, filter.until) = moments_of({today, today}, request.tenant->zone);
    filter.created_by = actor_of(*request.identity);
    const auto stored = service.database.read([&](db::Connection& connection) {
        return store::list_filtered(connection, request.tenant->id, filter, most_entries, 0);
    });
    std::vector<EntryView> entries;
    for (const StoredInquiry& one : stored) entries.push_back(view_of(one, service, page));
    if (!entries.empty()) entries.front().first = true;
    return entries;
}

std::vector<std::string> tiles_with(std::vector<std::string> tiles, const Inquiry& inquiry) {
    if (inquiry.topics.empty() || std::ranges::find(tiles, inquiry.topics.front()) != tiles.end()) return tiles;
    tiles.back() = inquiry.topics.front();
    return tiles;
}

void show_done(DeskView& view, const Service& service, const html::Page& page) {
    const http::Request& request = page.request();
    const std::string_view id = request.query.get("logged");
    if (request.query.has("deleted")) view.done = page.t(TEXT("The entry is deleted. The figures have changed with it."));
    if (request.query.has("corrected")) view.done = page.t(TEXT("The entry is corrected. The figures have changed with it."));
    if (!base::is_uuid(id)) return;
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, id); });
    if (!stored) return;
    const auto own = service.own_topics.of(request.tenant->id);
    view.done = page.t(TEXT("Logged: {topics}"),
                       {{"topics", topic_labels(stored->inquiry.topics, *own, page.translator())}});
    view.done_url = page.tenant_url("/staff/inquiries/" + stored->inquiry.id);
}

http::Response show_desk(Inquiries& inquiries, referral::Referral& referral, const http::Request& request, FormInput input,
                         std::string form_key, int status) {
    Service& service = InquiriesPages::of(inquiries);
    html::Page page(request);
    page.title = page.t(TEXT("The desk"));
    page.staff = true;
    page.indexable = false;
    page.scripts = {"desk.js"};
    const auto answer = referral.search(*request.tenant, request.query.get("q"), page.translator(), 8,
                                        directory::Audience::staff);
    DeskView view;
    view.search = {.url = page.tenant_url("/staff/"), .label = page.t(TEXT("Search for help")), .value = answer.query,
                   .live = page.tenant_url("/staff/"), .live_target = "desk-hits", .key = "/"};
    view.hits = make_hits(answer, page, service.clock.now());
    if (request.query.has("fragment")) return http::html(templates::desk_hits(view.hits, page).html());
    view.fallback = make_fallback(answer.fallback, page, service.clock.now());
    view.form = make_log_form(service, page, input, tiles_with(desk_topics(service, *request.tenant), input.inquiry));
    view.form.url = page.tenant_url("/staff/inquiries");
    view.form.form_key = std::move(form_key);
    view.form.submit = page.t(TEXT("Log it"));
    view.form.details_open = !input.errors.empty();
    view.errors = std::move(input.errors);
    view.today = todays_entries(service, page);
    show_done(view, service, page);
    return html::render_page(page, templates::desk_page(view, page), status);
}

std::vector<http::Cookie> remember(const Inquiry& inquiry) {
    return {{place_cookie, inquiry.place, inquiry.place.empty() ? -1 : remembered_seconds},
            {channel_cookie, inquiry.channel, remembered_seconds}};
}

/// The key that the form brought along makes a second press of the button the same entry.
std::string write_key(const http::Request& request) {
    const std::string key(request.form.get("form_key").substr(0, 64));
    return key.empty() ? "" : "form:" + key;
}

/// Who was sent where, beside the entry and in its transaction (REF-09).
AlongWith recording(const referral::Referral& referral, const Service& service, const html::Page& page, const Inquiry& inquiry) {
    if (inquiry.referred_to.empty()) return {};
    const std::size_t colon = inquiry.referred_to.find(':');
    referral::Referred referred;
    referred.at = service.clock.now();
    referred.from_place = inquiry.place;
    referred.target_kind = inquiry.referred_to.substr(0, colon);
    referred.target_id = inquiry.referred_to.substr(colon + 1);
    referred.target_title = title_of_target(*service.directory.snapshot(page.request().tenant->id),
                                            *service.own_topics.of(page.request().tenant->id), inquiry.referred_to,
                                            page.translator());
    referred.topic = inquiry.topics.front();
    return [&referral, referred, tenant = *page.request().tenant](db::Connection& connection, const Inquiry& logged) {
        referral::Referred own = referred;
        own.inquiry_id = logged.id;
        referral.record(connection, tenant, own);
    };
}

http::Response log_and_return(Service& service, const referral::Referral& referral, const http::Request& request,
                              Inquiry inquiry) {
    const html::Page page(request);
    const AlongWith along_with = recording(referral, service, page, inquiry);
    const std::string content = base::sha256_hex(canonical_text(inquiry));
    const std::vector<http::Cookie> cookies = remember(inquiry);
    const std::string actor = actor_of(*request.identity);
    auto logged = log_inquiry(service, *request.tenant, inquiry, actor, write_key(request), content, along_with);
    // The page was sent twice with other fields in between (back button): a new entry was meant.
    if (!logged) logged = log_inquiry(service, *request.tenant, inquiry, actor, "", content, along_with);
    http::Response response = http::see_other(page.tenant_url("/staff/?logged=" + logged->id));
    response.cookies = cookies;
    return response;
}

}  // namespace

std::vector<std::string> desk_topics(Service& service, const http::Tenant& tenant) {
    const base::Date today = base::to_civil(service.clock.now(), tenant.zone).date;
    std::vector<base::MeasureRow> rows = figures(service, "inquiries",
                                                 {.municipalities = {tenant.id},
                                                  .period = {base::add_days(today, -90), today},
                                                  .by = {"topic"},
                                                  .where = {}});
    std::ranges::stable_sort(rows, std::ranges::greater(), &base::MeasureRow::value);
    const auto own = service.own_topics.of(tenant.id);
    std::vector<std::string> topics;
    const auto add = [&](const std::string& topic) {
        const bool known = std::ranges::find(topics, topic) != topics.end();
        const auto* own_topic = taxonomy::find_own(*own, topic);
        const bool offered = own_topic ? !own_topic->hidden : taxonomy::find(taxonomy::List::topic, topic) != nullptr;
        if (!known && offered && topics.size() < tiles_shown) topics.push_back(topic);
    };
    // Half of the buttons stay where they are, so that hands can learn them.
    for (std::size_t i = 0; i < tiles_shown / 2; ++i) add(usual_topics[i]);
    for (std::size_t i = 0; i < own->size() && topics.size() < tiles_shown / 2 + own_tiles; ++i) add((*own)[i].key);
    for (const base::MeasureRow& row : rows) add(row.dimensions.at("topic"));
    for (const char* topic : usual_topics) add(topic);
    for (const taxonomy::Term& term : taxonomy::terms(taxonomy::List::topic)) add(term.key);
    return topics;
}

http::Response desk_page(Inquiries& inquiries, referral::Referral& referral, const http::Request& request) {
    return show_desk(inquiries, referral, request, defaults(InquiriesPages::of(inquiries), request), base::random_token(12), 200);
}

http::Response log_at_desk(Inquiries& inquiries, referral::Referral& referral, const http::Request& request) {
    const i18n::Translator& translator = i18n::translator(request.language);
    FormInput input = read_form(request, translator);
    add_validation(input, inquiries, *request.tenant, translator);
    if (!input.errors.empty()) {
        return show_desk(inquiries, referral, request, std::move(input),
                         std::string(request.form.get("form_key").substr(0, 64)), 422);
    }
    return log_and_return(InquiriesPages::of(inquiries), referral, request, std::move(input.inquiry));
}

http::Response repeat_inquiry(Inquiries& inquiries, referral::Referral& referral, const http::Request& request) {
    Service& service = InquiriesPages::of(inquiries);
    const auto stored = service.database.read(
        [&](db::Connection& connection) { return store::find(connection, request.tenant->id, request.parameter("id")); });
    if (!stored || !may_change(request, *stored)) return html::error_page(request, 404);
    Inquiry again = stored->inquiry;
    again.id.clear();
    again.at = {};
    again.note.clear();
    return log_and_return(service, referral, request, std::move(again));
}

}  // namespace digilots::inquiries
