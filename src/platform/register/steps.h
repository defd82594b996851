#pragma once
// What people do with a record beside its form: take it, answer it, close it. Of two who do so at once the second is told.
#include <functional>
#include <optional>
#include <string_view>

#include "platform/http/response.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// changed: it is not as it was seen (a colleague was faster), or such a step does not fit it any more; not_theirs: it belongs
/// to another unit.
enum class Stepped { done, not_there, changed, not_theirs };

/// Changes the record; false: nothing is to be done to it as it stands.
using StepChange = std::function<bool(db::Connection& connection, Record& record)>;
/// Reads it, decides and writes in one transaction, which is `deciding`. `stored` is the municipality's own language and order,
/// whoever reads the page.
Stepped step(Records& records, const Surroundings& around, const Surroundings& stored, std::string_view id,
             std::string_view account, const base::Seen& seen, const StepChange& change);
/// Inside a transaction.
std::optional<Record> find_in(db::Connection& connection, const Records& records, std::string_view municipality_id,
                              std::string_view id);

/// What whoever pressed the button sees then: the record with "The change is saved", or why not. `whose` says whom to ask where
/// it is another unit's.
http::Response told_of_step(const Records& records, const http::Request& request, Stepped came_of, i18n::Text whose);

}  // namespace digilots::register_
