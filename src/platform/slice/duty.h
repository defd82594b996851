#pragma once
// What there is to be done now, as the slice sees it whose records it is about. The slice `tasks` makes a task of each and
// closes it when the slice says it no more.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/i18n/translator.h"
#include "platform/kept/versions.h"

namespace digilots::http {
class Request;
}

namespace digilots {

/// A sentence in the words of whoever reads it: a text of the program, and what stands in its braces. A fact that is a day
/// ("2026-11-27") is read as a date.
struct Sentence {
    i18n::Text text;
    std::vector<std::pair<std::string, std::string>> facts = {};
};

struct Duty {
    std::string id;             // of its kind: "place:…", "2026"; the same as long as it is the same thing. At most 200 bytes
    std::string name;           // what it is about, as that is called; stands in DutyKind::task
    std::vector<Sentence> why = {};
    std::string due = "";       // a day; "" or one that had passed when it was first seen: DutyKind::days after that
    std::string responsible;    // the kind of record whose function sees to it (DutyKind::of), or "function:ID", "person:ID"
    std::string unit = "";      // that it belongs to
    std::string record = "";    // "place:…", as in the trail
    std::string path = "";      // of the page where it is done, below the municipality
};

struct DutyKind {
    std::string key;    // "directory.check"
    i18n::Text title;   // "A record is to be checked": in lists of tasks
    i18n::Text task;    // "Check that all is still right: {name}"
    i18n::Text gone;    // what is noted where the duty is there no more
    /// Kinds of records that a municipality gives a function to see to: key, title.
    std::vector<std::pair<std::string, i18n::Text>> of;
    /// Of a municipality, today.
    std::function<std::vector<Duty>(std::string_view municipality_id)> now;
    /// What `now` is worked out from, beside the day.
    kept::Dependences from;
    /// Where it hangs on the time of day too: the next moment, not yet come, at which `now` says something else.
    std::function<std::optional<base::Instant>(std::string_view municipality_id)> until = nullptr;
    int days = 30;      // within which it is done, where no day is said
    bool is_promise = false;    // somebody was promised that day: it stays, and is overdue, though it had passed when first seen
    int rests = 180;    // days until it is a task again where somebody said that it is done and it was not
    /// Where "done" is more than closing the task: what is written then, such as that a record was checked today, and what
    /// stands on the button. False where whoever says it may not, or there is nothing to write it to any more.
    std::function<bool(const http::Request& request, std::string_view duty)> settle = nullptr;
    i18n::Text settled = {};
    /// For those who may not see Duty::path: a page about the same that they may, below the municipality; "" where none is.
    std::function<std::string(std::string_view municipality_id, std::string_view duty)> seen_at = nullptr;
};

}  // namespace digilots
