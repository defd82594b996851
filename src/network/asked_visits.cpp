#include "network/asked_visits.h"

#include <algorithm>
#include <optional>

#include "network/sql.h"
#include "network/templates.h"
#include "network/terms.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/personal/personal_data.h"
#include "platform/register/pages.h"
#include "platform/register/steps.h"

namespace digilots::network {

namespace {

constexpr const char *agreed = "agreed", *declined = "declined";
constexpr std::size_t longest_answer = 1000;

std::string date_of(const std::string& stored, const html::Page& page) {
    const auto day = base::parse_date(stored);
    return day ? page.translator().date(*day) : "";
}

std::string who_visits_whom(const Pages& pages, const AskedVisit& visit, const html::Page& page) {
    return page.t("{visitor} visits {host}.",
                  {{"visitor", name_of(pages, visit.visitor())}, {"host", name_of(pages, visit.host())}});
}

std::string answer_path(const municipality::Network& network, const AskedVisit& visit) {
    return "/staff/networks/" + network.key + "/visits/" + visit.mark();
}

/// The question of the address, if the municipality of the address is the one that is asked.
std::optional<AskedVisit> asked_of_us(const Pages& pages, const municipality::Network& network, const http::Request& request) {
    const auto seen = shared_in(pages.database, pages.municipalities, network, Viewer::member);
    for (auto& visit : asked_visits(pages, network, seen))
        if (visit.member == request.tenant->id && visit.municipality == request.parameter("owner") &&
            visit.id == request.parameter("visit"))
            return visit;
    return std::nullopt;
}

html::FormErrors faults_of_answer(const http::Request& request, const html::Page& page) {
    html::FormErrors errors;
    const auto answer = request.form.get("answer");
    const auto word = base::clean(request.form.get("word"));
    if (answer != agreed && answer != declined) errors.add("answer", page.t("Choose yes or no."));
    if (answer == agreed && !base::parse_date(request.form.get("day"))) errors.add("day", page.t("Write the day of the visit."));
    if (answer == declined && word.empty()) errors.add("word", page.t("Say why not, in a word or two."));
    if (base::length(word) > longest_answer) errors.add("word", page.t("Write at most 1,000 characters."));
    if (personal::find_personal_data(word) != personal::PersonalData::none)
        errors.add("word", page.t("Remove the number or address: nothing here tells of a person."));
    return errors;
}

void add_fields_of_answer(AnswerView& view, const http::Request& request, const html::FormErrors& errors,
                          const html::Page& page) {
    const auto answer = request.form.get("answer");
    view.answer = html::components::Field{.name = "answer",
                                          .label = page.t("What do we answer?"),
                                          .options = {{agreed, page.t("Yes, on a day"), answer == agreed},
                                                      {declined, page.t("No"), answer == declined}}}
                      .with(errors);
    view.day = html::components::Field{.name = "day",
                                       .label = page.t("Day of the visit"),
                                       .value = std::string(request.form.get("day")),
                                       .hint = page.t("Needed with a yes."),
                                       .type = "date",
                                       .optional = true}
                   .with(errors);
    view.word = html::components::Field{.name = "word",
                                        .label = page.t("A word to who asks"),
                                        .value = std::string(request.form.get("word")),
                                        .hint = page.t("Needed with a no. At most 1,000 characters, never a name."),
                                        .optional = true}
                    .with(errors);
}

http::Response show_answer(const Pages& pages, const municipality::Network& network, const AskedVisit& visit,
                           const http::Request& request, const html::FormErrors& errors) {
    html::Page page(request);
    page.title = page.t("{name} asks us for a visit", {{"name", name_of(pages, visit.municipality)}});
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Networks"), page.tenant_url("/staff/networks")},
                        {network.name, page.tenant_url("/staff/networks/" + network.key)}};
    AnswerView view{.url = page.tenant_url(answer_path(network, visit)),
                    .title = visit.title,
                    .who = who_visits_whom(pages, visit, page),
                    .programme = visit.programme,
                    .errors = errors};
    if (const auto day = date_of(visit.day, page); !day.empty()) view.wished = page.t("Wished for: {date}", {{"date", day}});
    view.may_answer = http::may(request, http::Role::editor);
    add_fields_of_answer(view, request, errors, page);
    return html::render_page(page, templates::answer_visit_page(view, page), errors.empty() ? 200 : 422);
}

}  // namespace

std::vector<AskedVisit> asked_visits(const Pages& pages, const municipality::Network& network,
                                     const std::vector<SharedRow>& seen) {
    return pages.database.read([&](db::Connection& connection) {
        std::vector<AskedVisit> found;
        for (const auto row : connection.query(sql::asked_visits, network.key)) {
            AskedVisit one{row.text("municipality_id"), row.text("id"), row.text("title"), row.text("programme"),
                           row.text("direction"), row.text("state"), row.text("day"), row.text("member"),
                           row.text("answer_id"), row.text("word")};
            const bool is_seen = std::ranges::any_of(
                seen, [&](const SharedRow& shared) { return shared.kind == "visit" && shared.mark() == one.mark(); });
            if (!is_seen || !base::holds(network.members, one.member)) continue;
            if (one.state == "asked" && !one.answer_id.empty()) {
                one.state = row.text("answered");
                if (const auto day = row.text("answered_day"); !day.empty()) one.day = day;
            }
            found.push_back(std::move(one));
        }
        return found;
    });
}

void put_answers(std::vector<SharedRow>& rows, const Pages& pages, const municipality::Network& network,
                 const html::Page& page) {
    for (const auto& visit : asked_visits(pages, network, rows))
        for (auto& row : rows) {
            if (row.kind != "visit" || row.mark() != visit.mark()) continue;
            row.detail = visit.state;
            row.day = visit.day;
            row.about = who_visits_whom(pages, visit, page) + (row.about.empty() ? "" : " " + row.about);
        }
}

std::vector<html::Link> ways_to_answer(const Pages& pages, const municipality::Network& network, const html::Page& page) {
    std::vector<html::Link> ways;
    const auto seen = shared_in(pages.database, pages.municipalities, network, Viewer::member);
    for (const auto& visit : asked_visits(pages, network, seen))
        if (visit.member == page.request().tenant->id && visit.answer_id.empty() && visit.state == "asked")
            ways.push_back({page.t("{name} asks us for a visit: {title}",
                                   {{"name", name_of(pages, visit.municipality)}, {"title", visit.title}}),
                            page.tenant_url(answer_path(network, visit))});
    return ways;
}

register_::MoreOf answers_beside(db::Database& database, const municipality::Municipalities& municipalities) {
    return [&database, &municipalities](const register_::Record& visit, const html::Page& page) {
        register_::More more;
        const auto member = visit.text("member");
        if (member.empty() || !page.request().tenant) return more;
        const auto mark = page.request().tenant->id + "/" + visit.id;
        database.read([&](db::Connection& connection) {
            for (const auto row : connection.query(sql::answer_of_visit, member, mark)) {
                const auto about = municipalities.about(member);
                const auto day = date_of(row.text("day"), page);
                const bool is_yes = row.text("state") != declined;
                std::vector<std::string> lines{!is_yes      ? page.t("No")
                                               : day.empty() ? page.t("Yes")
                                                             : page.t("Yes, on {date}", {{"date", day}})};
                if (const auto word = row.text("answer"); !word.empty()) lines.push_back(word);
                more.above.push_back({page.t("What {name} answers", {{"name", about ? about->name : member}}), lines});
            }
        });
        return more;
    };
}

http::Response asked_visit_page(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    const auto visit = network ? asked_of_us(pages, *network, request) : std::nullopt;
    if (!visit) return html::error_page(request, 404);
    if (!visit->answer_id.empty())
        return http::see_other(html::Page(request).tenant_url("/staff/network/visits/" + visit->answer_id));
    return show_answer(pages, *network, *visit, request, {});
}

namespace {

/// One answer to each: the id follows from what is answered. The one that asks reads it, and nobody else.
register_::Record answer_to(const AskedVisit& visit, const municipality::Network& network, const http::Request& request,
                            const register_::Records& visits, const register_::Surroundings& around) {
    auto record = register_::blank_record(visits.declaration(), around);
    const bool is_yes = request.form.get("answer") == agreed;
    record.id = "answer-" + visit.municipality + "-" + visit.id;
    record.columns["title"] = visit.title;
    record.columns["network"] = network.key;
    record.columns["direction"] = std::string(visit.direction == "we_visit" ? "we_host" : "we_visit");
    record.columns["member"] = visit.municipality;
    record.columns["answers"] = visit.mark();
    record.columns["state"] = std::string(request.form.get("answer"));
    record.columns["day"] = std::string(is_yes ? request.form.get("day") : "");
    record.columns["answer"] = base::clean(request.form.get("word"));
    record.columns["level"] = std::string("municipality");
    record.columns["unit"] = request.identity->unit;
    return record;
}

bool is_same_answer(const register_::Record& one, const register_::Record& other) {
    return one.text("state") == other.text("state") && one.text("day") == other.text("day") &&
           one.text("answer") == other.text("answer");
}

}  // namespace

http::Response answer_visit(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    const auto visit = network ? asked_of_us(pages, *network, request) : std::nullopt;
    if (!visit) return html::error_page(request, 404);
    const html::Page page(request);
    auto errors = faults_of_answer(request, page);
    if (!errors.empty()) return show_answer(pages, *network, *visit, request, errors);
    auto& visits = pages.kinds->visits;
    const auto around = register_::around_of(visits, request);
    const auto record = answer_to(*visit, *network, request, visits, around);
    enum class Outcome { written, answered_otherwise, not_written };
    const auto outcome = pages.database.write(
        [&](db::Connection& connection) {
            if (const auto before = register_::find_in(connection, visits, request.tenant->id, record.id))
                return is_same_answer(*before, record) ? Outcome::written : Outcome::answered_otherwise;
            const auto put = visits.put_in(connection, around, record, request.identity->account_id, base::Seen::anything());
            return put ? Outcome::written : Outcome::not_written;
        },
        db::Isolation::deciding);
    if (outcome == Outcome::written)
        return http::see_other(page.tenant_url("/staff/network/visits/" + record.id + "?saved=1"));
    errors.add("answer", outcome == Outcome::answered_otherwise
                             ? page.t("Somebody has answered this already, and otherwise. Open the answer and change it there.")
                             : page.t("Nothing was saved. Try again, or tell whoever runs the service."));
    return show_answer(pages, *network, *visit, request, errors);
}

}  // namespace digilots::network
