#pragma once
// What is under way, as the slice sees it whose it is: staff read all of it on one page, residents what they have a code for.
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/spoken_code.h"
#include "platform/i18n/translator.h"

namespace digilots::html {
class Page;
}
namespace digilots::http {
class Request;
}

namespace digilots {

/// One matter that is under way: nobody's name, number or words.
struct OngoingMatter {
    std::string what;                           // in the words of whoever reads it: "Banking, by phone"
    std::optional<base::Instant> since = {};    // when it began, where that says something
    std::optional<base::Instant> until = {};    // by when it was promised, or when it takes place
    bool is_late = false;
    std::string function = "";                  // whose it is; "": that of OngoingKind::of
    std::string unit = "";                      // that it belongs to
    std::string path = "";                      // of the page where it is seen to, below the municipality
};

struct OngoingKind {
    std::string key;            // "question"
    i18n::Text title;           // "Questions": where one chooses
    i18n::Text one;             // "Question": beside each
    bool are_letters = false;   // on paper, that are to be printed and sent: they stand among letters too
    std::string of = "";        // the kind of record whose function sees to it where a matter names none (DutyKind::of)
    /// All that whoever asks may see.
    std::function<std::vector<OngoingMatter>(const html::Page& page)> now = nullptr;
};

/// What a code finds, as whoever has it may see it.
struct FollowedMatter {
    std::string what;                           // "When is the library open?"
    std::string standing;                       // how it stands, in whole sentences
    std::vector<std::string> more = {};         // paragraphs that the municipality wrote, such as the answer
    std::string began = "";                     // "Asked 25 November 2026, 10.30."
};

struct FollowedKind {
    base::CodeKind code;
    /// Nothing where there is none with this code, or not any more: both look the same.
    std::function<std::optional<FollowedMatter>(const html::Page& page, std::string_view code)> find;
    /// After a code that found nothing: it may be a guess, and counts as one on the page of such a code does. How long whoever
    /// guesses has to wait; nothing mostly.
    std::function<std::optional<std::chrono::seconds>(const http::Request& request)> wait;
    i18n::Text one = {};        // "Booking": for staff to whom such a code is read out
    /// Where they see to it, below the municipality; nothing where there is none with this code.
    std::function<std::optional<std::string>(const html::Page& page, std::string_view code)> opens = nullptr;
};

}  // namespace digilots
