// An entry of the log that grows into a question: the way there, how it stands, what whoever asked takes home of it.
#include "platform/base/time.h"
#include "platform/http/site_address.h"
#include "platform/i18n/isolate.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

std::optional<register_::Record> Questions::Implementation::of_entry(std::string_view municipality_id,
                                                                     std::string_view entry) const {
    return database.read([&](db::Connection& connection) -> std::optional<register_::Record> {
        const auto rows = connection.query(sql::of_entry, municipality_id, entry);
        return rows.empty() ? std::nullopt
                            : register_::find_in(connection, questions, municipality_id, rows[0].text("id"));
    });
}

std::optional<inquiries::Companion::Line> Questions::Implementation::line_beside(const html::Page& page,
                                                                                 const inquiries::Inquiry& entry) const {
    const auto& tenant = *page.request().tenant;
    const auto list = page.tenant_url("/staff/questions");
    const auto found = of_entry(tenant.id, entry.id);
    if (!found) return inquiries::Companion::Line{{page.t("Make a question of it"), list + "/from-entry/" + entry.id}};
    auto here = around(tenant.id);
    here.words = &page.translator();
    const auto& state = *questions.declaration().find("state");
    const auto shown = state.type->show(state, *found, here);
    std::string standing = shown.lines.empty() ? "" : shown.lines.front();
    const auto promised = base::parse_utc(found->text("promised_at"));
    if (promised && found->text("state") == register_::waiting)
        standing += " · " + page.t("promised by {time}", {{"time", promise_words(*promised, here.zone, page.translator())}});
    return inquiries::Companion::Line{{page.t("The question in the inbox"), list + "/" + found->id}, std::move(standing)};
}

std::vector<std::string> Questions::Implementation::promised(const html::Page& page, const inquiries::Inquiry& entry) const {
    const auto& request = page.request();
    const auto found = of_entry(request.tenant->id, entry.id);
    if (!found) return {};
    std::vector<std::string> lines;
    const auto by = base::parse_utc(found->text("promised_at"));
    if (by && found->text("state") == register_::waiting)
        lines.push_back(page.t("Your question gets an answer by {date}.",
                               {{"date", promise_words(*by, around(request.tenant->id).zone, page.translator())}}));
    // The code is kept nowhere: it is on the slip where whoever asked for that has it.
    const auto code = base::tidy_code(code_kind, request.form.get("code"));
    if (!base::is_code(code_kind, code, found->text("code_hash"))) return lines;
    const auto& language = page.translator().language();
    const auto site = http::site_address(request);
    const auto address = site.substr(site.find("://") + 3) + page.tenant_url("/ask");
    lines.push_back(page.t("The code of your question is {code}. Read the answer at {address}.",
                           {{"code", i18n::isolated(code, language)}, {"address", i18n::isolated(address, language)}}));
    return lines;
}

inquiries::Companion Questions::beside_entries() const {
    const auto* self = implementation_.get();
    return {.line = [self](const html::Page& page, const inquiries::Inquiry& entry) { return self->line_beside(page, entry); },
            .promised = [self](const html::Page& page, const inquiries::Inquiry& entry) { return self->promised(page, entry); }};
}

}  // namespace digilots::questions
