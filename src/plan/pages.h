#pragma once
// The pages of this slice.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plan/kinds.h"
#include "plan/phases.h"
#include "plan/views.h"
#include "platform/html/page.h"
#include "platform/http/request.h"
#include "platform/http/response.h"
#include "platform/register/steps.h"

namespace digilots::plan {

struct Pages {
    std::shared_ptr<Kinds> kinds;
};

/// "/staff/plan": the tree down to the areas, the pyramid, what lacks a link, broken dependencies.
http::Response tree_page(const Pages& pages, const http::Request& request);
/// "/staff/plan/{id}": one part: how it stands and why, what is below it, milestones, criteria, documents, moves.
http::Response node_page(const Pages& pages, const http::Request& request);
/// "/staff/plan/{id}/phase": to another phase; what is missing is told before.
http::Response phase_page(const Pages& pages, const http::Request& request);
http::Response move_phase(const Pages& pages, const http::Request& request);
/// What came of it, by the page's rules, also for programs: `errors` of "phase" and "why", and nothing is moved then; `missing`:
/// what was not finished and is noted beside the move.
struct Moved {
    html::FormErrors errors = {};
    register_::Stepped came_of = register_::Stepped::not_there;
    std::vector<const DocumentKind*> missing = {};
};
Moved move_to_phase(const Pages& pages, const http::Request& request, std::string_view phase, const std::string& why,
                    const std::string& actor, const base::Seen& seen);
/// "/staff/plan/{id}/close": only when each criterion is met; what is closed is opened again there, with a reason.
http::Response close_page(const Pages& pages, const http::Request& request);
http::Response close_part(const Pages& pages, const http::Request& request);
/// "/staff/plan/{id}/reach": a part begins and ends with what is below it, where that lies outside of its days.
http::Response lengthen_part(const Pages& pages, const http::Request& request);
/// The part and the one above it, where they do not reach over what is below them; for who may change them.
std::vector<ReachView> parts_to_lengthen(const Pages& pages, const Plan& plan, const Node& node, const html::Page& page);
/// "/staff/plan/timeline", ".pdf"
http::Response timeline_page(const Pages& pages, const http::Request& request);
http::Response timeline_pdf(const Pages& pages, const http::Request& request);
/// "/staff/plan/year", ".pdf": of all, or of one part.
http::Response year_page(const Pages& pages, const http::Request& request);
http::Response year_pdf(const Pages& pages, const http::Request& request);
/// "/staff/plan/unsaid": parts that say no goal, target, function, time …, nor what stands above them.
http::Response unsaid_page(const Pages& pages, const http::Request& request);
/// "/staff/plan/processes": how the parts of each main process stand.
http::Response processes_page(const Pages& pages, const http::Request& request);
/// "/staff/plan/documents/{id}/document", ".pdf", ".odt"
http::Response document_page(const Pages& pages, const http::Request& request);
http::Response document_pdf(const Pages& pages, const http::Request& request);
http::Response document_odt(const Pages& pages, const http::Request& request);
/// "/staff/plan/{id}/archive.zip": all that is kept of a part and of what is below it, with sums and how long it is kept.
http::Response archive_zip(const Pages& pages, const http::Request& request);
/// "/staff/plan/follow-up(.csv|.xlsx)": activities and how they stand, for a tool outside.
http::Response follow_up_csv(const Pages& pages, const http::Request& request);
http::Response follow_up_xlsx(const Pages& pages, const http::Request& request);
/// "/staff/plan/tree(.csv|.xlsx)": of all, or of one part.
http::Response tree_csv(const Pages& pages, const http::Request& request);
http::Response tree_xlsx(const Pages& pages, const http::Request& request);
/// "/staff/plan/tree.json": as programs read it; it comes in again where the tables do.
http::Response tree_file(const Pages& pages, const http::Request& request);
/// "/staff/plan/editions": all, and a new one; "/{id}": what changed since the one before, and its approval.
http::Response editions_page(const Pages& pages, const http::Request& request);
http::Response make_edition(const Pages& pages, const http::Request& request);
http::Response edition_page(const Pages& pages, const http::Request& request);
http::Response approve_edition(const Pages& pages, const http::Request& request);
/// "/staff/plan/editions/{id}/edition.pdf"
http::Response edition_pdf(const Pages& pages, const http::Request& request);
/// "/staff/plan/digest": one's own choice.
http::Response digest_page(const Pages& pages, const http::Request& request);
http::Response save_digest(const Pages& pages, const http::Request& request);
/// "/progress/plan": what everyone may see; its paper, and its days for other calendars.
http::Response public_page(const Pages& pages, const http::Request& request);
http::Response public_pdf(const Pages& pages, const http::Request& request);
/// "/progress/plan/timeline": of what everyone may see.
http::Response public_timeline(const Pages& pages, const http::Request& request);
/// "/progress/plan/approved": the newest edition that the steering group approved, as it was.
http::Response approved_page(const Pages& pages, const http::Request& request);
http::Response public_calendar(const Pages& pages, const http::Request& request);
/// "/staff/plan/{id}/calendar": a secret link to a part's days for its partners; "/plan/{token}/calendar.ics": what it leads to.
http::Response calendar_page(const Pages& pages, const http::Request& request);
http::Response make_calendar(const Pages& pages, const http::Request& request);
http::Response end_calendar(const Pages& pages, const http::Request& request);
http::Response partner_calendar(const Pages& pages, const http::Request& request);
/// "/api/v1/{municipality}/plan…"
http::Response get_plan(const Pages& pages, const http::Request& request);
http::Response get_part(const Pages& pages, const http::Request& request);
http::Response get_timeline(const Pages& pages, const http::Request& request);
http::Response get_milestones(const Pages& pages, const http::Request& request);
http::Response get_changes(const Pages& pages, const http::Request& request);
http::Response post_part(const Pages& pages, const http::Request& request);
http::Response patch_part(const Pages& pages, const http::Request& request);
/// "/api/v1/{municipality}/plan/tree": what a changed tree would do; with `checked` from that answer it is done.
http::Response post_tree(const Pages& pages, const http::Request& request);

/// More parts than that are folded (tree.h), so that a page stays small however large the plan is.
inline constexpr std::size_t most_parts_of_page = 70;
/// Of staff, below the plan.
html::Page plan_page_of(const http::Request& request, std::string title);
base::Date today_of(const Pages& pages, const http::Request& request);
/// With its heading and the municipality at its foot; blocks come after.
print::Document paper_of(const std::string& title, const html::Page& page);
print::Table on_paper(const html::components::Table& table, const html::Page& page);
/// A document of a template as it is printed.
print::Document paper_of_document(const Plan& plan, const Document& document, const html::Page& page);
/// Names of what everyone may see and says that it contributes to a target; "": of all that everyone may see.
std::vector<std::string> contributing_to(const Plan& plan, std::string_view target);
/// Whether everyone may see it: it and all above it that is there.
bool is_public(const Plan& plan, const Node& node);
/// What stands below a part or below the top, with how each stands.
html::components::Table table_of_parts(const Plan& plan, const std::vector<Placed>& parts,
                                       const std::map<std::string, Status, std::less<>>& statuses, const html::Page& page,
                                       const std::string& path);
/// Those about a part, or about one document of it; the newest first, at most so many.
struct CommentsOf {
    std::string_view node, document = "";
    std::int64_t most = 100;
};
html::components::Table table_of_comments(const Kinds& kinds, const Plan& plan, const CommentsOf& of, const html::Page& page);
std::string owner_of(const Kinds& kinds, const Node& node, const html::Page& page);

}  // namespace digilots::plan
