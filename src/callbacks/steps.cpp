// What people do with a call-back.
#include "callbacks/implementation.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using register_::Record, register_::Stepped, register_::Surroundings;

bool is_waiting(const Record& call_back) { return call_back.text("state") == register_::waiting; }

Stepped step_of(Callbacks::Implementation& self, const Surroundings& around, std::string_view id, std::string_view account,
                const base::Seen& seen, const register_::StepChange& change) {
    return register_::step(self.records, around, self.around(around.municipality_id), id, account, seen, change);
}

/// Still there for who chose it from a list.
bool is_there(const Callbacks::Implementation& self, db::Connection& connection, std::string_view municipality_id,
              const char* source, const std::string& chosen) {
    const auto found = self.records.others().links.find(source);
    if (chosen.empty() || found == self.records.others().links.end() || !found->second.is_there) return true;
    return found->second.is_there(connection, municipality_id, chosen);
}

}  // namespace

Stepped Callbacks::take(const Surroundings& around, std::string_view id, std::string_view account, const base::Seen& seen) {
    return step_of(*implementation_, around, id, account, seen, [&](db::Connection&, Record& call_back) {
        if (!is_waiting(call_back)) return false;
        call_back.columns["person"] = std::string(account);
        return true;
    });
}

Stepped Callbacks::note_try(const Surroundings& around, std::string_view id, std::string_view account, const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    return step_of(*implementation_, around, id, account, seen, [&](db::Connection&, Record& call_back) {
        if (!is_waiting(call_back)) return false;
        register_::count_try(call_back, now);
        return true;
    });
}

Stepped Callbacks::hand_over(const Surroundings& around, std::string_view id, const Handed& to, std::string_view account,
                             const base::Seen& seen) {
    auto& self = *implementation_;
    return step_of(self, around, id, account, seen, [&](db::Connection& connection, Record& call_back) {
        const auto& municipality = around.municipality_id;
        if (!is_waiting(call_back) || !is_there(self, connection, municipality, "organisation.function", to.function) ||
            !is_there(self, connection, municipality, "accounts.person", to.person) ||
            !is_there(self, connection, municipality, "organisation.unit", to.unit))
            return false;
        call_back.columns["function"] = to.function;
        call_back.columns["person"] = to.person;
        call_back.columns["unit"] = to.unit;
        put_note(call_back, to.note);
        return true;
    });
}

Stepped Callbacks::close(const Surroundings& around, std::string_view id, const Closed& how, std::string_view account,
                         const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    return step_of(*implementation_, around, id, account, seen, [&](db::Connection&, Record& call_back) {
        if (!is_waiting(call_back)) return false;
        call_back.columns["state"] = std::string("closed");
        call_back.columns["outcome"] = how.outcome;
        call_back.columns["outcome_note"] = how.note;
        call_back.columns["closed_at"] = base::format_utc(now);
        call_back.columns["closed_by"] = std::string(account);
        call_back.columns["place_in_line"] = register_::place_in_line("closed", "", now);
        return true;
    });
}

Stepped Callbacks::open_again(const Surroundings& around, std::string_view id, std::string_view account,
                              const base::Seen& seen) {
    return step_of(*implementation_, around, id, account, seen, [&](db::Connection&, Record& call_back) {
        if (is_waiting(call_back)) return false;
        call_back.columns["state"] = std::string(register_::waiting);
        for (const char* column : {"outcome", "outcome_note", "closed_at", "closed_by"})
            call_back.columns[column] = std::string();
        call_back.columns["place_in_line"] = call_back.text("promised_at");
        return true;
    });
}

}  // namespace digilots::callbacks
