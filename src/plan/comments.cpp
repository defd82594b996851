// What was said about a part or one of its documents, as the pages of both show it.
#include <algorithm>

#include "plan/pages.h"
#include "platform/base/lists.h"
#include "platform/register/records.h"

namespace digilots::plan {

namespace {

/// "Pre-study, section 3"
std::string matter_of_comment(const Plan& plan, const register_::Record& comment, const html::Page& page) {
    const auto* document = base::find_in(plan.documents(), comment.text("document"), &Document::id);
    if (!document) return page.t("The part itself");
    const auto section = comment.whole("section");
    if (!section) return document->title;
    return page.t("{document}, section {n}", {{"document", document->title}, {"n", std::to_string(*section)}});
}

std::string asked_of(const Kinds& kinds, const register_::Record& comment, const register_::Surroundings& around) {
    const auto& links = kinds.comments.others().links;
    const auto source = links.find("organisation.function");
    if (source == links.end() || comment.text("function").empty()) return "";
    for (const auto choices = source->second.choices(around); const auto& choice : choices)
        if (choice.key == comment.text("function")) return choice.label;
    return "";
}

}  // namespace

html::components::Table table_of_comments(const Kinds& kinds, const Plan& plan, const CommentsOf& of, const html::Page& page) {
    html::components::Table table{
        .caption = page.t("Comments"),
        .columns = {{page.t("Comment")}, {page.t("About")}, {page.t("Written")}, {page.t("Whose answer is asked for")},
                    {page.t("Answer")}},
        .empty = page.t("No comment yet.")};
    auto around = kinds.around(page.request().tenant->id);
    around.words = &page.translator();
    auto found = kinds.comments.list(around, {.filters = {{"node", std::string(of.node)}}}, of.most, 0).records;
    if (!of.document.empty())
        std::erase_if(found, [&](const register_::Record& one) { return one.text("document") != of.document; });
    std::ranges::sort(found, std::greater<>{}, &register_::Record::created_at);
    const auto& name_of = kinds.comments.others().name_of;
    for (const auto& one : found) {
        const auto at = base::parse_utc(one.created_at);
        const auto who = name_of ? name_of(one.text("written_by")) : std::string();
        const auto day = at ? page.translator().date_time(*at, page.request().tenant->zone) : std::string();
        const auto asked = asked_of(kinds, one, around), answer = one.text("answer");
        table.rows.push_back({{.text = one.text("title"), .url = page.tenant_url("/staff/plan/comments/" + one.id)},
                              {.text = matter_of_comment(plan, one, page)},
                              {.text = who.empty() ? day : day + ", " + who},
                              {.text = asked.empty() ? page.t("Nobody’s in particular") : asked},
                              {.text = answer.empty() ? page.t("not answered yet") : answer}});
    }
    return table;
}

}  // namespace digilots::plan
