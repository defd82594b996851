#pragma once
// What the files of this slice share of the service.
#include "inquiries/inquiries.h"
#include "inquiries/inquiry_store.h"
#include "platform/db/database.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

struct Service {
    db::Database& database;
    const directory::Directory& directory;
    const municipality::Municipalities& municipalities;
    const organisation::Organisation& organisation;
    const taxonomy::OwnTopics& own_topics;
    const base::Clock& clock;
};

struct Inquiries::Implementation : Service {};

/// The way in for pages, API and measures of this slice.
struct Inside {
    static Service& service(const Inquiries& inquiries) { return *inquiries.implementation_; }
};

base::Result<Acknowledged, WriteProblem> log_inquiry(Service& service, const http::Tenant& tenant,
                                                     Inquiry inquiry, std::string_view actor, std::string_view idempotency_key,
                                                     std::string_view body_hash, const AlongWith& along_with = {});

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
