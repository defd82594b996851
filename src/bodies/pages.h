#pragma once
// The pages of this slice beside those of its registers.
#include <memory>
#include <string>
#include <vector>

#include "bodies/bodies.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::bodies {

struct Kinds {
    register_::Records groups, members, meetings, items, decisions;
    register_::Records handovers, points, rollout, method, factors, demography, checks;
    register_::Records systems, process, introductions, steps, services;

    Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others);
    std::vector<register_::Records*> all();
};

struct Pages {
    std::shared_ptr<Kinds> kinds;
    db::Database& database;
};

struct OverviewView {
    struct Line {
        std::string title, url, number, about;
    };
    struct Part {
        std::string id, title;
        std::vector<Line> lines;
    };
    std::vector<html::Link> ways = {};
    std::vector<Part> parts = {};
};
struct TablesView {
    std::vector<std::string> sums = {};
    std::vector<html::components::Table> tables = {};
    html::components::PointMap map = {};
    std::vector<html::Link> ways = {};
};
struct ChecklistView {
    std::string url = {}, back_url = {};
    html::components::Field checklist = {}, part = {};  // no options: there is nothing to choose
    html::FormErrors errors = {};
};
struct PackView {
    html::Safe document = {};
    std::vector<html::Link> formats = {}, papers = {};
    std::string url = {};
    html::components::Field choice = {};
    bool has_meeting = true;
};

/// "…/staff/bodies": all that there is, with numbers.
http::Response overview_page(const Pages& pages, const http::Request& request);
/// "…/staff/bodies/pack(.pdf|.odt|.zip)": agenda, papers, open decisions and minutes of a meeting in one.
http::Response pack_page(const Pages& pages, const http::Request& request);
http::Response pack_pdf(const Pages& pages, const http::Request& request);
http::Response pack_odt(const Pages& pages, const http::Request& request);
/// The same with what was put on the meeting as files, in one folder.
http::Response pack_zip(const Pages& pages, const http::Request& request);
/// "…/staff/bodies/checklist-for-part": the points of a checklist that is here, not answered yet, for a part of the plan.
http::Response checklist_page(const Pages& pages, const http::Request& request);
http::Response begin_checklist(const Pages& pages, const http::Request& request);
/// "…/staff/bodies/rollout-table": region by state.
http::Response rollout_page(const Pages& pages, const http::Request& request);
/// "…/staff/bodies/layers": systems by layer, technical debt by risk.
http::Response layers_page(const Pages& pages, const http::Request& request);
/// "…/staff/bodies/spread": services by tier.
http::Response spread_page(const Pages& pages, const http::Request& request);
/// "/api/v1/…/decisions": those that are shown to everyone.
http::Response list_decisions(const Pages& pages, const http::Request& request);
/// "…/meetings/{id}/calendar.ics": the days of meeting of a group that shares them.
http::Response meetings_calendar(const Pages& pages, const http::Request& request);

/// When the groups meet in which one of these functions sits, or is the secretary.
std::vector<calendar::Event> days_of_members(const Kinds& kinds, const DaysAsked& asked);

// ---- For pages here ----

html::Page page_of_bodies(const http::Request& request, std::string title);
/// "Infrastructure" of "infrastructure"; "" of "".
std::string label_of(const register_::Choices& choices, std::string_view key, const html::Page& page);
/// Of a register, those in use, in the order of its list.
std::vector<register_::Record> in_use(const register_::Records& records, const http::Request& request,
                                      const register_::ListQuery& query = {});

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo);
/// The groups of a programme, how a plan was made and which systems it names, as a mapping holds them. What
/// is here already stays as it is.
MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities,
                         std::string_view json);

}  // namespace digilots::bodies
