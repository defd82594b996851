// A request comes in, whoever has its code follows it, and whoever asked is told what becomes of it.
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/email.h"
#include "platform/base/form_key.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

constexpr std::size_t longest_way_to_reach = 200;
constexpr std::chrono::days request_letters_are_good_for{4};

/// Cleaned; what is wrong with it is added to the errors.
std::string read_way_to_reach(const AskedFor& asked, const http::Tenant& tenant, const i18n::Translator& words,
                              FieldErrors& errors) {
    const auto typed = base::clean(std::string_view(asked.contact).substr(0, 4 * longest_way_to_reach));
    const bool is_long = typed.size() > longest_way_to_reach;
    if (holds_persons_number(typed, tenant.country)) {
        errors.emplace_back("contact", words.t(no_persons_number));
        return "";
    }
    switch (asked.by) {
        case ContactBy::none:
            if (!typed.empty())
                errors.emplace_back("contact", words.t("Choose e-mail or phone, or leave the address or number empty."));
            return "";
        case ContactBy::letter:
            errors.emplace_back("by", words.t("Choose how we reach you."));
            return "";
        case ContactBy::email:
            if (is_long || base::fault_of_email(typed) != base::EmailFault::none || !mail::is_reachable(typed))
                errors.emplace_back("contact",
                                    words.t("Write the e-mail address that we write to, such as name@example.org."));
            break;
        case ContactBy::phone:
            if (is_long || !base::read_persons_phone(typed, tenant.country))
                errors.emplace_back("contact",
                                    words.t("Write the phone number that we ring with the answer, with all its digits."));
            break;
    }
    return typed;
}

std::string content_of_request(const AskedFor& asked, const http::Tenant& tenant, const std::string& contact) {
    std::string content = "activity-request\n" + tenant.id;
    for (const auto& [name, values] : asked.draft)
        for (const auto& value : values) content += "\n" + name + "=" + value;
    return content + "\n" + std::string(word_of(asked.by)) + "\n" + contact;
}

bool is_over(const register_::Record& request) {
    return request.text("state") == "held" || request.text("state") == "declined";
}

/// What whoever asked is to hear of; "" nothing.
std::string news_in(const register_::Record* before, const register_::Record& after) {
    if (before == nullptr) return "";
    const auto state = after.text("state");
    if (state != before->text("state") && (state == "planned" || state == "declined")) return state;
    return !after.text("answer").empty() && after.text("answer") != before->text("answer") ? "answered" : "";
}

i18n::Text subject_of_news(std::string_view news) {
    if (news == "planned") return TEXT("Planned: {title}");
    return news == "declined" ? TEXT("Not this time: {title}") : TEXT("Answer: {title}");
}

i18n::Text text_of_news(std::string_view news) {
    if (news == "planned")
        return TEXT("What you asked for is planned: {title}.\n\n{answer}\n\nWith your code you see when and where.");
    if (news == "declined") return TEXT("We cannot do what you asked for this time: {title}.\n\n{answer}");
    return TEXT("We have answered what you asked for: {title}.\n\n{answer}");
}

/// True where a letter is on its way.
bool write_to_asker(const Activities::Implementation& self, const register_::Writing& writing,
                    const register_::Record& request, std::string_view email, std::string_view news) {
    if (!self.neighbours.sends_letters || !mail::is_reachable(email)) return false;
    const auto language = request.text("language").empty() ? writing.around.language : request.text("language");
    const auto& words = i18n::translator(language);
    const auto title = request.text("title"), answer = request.text("answer");
    const auto& own = *around_requests(self, writing.around.municipality_id).words;
    mail::add(writing.connection,
              {.municipality_id = writing.around.municipality_id,
               .kind = "activity_request",
               .recipient = std::string(email),
               .subject = base::cut(words.t(subject_of_news(news), {{"title", title}}), 45),
               .text = base::clean(words.t(text_of_news(news), {{"title", title}, {"answer", answer}})) + "\n",
               .language = language,
               .valid_until = writing.now + request_letters_are_good_for,
               .path = "/staff/activity-requests/" + request.id,
               .matter = mail::matter_of("activity_request", request.id),
               .record = "activity_request:" + request.id,
               .about = own.t(subject_of_news(news), {{"title", title}}),
               .unit = request.text("unit")},
              writing.now);
    return true;
}

}  // namespace

register_::Surroundings around_requests(const Activities::Implementation& self, std::string_view municipality_id) {
    return municipality::surroundings_of(self.neighbours.municipalities, self.requests, municipality_id, self.clock.now());
}

base::Result<std::string, FieldErrors> ask_for(const Activities& activities, const http::Tenant& tenant,
                                               const AskedFor& asked, const i18n::Translator& words) {
    const auto& self = Inside::of(activities);
    const auto& records = self.requests;
    const auto stored = around_requests(self, tenant.id);
    auto around = stored;
    around.words = &words;
    FieldErrors errors;
    const auto contact = read_way_to_reach(asked, tenant, words, errors);
    register_::Problems problems;
    auto request = records.read(around, asked.draft, register_::blank_record(records.declaration(), around), problems);
    if (problems.empty()) records.declaration().rules({request, {}, around}, problems);
    for (const auto& problem : problems) errors.emplace_back(problem.input, problem.words(words));
    if (!errors.empty()) return base::failure(std::move(errors));
    const auto content = content_of_request(asked, tenant, contact);
    const auto secret = base::secret_for_code(asked.form_key, content);
    const auto code = base::code_of(request_code, secret);
    const auto now = self.clock.now();
    request.id = base::id_from_form(asked.form_key, content, now);
    request.columns["source"] = std::string("form");
    request.columns["code_hash"] = base::hash_of_code(request_code, code);
    request.columns["language"] = asked.language;
    return self.database.write(
        [&](db::Connection& connection) {
            if (const auto before = register_::find_in(connection, records, tenant.id, request.id))
                return base::code_known(request_code, secret, before->text("code_hash"));
            if (!Inside::of(activities).requests.put_in(connection, stored, request, "", base::Seen::anything())) return code;
            if (asked.by != ContactBy::none)
                connection.execute(sql::insert_request_contact, tenant.id, request.id, word_of(asked.by), contact,
                                   base::format_utc(now));
            return code;
        },
        db::Isolation::deciding);
}

std::optional<register_::Record> request_with_code(const Activities& activities, const http::Tenant& tenant,
                                                   std::string_view code) {
    const auto& self = Inside::of(activities);
    const auto hashes = base::hashes_of_code(request_code, code);
    if (hashes.empty()) return std::nullopt;
    return self.database.read([&](db::Connection& connection) -> std::optional<register_::Record> {
        const auto row = Only{connection.query(sql::request_by_code, tenant.id, hashes.now, hashes.before)};
        return row ? register_::find_in(connection, self.requests, tenant.id, row->text("id")) : std::nullopt;
    });
}

void tell_asker(const Activities::Implementation& self, const register_::Writing& writing,
                const register_::Record& request) {
    auto news = news_in(writing.before, request);
    if (news.empty()) return;
    const auto& municipality = writing.around.municipality_id;
    const auto overtaken =
        mail::overtake(writing.connection, municipality, mail::matter_of("activity_request", request.id), writing.now);
    // Whom nothing told yet that it is planned is told so with the answer.
    if (news == "answered" && request.text("state") == "planned" && !overtaken.empty()) news = "planned";
    const auto contact = Only{writing.connection.query(sql::find_request_contact, municipality, request.id)};
    if (!contact) return;
    const bool is_written = contact->text("by_way") == word_of(ContactBy::email) &&
                            write_to_asker(self, writing, request, contact->text("value"), news);
    if (!is_written)
        writing.connection.execute(sql::set_request_to_tell, municipality, request.id, news);
    else if (is_over(request))
        writing.connection.execute(sql::delete_request_contact, municipality, request.id);
}

void plan_requests(Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
                   std::string_view activity, std::string_view actor) {
    const auto now = base::format_utc(self.clock.now());
    if (connection.query(sql::shown_session, municipality_id, activity, now).empty()) return;
    const auto open = connection.query(sql::open_requests_of, municipality_id, activity);
    if (open.empty()) return;
    const auto around = around_requests(self, municipality_id);
    for (const auto row : open) {
        auto request = register_::find_in(connection, self.requests, municipality_id, row.text("id"));
        if (!request) continue;
        request->columns["state"] = std::string("planned");
        static_cast<void>(self.requests.put_in(connection, around, *std::move(request), actor, base::Seen::anything()));
    }
}

std::string standing_of(const Activities& activities, const register_::Record& request, const html::Page& page) {
    auto state = request.text("state");
    const auto programme = activities.programme(page.request().tenant->id);
    const auto* activity = programme->with_id(request.text("activity"));
    const auto now = Inside::of(activities).clock.now();
    const bool is_open = state == "wished" || state == "found";
    if (is_open && activity && activity->is_published)
        for (const auto& session : activity->sessions)
            if (session.ends > now && session.status != Status::cancelled) state = "planned";
    return page.t(request_state_of(state).for_asker);
}

std::optional<RequestContact> request_contact(const Activities::Implementation& self, std::string_view municipality_id,
                                              std::string_view request) {
    return self.database.read([&](db::Connection& connection) -> std::optional<RequestContact> {
        const auto row = Only{connection.query(sql::find_request_contact, municipality_id, request)};
        if (!row) return std::nullopt;
        return RequestContact{.by = contact_by_called(row->text("by_way")).value_or(ContactBy::none),
                              .value = row->text("value"),
                              .to_tell = row->text("to_tell"),
                              .counts_from = base::parse_utc(row->text("counts_from")).value_or(base::Instant{})};
    });
}

bool note_asker_told(const Activities& activities, std::string_view municipality_id, std::string_view request,
                     std::string_view actor) {
    const auto& self = Inside::of(activities);
    return self.database.write(
        [&](db::Connection& connection) {
            const auto found = register_::find_in(connection, self.requests, municipality_id, request);
            if (!found || connection.execute(sql::set_request_to_tell, municipality_id, request, "") == 0) return false;
            if (is_over(*found)) connection.execute(sql::delete_request_contact, municipality_id, request);
            audit::record(connection,
                          {std::string(municipality_id), std::string(actor), "told of a request",
                           "activity_request:" + std::string(request), ""},
                          self.clock.now());
            kept::raise(connection, kept_requests, municipality_id);
            return true;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::activities
