#include "owners/owners.h"

#include "owners/implementation.h"
#include "owners/sql.h"
#include "platform/base/time.h"
#include "platform/http/site_address.h"
#include "taxonomy/taxonomy.h"

namespace digilots::owners {

namespace {

using register_::Record;

register_::More more_of_link(const Record& link, const html::Page& page) {
    register_::More more;
    const auto url = page.tenant_url(path_of_link(link));
    if (!link.has_ended()) more.links.push_back({page.t("Open the link"), url});
    more.links.push_back({page.t("Monthly letter"), page.tenant_url(path_of_letter(link.id))});
    more.links.push_back({page.t("What owners answer"), page.tenant_url("/staff/owner-answers")});
    more.above.push_back({page.t("The address to give"), {http::site_address(page.request()) + url}});
    return more;
}

register_::Others of_links(register_::Others others) {
    others.more = more_of_link;
    return others;
}

/// Who answered by a link is called as the link is.
register_::Others of_answers(register_::Others others, const Owners::Implementation& self) {
    others.name_of = [before = others.name_of, &self](std::string_view actor) -> std::string {
        if (!actor.starts_with(actor_of_link)) return before ? before(actor) : std::string();
        return self.database.read([&](db::Connection& connection) {
            const auto rows = connection.query(sql::title_of_link, actor.substr(actor_of_link.size()));
            return rows.empty() ? std::string() : rows[0].text("title");
        });
    };
    return others;
}

std::vector<Answer> load_answers(db::Database& database, std::string_view municipality) {
    return database.read([&](db::Connection& connection) {
        std::vector<Answer> answers;
        for (const auto row : connection.query(sql::list_answers, municipality))
            answers.push_back({row.text("id"), row.text("about"), row.text("state"), base::parse_date(row.text("on_day")),
                               row.text("words")});
        return answers;
    });
}

}  // namespace

About about_of(std::string_view about) {
    const auto colon = about.find(':');
    if (colon == std::string_view::npos) return {};
    return {std::string(about.substr(0, colon)), std::string(about.substr(colon + 1))};
}

std::string name_of(std::string_view about, std::string_view municipality, const directory::Directory& directory,
                    const i18n::Translator& words) {
    const auto of = about_of(about);
    if (of.kind == "body") return taxonomy::label(taxonomy::List::body, of.key, words);
    const auto snapshot = directory.snapshot(municipality);
    const auto* e_service = snapshot->e_service(of.key);
    return e_service ? e_service->name : words.t(TEXT("An e-service that is no longer here"));
}

Owners::Implementation::Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time,
                                       Neighbours others)
    : database(opened),
      clock(time),
      neighbours(std::move(others)),
      links(link_register(neighbours.directory), opened, time, of_links(neighbours.others)),
      answers(answer_register(neighbours.directory), opened, time, of_answers(neighbours.others, *this)),
      standing(time, [&versions](std::string_view id, kept::Stamp& stamp) { stamp.take(versions.of("owner_answer", id)); },
               [this](std::string_view id) {
                   return std::make_shared<const std::vector<Answer>>(load_answers(database, id));
               }) {}

bool Owners::Implementation::is_open(const Record& link, base::Date today) const {
    const auto last = link.date("open_until");
    return !link.has_ended() && last && today <= *last;
}

bool Owners::Implementation::can_send(std::string_view municipality) const {
    const auto about = neighbours.municipalities.about(municipality);
    return neighbours.sends_letters && !neighbours.site.empty() && about && !about->is_made_up;
}

Owners::Owners(db::Database& database, const kept::Versions& versions, const base::Clock& clock, Neighbours neighbours)
    : implementation_(std::make_unique<Implementation>(database, versions, clock, std::move(neighbours))) {}
Owners::~Owners() = default;

register_::Records& Owners::links() const { return implementation_->links; }
register_::Records& Owners::answers() const { return implementation_->answers; }

std::vector<Answer> Owners::answers_of(std::string_view municipality, std::string_view about) const {
    std::vector<Answer> answers;
    for (const auto held = implementation_->standing.of(municipality); const auto& one : *held)
        if (about.empty() || one.about == about) answers.push_back(one);
    return answers;
}

std::string Owners::brief(const Answer& answer, const i18n::Translator& words) {
    const auto day = answer.on_day ? words.date(*answer.on_day) : std::string();
    if (answer.state == "mended") return words.t("mended on {date}", {{"date", day}});
    if (answer.state == "will_be") return words.t("to be mended by {date}", {{"date", day}});
    return words.t("cannot be mended");
}

std::string Owners::sentence(const Answer& answer, std::string_view municipality, const i18n::Translator& words) const {
    const auto name = name_of(answer.about, municipality, implementation_->neighbours.directory, words);
    const auto said = words.t("Whoever answers for {name}: {answer}.", {{"name", name}, {"answer", brief(answer, words)}});
    return answer.words.empty() ? said : said + " " + answer.words;
}

inquiries::OwnersSay Owners::say() const {
    return {.of = [this](std::string_view e_service, const html::Page& page) {
        const auto& municipality = page.request().tenant->id;
        std::vector<inquiries::OwnersSay::Said> said;
        for (const auto& one : answers_of(municipality, "e_service:" + std::string(e_service)))
            said.push_back({sentence(one, municipality, page.translator()), brief(one, page.translator()),
                            one.state == "mended" ? one.on_day : std::nullopt});
        return said;
    }};
}

}  // namespace digilots::owners
