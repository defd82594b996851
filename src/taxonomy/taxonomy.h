#pragma once
// Shared, versioned code lists (HSDS: taxonomy terms): topics, channels, place kinds, aids, barriers …
// Municipalities add terms that map to a shared one; shared terms are never removed.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/base/seen.h"
#include "platform/db/database.h"
#include "platform/http/route.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"
#include "platform/register/field.h"
#include "platform/slice/slice.h"

namespace digilots::register_ {
class Records;
struct Choice;
struct Surroundings;
}

namespace digilots::taxonomy {

enum class List {
    topic,          // what the question is about, two levels
    channel,        // visit, phone, e-mail …
    place_kind,     // library, digidelcenter, municipal_service_centre … (the keys of the mapping)
    aid,            // computer, printer, scanner, wifi, tablet …
    support,        // what a place does: form_filling, tutoring … (the mapping's support codes)
    limitation,     // what it does not: no_printing, own_questions_only …
    support_given,  // level of help in an inquiry: information, referral, guidance, coaching, done_together …
    outcome,        // solved (at first contact), referred, booked, not_solved …
    barrier,        // no_device, no_e_id, language …
    body,           // whose question it is: municipality, forsakringskassan, skatteverket, bank, region …
    language,       // of the conversation
    age_band,
    gender,         // women, men, girls, boys, not_stated
    activity_kind,
    target_group,   // who it was for: children_young, older, job_seekers … never who it was
    entry_kind,     // visit, tally, group
    asker,          // resident, employee, partner
    problem,        // what the trouble was with: tool, e_service, language, form …
    interpreter,    // not_needed, used, missing
    found_us,       // how somebody came to know of the place
    device,         // what it was about, or done with
    identity_proof, // the kind alone, never what stood on it
    assisted_role,  // who sent something in on behalf of somebody
    feedback,       // view, complaint, praise
    feedback_status,    // new, passed_on, answered, no_action
    handover,       // of a referral: warm, cold
    referral_reason,    // not_our_task, equipment, competence, time, opening_hours
    followed_up     // how what was to be followed up went: solved, not_solved, not_known
};

struct Term {
    std::string key;                    // stable public id
    i18n::Text label;
    std::string parent;                 // "" for the first level
    std::vector<std::string> words;     // what people say for it, Swedish and Norwegian, inflected where stems differ
    bool sensitive = false;             // bank, social services …: pages show the helper's rules (PRV-02)
    std::vector<std::string> supports;  // topics: support keys and aids that answer it ("print" → "printer")
};

std::string_view version();             // "2026.2", goes with every statistic
std::span<const Term> terms(List list);
const Term* find(List list, std::string_view key);
/// What people say for a topic or a kind of place every day, in one language: "min mamma har dött", "my phone is broken",
/// "library". For understanding a question, not for naming a record.
struct EverydayWords {
    List list;                          // topic or place_kind
    std::string_view key, language;     // "sv": what Swedes and Norwegians say; "en"; "ar"
    std::vector<std::string> words;
};
std::span<const EverydayWords> everyday_words();
/// "topic" → List::topic.
std::optional<List> list_named(std::string_view name);
std::string_view name_of(List list);
/// The translated label, or the key itself where the term is unknown.
std::string label(List list, std::string_view key, const i18n::Translator& translator);
/// Of the limitations: true where it says what a place does not do ("no printing"), false where it is only good to know
/// before one comes ("help depends on how busy it is").
bool is_refusal(std::string_view limitation);
/// Whose question a shared topic is, where that follows from it ("migration" is Migrationsverket's or UDI's); "" else.
std::string_view body_of_topic(std::string_view topic);

/// A municipality's own topic, said in its own words in its own language. Each belongs to a shared topic, under which it
/// is compared and answered. Its key begins with "own_", stands for ever, and means something in this municipality alone.
struct OwnTopic {
    std::string key, label;
    std::string maps_to;                // key of the shared topic
    std::vector<std::string> words;     // what people say for it
    bool hidden = false;                // no longer offered; entries that have it keep it
    std::string code = "";              // its number in a list of the municipality's own, such as a list of all its tasks
    bool operator==(const OwnTopic&) const = default;
};
using OwnTopicList = std::vector<OwnTopic>;   // in the municipality's order, hidden ones too

bool is_own(std::string_view key);
const OwnTopic* find_own(const OwnTopicList& own, std::string_view key);
/// The shared topic behind a key, own or shared; nullptr where there is none.
const Term* shared_topic(const OwnTopicList& own, std::string_view key);
std::string topic_label(const OwnTopicList& own, std::string_view key, const i18n::Translator& translator);
/// Each own topic brings its shared one along: that is how both are counted.
void add_shared(const OwnTopicList& own, std::vector<std::string>& topics);
/// … and without those that an own topic brought along: what people see and choose.
std::vector<std::string> without_shared(const OwnTopicList& own, const std::vector<std::string>& topics);

/// not_right: what its form would say at a field.
enum class OwnTopicProblem { not_right, changed_meanwhile };

/// A register (platform/register), read from memory; kept as "topics", by municipality.
class OwnTopics {
public:
    OwnTopics(db::Database& database, const kept::Versions& versions, const base::Clock& clock);
    ~OwnTopics();

    /// Never null.
    std::shared_ptr<const OwnTopicList> of(std::string_view municipality_id) const;
    /// The new key. `topic.key` is not read.
    base::Result<std::string, OwnTopicProblem> add(std::string_view municipality_id, const OwnTopic& topic,
                                                   std::string_view actor);
    /// Under its key; `position` counts from 0. Which shared topic it belongs to holds for what is logged from now on.
    base::Result<void, OwnTopicProblem> change(std::string_view municipality_id, const OwnTopic& topic, std::size_t position,
                                               std::string_view actor, const base::Seen& seen = base::Seen::anything());
    register_::Records& records();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

/// The shared topics in their order, those of the second level and what they belong to below its name.
std::vector<register_::Choice> grouped_topics(const register_::Surroundings& around);
/// … to choose from in a register's form, in the order of the reader's alphabet.
std::vector<register_::Choice> topic_choices(const register_::Surroundings& around);
/// The terms of a list in its order, to choose from in a register's form.
register_::Choices choices_of(List list);
/// "motivation", "access", "skills", "use": the stair, up and down: where groups stand, what activities help with.
register_::Choices steps_of_the_stair();
/// The languages that people speak, as the log has them: what is held or answered in them, whatever pages are offered in.
std::vector<register_::Choice> language_choices(const register_::Surroundings& around);

/// "/{municipality}/staff/settings/topics"
Slice slice(OwnTopics& own_topics);

}  // namespace digilots::taxonomy
