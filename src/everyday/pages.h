#pragma once
// The pages of this slice beside those of its registers.
#include <memory>
#include <string>
#include <vector>

#include "everyday/everyday.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::everyday {

struct Kinds {
    register_::Records guides, systems, renewals, pickups, stuck_points;
};

struct Pages {
    std::shared_ptr<Kinds> kinds;
    const directory::Directory& directory;
    const organisation::Organisation& organisation;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
};

/// Of a place of the directory; "" of none.
std::string unit_of_place(const directory::Directory& directory, std::string_view municipality_id, std::string_view place);

struct GuideRow {
    std::string title, url, about;
};
struct GuidesView {
    std::vector<GuideRow> rows = {};
};
struct GuideView {
    std::string language = {};                      // of the steps
    std::string about = {};
    std::vector<std::string> steps = {};            // "Step 1 of 4" in front, where it is read out
    std::vector<std::string> numbers = {};
    std::vector<std::string> if_different = {};
    html::components::Freshness freshness = {};
    bool by_phone = false;
    std::string other_url = {};                     // the same guide to read out, or to read
};
struct SystemRow {
    std::string title, used_in, website, languages, function;
    std::string place = {}, place_url = {};
    std::vector<std::string> purpose = {}, start_help = {};
    html::components::Freshness freshness = {};
};
struct SystemsView {
    std::vector<SystemRow> rows = {};
};
struct RenewalRow {
    std::string title, how_often, next;
    std::string e_service = {}, e_service_url = {};
    std::vector<std::string> reminder = {};
};
struct RenewalsView {
    std::string calendar_url = {};
    std::vector<RenewalRow> rows = {};
};

http::Response guides_page(const Pages& pages, const http::Request& request);
http::Response guide_page(const Pages& pages, const http::Request& request);
http::Response systems_page(const Pages& pages, const http::Request& request);
http::Response renewals_page(const Pages& pages, const http::Request& request);
http::Response renewals_calendar(const Pages& pages, const http::Request& request);
http::Response note_reminder(const Pages& pages, const http::Request& request);
http::Response note_fetched(const Pages& pages, const http::Request& request);

/// Where people get stuck and when it is applied for again, for the desk.
inquiries::FormHelp form_help(const std::shared_ptr<Kinds>& kinds, const base::Clock& clock);
/// Beside such a note: what is asked about its e-service.
register_::More more_of_stuck_point(const register_::Record& note, const html::Page& page);

/// What is to be looked through again, and what has waited long.
std::vector<DutyKind> duty_kinds(const Pages& pages);

}  // namespace digilots::everyday
