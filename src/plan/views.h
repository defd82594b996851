#pragma once
// What the pages of this slice show.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::plan {

/// A level of the pyramid: its trapezoid and what stands in it.
struct PyramidLevel {
    std::string path = {}, label = {};
    double y = 0;
};

struct TreeView {
    html::components::Table parts = {}, levels = {};
    std::vector<PyramidLevel> pyramid = {};
    std::vector<std::string> broken = {};
    std::vector<html::Link> without_goal = {}, links = {};
    html::Link unfold = {};  // no title: everything down to the areas is shown
    std::string add_url = {}, more_without_goal = {};  // "" for who may not; "": none
};

/// Records of another kind that belong to a part.
struct BesideView {
    std::string title = {};
    std::vector<html::Link> links = {};
};

/// Days outside of those of a part, which one button lets reach over them.
struct ReachView {
    std::string url = {}, seen = {}, button = {};
    std::vector<std::string> lines = {};
};

struct NodeView {
    html::components::Mark mark = {};
    std::string note = {};
    std::vector<std::string> reasons = {}, moves = {}, missing = {};
    std::vector<html::components::SummaryItem> facts = {};
    html::components::Table below = {}, milestones = {}, criteria = {}, documents = {}, dependencies = {}, comments = {},
                            result_goals = {};
    std::string comment_url = {};
    std::vector<BesideView> beside = {};
    std::vector<html::Link> links = {}, add_links = {}, targets = {}, deliverables = {};
    std::string phase_url = {}, close_url = {}, change_url = {};  // "" for who may not
    bool is_closed = false;
    std::vector<ReachView> outside = {};
};

/// A form of a few fields about one part.
struct StepView {
    std::string url = {}, back_url = {}, seen = {}, button = {}, about = {};
    std::vector<std::string> lines = {};
    std::string lines_title = {};
    bool can_send = true;
    html::components::Field choice = {};  // no options: none
    html::components::Field text = {};    // no name: none
    html::FormErrors errors = {};
    std::string also = {};  // what else it waits for
    html::Link way = {};    // where that is done
};

struct TimelineRow {
    std::string code = {}, title = {}, url = {}, fill = {}, note = {};  // note: instead of a bar
    std::string shape = {};                                               // path data of the bar
    double y = 0, x = 0, width = 0;
    bool has_bar = false, goes_on = false, is_open_before = false;
    std::vector<double> milestones = {};
};
struct TimelineTick {
    double x = 0;
    std::string label = {}, year = {};  // year: below the label, "": the label says it
};
struct TimelineDrawing {
    double width = 0, height = 0, today = -1;  // below 0: outside
    std::vector<TimelineRow> rows = {};
    std::vector<TimelineTick> ticks = {};
    std::vector<std::string> arrows = {};  // path data
};
/// What a colour means, in words.
struct LegendItem {
    std::string fill = {}, label = {};
};
struct TimelineView {
    TimelineDrawing drawing = {};
    std::vector<LegendItem> legend = {};
    std::string name = {}, about = {}, left_out = {};  // "": of the whole plan; "": nothing
    html::components::Table table = {};
    std::vector<html::Link> zooms = {}, formats = {};
};

/// What the parts come to, in sentences and tables.
struct SumsView {
    std::vector<std::string> sums = {};
    std::vector<html::components::Table> tables = {};
    std::string more = {};
    std::vector<html::Link> links = {};
};

struct YearView {
    html::components::Table going_on = {}, months = {};
    std::vector<html::Link> years = {}, processes = {}, formats = {};
    bool leaves_out = false;  // activities, which stand in the year of their part
};

struct DocumentView {
    print::Document document = {};
    std::string change_url = {}, comment_url = {};
    std::vector<html::Link> sections = {};  // where each is written
    html::components::Table comments = {};
    std::vector<html::Link> formats = {};
};

struct EditionsView {
    html::components::Table table = {};
    std::string url = {};  // "" for who may not
    html::components::Field about = {};
    std::vector<html::components::Field> functions = {};  // who alone notes each step
    html::FormErrors errors = {};
};

struct EditionView {
    std::vector<html::components::SummaryItem> facts = {};
    std::vector<std::string> changes = {};
    html::components::Table parts = {}, said = {}, milestones = {};
    std::vector<html::Link> links = {};
    std::string url = {}, seen = {}, heading = {};  // "": nothing is left to approve, or not by this person
    std::string waits = {};                         // for whom, where it is not this person
    html::components::Field result = {}, decision = {}, day = {}, why = {};
    html::FormErrors errors = {};
};

/// The edition that the steering group approved.
struct ApprovedView {
    std::string about = {};
    std::vector<html::components::Table> tables = {};
};

struct DigestView {
    html::FormErrors errors = {};
    std::string url = {}, done = {};
    bool are_sent = false;
    html::components::Field day = {};
};

/// The link by which a partner's calendar reads a part's days.
struct CalendarView {
    std::string url = {}, end_url = {}, back_url = {}, since = {}, secret = {};  // since: "" none; secret: once
    bool is_ended = false;
};

/// A target of the wheel, and the parts that contribute to it.
struct ContributesView {
    html::Link target = {};
    std::vector<std::string> parts = {};
};

struct PublicView {
    std::string approval = {};  // which edition is approved, or that none is
    html::Link approved = {};   // no title: none
    std::vector<PyramidLevel> pyramid = {};
    html::components::Table parts = {}, levels = {}, milestones = {};
    std::vector<ContributesView> contributes = {};
    std::vector<html::Link> links = {};
};

}  // namespace digilots::plan
