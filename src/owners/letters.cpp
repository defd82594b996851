// A letter a month to who answers for an e-service or a body: asked for by a coordinator, and what went.
#include "owners/implementation.h"
#include "owners/letters_view.h"
#include "owners/sql.h"
#include "owners/templates.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/register/pages.h"

namespace digilots::owners {

namespace {

using html::components::Field;

constexpr auto of_use = std::chrono::hours(4 * 24);
constexpr std::size_t longest_address = 254;

struct Address {
    std::string link, address, language, given_at;
};

/// Before it is known whether somebody else has sent it; the words of a letter.
mail::Letter letter_about(const Owners::Implementation& self, const http::Tenant& tenant, const register_::Record& link,
                          const Address& to, const periods::Period& month, const Told& told) {
    const auto& words = i18n::translator(to.language);
    const auto name = name_of(link.text("about"), tenant.id, self.neighbours.directory, words);
    const auto found = told.rows.find({periods::key_of(month), "total"});
    std::string number = words.t("How many came because of it is too few to be told.");
    if (found != told.rows.end()) {
        const auto cell = found->second.find(whole);
        if (cell == found->second.end()) number = words.t("Nobody is noted to have come because of it.");
        else if (cell->second.state == suppression::State::published)
            number = words.tn("{n} question was about it.", "{n} questions were about it.", cell->second.count);
    }
    const auto when = periods::name_of(month, words);
    const auto url = self.neighbours.site + "/" + to.language + "/" + tenant.slug + path_of_link(link);
    return {.municipality_id = tenant.id,
            .kind = "month of an owner",
            .recipient = to.address,
            .subject = words.t("{name}: what came to the desks in {month}", {{"name", name}, {"month", when}}),
            .text = words.t("{name}, {month}, {municipality}:",
                            {{"name", name}, {"month", when}, {"municipality", tenant.name}}) +
                    "\n\n" + number + "\n\n" + words.t("What stood in the way, and where you can answer:") + "\n" + url + "\n\n" +
                    words.t("The link is open until {date}; the letters end with it. Ask {municipality} to end them before.",
                            {{"date", words.date(*link.date("open_until"))}, {"municipality", tenant.name}}) +
                    "\n",
            .language = to.language,
            .valid_until = self.clock.now() + of_use,
            .path = path_of_letter(link.id)};
}

/// The newest month, where it was released since the letter was asked for.
std::optional<periods::Period> month_to_tell(const Owners::Implementation& self, const std::string& municipality,
                                             const Address& to) {
    const releases::Whose whose{releases::Whose::Of::municipality, municipality};
    for (const auto& period : self.neighbours.releases.released(whose, "total")) {
        if (periods::kind_of(period) != periods::Kind::month) continue;
        const auto made = self.neighbours.releases.read(whose, "total", period).made_at;
        return made && base::format_utc(*made) >= to.given_at ? std::optional(period) : std::nullopt;
    }
    return std::nullopt;
}

bool send_one(const Owners::Implementation& self, const http::Tenant& tenant, const Address& to) {
    const auto link = self.links.find(tenant.id, to.link);
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    if (!link || !self.is_open(*link, today) || !mail::is_reachable(to.address)) return false;
    const auto month = month_to_tell(self, tenant.id, to);
    if (!month) return false;
    const auto letter = letter_about(self, tenant, *link, to, *month, self.figures_of(tenant.id, link->text("about")));
    const auto now = self.clock.now();
    const auto key = periods::key_of(*month);
    return self.database.write(
        [&](db::Connection& connection) {
            const auto stands = connection.query(sql::find_address, tenant.id, to.link);
            if (stands.empty() || stands[0].text("address") != to.address) return false;
            if (connection.execute(sql::insert_letter, tenant.id, to.link, key, "", base::format_utc(now)) != 1) return false;
            connection.execute(sql::set_letter, tenant.id, to.link, key, mail::add(connection, letter, now));
            return true;
        },
        db::Isolation::deciding);
}

std::optional<Address> address_of(const Owners::Implementation& self, std::string_view municipality, std::string_view link) {
    return self.database.read([&](db::Connection& connection) -> std::optional<Address> {
        const auto rows = connection.query(sql::find_address, municipality, link);
        if (rows.empty()) return std::nullopt;
        return Address{std::string(link), rows[0].text("address"), rows[0].text("language"), rows[0].text("given_at")};
    });
}

std::string mark_of(const std::optional<Address>& address) {
    return address ? base::mark_of({address->address, address->language}) : base::mark_of({"", ""});
}

/// What went, and how it stands.
html::components::Table letters_of(const Owners::Implementation& self, const http::Tenant& tenant, const std::string& link,
                                   const html::Page& page) {
    html::components::Table table{.caption = page.t("Letters that went"),
                                  .columns = {{page.t("Month")}, {page.t("Put into the outbox")}, {page.t("How it stands")}},
                                  .empty = page.t("No letter has gone yet.")};
    self.database.read([&](db::Connection& connection) {
        table.rows.clear();
        const auto untold = mail::untold(connection, tenant.id, self.clock.now(), path_of_letter(link));
        for (const auto row : connection.query(sql::list_letters, tenant.id, link)) {
            const auto month = periods::read(row.text("month"));
            const auto at = base::parse_utc(row.text("added_at"));
            const auto* letter = base::find_in(untold, row.text("letter"), &mail::Listed::id);
            const bool is_lost = letter && !letter->is_tried_again();
            table.rows.push_back({{.text = month ? periods::name_of(*month, page.translator()) : row.text("month")},
                                  {.text = at ? page.translator().date(base::to_civil(*at, tenant.zone).date) : ""},
                                  {.text = is_lost ? page.t("It did not arrive") : page.t("Sent, or on its way")}});
        }
    });
    return table;
}

struct Shown {
    std::string address, language;
    html::FormErrors errors = {};
    std::string seen = "";
    int status = 200;
};

http::Response show(const Owners::Implementation& self, const http::Request& request, const register_::Record& link,
                    Shown shown) {
    html::Page page(request);
    page.title = page.t("Monthly letter to an owner");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Links for owners"), page.tenant_url("/staff/owners")},
                        {link.text("title"), page.tenant_url("/staff/owners/" + link.id)}};
    const auto stands = address_of(self, request.tenant->id, link.id);
    LetterView view{.url = page.tenant_url(path_of_letter(link.id)),
                    .title = link.text("title"),
                    .seen = shown.seen.empty() ? mark_of(stands) : shown.seen,
                    .can_send = self.can_send(request.tenant->id),
                    .is_open = self.is_open(link, base::to_civil(self.clock.now(), request.tenant->zone).date),
                    .is_asked = stands.has_value()};
    view.address = Field{.name = "address",
                         .label = page.t("E-mail address of a function"),
                         .value = shown.status == 200 && stands ? stands->address : shown.address,
                         .hint = page.t("It is kept apart from the link, used for nothing else, and deleted after the link has "
                                        "closed."),
                         .type = "email",
                         .autocomplete = "off"}
                       .with(shown.errors);
    view.language = Field{.name = "language", .label = page.t("Language of the letter")}.with(shown.errors);
    const auto chosen = shown.status == 200 && stands ? stands->language
                        : shown.language.empty()      ? i18n::translator(request.language).language().code
                                                      : shown.language;
    for (const auto& language : i18n::languages())
        view.language.options.push_back({language.code, language.own_name, language.code == chosen});
    view.until = page.t("The letters end with the link, after {date}.",
                        {{"date", page.translator().date(*link.date("open_until"))}});
    view.letters = letters_of(self, *request.tenant, link.id, page);
    view.errors = std::move(shown.errors);
    return http::never_kept(html::render_page(page, templates::letter_page(view, page), shown.status));
}

/// Never the address.
void note(db::Connection& connection, const Owners::Implementation& self, const http::Request& request, const char* action,
          const std::string& link) {
    audit::record(connection, {request.tenant->id, request.identity->account_id, action, "owner_link:" + link, ""},
                  self.clock.now());
}

std::optional<register_::Record> link_of(const Owners::Implementation& self, const http::Request& request) {
    return self.links.find(request.tenant->id, request.parameter("id"));
}

}  // namespace

std::int64_t Owners::send_letters(const std::function<void()>& go_on) {
    const auto& self = *implementation_;
    std::int64_t sent = 0;
    std::string failure;
    for (const auto& municipality : self.neighbours.municipalities.active()) {
        if (!self.can_send(municipality.id)) continue;
        const auto tenant = self.neighbours.municipalities.find_tenant(municipality.slug);
        if (!tenant) continue;
        if (go_on) go_on();
        std::vector<Address> all;
        self.database.read([&](db::Connection& connection) {
            all.clear();
            for (const auto row : connection.query(sql::list_addresses, municipality.id))
                all.push_back({row.text("link"), row.text("address"), row.text("language"), row.text("given_at")});
        });
        try {
            for (const auto& to : all) sent += send_one(self, *tenant, to);
        } catch (const std::exception& error) {
            failure = error.what();     // the others get theirs; the job is tried again for these
            base::log(base::LogLevel::warning, "owners not written to",
                      {{"municipality", municipality.id}, {"reason", failure}});
        }
    }
    if (!failure.empty()) throw std::runtime_error(failure);
    return sent;
}

http::Response letter_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.owners);
    const auto link = link_of(self, request);
    return link ? show(self, request, *link, {}) : html::error_page(request, 404);
}

http::Response set_letter(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.owners);
    const auto link = link_of(self, request);
    if (!link) return html::error_page(request, 404);
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    Shown shown{base::clean(request.form.get("address").substr(0, longest_address + 1)),
                std::string(request.form.get("language"))};
    shown.seen = std::string(request.form.get("seen"));
    shown.status = 422;
    if (!mail::is_reachable(shown.address) || shown.address.size() > longest_address)
        shown.errors.add("address", page.t("Write an e-mail address such as e-tjanster@example.org."));
    if (!base::find_in(i18n::languages(), shown.language, &i18n::LanguageInfo::code))
        shown.errors.add("language", page.t("Choose a language."));
    if (!self.can_send(tenant.id)) shown.errors.add("", page.t("No letters are sent from here."));
    if (!self.is_open(*link, base::to_civil(self.clock.now(), tenant.zone).date))
        shown.errors.add("", page.t("The link is closed. Choose a later day for it first."));
    if (!shown.errors.empty()) return show(self, request, *link, std::move(shown));
    const auto seen = base::Seen::mark(shown.seen);
    const bool is_set = self.database.write(
        [&](db::Connection& connection) {
            const auto rows = connection.query(sql::find_address, tenant.id, link->id);
            const auto stands = rows.empty() ? std::optional<Address>()
                                             : Address{link->id, rows[0].text("address"), rows[0].text("language"), ""};
            if (!seen.is(mark_of(stands))) return false;
            connection.execute(sql::put_address, tenant.id, link->id, shown.address, shown.language,
                               base::format_utc(self.clock.now()));
            note(connection, self, request, "owner letter asked for", link->id);
            return true;
        },
        db::Isolation::deciding);
    if (!is_set) return http::changed_meanwhile("owner_link:" + link->id);
    return http::see_other(page.tenant_url(path_of_letter(link->id)));
}

http::Response end_letter(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.owners);
    const auto link = link_of(self, request);
    if (!link) return html::error_page(request, 404);
    self.database.write([&](db::Connection& connection) {
        if (connection.execute(sql::delete_address, request.tenant->id, link->id) > 0)
            note(connection, self, request, "owner letter ended", link->id);
    });
    return http::see_other(html::Page(request).tenant_url(path_of_letter(link->id)));
}

}  // namespace digilots::owners
