// The desk's form away from the server: what it shows, and what was filled in when it comes in.
#include "inquiries/desk_page.h"
#include "inquiries/recording.h"
#include "inquiries/saved_first.h"
#include "inquiries/templates.h"
#include "inquiries/topic_rules.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"

namespace digilots::inquiries {

namespace {

/// As the desk reads it.
FormInput input_away(const http::Tenant& tenant, const AwayEntry& entry, const i18n::Translator& translator) {
    http::Request request;
    request.method = http::Method::post;
    request.tenant = tenant;
    request.language = translator.language().code;
    request.received = entry.at;   // a day without a time, and a time without a day, are of when it was pressed
    request.form = entry.form;
    FormInput input = read_form(request, translator);
    if (input.inquiry.at == unstated) input.inquiry.at = entry.at;
    return input;
}

/// What the desk would know it by: of when it is logged, where no time was typed.
std::string content_at_desk(const FormInput& input) {
    Inquiry inquiry = input.inquiry;
    if (input.typed_date.empty() && input.typed_time.empty()) inquiry.at = unstated;
    return base::sha256_hex(canonical_text(inquiry));
}

/// Changed after it had arrived without an answer: it is the same visit, as it was said last.
void put_right(db::Connection& connection, const Service& service, const referral::Referral& referral, const http::Tenant& tenant,
               const AwayEntry& entry, const StoredInquiry& first, Inquiry now, const i18n::Translator& translator) {
    now.id = first.inquiry.id;
    if (entry.form.get("date").empty() && entry.form.get("time").empty()) now.at = first.inquiry.at;
    Cells cells;
    correct_in(connection, service, tenant, now, entry.account, base::Seen::anything(),
               correcting(referral, service, tenant, now, translator), cells);
    if (!cells.empty()) store::add_counts(connection, tenant.id, cells);
}

/// The key of a form that was sent from the desk before: nobody knew whether it had arrived.
store::Key key_away(const http::Tenant& tenant, const AwayEntry& entry, const std::string& key, const std::string& content) {
    return {tenant.id, entry.account, key, key.empty() ? std::string_view() : content};
}

}  // namespace

std::string key_of_form(const http::Fields& form, const std::string& content) {
    const std::string key = base::cut(form.get("form_key"), longest_form_key);
    return key.empty() ? "" : "form:" + key + ":" + content;
}

AwayTaken log_away(Inquiries& inquiries, const referral::Referral& referral, const http::Tenant& tenant, const AwayEntry& entry,
                   const FirstTime& first_time, const i18n::Translator& translator) {
    using State = AwayTaken::State;
    FormInput input = input_away(tenant, entry, translator);
    add_validation(input, inquiries, tenant, translator);
    if (!input.errors.empty()) {
        AwayTaken refused{.state = State::refused};
        for (const auto& one : input.errors.entries()) refused.errors.emplace_back(one.field, one.message);
        return refused;
    }
    Service& service = Inside::service(inquiries);
    const std::string content = content_at_desk(input);
    const std::string form_key = key_of_form(entry.form, content);
    const AlongWith along_with = recording(referral, service, tenant, input.inquiry, translator);
    const StoredInquiry stored = to_be_stored(service, tenant, std::move(input.inquiry), entry.account);
    Cells cells;
    add_to_cells(cells, stored);
    const bool is_new = service.database.write([&](db::Connection& connection) {
        const auto key = key_away(tenant, entry, form_key, content);
        const auto before = form_key.empty() ? std::nullopt : store::find_key(connection, key);
        const auto first = before || entry.form.get("unsent").empty()
                               ? std::nullopt
                               : first_of_form(connection, tenant.id, entry.account, entry.form);
        const auto& counted_as = before ? before->inquiry_id : first ? first->inquiry.id : stored.inquiry.id;
        if (!first_time(connection, counted_as) || before) return false;
        if (first) {
            put_right(connection, service, referral, tenant, entry, *first, stored.inquiry, translator);
            return false;
        }
        const auto logged = log_in(connection, service, tenant, stored, key, along_with);
        store::add_counts(connection, tenant.id, cells);
        store::append_to_feed(connection, tenant.id, logged->id);
        return true;
    });
    return {.state = is_new ? State::logged : State::repeated, .id = is_new ? stored.inquiry.id : ""};
}

html::Safe form_away(Inquiries& inquiries, referral::Referral& referral, const html::Page& page) {
    const Service& service = Inside::service(inquiries);
    const http::Tenant& tenant = *page.request().tenant;
    FormInput input;
    input.inquiry.place = service.directory.snapshot(tenant.id)->fallback_place;   // a device says whose place it is
    input.inquiry.channel = "visit";
    input.inquiry.outcome = "answered";
    LogForm form = make_log_form(service, page, input, desk_topics(service, tenant, input.inquiry.place));
    form.submit = page.t(TEXT("Log it"));
    form.may_search = true;
    form.topic_rules = rules_for_form({inquiries, referral}, page, input.inquiry, true);
    // The page stays as it is for days: whether somebody answers now is not said.
    for (auto& rule : form.topic_rules) rule.has_open = false;
    return templates::away_form(form, page);
}

}  // namespace digilots::inquiries
