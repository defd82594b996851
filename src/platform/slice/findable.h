#pragma once
// What a slice has for the one search, as residents may read it. The slice `referral` makes documents of it, ranks it among
// places and e-services, and asks once more when it is found: what it says then is never older than the answer.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/http/access.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"

namespace digilots {

struct Findable {
    /// What is not in use is found by its name alone, and nobody is sent there.
    enum class Stands { in_use, planned, paused };

    std::string kind, id, title;        // "answer", "activity"; kind and id are those of FindableKind::now and of referrals
    std::string path;                   // of its page below the municipality
    std::string text = "";              // what else it says
    std::string verified_on = "";
    std::vector<std::string> words = {}, topics = {};
    std::string place = "";             // public id of where it is; "" at no place of the directory
    Stands stands = Stands::in_use;
};

/// How one that was found stands now.
struct FoundNow {
    std::string text = "";                              // "Next: Thursday 3 December 2026, 14.00–15.30. 3 seats left"
    std::optional<base::Instant> starts = {};           // the next time it is held
    std::optional<std::int64_t> free_seats = {};        // then; nothing: no limit, or nothing is planned
    std::optional<base::Instant> until = {};            // when it says something else by itself
};

struct FindableKind {
    /// How they are found: as what was asked and answered before, or as what is arranged for those who come.
    enum class As { answer, activity };

    As as;
    /// Of a municipality; made from what `from` names.
    std::function<std::vector<Findable>(std::string_view municipality_id)> all;
    kept::Dependences from;
    std::function<FoundNow(const http::Tenant& tenant, std::string_view id, const i18n::Translator& words)> now = nullptr;
    kept::Dependences now_from = {};    // what `now` is made from, beside the time
};

}  // namespace digilots
