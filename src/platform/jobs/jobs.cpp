#include "platform/jobs/jobs.h"

#include "platform/base/json.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/jobs/kind_name.h"
#include "platform/jobs/sql.h"

namespace digilots::jobs {

namespace {

void refuse_bad(const Job& job) {
    if (!is_kind_name(job.kind))
        throw NotAdded("\"" + job.kind.substr(0, 80) + "\" names no kind of job: write it as Kind::name says.");
    if (job.key.size() > longest_key)
        throw NotAdded("A job's key holds " + std::to_string(job.key.size()) + " bytes; at most " + std::to_string(longest_key) +
                       " are kept. Use the id of the record it is about.");
    if (job.payload.size() > longest_payload)
        throw NotAdded("A job's payload holds " + std::to_string(job.payload.size()) + " bytes; at most " +
                       std::to_string(longest_payload) + " are kept. Store the rest and name it in the payload.");
    const auto json = base::parse_json(job.payload);
    if (!json || !json->is_object())
        throw NotAdded("A job's payload is no JSON object" + (json ? std::string(".") : ": " + json.error() + "."));
}

}  // namespace

bool is_kind_name(std::string_view name) {
    return !name.empty() && name.size() <= 60 && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == name.npos;
}

std::string add(db::Connection& connection, const Job& job, base::Instant now) {
    refuse_bad(job);
    if (!connection.query(sql::find_beyond, job.kind, most_waiting - 1).empty())
        throw NotAdded(std::to_string(most_waiting) + " jobs of the kind " + job.kind +
                       " wait already. See why they are not done: digilots jobs list");
    const auto added = base::format_utc(now);
    const auto due = job.not_before ? base::format_utc(*job.not_before) : added;
    return connection.query(sql::add_job, base::new_uuid(now), job.kind, job.payload, job.municipality_id, job.key, added, due)[0]
        .text("id");
}

}  // namespace digilots::jobs
