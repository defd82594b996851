// The decisions that are shown to everyone, for programs.
#include "bodies/pages.h"
#include "bodies/terms.h"
#include "platform/register/list_api.h"
#include "platform/register/pages.h"

namespace digilots::bodies {

namespace {

void write_decision(base::JsonWriter& out, const register_::Record& decision, const std::string& body) {
    out.begin_object().member("id", decision.id).member("title", decision.text("title")).member("body", body);
    for (const char* column : {"day", "result", "concerns", "basis", "address"})
        out.member(column, decision.text(column));
    out.member("follow_up", decision.text("state"))
        .member("due", decision.text("due"))
        .member("outcome", decision.text("outcome"))
        .end_object();
}

bool is_result(std::string_view key, const http::Request& request) {
    for (const auto& one : results_of_decisions()(
             {.municipality_id = request.tenant->id, .words = &i18n::translator(request.language)}))
        if (one.key == key) return true;
    return false;
}

}  // namespace

http::Response list_decisions(const Pages& pages, const http::Request& request) {
    const auto& kinds = *pages.kinds;
    register_::ListQuery query{.only_published = true};
    const auto result = request.query.get("result");
    if (!result.empty() && !is_result(result, request))
        return register_::wrong_in_address(
            request, TEXT("result: give adopted, changed, rejected, postponed or noted."));
    if (!result.empty()) query.filters.emplace_back("result", std::string(result));
    return register_::list_for_programs(kinds.decisions, request, query, "decisions",
                                        [&](base::JsonWriter& out, const register_::Record& decision) {
                                            const auto group =
                                                kinds.groups.find(request.tenant->id, decision.text("body"));
                                            write_decision(out, decision, group ? group->text("title") : "");
                                        });
}

}  // namespace digilots::bodies
