#pragma once
// The pages of requests for activities beside those of their register.
#include "activities/pages.h"
#include "activities/requests.h"

namespace digilots::activities {

struct PlaceNearby {
    std::string name = {}, url = {}, locality = {}, there = {};
};
struct AskForView {
    html::FormErrors errors = {};
    std::string url = {}, form_key = {}, code_url = {};
    std::vector<std::string> known = {};  // localities of the directory, and of requests that staff have gone on with
    std::vector<PlaceNearby> places = {};  // near what was typed
    std::vector<html::components::Field> wish = {};
    html::components::Field locality = {}, by = {}, contact = {};
    html::components::Field languages = {};
    std::vector<html::components::Field> there = {}, who = {};
    std::vector<std::string> doubts = {};  // asked about once
    std::string asked_about = {};
};
struct FollowedRequestView {
    bool is_new = false;
    std::string code = {}, title = {}, locality = {}, state = {}, asked_on = {}, answer = {}, planned_for = {}, activity = {},
                activity_url = {}, reached = {};
    std::vector<SessionLine> sessions = {};
    std::vector<PlaceNearby> places = {};  // while there is no day yet
};
struct BoardCard {
    std::string title = {}, url = {}, locality = {}, asker = {}, asked_on = {}, planned_for = {}, move_url = {}, seen = {},
                shown = {}, back = {}, next = {}, back_label = {}, next_label = {}, decline_url = {};
};
struct BoardList {
    std::string title = {}, id = {}, count = {}, more_url = {};
    std::vector<BoardCard> cards = {};
};
struct BoardView {
    std::string done = {}, list_url = {}, new_url = {}, plan_url = {}, needs_url = {}, needs = {};
    html::components::FilterForm unit = {};
    std::vector<BoardList> lists = {};
    html::components::Table by_locality = {};
};
/// Needs that were found at sessions.
struct NeedsFoundView {
    std::string notice = {}, board_url = {};
    html::components::FilterForm unit = {};
    struct Need {
        std::string needs = {}, title = {}, id = {}, url = {}, when_and_where = {}, seen_to_url = {}, seen = {};
    };
    std::vector<Need> open = {};
};
struct RequestContactView {
    std::string title = {}, request_url = {}, way = {}, value = {}, url = {}, tell = {}, told_url = {}, gone = {};
};
struct PlannedMonth {
    std::string title = {};
    struct Line {
        std::string text = {}, url = {}, detail = {};
    };
    std::vector<Line> campaigns = {}, messages = {}, sessions = {}, visits = {}, trials = {}, launches = {}, requests = {};
    bool is_empty() const {
        return campaigns.empty() && messages.empty() && sessions.empty() && visits.empty() &&
               trials.empty() && launches.empty() && requests.empty();
    }
};
struct PlanView {
    std::string year = {}, earlier_url = {}, later_url = {}, csv_url = {}, pdf_url = {}, board_url = {};
    std::string nothing = {};  // the months in which nothing is planned, in a sentence
    html::components::FilterForm unit = {};
    std::vector<PlannedMonth> months = {};
    std::vector<PlannedMonth::Line> undated = {}, again = {};  // again: held, on no days that are set
};

http::Response ask_for_page(const Pages& pages, const http::Request& request);
http::Response ask_for_activity(const Pages& pages, const http::Request& request);
http::Response request_code_page(const Pages& pages, const http::Request& request);
http::Response find_request_code(const Pages& pages, const http::Request& request);
http::Response followed_request_page(const Pages& pages, const http::Request& request);

http::Response request_board_page(const Pages& pages, const http::Request& request);
http::Response move_request(const Pages& pages, const http::Request& request);
http::Response make_activity_of_request(const Pages& pages, const http::Request& request);
http::Response needs_found_page(const Pages& pages, const http::Request& request);
http::Response see_to_needs_found(const Pages& pages, const http::Request& request);
http::Response request_contact_page(const Pages& pages, const http::Request& request);
http::Response note_request_told(const Pages& pages, const http::Request& request);
http::Response activity_plan_page(const Pages& pages, const http::Request& request);
http::Response activity_plan_file(const Pages& pages, const http::Request& request);
http::Response activity_plan_table(const Pages& pages, const http::Request& request);

/// Of the directory: in that locality first, then the nearest; none where nobody knows where it is.
std::vector<PlaceNearby> places_nearby(const directory::Snapshot& directory, std::string_view locality, const html::Page& page);
/// Localities, then places, as the directory names them.
std::vector<std::string> names_of_localities(const directory::Snapshot& directory);
/// "March 2027", "2027"; "" where nobody said when.
std::string planned_for_text(const register_::Record& request, const i18n::Translator& words);
http::Routes request_routes(const Pages& pages);

}  // namespace digilots::activities
