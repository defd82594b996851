#pragma once
// The pages of this slice beside those of its registers.
#include <memory>
#include <string>
#include <vector>

#include "network/aggregates.h"
#include "network/network.h"
#include "network/shared.h"
#include "platform/html/components.h"
#include "platform/html/figures.h"
#include "platform/html/page.h"
#include "platform/http/limiter.h"

namespace digilots::network {

struct Kinds {
    register_::Records profiles, notes, roles, mandates, groups, actions, systems, visits, starts, examples, sharing, keys;
    register_::Records feedback;

    Kinds(db::Database& database, const base::Clock& clock, const Neighbours& neighbours);
    std::vector<register_::Records*> all();
};

struct Pages {
    std::shared_ptr<Kinds> kinds;
    std::shared_ptr<Aggregates> aggregates;
    db::Database& database;
    const base::Clock& clock;
    const municipality::Municipalities& municipalities;
    const releases::Releases& releases;
    const directory::Directory& directory;
    const organisation::Organisation& organisation;
    std::shared_ptr<http::Limiter> saying = std::make_shared<http::Limiter>(1.0 / 30, 10);  // by one client
};

struct SharedView {
    struct Line {
        std::string title, url, about, behind;          // behind: whose, when, what else
        std::vector<html::Link> links = {};
        std::string of = {};                            // SharedRow::mark() of whose line it is
        std::string mark = {};                          // of what others may copy
        bool may_copy = false;
        std::string copied_url = {};                    // where it stands in one's own list
        std::string seen = {};                          // of that copy, where its owner has changed it since
    };
    struct Part {
        std::string id, title;
        std::vector<Line> lines = {};
    };
    std::string lead = {}, about = {}, afterwards = {}, empty = {}, copy_url = {}, done = {};
    std::vector<html::Link> members = {}, ways = {};
    std::vector<Part> parts = {};
};
struct ListView {
    struct One {
        std::string name, url, about;
    };
    std::vector<One> networks = {};
    std::vector<html::Link> ways = {};
};
struct FiguresView {
    std::string url = {}, nothing = {}, other = {}, sum = {}, lock = {}, form_url = {}, chosen = {};
    html::components::Field period = {};
    html::components::Table table = {};
    std::vector<html::components::Table> sums = {};
    std::vector<std::string> corrections = {}, was_so = {};
    std::vector<html::Link> ways = {};
    html::components::Field reason = {};
    bool may_approve = false, may_lock = false;
    std::string done = {};
    html::FormErrors errors = {};
};
struct FeedbackView {
    std::string url = {}, back_url = {}, form_key = {}, closed = {}, done = {};
    html::components::Field said = {};
    html::FormErrors errors = {};
};
struct AnswerView {
    std::string url = {}, title = {}, who = {}, wished = {}, programme = {};
    bool may_answer = false;
    html::components::Field answer = {}, day = {}, word = {};
    html::FormErrors errors = {};
};
struct OffersView {
    html::components::NationMap map = {};
    html::components::Table members = {}, help = {}, aids = {};
    std::vector<std::string> gaps = {}, not_here = {};
};
struct ComparisonView {
    html::components::Table table = {};
    std::vector<html::Link> ways = {};
    std::vector<std::string> not_here = {};
};

/// What stands in one part of a network's page, by kinds of rows.
std::vector<SharedView::Part> parts_of(const Pages& pages, const std::vector<SharedRow>& rows, const html::Page& page);
/// Says on a page that its network is made up, where it is.
void say_made_up(html::Page& page, const municipality::Network& network);
/// The network of the address.
std::optional<municipality::Network> network_of(const Pages& pages, const http::Request& request);
std::string name_of(const Pages& pages, const std::string& municipality);
/// "1 234", "hidden", "nothing is told", "not reported".
std::string words_of_value(const releases::Value& value, const i18n::Translator& words);

/// "/networks/{network}": for everybody.
http::Response network_page(const Pages& pages, const http::Request& request);
/// "/networks/{network}/figures": what members say of a period, and what is missing.
http::Response figures_page(const Pages& pages, const http::Request& request);
/// "/networks/{network}/comparison": promises, hours, aids, channels and languages beside each other.
http::Response comparison_page(const Pages& pages, const http::Request& request);
/// "/networks/{network}/offers": what members have to offer, where it is near, and what nobody says they have.
http::Response offers_page(const Pages& pages, const http::Request& request);
/// "/{municipality}/together": what residents find that several municipalities share.
http::Response together_page(const Pages& pages, const http::Request& request);
/// "/networks/{network}/feedback": what works and what does not, said to whoever leads it, without an account.
http::Response feedback_page(const Pages& pages, const http::Request& request);
http::Response say_feedback(const Pages& pages, const http::Request& request);
/// "/{municipality}/staff/networks": one's own, and all lists.
http::Response networks_page(const Pages& pages, const http::Request& request);
/// "/{municipality}/staff/networks/{network}": what its members share with each other.
http::Response shared_page(const Pages& pages, const http::Request& request);
/// Adds the files of notes to their lines, each below that address.
void add_files_of_notes(SharedView& view, const Pages& pages, const std::vector<SharedRow>& rows, const std::string& below,
                        const html::Page& page);
/// ".../files/{owner}/{note}/{file}/{name}" below the network's page, and below that of members.
http::Response open_public_file(const Pages& pages, const http::Request& request);
http::Response open_member_file(const Pages& pages, const http::Request& request);
/// Fills in what may be copied from the page of members, and what was.
void offer_copies(SharedView& view, const Pages& pages, const municipality::Network& network, const html::Page& page);
/// POST "/{municipality}/staff/networks/{network}/copies": an idea, a template … of another member into one's own notes, with
/// whose it is; or, where it stands there and its owner changed it, the new text.
http::Response copy_material(const Pages& pages, const http::Request& request);
/// "/{municipality}/staff/networks/{network}/visits/{owner}/{visit}": what another member asks of us, and our answer.
http::Response asked_visit_page(const Pages& pages, const http::Request& request);
http::Response answer_visit(const Pages& pages, const http::Request& request);
/// "/staff/network/{network}": the same for who looks after the network without working in a member.
http::Response viewed_page(const Pages& pages, const http::Request& request);
http::Response own_figures_page(const Pages& pages, const http::Request& request);
http::Response approve_figures(const Pages& pages, const http::Request& request);
http::Response lock_figures(const Pages& pages, const http::Request& request);

http::Response get_network(const Pages& pages, const http::Request& request);
http::Response get_completeness(const Pages& pages, const http::Request& request);
/// The signed file of a member that is served here, as it was offered.
http::Response get_aggregate(const Pages& pages, const http::Request& request);
http::Response post_aggregate(const Pages& pages, const http::Request& request);

/// How long what was said stands, and what people are told of it.
RetentionRules retention_rules();
const std::vector<PrivacyNotice>& privacy_notices();

/// Examples from outside that the mapping names. Once.
MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities, std::string_view json);
void load_demo(const Pages& pages, const Demo& demo);

}  // namespace digilots::network
