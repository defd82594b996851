#pragma once
// What the files of this slice share of the service.
#include "inquiries/counts_of_several.h"
#include "inquiries/inquiries.h"
#include "inquiries/inquiry_store.h"
#include "platform/db/database.h"
#include "platform/personal/personal_data.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

struct Service {
    db::Database& database;
    const directory::Directory& directory;
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const taxonomy::OwnTopics& own_topics;
    const base::Clock& clock;
    PeriodOf period_of = nullptr;
    std::vector<Companion> companions = {};
    Tallies tallies = {};
    FormHelp form_help = {};
    OwnersSay owners_say = {};
    SetUp set_up = nullptr;
    CountsOfSeveral counts_of_several = {};
};

/// What the others keep beside an entry, in the order in which they came.
std::vector<Companion::Line> lines_beside(const Service& service, const html::Page& page, const Inquiry& entry);
/// What goes on without the entry, once it is taken back.
std::vector<html::Link> what_stays(const Service& service, const html::Page& page, const Inquiry& entry);
void tell_companions(const Service& service, Companion::Follow Companion::*step, db::Connection& connection,
                     const http::Tenant& tenant, const Inquiry& entry, std::string_view actor);


/// How long notes are kept here; nothing where none is deleted.
std::optional<Period> notes_kept(const Service& service, std::string_view municipality_id);

struct Inquiries::Implementation : Service {};

/// The way in for pages, API and measures of this slice.
struct Inside {
    static Service& service(const Inquiries& inquiries) { return *inquiries.implementation_; }
};

base::Result<Acknowledged, WriteProblem> log_inquiry(Service& service, const http::Tenant& tenant,
                                                     Inquiry inquiry, std::string_view actor, std::string_view idempotency_key,
                                                     std::string_view body_hash, const AlongWith& along_with = {});

// ---- In the caller's transaction: several at once ----

/// With its id, its place in time and the shared topics that its own ones bring along.
StoredInquiry to_be_stored(const Service& service, const http::Tenant& tenant, Inquiry inquiry, std::string_view actor);
using LoggedIn = base::Result<Acknowledged, WriteProblem>;
/// Without the counts and the feed, which come after all of them: store::add_counts, store::append_to_feed.
LoggedIn log_in(db::Connection& connection, const Service& service, const http::Tenant& tenant, const StoredInquiry& stored,
                const store::Key& key, const AlongWith& along_with);
/// Places and targets by their ids, shared topics brought along.
Inquiry as_kept(const Service& service, const http::Tenant& tenant, Inquiry inquiry);
/// Topics and other keys that stood there stay in their order, however forms and tables sort them; new ones come after them.
void keep_order(Inquiry& inquiry, const Inquiry& before);
/// The same as Inquiries::correct, of what is as_kept(); what it counts is added to `cells`.
bool correct_in(db::Connection& connection, const Service& service, const http::Tenant& tenant, const Inquiry& corrected,
                std::string_view actor, const base::Seen& seen, const AlongWith& along_with, Cells& cells,
                std::string_view reason = {});

/// What is said of a note, by kind ("personal_number") or code ("name"), translated.
using NoteWords = std::vector<std::pair<std::string, std::string>>;
NoteWords note_refusals(const i18n::Translator& translator);
NoteWords note_warnings(const i18n::Translator& translator);
/// What it is and where it stands.
std::string note_refusal(const personal::PersonalStretch& found, const i18n::Translator& translator);

/// "place:kulturmagasinet" → "place:sundsvall-kulturmagasinet": forms and programs may name a record by its slug, kept is its
/// id. What nobody knows stays as it is.
std::string target_by_id(const directory::Snapshot& directory, const std::string& target);

/// The same text for the same content, however it was written: what an idempotency key stands for.
std::string canonical_text(const Inquiry& inquiry);

/// Of everything in it, for forms (base::Seen).
std::string mark_of(const Inquiry& inquiry);

/// Account or token behind a request, as kept in created_by and the trace.
std::string actor_of(const http::Identity& identity);

}  // namespace digilots::inquiries
