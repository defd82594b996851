#pragma once
// Pages beside those of the register: the sheet to enter and to print, visitors of the day, numbers for
// programs.
#include <string>
#include <vector>

#include "counts/counts.h"
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::counts {

struct Pages {
    Counts& counts;
};

/// Which sheet an address asks for.
struct Asked {
    std::string place, place_name, channel;
    periods::Period week;
    std::vector<std::string> topics;  // of its lines, in their order
};
inline constexpr i18n::Text whose_place =
    TEXT("The place belongs to another unit. Ask somebody there, or an administrator. Nothing was changed.");
/// Said before anybody types.
inline constexpr i18n::Text whose_place_this_is =
    TEXT("The place belongs to another unit: you can read this, and count where your own unit is. Choose a place of yours, or "
         "ask somebody there.");
/// False for whoever is limited to other units.
bool is_theirs(const Pages& pages, const http::Request& request, std::string_view place);
/// Of places to choose those at which they count, and the one that is shown.
void keep_theirs(html::components::Field& places, const Pages& pages, const http::Request& request);
/// Where nothing readable is asked for: the usual place, this week, visits. Nothing where the place is not
/// there.
std::optional<Asked> asked_sheet(const Pages& pages, const html::Page& page, const http::Fields& fields);
/// What is shown then: what to do where no place is there at all.
http::Response without_place(const Pages& pages, const html::Page& page);
/// The same of a form that saves. What is wrong with "place", "week" and "channel" is noted: then nothing is
/// saved, and what is usual is only what to show.
std::optional<Asked> sheet_to_save(const Pages& pages, const html::Page& page, const http::Fields& form,
                                   html::FormErrors& errors);
/// What is wrong with "place" is noted, and the usual one is what to show then. Nothing where no place is
/// there.
std::optional<Asked> place_to_save(const Pages& pages, const html::Page& page, const http::Fields& form,
                                   html::FormErrors& errors);
/// "place=…&week=2026-W47&channel=visit" and the topics that were added.
std::string query_of(const Asked& asked);
/// Place, week and channel to choose, and a topic to add: for a form with GET. Sheets are printed long before they are entered.
std::vector<html::components::Field> choices_of(const Pages& pages, const html::Page& page,
                                                const Asked& asked, int weeks_ahead = 1);
std::string topic_label(const Pages& pages, const html::Page& page, const std::string& topic);
/// "Mon 23"
std::vector<std::string> day_headings(const html::Page& page, const periods::Period& week);

struct SheetCell {
    std::string name, value, label, logged;  // logged: "3 in the log", "" none
    bool is_wrong = false, is_to_come = false;
};
struct SheetLine {
    std::string topic, sum;
    std::vector<SheetCell> cells;
    bool is_read_only = false;
};
struct SheetView {
    std::string url, seen, done, print_url, title;
    std::vector<html::Link> ways = {};  // to what else is counted
    html::FormErrors errors = {};
    std::vector<html::components::Field> choices = {};
    std::vector<html::components::Field> missing = {};  // to choose before it can be saved
    std::vector<std::string> days = {}, sums = {};
    std::string total = {};  // of all days and topics
    std::vector<std::pair<std::string, std::string>> hidden = {};
    std::vector<SheetLine> lines = {};
    std::vector<SheetLine> door = {};
    html::components::Field sure = {};
    bool is_doubtful = false;
    std::string whose = {};  // of another unit: read alone
};

http::Response sheet_page(const Pages& pages, const http::Request& request);
http::Response save_sheet(const Pages& pages, const http::Request& request);

struct TallyView {
    const print::Document& document;
    std::string url, enter_url;
    std::vector<html::components::Field> choices;
    std::vector<html::Link> formats;
};
/// To print: a page, a PDF, OpenDocument.
http::Response tally_page(const Pages& pages, const http::Request& request);
http::Response tally_file(const Pages& pages, const http::Request& request);
http::Response tally_to_change(const Pages& pages, const http::Request& request);

struct VisitorsView {
    std::string url, set_url, form_key, place_name, number, day, done;
    std::string first_time = {};             // "12 said that it is their first time."; "" where nobody asked
    std::string whose = {};                  // of another unit: read alone
    std::string seen_day = {}, seen = {};    // what the form of a number was made of
    bool is_known = false;
    html::FormErrors errors = {};
    html::components::Field places = {}, place_of_day = {}, typed = {}, of_day = {};
    std::vector<std::pair<std::string, std::string>> hidden = {};
};
http::Response visitors_page(const Pages& pages, const http::Request& request);
http::Response count_visitors(const Pages& pages, const http::Request& request);
http::Response set_visitors(const Pages& pages, const http::Request& request);

http::Response post_count(const Pages& pages, const http::Request& request);
http::Response list_counts(const Pages& pages, const http::Request& request);

}  // namespace digilots::counts
