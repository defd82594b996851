#include "inquiries/saved_first.h"

#include "inquiries/desk_page.h"
#include "inquiries/entry_view.h"
#include "inquiries/further.h"
#include "inquiries/implementation.h"
#include "inquiries/recording.h"
#include "inquiries/sql.h"
#include "platform/base/uuid.h"

namespace digilots::inquiries {

std::optional<StoredInquiry> first_of_form(db::Connection& connection, std::string_view municipality_id, std::string_view actor,
                                           const http::Fields& form) {
    const auto key = key_of_form(form, "");
    if (key.empty()) return std::nullopt;
    const auto rows = connection.query(sql::find_first_of_form, municipality_id, actor, key);
    return rows.empty() ? std::nullopt : store::find(connection, municipality_id, rows[0].text("inquiry_id"));
}

std::optional<StoredInquiry> saved_first(const Service& service, const http::Request& request, const Inquiry& now) {
    if (request.form.get("unsent").empty()) return std::nullopt;
    const std::string actor = actor_of(*request.identity), content = base::sha256_hex(canonical_text(now));
    const std::string key = key_of_form(request.form, content);
    const auto& id = request.tenant->id;
    return service.database.read([&](db::Connection& connection) -> std::optional<StoredInquiry> {
        if (store::find_key(connection, {id, actor, key, content})) return std::nullopt;
        return first_of_form(connection, id, actor, request.form);
    });
}

bool is_another(const http::Request& request) { return request.form.get("saved_first") == "another"; }

bool correct_first(const Pages& pages, const http::Request& request, const StoredInquiry& first, Inquiry now) {
    const auto seen = request.form.get("saved_first");
    if (seen.empty() || is_another(request) || asks_for_reason(request, first)) return false;
    now.id = first.inquiry.id;
    if (now.at == unstated) now.at = first.inquiry.at;
    keep_order(now, first.inquiry);
    keep_noes(now, first.inquiry);
    const AlongWith referral_too = correcting(pages.referral, Inside::service(pages.inquiries), *request.tenant, now,
                                              i18n::translator(request.language));
    return pages.inquiries.correct(*request.tenant, now, actor_of(*request.identity), base::Seen::mark(seen), referral_too);
}

SavedFirstView saved_first_view(const StoredInquiry& first, const Service& service, const html::Page& page) {
    const auto entry = view_of(first, service, page);
    return {.said = page.t(TEXT("What you sent first had arrived and is saved: {time}, {topics}."),
                           {{"time", entry.time}, {"topics", entry.topics}}),
            .url = entry.url,
            .seen = asks_for_reason(page.request(), first) ? "" : mark_of(first.inquiry)};
}

}  // namespace digilots::inquiries
