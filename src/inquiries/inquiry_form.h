#pragma once
// The log form: from the browser and back into it.
#include "inquiries/implementation.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::inquiries {

/// Of an entry whose day is known and whose time is not, in minutes: the middle of the day.
inline constexpr int noon = 12 * 60;
/// Minutes since midnight of what was typed (base::read_clock_time), on the day itself: nothing of "24:00".
std::optional<int> time_of_day(std::string_view typed);

struct FormInput {
    Inquiry inquiry;
    html::FormErrors errors;
    std::string typed_minutes, typed_date, typed_time;      // shown again as they were typed
    std::map<std::string, std::string> typed_persons = {};  // the same, by key
    std::vector<std::string> doubts;                        // about the note: asked about once, then it is saved
    bool asks_for_receiver = false;                         // referred to nobody that is named: asked once
    std::vector<std::string> pinned = {};                   // what stays for the next entries: place, channel, language
    std::string taken_back = {};                            // id of the entry that it stood in; "" none
};

/// What the guide filled in; `at` stays unstated where there is no time and the date is none or today: then it is now.
FormInput read_form(const http::Request& request, const i18n::Translator& translator);
/// An entry as it stands in the form.
FormInput input_of(const StoredInquiry& stored, const Service& service, const http::Tenant& tenant);
/// The form's own errors first, then what validate() says, one a field. `before`: its place may have closed since.
void add_validation(FormInput& input, const Inquiries& inquiries, const http::Tenant& tenant,
                    const i18n::Translator& translator, const Inquiry* before = nullptr);

/// Asks before a note is saved that may hold a name or a phone number, once for each note. `before`: what stands already.
void add_doubts(FormInput& input, const Inquiries& inquiries, const http::Request& request,
                const Inquiry* before = nullptr);

/// Shift with a digit chooses an outcome at the desk. With the seventh one types "/" on Nordic keyboards.
inline constexpr std::size_t outcomes_with_key = 6;

/// A topic as a big button.
struct TopicTile {
    std::string key, label, shortcut;
    bool selected = false, sensitive = false;
};

/// What is done here with a topic (referral::TopicRule).
struct RuleShown {
    std::string topics, bodies;                             // keys that it stands with, separated by spaces; "": any
    std::string topics_of_body;                             // topics that are that body's by themselves
    std::string title, text, handling;                      // "Banking", what to do, "Hand it over"
    std::string target, topic, body, refers;                // to whom with one press, about what, whose; "" nobody in particular
    std::string contact, contact_url, phone;
    std::vector<html::components::DangerNumber> numbers = {};   // to ring before anything else
    html::components::OpenBadge open;
    bool has_open = false, needs_skill = false;
    bool is_shown = false;                                  // what it stands with is chosen
};

/// What few entries say (entry_details.h).
struct DetailFields {
    html::components::Field kind, asker, e_service, follow_up, barriers, target_groups, consent;
    std::vector<html::components::Field> words;             // further.h, but those of a referral
    std::vector<html::components::Field> persons;
    std::string persons_error;
    bool are_said = false, are_asked = true;                // else nothing of it is shown
};

/// Everything the form shows. Field names are those of the API; a field without a name is not asked here.
struct LogForm {
    std::string submit_answered = "";    // what the button says once it is said to whom somebody is referred (desk.js)
    std::string url, form_key;
    std::vector<TopicTile> tiles;
    std::vector<html::components::Option> outcomes;
    std::vector<html::components::Field> more_topics;       // lists of all topics: the first stands for what is no button
    bool other_topic = false;                               // none of the buttons: "something else"
    std::string numbered;                                   // "1 2 12": how numbers with a point of own topics begin, for desk.js
    bool further_topics = false;                            // the lists after the first say something
    html::components::Field place, channel, minutes, referred_to, date, time, support_given, body, body_unit, language, barrier,
        age_band, gender, returning, note, pinned, handover, referral_reason, rules_followed, reason;
    std::string bodies_of_topics;                           // "tax:tax …": whose question a topic is by itself, for desk.js
    std::string units_of_targets;                           // "contact:switchboard=id …": units of whom one is helped by
    std::string when, when_now;                             // beside the button: when it was; and the word for now
    bool when_open = false;
    DetailFields details;
    std::string topic_error, outcome_error;
    bool details_open = false;
    bool may_search = false;                                // at the desk alone
    std::string searched;
    bool sensitive = false;
    std::string sensitive_topics;                           // keys, separated by spaces
    std::vector<RuleShown> topic_rules;                     // topic_rules.h
    std::vector<std::string> rules;                         // at sensitive topics (PRV-02)
    std::string referred_title;                             // "Refers to Kulturmagasinet"
    html::Safe find_target = {};                            // where an entry is corrected: the search for another
    std::string submit;
    std::vector<std::pair<std::string, std::string>> refusals, warnings;   // of the note, by kind: for note_check.js
    std::vector<std::string> doubts;
    bool asks_for_receiver = false;                         // referred, and nobody said to whom: asked once
    std::string asked_about;                                // mark of the note that they are about
    std::string seen;                                       // mark of the entry that is corrected
    std::string taken_back;                                 // id of the entry that this stood in
};

/// `tiles`: topics to show as buttons, the usual ones first.
LogForm make_log_form(const Service& service, const html::Page& page, const FormInput& input,
                      const std::vector<std::string>& tiles);

/// The municipality's own topics, then all shared ones, those of the second level below their group; first `none`. Many own
/// ones are a third level: each behind the shared one that it belongs to.
std::vector<html::components::Option> topic_options(const std::string& chosen, std::string none,
                                                    const taxonomy::OwnTopicList& own, const i18n::Translator& translator);

/// The title of "place:sundsvall-kulturmagasinet", or the text itself.
std::string title_of_target(const directory::Snapshot& directory, const taxonomy::OwnTopicList& own,
                            std::string_view target, const i18n::Translator& translator);
/// "topics minutes" as "Topic, Help time": what the trace keeps, in words.
std::string field_labels(std::string_view names, const i18n::Translator& translator);
std::string place_name(const directory::Snapshot& directory, const std::string& place);
/// Without the shared topics that own ones brought along.
std::string topic_labels(const std::vector<std::string>& topics, const taxonomy::OwnTopicList& own,
                         const i18n::Translator& translator);

}  // namespace digilots::inquiries
