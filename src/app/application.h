#pragma once
// The composition: what one running Digilots is made of, in the order in which the parts need each other.
// What they give all pages, commands and upkeep loop over: slices.cpp lists it.
#include <memory>
#include <string>
#include <vector>

#include "accounts/accounts.h"
#include "activities/activities.h"
#include "booking/booking.h"
#include "callbacks/callbacks.h"
#include "counts/counts.h"
#include "directory/directory.h"
#include "goals/goals.h"
#include "indicators/indicators.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "offline/offline.h"
#include "owners/owners.h"
#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/http/route.h"
#include "platform/kept/versions.h"
#include "platform/mail/smtp.h"
#include "platform/search/index.h"
#include "platform/slice/slice.h"
#include "progress/progress.h"
#include "questions/questions.h"
#include "referral/referral.h"
#include "releases/releases.h"
#include "retention/retention.h"
#include "reviews/reviews.h"
#include "surveys/surveys.h"
#include "tasks/tasks.h"
#include "taxonomy/taxonomy.h"

namespace digilots::app {

struct ApplicationOptions {
    int figures_max_age = indicators::Options{}.max_age;
    directory::MapTiles tiles = {};
    std::string source_address = "";
    accounts::Letters letters = {};
    mail::Server mail_server = {};
    mail::MailboxServer mailbox = {};            // questions by e-mail come from it; not set: none do
    std::string mailbox_municipality = {};       // slug: whose inbox it is
    int release_day = 10;                        // of the month on which the tables of the one before are released
};

class Application {
public:
    /// On a migrated database. The search indexes are in memory where `search_folder` is "".
    Application(db::Database& database, const std::string& search_folder, const base::Clock& clock,
                ApplicationOptions options = {});
    ~Application();

    /// Every URL with its method and role (routes.cpp).
    http::Routes routes() const;
    /// What the server asks about tenants and people.
    http::Gatekeeper gatekeeper();

    /// Takes in what other processes changed, works out ahead what the first would wait for. About once a second by
    /// serve.
    void refresh();

    /// True where the index is behind the directory (changed while no server ran, or never built).
    bool search_is_stale() const;
    /// True where the index was removed, or never built: searches answer without it meanwhile. One look.
    bool search_is_missing() const;
    /// Builds the index anew beside the one in use.
    void reindex();
    /// Indexes only what is behind.
    void catch_up_index();
    /// Ids of what the search index could not take, such as "place:2281:…": in use everywhere else, but not found.
    std::vector<std::string> not_searchable() const;
    void count_not_searchable() const;

    db::Database& database;
    const base::Clock& clock;
    const ApplicationOptions options;
    kept::Versions versions;
    municipality::Municipalities municipalities;
    organisation::Organisation organisation;
    accounts::Accounts accounts;
    taxonomy::OwnTopics own_topics;
    directory::Directory directory;
    std::unique_ptr<search::Index> index;
    referral::Referral referral;
    inquiries::Inquiries inquiries;
    indicators::Indicators indicators;
    progress::Progress progress;
    questions::Questions questions;
    callbacks::Callbacks callbacks;
    offline::Offline offline;
    counts::Counts counts;
    booking::Bookings bookings;
    reviews::Reviews reviews;
    releases::Releases releases;
    owners::Owners owners;
    surveys::Surveys surveys;
    activities::Activities activities;
    goals::Goals goals;
    tasks::Tasks tasks;
    retention::Retention retention;
    const Slices slices;
};

/// The first parts of their addresses, without those that are parameters: "login", "api".
std::vector<std::string> first_parts(const http::Routes& routes);
/// "METHOD PATH ROLE", sorted by path, as in routes.txt.
std::vector<std::string> route_lines(const http::Routes& routes);

}  // namespace digilots::app
