// Programs cancel a session, put it back until it begins, and give another reason.
#include "activities/api_parts.h"
#include "platform/register/pages.h"

namespace digilots::activities {

namespace {

struct WantedStatus {
    Status status = Status::planned;
    std::string reason = "";
    Meant meant = {};
};

WantedStatus status_from(Reading& read, const base::Json& json) {
    WantedStatus wanted{.meant = version_meant(read.request, json, read)};
    for (const auto& [name, value] : json.members()) {
        if (name == "reason")
            wanted.reason = base::clean(read.text(value, name).substr(0, 2000));
        else if (name == "status")
            wanted.status = value.text() == word_of(Status::cancelled) ? Status::cancelled : Status::planned;
        else if (name != "version")
            read.unknown(name);
    }
    if (const auto status = json["status"].text(); status != word_of(Status::cancelled) && status != word_of(Status::planned))
        read.fail("status", TEXT("Give planned or cancelled."));
    if (wanted.reason.empty())
        read.fail("reason", TEXT("Write why: those who are signed up read it."));
    else if (const auto fault = fault_of_reason(wanted.reason); fault.id[0])
        read.fail("reason", fault);
    return wanted;
}

http::Response session_now(const Pages& pages, const http::Request& request) {
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(request.parameter("session"));
    if (!found.session) return not_found(request);
    base::JsonWriter json;
    write_session(json, pages, *found.session, *request.tenant, true);
    return told_nobody(http::json(std::move(json).take()));
}

}  // namespace

http::Response put_status(const Pages& pages, const http::Request& request) {
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    Reading read{request};
    const auto wanted = status_from(read, *json);
    if (!read.errors.empty()) return refused(request, std::move(read.errors));
    const std::string id(request.parameter("session"));
    const auto mark = pages.activities.mark_of(request.tenant->id, id);
    const auto programme = pages.activities.programme(request.tenant->id);
    const auto found = programme->session(id);
    if (mark.empty() || !found.session) return not_found(request);
    const auto seen = base::Seen::mark(wanted.meant.version ? base::mark_of({id, std::to_string(*wanted.meant.version)}) : mark);
    const auto around = register_::around_of(pages.activities.activities(), request);
    const auto actor = "token:" + request.identity->token_id;
    const bool is_cancelled = found.session->status == Status::cancelled;
    auto came = Arranged::done;
    if (wanted.status == Status::planned && is_cancelled)
        came = pages.activities.put_back(around, id, wanted.reason, actor, seen);
    else if (wanted.status == Status::cancelled && !is_cancelled)
        came = pages.activities.cancel_session(around, id, wanted.reason, actor, seen);
    else if (is_cancelled && wanted.reason != found.session->reason)
        came = pages.activities.give_other_reason(around, id, wanted.reason, actor, seen);
    if (came == Arranged::done) return session_now(pages, request);
    if (came == Arranged::over)
        return http::problem(409, read.words.t("The session has begun: it cannot be put back any more."));
    if (came == Arranged::too_many) return http::problem(409, read.words.t(too_many_to_be_held));
    if (came == Arranged::changed_meanwhile)
        return is_another_now(read.words, wanted.meant, TEXT("The session is another by now"),
                              TEXT("Read the activity again. Then send it with the session's version: in If-Match, or as "
                                   "version in the body."));
    return not_found(request);
}

}  // namespace digilots::activities
