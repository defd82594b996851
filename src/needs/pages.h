#pragma once
// The pages of this slice beside those of its registers.
#include <memory>
#include <string>
#include <vector>

#include "municipality/municipality.h"
#include "needs/needs.h"
#include "platform/db/connection.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::needs {

struct Kinds {
    register_::Records rounds, questions, answers, recommendations, examples;
    register_::Records groups, supporters, equipment, challenges, points, inventories, signals, insights;
    register_::Records invitations, responsibilities;
    register_::Records wishes, paper_forms, informal_help, investigations, guidance, hits;

    Kinds(db::Database& database, const base::Clock& clock, const municipality::Municipalities& municipalities,
          const register_::Others& others);
    std::vector<register_::Records*> all();
};

struct Pages {
    std::shared_ptr<Kinds> kinds;
    db::Database& database;
    const municipality::Municipalities& municipalities;
    const directory::Directory& directory;
    Arranged arranged = {};
};

struct OverviewPart {
    std::string id, title;
    struct Line {
        std::string title, url, number, about;
    };
    std::vector<Line> lines;
};
struct OverviewView {
    std::string nobody_to_ask = {};  // of groups; "" where nothing is stated
    html::components::Chart stair = {}, activities_stair = {};
    std::vector<html::Link> ways = {};
    std::vector<OverviewPart> parts = {};
};
struct CoverageView {
    std::string url = {};
    std::vector<html::components::Field> choices = {};
    std::vector<std::string> sums = {};
    std::vector<html::components::Table> tables = {};
    std::string stated = {};  // where the report says another thing than its answers
    html::components::Table sections = {};
    std::vector<std::string> differences = {};
    std::vector<html::Link> ways = {};
    bool has_round = true;
};
struct BesideView {
    std::string url = {};
    std::vector<html::components::Field> choices = {};
    html::components::Table coverage = {}, matrix = {};
    struct Municipality {
        std::string name;
        std::vector<std::string> answers;
    };
    std::string silent_title = {};
    std::vector<Municipality> municipalities = {};
    std::vector<std::string> silent = {}, found = {};
    html::components::Field search = {};
    bool is_searched = false;
};
struct ChangesView {
    std::string url = {}, sum = {}, answered_now = {}, answered_before = {};     // questions that the other did not answer
    std::vector<html::components::Field> choices = {};
    bool is_compared = false;
    struct Part {
        std::string title, area;
        std::vector<std::string> added = {}, gone = {}, otherwise = {};  // otherwise: more or less certain than before
        std::int64_t same = 0;
    };
    std::vector<Part> parts = {};
};
struct RankingView {
    html::FormErrors errors = {};
    html::components::Table table = {};
    std::vector<html::components::Field> fields = {};  // of the form: the workshop, its day
    std::vector<html::components::Field> points = {};  // one for each challenge
    std::string done = {}, url = {}, add_url = {}, form_key = {};
    std::vector<html::Link> formats = {};               // of the sheet to vote on
    bool may_add = false;
};
struct ReportView {
    html::Safe document = {};
    std::vector<html::Link> formats = {};
    std::string url = {};
    std::vector<html::components::Field> choices = {};
    std::string nothing = {};       // said where there is no round, of several municipalities
    std::string keep_url = {}, editions_url = {}, round = {}, form_key = {}, problem = {};     // of one round's editions
    bool has_round = true, joint = false;
};
struct InvitedView {
    html::FormErrors errors = {};
    std::string url = {}, closed = {}, lead = {}, until = {}, form_key = {}, done = {};
    html::components::Field role = {}, resident = {}, certainty = {}, informants = {};
    struct Part {
        std::string id, title;
        std::vector<html::components::Field> fields = {};
    };
    std::vector<Part> parts = {};
};
struct ReachView {
    std::string url = {}, sum = {};
    html::components::Field choice = {};
    html::components::Table table = {}, centre = {};
    std::vector<std::string> without = {}, not_counted = {};
    html::components::PointMap map = {};
};
struct ResponsibilityView {
    std::string add_url = {}, list_url = {};
    html::components::Table table = {};
    std::vector<std::string> gaps = {}, overlaps = {}, unsaid = {};
};
struct BarriersView {
    std::string log_url = {};
    html::components::Table table = {};
    std::vector<std::string> untouched = {};        // that meet somebody, with nothing decided about them
};
struct ExamplesView {
    struct Example {
        std::string id, title, about, from, tags, copied_url;
        std::string seen;               // of one's own copy, where its owner has changed the example since; "" else
    };
    std::string done = {};
    std::vector<Example> examples = {};
    std::string url = {};
    bool may_copy = false;
};

/// One of several that were to be added together, and what is wrong of it.
struct RefusedDraft {
    std::size_t draft;
    register_::Problem problem;
};
/// All or none, in one transaction.
std::vector<RefusedDraft> add_all(register_::Records& records, const register_::Surroundings& around,
                                  const std::vector<register_::Draft>& drafts, const std::string& actor);
/// The address that whoever made the invitation gives to the unit.
register_::More address_of_invitation(const register_::Record& invitation, const html::Page& page);

/// "/{municipality}/needs/{secret}": what a unit answers by its link.
http::Response invited_page(const Pages& pages, const http::Request& request);
http::Response answer_by_link(const Pages& pages, const http::Request& request);
/// "…/staff/needs/reach": what help is near each settlement.
http::Response reach_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/topics-by-function": gaps and overlaps of who answers for what.
http::Response responsibility_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/barriers": obstacles with groups, entries of the log, challenges and recommendations.
http::Response barriers_page(const Pages& pages, const http::Request& request);
/// "/api/v1/networks/{network}/examples" and its feed.
http::Response get_examples(const Pages& pages, const http::Request& request);
http::Response get_examples_feed(const Pages& pages, const http::Request& request);

/// "…/staff/needs": all that there is, with numbers.
http::Response overview_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/coverage": question by area, with what nobody answered.
http::Response coverage_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/beside-others": one question in the municipalities of one's networks.
http::Response beside_others_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/changes": what changed between two rounds.
http::Response changes_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/ranking": challenges by their points, and the points of another workshop.
http::Response ranking_page(const Pages& pages, const http::Request& request);
/// "…/staff/needs/ranking.pdf": a sheet to vote on, in the order of the form.
http::Response ranking_sheet(const Pages& pages, const http::Request& request);
http::Response add_points(const Pages& pages, const http::Request& request);
/// "…/staff/needs/examples-of-others": those that others share, to be copied with credit.
http::Response examples_page(const Pages& pages, const http::Request& request);
http::Response copy_example(const Pages& pages, const http::Request& request);
/// "…/staff/needs/report(.pdf|.odt)": the report of a round.
http::Response report_page(const Pages& pages, const http::Request& request);
http::Response report_pdf(const Pages& pages, const http::Request& request);
http::Response report_odt(const Pages& pages, const http::Request& request);
/// As it is now, as a file of the round.
http::Response keep_edition(const Pages& pages, const http::Request& request);
/// "…/staff/needs/joint-report": of all whose round has the mark and may be read from here, area by area; read, printed, changed.
http::Response joint_report_page(const Pages& pages, const http::Request& request);
http::Response joint_report_pdf(const Pages& pages, const http::Request& request);
http::Response joint_report_odt(const Pages& pages, const http::Request& request);
/// JSON.
http::Response get_coverage(const Pages& pages, const http::Request& request);
http::Response list_answers(const Pages& pages, const http::Request& request);
http::Response post_answer(const Pages& pages, const http::Request& request);

// ---- For pages here ----

/// The round that the address names, else the newest; nothing where there is none.
std::optional<register_::Record> round_of(const Pages& pages, const http::Request& request);
html::components::Field round_choice(const Pages& pages, const http::Request& request,
                                     std::string_view chosen);
/// "\nteo\n", "" for all.
bool is_named_network(const std::string& networks, std::string_view key);
/// Where something is read from: a municipality and its networks. Of nobody: what all may read.
struct Near {
    std::string own = "";
    std::vector<municipality::Network> networks = {};
    /// Of a row with "municipality_id", "shared" and "networks" that is not kept by its municipality to itself: of its own, for
    /// all, or for a network that both are in and that is among those it names, where it names any.
    bool may_read(const db::Row& row) const;
};
Near near_of(const municipality::Municipalities& municipalities, std::string_view id);
html::Page page_of_needs(const http::Request& request, std::string title);
/// "Support" of "support".
std::string label_of(const register_::Choices& choices, std::string_view key, const html::Page& page);

}  // namespace digilots::needs
