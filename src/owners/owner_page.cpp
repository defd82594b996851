// What somebody outside sees of one e-service or body by a link: counts of months that are released; and what they answer.
#include <algorithm>
#include <ranges>

#include "owners/implementation.h"
#include "owners/owner_view.h"
#include "owners/sql.h"
#include "owners/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "platform/register/pages.h"
#include "taxonomy/taxonomy.h"

namespace digilots::owners {

namespace {

using html::components::Cell;
using html::components::Field;
using html::components::Table;
using register_::Draft, register_::Record;

constexpr std::size_t longest_secret = 100, most_months = 12;
constexpr int gone = 410;

struct Opened {
    std::optional<Record> link;             // nothing: there is none of this address
    bool is_open = false;
};

Opened open_link(const Owners::Implementation& self, const http::Request& request) {
    Opened opened;
    const auto& tenant = *request.tenant;
    const auto secret = request.parameter("secret");
    if (secret.empty() || secret.size() > longest_secret) return opened;
    const auto id = self.database.read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::find_link, tenant.id, secret);
        return rows.empty() ? "" : rows[0].text("id");
    });
    if (!id.empty()) opened.link = self.links.find(tenant.id, id);
    if (opened.link) opened.is_open = self.is_open(*opened.link, base::to_civil(self.clock.now(), tenant.zone).date);
    return opened;
}

http::Response not_there(Owners::Implementation& self, const http::Request& request) {
    if (const auto wait = http::wait_after_guess(self.guessing, request, self.clock.now())) return html::wait_page(request, *wait);
    return http::told_nobody(html::error_page(request, 404));
}

http::Response closed(const http::Request& request) {
    html::Page page(request);
    page.title = page.t("A link that is closed");
    page.indexable = false;
    OwnerView view;
    view.nothing = page.t("This link is closed. Ask whoever gave it to you for another one.");
    return http::told_nobody(html::render_page(page, templates::owner_page(view, page), gone));
}

/// What was told; nothing where nothing was.
std::optional<owners::Cell> cell_at(const Told& told, const std::string& period, const char* table, const std::string& term) {
    const auto found = told.rows.find({period, table});
    if (found == told.rows.end()) return std::nullopt;
    const auto cell = found->second.find(term);
    return cell == found->second.end() ? owners::Cell{} : cell->second;
}

bool is_count(const std::optional<owners::Cell>& cell) { return cell && cell->state == suppression::State::published; }

Cell shown(const std::optional<owners::Cell>& cell, const i18n::Translator& words) {
    if (!cell) return {.text = "", .unknown = true};
    if (!is_count(cell)) return {.text = words.t("hidden")};
    return {.text = words.number(static_cast<double>(cell->count))};
}

class Figures {
public:
    Figures(const Owners::Implementation& self, const Record& link, const html::Page& page, const std::vector<Answer>& answers)
        : self_(self), page_(page), answers_(answers), told_(self.figures_of(page.request().tenant->id, link.text("about"))) {}

    bool is_nothing() const { return told_.released.empty(); }
    const i18n::Translator& words() const { return page_.translator(); }

    /// "12 of 340 questions in October 2026, 4 %"
    std::string lead() const {
        const auto& month = told_.released.front();
        const auto own = cell_at(told_, periods::key_of(month), "total", whole);
        const auto when = periods::name_of(month, words());
        if (!is_count(own))
            return page_.t("{month}: too few came because of it to be told, or it would tell of others.", {{"month", when}});
        const auto all = all_of(month);
        if (!all || *all < own->count)
            return page_.tn("{n} question in {month}", "{n} questions in {month}", own->count, {{"month", when}});
        return page_.t("{n} of {all} questions in {month}, {share}",
                       {{"n", words().number(static_cast<double>(own->count))},
                        {"all", words().number(static_cast<double>(*all))},
                        {"month", when},
                        {"share", share_text(own->count, *all)}});
    }

    Table months() const {
        Table table{.caption = page_.t("Month by month"),
                    .columns = {{page_.t("Month")},
                                {page_.t("Came because of it"), true},
                                {page_.t("All questions"), true},
                                {page_.t("Of all"), true},
                                {page_.t("What was answered")}}};
        for (const auto& month : newest()) {
            const auto own = cell_at(told_, periods::key_of(month), "total", whole);
            const auto all = all_of(month);
            const bool has_both = is_count(own) && all && own->count <= *all;   // entries come in after a release, too
            table.rows.push_back({{.text = periods::name_of(month, words())},
                                  shown(own, words()),
                                  {.text = all ? words().number(static_cast<double>(*all)) : why_not(month)},
                                  has_both ? Cell{.text = share_text(own->count, *all)} : Cell{.text = "–"},
                                  {.text = answered_in(month)}});
        }
        return table;
    }

    html::components::Chart trend(const std::string& name) const {
        html::components::Chart chart{.id = "trend", .title = page_.t("Came because of it, month by month"),
                                      .dimension = page_.t("Month"), .series = {{.title = name, .points = {}}}};
        auto all = newest();
        std::ranges::reverse(all);
        for (const auto& month : all) {
            const auto own = cell_at(told_, periods::key_of(month), "total", whole);
            html::components::ChartPoint point{.label = periods::name_of(month, words())};
            if (is_count(own)) point.value = static_cast<double>(own->count);
            else point.shown = page_.t("hidden");
            chart.series.front().points.push_back(std::move(point));
        }
        return chart;
    }

    /// Of the newest quarter and the newest year that are told.
    Table part(const char* key, taxonomy::List list, const std::string& caption, const std::string& column) const {
        Table table{.caption = caption, .columns = {{column}}};
        std::vector<std::string> periods;
        for (const auto kind : {periods::Kind::quarter, periods::Kind::year})
            for (const auto& [at, cells] : std::views::reverse(told_.rows)) {
                const auto period = periods::read(at.first);
                if (at.second != key || !period || periods::kind_of(*period) != kind) continue;
                periods.push_back(at.first);
                table.columns.push_back({periods::name_of(*period, words()), true});
                break;
            }
        std::vector<std::string> terms;
        for (const auto& term : taxonomy::terms(list)) terms.push_back(term.key);
        terms.emplace_back();
        for (const auto& term : terms) {
            std::vector<Cell> row{{.text = term.empty() ? page_.t("Not stated") : taxonomy::label(list, term, words())}};
            bool is_anything = false;
            for (const auto& period : periods) {
                const auto cell = cell_at(told_, period, key, term);
                is_anything = is_anything || !is_count(cell) || cell->count > 0;
                row.push_back(shown(cell, words()));
            }
            if (is_anything) table.rows.push_back(std::move(row));
        }
        return table;
    }

private:
    std::vector<periods::Period> newest() const {
        auto all = told_.released;
        if (all.size() > most_months) all.resize(most_months);
        return all;
    }
    releases::Value released(const periods::Period& month) const {
        const releases::Whose whose{releases::Whose::Of::municipality, page_.request().tenant->id};
        return self_.neighbours.releases.read(whose, "total", month).total;
    }
    std::string why_not(const periods::Period& month) const {
        return page_.t(released(month).shown == releases::Shown::not_reported ? TEXT("not reported") : TEXT("hidden"));
    }
    std::optional<std::int64_t> all_of(const periods::Period& month) const {
        const auto total = released(month);
        return total.shown == releases::Shown::count ? std::optional(total.count) : std::nullopt;
    }
    std::string share_text(std::int64_t part, std::int64_t all) const {
        return all > 0 ? measures::value_text(measures::Kind::share, {part, all}, words()) : "";
    }
    std::string answered_in(const periods::Period& month) const {
        std::string said;
        for (const auto& one : answers_)
            if (one.state == "mended" && one.on_day && *one.on_day >= month.from && *one.on_day <= month.to)
                said += (said.empty() ? "" : "; ") + Owners::brief(one, words());
        return said;
    }

    const Owners::Implementation& self_;
    const html::Page& page_;
    const std::vector<Answer>& answers_;
    const Told told_;
};

Draft typed_in(const http::Request& request, const std::string& about) {
    Draft draft{{"about", {about}}};
    for (const char* name : {"state", "on_day", "words", "form_key"})
        draft[name] = {std::string(request.form.get(name))};
    return draft;
}

void add_form(OwnerView& view, const Draft& draft, const html::Page& page) {
    const auto option = [&](const char* key, std::string label) {
        return html::components::Option{key, std::move(label), register_::typed(draft, "state") == key};
    };
    view.state = Field{.name = "state",
                       .label = page.t("What do you answer?"),
                       .options = {option("mended", page.t("It is mended")), option("will_be", page.t("It will be mended")),
                                   option("cannot", page.t("It cannot be mended"))}}
                     .with(view.errors);
    view.on_day = Field{.name = "on_day",
                        .label = page.t("On which day, or by which"),
                        .value = std::string(register_::typed(draft, "on_day")),
                        .type = "date"}
                      .with(view.errors);
    view.words = Field{.name = "words",
                       .label = page.t("In your words"),
                       .value = std::string(register_::typed(draft, "words")),
                       .hint = page.t("What is changed, and what to tell people at the desk. Nothing about single persons. At "
                                      "most 1000 characters."),
                       .optional = true}
                     .with(view.errors);
}

/// Answers that came by this link and stand.
std::vector<Record> answers_by(const Owners::Implementation& self, const std::string& municipality, const std::string& link) {
    std::vector<Record> answers;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::answers_of_link, municipality, link); });
    for (const auto row : rows)
        if (auto one = self.answers.find(municipality, row.text("id"))) answers.push_back(*std::move(one));
    return answers;
}

const Record* own_answer(const std::vector<Record>& answers, std::string_view id) {
    const auto found = std::ranges::find(answers, id, &Record::id);
    return found == answers.end() ? nullptr : &*found;
}

http::Response show(const Owners& owners, const http::Request& request, const Record& link, Draft draft, OwnerView view,
                    int status) {
    const auto& self = Inside::of(owners);
    html::Page page(request);
    const auto& tenant = *request.tenant;
    const auto about = link.text("about");
    view.name = name_of(about, tenant.id, self.neighbours.directory, page.translator());
    page.title = page.t("{name}: what comes to the desks", {{"name", view.name}});
    page.indexable = false;
    view.url = page.tenant_url(path_of_link(link));
    const auto answers = owners.answers_of(tenant.id, about);
    const Figures figures(self, link, page, answers);
    if (figures.is_nothing()) {
        view.none_told = page.t("No month is released yet. The first one comes in the middle of the month after it.");
    } else {
        view.lead = figures.lead();
        view.months = figures.months();
        view.trend = figures.trend(view.name);
        for (auto& part : {figures.part("barrier", taxonomy::List::barrier, page.t("What stood in the way first"),
                                        page.t("What stood in the way")),
                           figures.part("instead", taxonomy::List::body, page.t("Where they were sent instead"),
                                        page.t("Sent to instead"))})
            if (!part.rows.empty()) view.parts.push_back(part);
        if (view.parts.empty())
            view.no_parts = page.t("What stood in the way comes with a whole quarter, where it is not too little to be told.");
    }
    const auto own = answers_by(self, tenant.id, link.id);
    for (const auto& one : answers) {
        const auto* record = own_answer(own, one.id);
        view.said.push_back({owners.sentence(one, tenant.id, page.translator()),
                             record ? view.url + "?answer=" + one.id : "", one.id, record ? self.answers.mark_of(*record) : ""});
    }
    view.heading = view.changes.empty() ? page.t("Answer") : page.t("Change your answer");
    view.form_key = base::form_key_for(std::string(register_::typed(draft, "form_key")), self.clock.now());
    add_form(view, draft, page);
    return http::never_kept(html::render_page(page, templates::owner_page(view, page), status));
}

}  // namespace

http::Response owner_page(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.owners);
    const auto opened = open_link(self, request);
    if (!opened.link) return not_there(self, request);
    if (!opened.is_open) return closed(request);
    OwnerView view;
    Draft draft{{"on_day", {base::format_date(base::to_civil(self.clock.now(), request.tenant->zone).date)}}};
    const auto own = answers_by(self, request.tenant->id, opened.link->id);
    if (const auto* changed = own_answer(own, request.query.get("answer"))) {
        draft = self.answers.draft_of(*changed, register_::around_of(self.answers, request));
        view.changes = changed->id;
        view.seen = self.answers.mark_of(*changed);
    }
    if (request.query.get("sent") == "1")
        view.notice = html::Page(request).t("Your answer stands. The desks see it now.");
    if (request.query.get("sent") == "0")
        view.notice = html::Page(request).t("It was changed meanwhile. Read it before you take it back.");
    return show(pages.owners, request, *opened.link, std::move(draft), std::move(view), 200);
}

http::Response answer(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.owners);
    const auto opened = open_link(self, request);
    if (!opened.link) return not_there(self, request);
    if (!opened.is_open) return closed(request);
    const html::Page page(request);
    const auto& link = *opened.link;
    const auto draft = typed_in(request, link.text("about"));
    OwnerView view;
    view.changes = std::string(request.form.get("changes").substr(0, longest_secret));
    view.seen = std::string(request.form.get("seen").substr(0, longest_secret));
    if (const auto wait = http::wait_of(self.answering, request, self.clock.now())) {
        view.errors.add("", page.t("So much was sent from here that it has to wait a moment. Try again in a minute; what you "
                                   "wrote stands here."));
        auto response = show(pages.owners, request, link, draft, std::move(view), 429);
        response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
        return response;
    }
    const auto around = register_::around_of(self.answers, request);
    const auto actor = std::string(actor_of_link) + link.id;
    const auto own = answers_by(self, request.tenant->id, link.id);
    const bool is_own = view.changes.empty() || own_answer(own, view.changes);
    // Who changed it is nobody's business outside.
    const auto told_that_it_changed = [&] {
        view.errors.add("", page.t("The answer was changed or taken back meanwhile, so nothing is saved. Open the link again; "
                                   "what you wrote stands here."));
        return show(pages.owners, request, link, draft, std::move(view), 409);
    };
    if (!is_own) return told_that_it_changed();
    const auto promised = base::parse_date(register_::typed(draft, "on_day"));
    if (register_::typed(draft, "state") == "will_be" && promised && *promised < around.today) {
        view.errors.add("on_day", page.t("Write a day from today on: by then it will be mended."));
        return show(pages.owners, request, link, draft, std::move(view), 422);
    }
    const auto saved = view.changes.empty()
                           ? self.answers.add(around, draft, actor)
                           : self.answers.change(around, view.changes, draft, actor, base::Seen::mark(view.seen));
    if (saved) return http::see_other(page.tenant_url(path_of_link(link) + "?sent=1"));
    if (saved.error().changed_meanwhile()) return told_that_it_changed();
    for (const auto& problem : saved.error().problems) view.errors.add(problem.input, problem.words(page.translator()));
    return show(pages.owners, request, link, draft, std::move(view), 422);
}

http::Response take_back(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.owners);
    const auto opened = open_link(self, request);
    if (!opened.link) return not_there(self, request);
    if (!opened.is_open) return closed(request);
    if (const auto wait = http::wait_of(self.answering, request, self.clock.now())) return html::wait_page(request, *wait);
    const auto& link = *opened.link;
    const auto id = request.form.get("id");
    const auto own = answers_by(self, request.tenant->id, link.id);
    const bool is_own = own_answer(own, id) != nullptr;
    const bool is_done = is_own && self.answers.set_use(register_::around_of(self.answers, request), id,
                                                        register_::Records::Use::ended, std::string(actor_of_link) + link.id,
                                                        base::Seen::mark(request.form.get("seen")));
    // What was changed meanwhile stands there, to be read before it is taken back.
    return http::see_other(html::Page(request).tenant_url(path_of_link(link) + (is_done ? "" : "?sent=0")));
}

}  // namespace digilots::owners
