#pragma once
// What Activities holds; for the files of this folder.
#include "activities/activities.h"
#include "activities/held_by_day.h"
#include "activities/named_by.h"
#include "activities/paid_beside.h"
#include "platform/http/limiter.h"
#include "platform/kept/kept.h"
#include "platform/register/any_shown.h"

namespace digilots::activities {

/// Whoever is told of this is told, too, when and where it is now.
inline bool is_told_with_time(std::string_view what) {
    return what == "moved" || what == "seat" || what == "put_back" || what == "reminder" || what == "added";
}

/// The row of a query that has one at most, with what it is read from.
struct Only {
    db::Rows rows;
    explicit operator bool() const { return !rows.empty(); }
    db::Row operator*() const { return rows[0]; }
    struct Arrow {
        db::Row row;
        const db::Row* operator->() const { return &row; }
    };
    Arrow operator->() const { return {rows[0]}; }
};

/// What a turn at a session left (take_turn.sql).
struct TurnAlong {
    std::string session;
    Only turn;
};
/// Of whoever is with it all the way: the same for the same code and session.
std::string id_along(std::string_view stored_hash, std::string_view session, base::Instant now);
/// A session as its seats are told from `now` on: of one that one is with all the way the fewest left on any day to come.
Session with_seats_along(const Activity& activity, const Session& session, base::Instant now);
/// Whether the seats of a row of take_turn.sql are enough: else they wait.
bool has_seats(const db::Row& turn, std::int64_t persons);

/// At each day to come of an activity, in one order: whoever signs up after it finds it ended or another, whoever did before is
/// counted.
void take_turns(db::Connection& connection, base::Instant now, std::string_view municipality_id, std::string_view activity);
/// Of staff, below the municipality: letters tell of it.
std::string page_of_session(std::string_view session);
/// Of a sign-up, for letters: a later word overtakes a former one.
std::string matter_of_sign_up(std::string_view sign_up);
/// What a letter tells somebody who is signed up.
struct News {
    i18n::Text subject, text;
    const char* kind = "activity";
};
const News& news_of_seat();

register_::Register activity_register(register_::Beside beside, register_::Together together);
/// "activities.activity" among its links.
register_::Register partner_register();
/// How many were invited in which way; "activities.activity" among its links.
register_::Register invitation_register();
/// What was tried to reach more, and what came of it; "activities.activity" among its links.
register_::Register experiment_register();
/// A campaign or theme week (campaigns.h).
register_::Register campaign_register();
/// What was said of a campaign week (campaign_messages.cpp); "activities.campaign_week" among its links.
register_::Register campaign_message_register();
register_::Others with_campaign_weeks(register_::Others others, const register_::Records& campaigns);
/// Whom a course may be aimed at.
register_::Choices role_groups();
/// In words; "" for none.
std::string role_group_text(std::string_view key, const i18n::Translator& words);

struct Activities::Implementation {
    db::Database& database;
    const kept::Versions& versions;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records activities, partners, requests, invitations, experiments, campaigns, messages;
    register_::AnyShown any_shown;
    kept::Kept<Programme> programmes;
    kept::Kept<std::vector<HeldDay>> held_days;    // by municipality and what is asked for (held_by_day.h)
    kept::Kept<std::vector<Duty>> new_requests;    // that nobody has gone on with
    PeriodOf period_of = nullptr;
    TimesLeft times_left = nullptr;
    Activities::QueueLines queue_lines = nullptr;
    Activities::PlannedBeside planned_beside = nullptr;
    PaidBeside paid_beside = {};
    NamedBy named_by = {};
    /// Signing up from one address: a library behind one signs up 40 people in ten minutes. A wrong code may
    /// be a guess.
    http::Limiter signing_up{1.0 / 15, 60}, guessing{0.5, 30}, asking{1.0 / 30, 20};

    Implementation(db::Database& opened, const kept::Versions& known, const base::Clock& time,
                   Neighbours others);

    /// Of what no page asks: the municipality's own language and zone.
    register_::Surroundings around(std::string_view municipality_id) const;
    std::shared_ptr<const Programme> load(std::string_view municipality_id) const;
    register_::More more_of_activity(const register_::Record& activity, const html::Page& page) const;
    register_::More more_of_experiment(const register_::Record& experiment, const html::Page& page) const;
    register_::More more_of_campaign(const register_::Record& campaign, const html::Page& page) const;
    register_::More more_of_request(const register_::Record& asked, const html::Page& page) const;

    /// A day that is over is in nobody's way any more: who waits for all days gets what is free on the others.
    void give_after_days(std::string_view municipality_id) const;

    // In the caller's transaction.

    /// Who waits gets what is free, the first who fits first; letters go to those reached by e-mail, staff
    /// tell the others.
    void give_free_seats(db::Connection& connection, std::string_view municipality_id,
                         std::string_view session, std::int64_t free) const;
    /// False where there is none, or where it is over. Its seats go to nobody yet.
    bool take_out(db::Connection& connection, std::string_view municipality_id, std::string_view id) const;
    /// The same, and its seats go to who waits for that session.
    bool remove_sign_up(db::Connection& connection, std::string_view municipality_id,
                        std::string_view id) const;
    /// The same of all that its code stands for and is not over.
    bool remove_with_all(db::Connection& connection, std::string_view municipality_id, std::string_view id) const;
    /// Of an activity that one is with all the way, for a session that is not over: a turn at each of its sessions to come, after
    /// who waits there got what is free, and of the others than this one what it left. Nothing of any other activity.
    std::optional<std::vector<TurnAlong>> turns_all_along(db::Connection& connection, std::string_view municipality_id,
                                                          std::string_view session) const;
    /// The rows of what a code stands for that are not over, each after its turn.
    std::vector<std::string> ids_all_along(db::Connection& connection, std::string_view municipality_id,
                                           std::string_view stored_hash) const;
    void take_turns_of(db::Connection& connection, std::string_view municipality_id, std::string_view activity) const;
    /// The same of the activity of a session, where seats are given together: which one it is. Else "", and no turn is taken.
    std::string take_turns_together(db::Connection& connection, std::string_view municipality_id,
                                    std::string_view session) const;
    /// With the turns of its days taken: who waits gets a seat on each of their days that are held, where each has as many, the
    /// first who fits first, and is told once.
    void give_along(db::Connection& connection, std::string_view municipality_id, std::string_view activity) const;
    /// Who is with it all the way is with the new sessions too, and is told.
    void bring_along(db::Connection& connection, std::string_view municipality_id, std::string_view activity,
                     const std::vector<std::string>& added) const;
    /// Whoever is reached and signed up, or waits: by letter, or by staff, whom `to_tell` tells what of (Listed).
    void tell_all(db::Connection& connection, std::string_view municipality_id, std::string_view session,
                  const News& news, std::string_view to_tell) const;
    /// Day, time or place of sessions is another: whoever is reached and signed up, or waits, is told; once by letter whoever is
    /// with all of it.
    void tell_moved(db::Connection& connection, std::string_view municipality_id,
                    const std::vector<std::string>& sessions) const;
    /// The same to one of them, whom a row of signed_up.sql names. True where a letter is on its way.
    bool tell_moved_to(db::Connection& connection, std::string_view municipality_id, const db::Row& signed_up,
                       std::string_view session) const;
    /// `sessions`: which of them, for the history.
    void changed(db::Connection& connection, std::string_view municipality_id, std::string_view actor, std::string_view action,
                 std::string_view activity, const std::vector<std::string>& sessions = {}) const;
    /// When the sessions that a step names are held now, in words; "" where it names none.
    std::string sessions_in_words(std::string_view municipality_id, std::string_view detail, const html::Page& page) const;
    /// To whom a row of sign-ups names with their contact. What a former letter told them is overtaken, also where they are not
    /// written to. True where a letter is on its way.
    bool write_to(db::Connection& connection, std::string_view municipality_id, const db::Row& to, const News& news,
                  std::string_view session) const;
    std::vector<std::string> insert_sessions(db::Connection& connection,
                                             const register_::Surroundings& around, std::string_view activity,
                                             const std::vector<NewSession>& sessions,
                                             std::string_view form_key) const;
    /// Nothing where nobody has counted yet.
    std::optional<Attendance> counted_in(db::Connection& connection, std::string_view municipality_id,
                                         std::string_view session) const;
    Arranged count_in(db::Connection& connection, const register_::Surroundings& around, std::string_view session,
                      const Attendance& attendance, std::string_view actor, const base::Seen& seen) const;
    bool cancel_in(db::Connection& connection, std::string_view municipality_id, std::string_view session,
                   std::int64_t version, const std::string& reason, std::string_view actor) const;
};

/// The way in for the files of this slice.
struct Inside {
    static Activities::Implementation& of(const Activities& activities) {
        return *activities.implementation_;
    }
};

/// The same of a form that is sent twice; a new one without a form's key.
std::string id_of_new_session(const register_::Surroundings& around, std::string_view activity, const NewSession& session,
                              std::string_view form_key, base::Instant now);

void load_demo(Activities& activities, const Demo& demo);
/// What a mapping says of those that are arranged: the directory reads it and says what is wrong with it.
MappingPlan plan_mapping(const Activities& activities, std::string_view json, const std::string& file);
/// What the one search finds of them, with the next date and free seats.
FindableKind findable_activities(const Activities& activities);
std::vector<DutyKind> duty_kinds(Activities& activities);
/// Nobody is let in there any more.
/// Days on which a session is over that nobody has counted, once for each session.
std::vector<base::Date> days_not_counted(const Activities::Implementation& self, std::string_view municipality_id,
                                         const periods::Period& period);
bool is_at_closed_place(const directory::Snapshot& directory, const Session& session);
/// Of a session, and what is to be told ("cancelled"): how many are to be told it.
using NumbersToTell = std::map<std::pair<std::string, std::string>, std::int64_t>;
NumbersToTell numbers_to_tell(const Activities& activities, std::string_view municipality_id);
i18n::Text why_to_tell(std::string_view what);

/// "fee" → "Fee"
i18n::Text cost_title(std::string_view key);
/// What free text may not hold, for whoever wrote it; {} where all is well.
i18n::Text fault_of_note(std::string_view text);
/// The same of why a session is cancelled or held after all, and that it is short.
i18n::Text fault_of_reason(std::string_view reason);

}  // namespace digilots::activities
