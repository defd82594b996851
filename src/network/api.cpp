// A network for programs: what is public of it, who has said something of a period, and what members send in.
#include "network/pages.h"
#include "network/sql.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/http/never_kept.h"

namespace digilots::network {

namespace {

constexpr std::size_t longest_file = 4 * 1024 * 1024;

void write_rows(base::JsonWriter& json, const std::vector<SharedRow>& rows) {
    json.key("shared").begin_array();
    for (const auto& row : rows) {
        json.begin_object().member("kind", row.kind).member("municipality", row.municipality).member("title", row.title);
        json.member("about", row.about).member("day", row.day).end_object();
    }
    json.end_array();
}

http::Response refused(const http::Request& request, const Taken& taken) {
    const auto& words = i18n::translator(request.language);
    auto detail = words.t(taken.why);
    if (!taken.detail.empty()) detail += " (" + taken.detail + ")";
    return never_kept(http::problem(taken.status, words.t(TEXT("The figures cannot be taken in")), std::move(detail)));
}

/// Whatever is answered of a made-up network says so.
http::Response marked(http::Response response, const municipality::Network& network) {
    if (is_made_up(network)) http::mark_made_up(response);
    return response;
}

http::Response no_such_network(const http::Request& request) {
    return http::problem(404, i18n::translator(request.language).t(TEXT("There is no such network")));
}

}  // namespace

http::Response get_network(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return no_such_network(request);
    base::JsonWriter json;
    json.begin_object().member("network", network->key).member("name", network->name);
    json.member("lead", network->lead.empty() ? std::optional<std::string>() : std::optional(network->lead));
    json.key("members").begin_array();
    for (const auto& member : network->members)
        json.begin_object()
            .member("municipality", member)
            .member("name", name_of(pages, member))
            .member("is_served_here", pages.municipalities.is_active(member))
            .end_object();
    json.end_array();
    const auto rows = shared_in(pages.database, pages.municipalities, *network, Viewer::anyone);
    const auto* profile = profile_of(rows, *network);
    json.member("purpose", profile == nullptr ? std::string() : profile->title);
    write_rows(json, rows);
    json.end_object();
    return marked(http::json(std::move(json).take()), *network);
}

http::Response get_completeness(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return no_such_network(request);
    const auto& words = i18n::translator(request.language);
    const std::string period(request.query.get("period"));
    if (!is_period_of_figures(period))
        return http::problem(400, words.t(TEXT("The question is not right")),
                             words.t(TEXT("Give “period”: a month, a quarter or a year, such as 2026-Q3.")));
    const auto state = pages.aggregates->state(network->key, period);
    base::JsonWriter json;
    std::int64_t reported = 0;
    json.begin_object().member("network", network->key).member("period", period);
    json.member("locked_at", state.locked_at ? std::optional(base::format_utc(*state.locked_at)) : std::nullopt);
    json.key("rows").begin_array();
    for (const auto& member : network->members) {
        const auto found = state.approved.find(member);
        const bool is_there = found != state.approved.end();
        if (is_there) ++reported;
        json.begin_object().member("municipality", member).member("name", name_of(pages, member)).member("reported", is_there);
        json.member("revision", is_there ? std::optional(found->second.back().payload.revision) : std::nullopt);
        json.member("received_at",
                    is_there ? std::optional(base::format_utc(found->second.back().received_at)) : std::nullopt);
        json.member("corrected_after_lock", is_there && found->second.back().is_after_lock).end_object();
    }
    json.end_array().member("reported", reported).member("expected", static_cast<std::int64_t>(network->members.size()));
    json.end_object();
    return marked(http::json(std::move(json).take()), *network);
}

http::Response get_aggregate(const Pages& pages, const http::Request& request) {
    // The network may well be served elsewhere alone: its key is the member's word.
    const auto file = pages.database.read([&](db::Connection& connection) -> std::string {
        const auto rows = connection.query(sql::find_sent, request.query.get("member"), request.parameter("network"),
                                           request.query.get("period"));
        return rows.empty() ? "" : rows[0].text("file");
    });
    if (file.empty()) {
        const auto& words = i18n::translator(request.language);
        return never_kept(
            http::problem(404, words.t(TEXT("Nothing is offered")),
                          words.t(TEXT("Give “member” and “period”: a signed file of theirs has to be offered here."))));
    }
    return never_kept(http::json(file));
}

http::Response post_aggregate(const Pages& pages, const http::Request& request) {
    const auto network = network_of(pages, request);
    if (!network) return no_such_network(request);
    if (request.body.size() > longest_file) {
        const auto& words = i18n::translator(request.language);
        return http::problem(413, words.t(TEXT("The body is too large")), words.t(TEXT("Send at most 4 MB.")));
    }
    const auto taken = pages.aggregates->take_in(*network, request.body);
    if (taken.status != 201) return refused(request, taken);
    base::JsonWriter json;
    json.begin_object().member("network", network->key).member("taken_in", true).end_object();
    return never_kept(http::json(std::move(json).take(), 201));
}

}  // namespace digilots::network
