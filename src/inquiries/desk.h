#pragma once
// What the desk and the pages of the log show.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "inquiries/entry_view.h"
#include "inquiries/inquiry_form.h"
#include "inquiries/saved_first.h"

namespace digilots::inquiries {

/// Where people get stuck in the form of an e-service, and what helps there.
struct StuckView {
    std::string step, help, language, url;   // language: its code, "" the municipality's own
    html::Safe formatted = {};
    std::string trouble = {};                // what makes it hard
};

struct DeskHit {
    std::string title, url, why, verified, phone, refer, staff_note;
    std::string when;                   // it is held next, and how many seats are free
    std::string slip_url;               // what a resident takes home of it, "" where there is none
    std::string sessions_url;           // of what is arranged: where somebody is signed up; "" of all else
    std::string target, topic, refers;  // the same for a page that fills in its form without loading anew
    html::components::Limits limits;
    html::components::OpenBadge open;
    bool has_open = false;
    std::string suggested = "", suggests = "";   // a topic that nobody named, and how the form asks for it
    bool is_named = false;              // it is called as was typed: what Enter takes
    bool is_here = false;               // the place that stands in the form; desk.js follows where it is changed
    bool phone_is_municipal = false;
    std::string phone_note;             // whether somebody answers, where the hit's own hours do not say it
    std::string phone_hours = "";       // of a function: when it answers in an ordinary week
    std::string map_url = "";               // of where it is
    std::string where, bring, otherwise;    // the way there, what to bring, where to turn when nobody answers
    std::vector<StuckView> stuck = {};      // of an e-service
    std::vector<FormHelp::Renewal> renewals = {};   // of an e-service: when it is applied for again
    std::string reapply = "";               // its own words for that, where no rule says it
    std::vector<std::string> owner_says = {};       // of an e-service: what who answers for it has answered
    std::string told_url = "";              // of an answer: said with one press that it was told, at the place in the form
    std::string stuck_url = "";             // where all that is noted of its form stands, and more is written
};

struct DeskFallback {
    std::string title, url, phone;
    bool phone_is_example = false;
    html::components::OpenBadge open, phone_open;
    bool open_known = false, phone_known = false;
};

/// Whom somebody was referred to, and who is next where that does not help.
struct ReferralCard {
    DeskHit target;
    DeskFallback otherwise;
};

/// A topic that what was typed may mean: chosen with one press.
struct DeskTopic {
    std::string key, label;
    bool is_named = false;              // called as was typed
};

struct DeskHits {
    std::vector<DeskTopic> topics;
    bool topics_last = false;            // what was typed is the name of a hit, and of no topic
    std::vector<DeskHit> hits;           // who helps, and answers; no topics
    std::string query, corrected, status;
    std::string own_place = {};          // that stands in the form
    std::optional<html::components::DangerCard> danger;
    std::vector<std::string> notes;
    std::vector<html::Link> ways;        // how one comes with it: drop-in now or next, or a time to book
    bool asks_to_book = false;           // the words say so: the ways stand first, else behind topics and answers
    std::vector<RuleShown> rules;        // what is done here with what was asked about
    DeskFallback fallback;               // where every search ends
    std::string nobody;                  // "Nothing was found for “skyddat”.", and then where else one can be sent
    std::vector<DeskHit> elsewhere;
    html::Link of_code = {};             // what a code belongs to that was typed in place of words
    /// How many stand unfolded, so that the form stays in sight.
    std::size_t first() const { return std::min<std::size_t>(hits.size(), 4); }
};

struct DeskView {
    html::components::SearchField search;
    DeskHits hits;
    LogForm form;
    html::FormErrors errors;
    std::string done, done_url, undo_url;   // "Logged: Banking"
    bool undone = false;                    // what was done: an entry is taken back
    std::vector<html::Link> stays = {};     // and what of it goes on all the same
    std::string repeat_url, repeat_key;     // once more the same, for the next who asks that
    std::string repeats_referral = "";      // to whom, where it says that too
    std::vector<html::Link> missing = {};   // what nothing comes of until it is said: before all else
    std::vector<html::Link> beside;         // what other slices keep of it, or ways to begin it
    std::string slip_url;                   // of the entry, to take home
    std::optional<ReferralCard> sent_to;    // whom the entry refers to: how to reach them, the way there
    std::optional<SavedFirstView> saved_first = {};   // what the form logged before, without an answer
    std::string unsent = "";                // "1": nobody knows whether what stood in the form before was saved
    std::string keys_url;
    bool keys_off = false;
    std::vector<EntryView> today;           // the last of them
    std::int64_t logged_today = 0;          // how many there are
    bool has_earlier_days = false;          // some were written today, and are of another day
    std::string all_of_today = {};          // the way to all, where more are logged than stand here
    std::int64_t steps_left = 0;            // before the municipality serves anybody (set_up_view.h)
};

/// A referral, and how to say how it went.
struct SentOn {
    std::string when, from, target, target_url, topic, more, outcome, url;
    std::string seen;                   // the outcome as it stands, by its key
    bool is_known = false;
    std::vector<html::components::Option> outcomes;
    std::vector<std::pair<std::string, std::string>> back;  // hidden fields: where one came from
    std::string entry_url;
    std::vector<std::string> chain = {};            // "Goes on from …, who sent back", "Referred on to …"
    html::components::Field onward = {};            // to whom next; without a name where nobody is to be referred on
    std::string onward_url, take_back_url;          // "" where it cannot be done
};

struct ReferralsView {
    std::string url, done, found;
    std::vector<html::components::Field> dates, filters;
    html::FormErrors errors;
    std::vector<SentOn> referrals;
    html::components::Pagination pages;
    std::string open_url, undo_url = {};   // undo: what was just referred on
    std::vector<std::pair<std::string, std::string>> back = {};   // the list as it was asked for
};

struct ListView {
    html::components::Field search = {};
    std::string url, found, own_only, done;
    std::string week_url;    // of the last seven days, where today has none
    std::vector<html::Link> ways;  // to tables
    html::FormErrors errors;
    std::vector<html::components::Field> dates, filters;
    html::components::Table table;
    html::components::Pagination pages;
};

/// How an entry's follow-up stands, and the buttons that tell how it went.
struct FollowUpView {
    std::string standing, url, seen;
    std::vector<html::components::Option> outcomes;
};

struct InquiryView {
    std::string done;                       // what was just noted; "" nothing
    std::optional<FollowUpView> follow_up;
    html::FormErrors errors;
    std::string summary, note_until, delete_url;
    LogForm form;
    std::vector<std::string> trace;
    std::vector<Companion::Line> beside;    // as on the desk, and how it stands
    std::string slip_url;                   // what the resident takes home
    std::optional<ReferralCard> sent_to;    // as on the desk
    std::optional<SentOn> referral;         // whom it refers to, and how that went
    DeskHits hits;                          // of what was looked for, to refer to
    std::string stands;                     // whom it refers to as it is saved
    bool has_chosen = false;                // one of them, or that it refers to nobody: the keyboard goes on there
};

/// An entry for whoever sees to it and may not change it.
struct FollowingView {
    std::string summary, done = {}, list_url = {};
    std::optional<FollowUpView> follow_up = {};
    std::optional<ReferralCard> sent_to = {};
    std::vector<Companion::Line> beside = {};
};

struct DeleteView {
    std::string summary;
    std::vector<html::Link> stays = {};
    html::FormErrors errors;
    html::components::Field reason;         // without a name: not asked
    html::components::Confirmation question;
};

struct GoneView {
    std::string notice, desk_url;
    std::vector<html::components::SummaryItem> typed;
};

}  // namespace digilots::inquiries
