#include "inquiries/email_address.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "platform/base/person_name.h"

namespace digilots::inquiries {

namespace {

struct Spelling {
    std::string written;
    char sign;
};

// Written in brackets, or as a word of its own, in place of the sign or the point; "x" stands for any letter beside a-z.
constexpr std::array<std::string_view, 3> bracketed_signs{"at", "xt", "a"};
constexpr std::array<std::string_view, 19> sign_words{
    "snabel-a", "snabela", "snabel a", "krxllalfa", "krxll-alfa", "krxll alfa", "alfakrxll", "at-tecken", "at tecken",
    "at-tecknet", "at-tegn", "at tegn", "at-tegnet", "@-tecken", "@-tecknet", "@-tegn", "@-tegnet", "snabel", "kanelbulle"};
constexpr std::array<std::string_view, 5> point_words{"dot", "punkt", "punktum", "prikk", "prick"};

/// The first that fits is meant.
const std::vector<Spelling>& spellings() {
    static const std::vector<Spelling> made = [] {
        std::vector<Spelling> all;
        const auto add = [&](std::string_view word, char sign, std::string_view brackets) {
            const std::string in = std::string(brackets.substr(0, 1)) + std::string(word) + std::string(brackets.substr(1));
            all.push_back({" " + in + " ", sign});
            all.push_back({in, sign});
        };
        for (const auto word : bracketed_signs)
            for (const auto* brackets : {"()", "[]", "{}"}) {
                add(word, '@', brackets);
                all.push_back({std::string(" ") + brackets[0] + " " + std::string(word) + " " + brackets[1] + " ", '@'});
            }
        for (const auto* point : {"[.]", "(.)", "{.}"}) all.push_back({point, '.'});
        for (const auto* apart : {" <at> ", "<at>", " -at- ", "-at-", "_at_", "/at/", "|at|", " (@) ", "(@)", "[@]"})
            all.push_back({apart, '@'});
        all.push_back({"-dot-", '.'});
        const auto add_word = [&](std::string_view word, char sign) {
            all.push_back({" " + std::string(word) + " ", sign});
            if (sign == '@') add(word, sign, "<>");
            add(word, sign, "()");
            add(word, sign, "[]");
        };
        for (const auto word : sign_words) add_word(word, '@');
        for (const auto word : point_words) add_word(word, '.');
        return all;
    }();
    return made;
}

// Where people have addresses of their own; also without ".com".
constexpr std::size_t free_providers = 10;
constexpr std::array<std::string_view, 14> providers{"gmail", "googlemail", "hotmail", "outlook", "live",   "icloud",   "yahoo",
                                                     "proton", "protonmail", "msn",     "telia",   "comhem", "bredband", "spray"};

// Before "@" these are offices, not people.
constexpr std::array<std::string_view, 42> functions{
    "info",          "information",  "kontakt",       "kontakta",   "contact",        "kommun",         "kommunen",
    "kommune",       "kommuneinfo",  "medborgarkontor", "medborgarkontoret", "medborgarservice", "kontaktcenter", "kundcenter",
    "servicecenter", "servicetorg",  "servicetorget", "innbyggertorg", "innbyggerservice", "bibliotek",  "biblioteket",
    "stadsbiblioteket", "folkebibliotek", "post",     "postmottak", "postmottaket",   "firmapost",      "registrator",
    "registratur",   "diarium",      "arkiv",         "support",    "helpdesk",       "kundservice",    "kundeservice",
    "kundtjxnst",    "kundtjanst",   "reception",     "resepsjon",  "bygglov",        "noreply",        "no-reply"};

// Before " at " and an address of the web these are words of English and Norwegian, no beginning of an e-mail address.
constexpr std::array<std::string_view, 96> words_before_at{
    "a",        "an",      "the",      "and",    "or",       "us",       "me",       "him",     "her",     "them",
    "you",      "it",      "is",       "are",    "was",      "were",     "be",       "been",    "this",    "that",
    "these",    "here",    "there",    "meet",   "met",      "meeting",  "meetings", "look",    "looked",  "looking",
    "looks",    "visit",   "visited",  "see",    "seen",     "saw",      "read",     "found",   "find",    "available",
    "online",   "more",    "info",     "apply",  "applied",  "book",     "booked",   "sign",    "signed",  "log",
    "logged",   "in",      "up",       "on",     "out",      "form",     "forms",    "page",    "pages",   "site",
    "report",   "order",   "ordered",  "buy",    "bought",   "pay",      "paid",     "register", "registered", "listed",
    "check",    "checked", "work",     "works",  "worked",   "working",  "start",    "stop",    "error",   "errors",
    "login",    "account", "problem",  "help",   "helped",   "service",  "services", "hours",   "good",    "sier",
    "seier",    "sa",      "slik",     "for",    "om",       "etter"};

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Past the spaces and line ends that people put around the @; at most two.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (int i = 0; i < 2 && at < text.size() && (text[at] == ' ' || text[at] == '\n'); ++i) ++at;
    return at;
}

constexpr std::array<std::string_view, 10> ends{"se", "no", "com", "net", "org", "nu", "eu", "dk", "fi", "info"};

bool begins_with_any(std::string_view text, std::span<const std::string_view> names) {
    return std::ranges::any_of(names, [&](std::string_view name) {
        if (!text.starts_with(name)) return false;
        return text.size() == name.size() || !(is_word(text[name.size()]) || text[name.size()] == '-');
    });
}

/// "example.se", "xn--…", "[192.0.2.1]", and with a slip "example,se", at the beginning of `text`.
bool begins_with_domain(std::string_view text) {
    if (text.size() > 1 && text[0] == '[' && is_word(text[1])) return true;
    std::size_t at = 0;
    bool dotted = false;
    while (at < text.size() && is_word(text[at])) {
        const std::size_t begin = at;
        while (at < text.size() && (is_word(text[at]) || text[at] == '-' || text[at] == '_')) ++at;
        if (dotted && at - begin >= 2 && is_letter(text[begin])) return true;
        const bool slipped = at < text.size() && text[at] == ',' && begins_with_any(text.substr(at + 1), ends);
        if (slipped) return true;
        if (at == text.size() || text[at] != '.') return false;
        dotted = true;
        ++at;
    }
    return false;
}

bool begins_with_provider(std::string_view text) { return begins_with_any(text, providers); }

/// The others also have offices of their own: support@telia.se.
bool is_of_free_mail(std::string_view text) { return begins_with_any(text, std::span(providers).first(free_providers)); }

char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

std::string in_small_letters(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), small_letter);
    return lower;
}

/// What an address has before its sign, up to `end`.
std::string_view local_part(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && (is_word(text[begin - 1]) || std::string_view("._-+").contains(text[begin - 1]))) --begin;
    return text.substr(begin, end - begin);
}

bool is_function(std::string_view local) {
    return std::ranges::find(functions, local) != functions.end();
}

/// `lower` has small letters.
bool holds_address(std::string_view lower) {
    constexpr std::string_view local = "!#$%&'*+-/=?^_`{|}~.\"";
    for (std::size_t at = lower.find('@'); at != std::string_view::npos; at = lower.find('@', at + 1)) {
        std::size_t before = at;
        for (int i = 0; i < 2 && before > 0 && lower[before - 1] == ' '; ++i) --before;
        if (before == 0 || !(is_word(lower[before - 1]) || local.contains(lower[before - 1]))) continue;
        const auto domain = lower.substr(skip_spaces(lower, at + 1));
        const bool is_of_provider = begins_with_provider(domain);
        if (is_function(local_part(lower, before)) && !is_of_free_mail(domain)) continue;
        if (is_of_provider && before == at && domain.size() == lower.size() - at - 1) return true;
        if (begins_with_domain(domain)) return true;
    }
    return false;
}

/// The letters, digits and hyphens, and points between them, that `text` begins with.
std::string_view dotted_word(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (is_word(text[at]) || std::string_view(".-_").contains(text[at]))) ++at;
    while (at > 0 && !is_word(text[at - 1])) --at;
    return text.substr(0, at);
}

/// " at " is a word of English and Norwegian. It stands for the sign where a spelled point follows the next word, before a
/// provider of mail, behind what only an address looks like, and where the address ends the sentence.
bool is_spelled_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (!rest.starts_with(" at ") && !rest.starts_with(" xt ")) return false;
    const auto domain = dotted_word(rest.substr(4));
    const auto after = rest.substr(4 + domain.size());
    constexpr std::array<std::string_view, 11> spelled{" dot ", " punkt ", " punktum ", " prikk ", " prick ", "(dot)", "[dot]",
                                                       " [dot] ", " (dot) ", "(punkt)", " (punkt) "};
    const bool goes_on = std::ranges::any_of(spelled, [&](std::string_view point) { return after.starts_with(point); });
    if (!domain.empty() && goes_on) return true;
    const auto local = local_part(text, at);
    if (local.empty() || !begins_with_domain(domain) || domain.starts_with("www.")) return false;
    if (begins_with_provider(domain) || local.find_first_of("._0123456789") != local.npos) return true;
    if (rest[1] == 'x') return false;           // "åt" is a word of its own
    std::string capitalised(local);
    if (small_letter(capitalised[0]) >= 'a') capitalised[0] = static_cast<char>(capitalised[0] & ~0x20);
    if (base::holds_person_name(capitalised)) return true;
    const bool ends = after.empty() || !(after[0] == ' ' || after[0] == '/');
    return ends && std::ranges::find(words_before_at, local) == words_before_at.end();
}

/// The signs in place of the words that are written for them, in small letters.
std::string with_signs(std::string_view lower) {
    std::string made;
    for (std::size_t at = 0; at < lower.size();) {
        if (!std::string_view(" ([{<-_/|").contains(lower[at])) {       // all spellings begin with one of these
            made += lower[at++];
            continue;
        }
        const std::string_view rest = lower.substr(at);
        const auto found =
            std::ranges::find_if(spellings(), [&](const Spelling& one) { return rest.starts_with(one.written); });
        if (is_spelled_at(lower, at)) {
            made += '@';
            at += 4;
        } else if (found != spellings().end()) {
            made += found->sign;
            at += found->written.size();
        } else {
            made += lower[at++];
        }
    }
    return made;
}

/// The sign and the points as an address has them where a web page or somebody careful has written them otherwise:
/// anna%40example.se, anna&#64;example.se, anna@@example.se, anna @ example . se. No sentence has a space before its point.
std::string with_plain_signs(std::string lower) {
    constexpr std::array<std::string_view, 4> coded{"%40", "&#64;", "&#x40;", "&commat;"};
    std::string made;
    for (std::size_t at = 0; at < lower.size();) {
        const auto rest = std::string_view(lower).substr(at);
        const auto code = std::ranges::find_if(coded, [&](std::string_view one) { return rest.starts_with(one); });
        const bool is_sign = code != coded.end() || rest[0] == '@';
        if (is_sign && !made.ends_with('@')) made += '@';
        if (is_sign) {
            at += code == coded.end() ? 1 : code->size();
            continue;
        }
        const bool is_apart = rest[0] == '.' && made.ends_with(' ');
        const std::size_t next = is_apart ? skip_spaces(rest, 1) : 1;
        if (is_apart && begins_with_any(rest.substr(next), ends)) {
            while (made.ends_with(' ')) made.pop_back();
            made += '.';
        } else {
            made += rest.substr(0, next);
        }
        at += next;
    }
    return made;
}

}  // namespace

bool holds_email(std::string_view plain) {
    const std::string lower = with_plain_signs(in_small_letters(plain));
    return holds_address(lower) || holds_address(with_signs(lower));
}

bool holds_cut_email(std::string_view plain) {
    const std::string lower = with_plain_signs(in_small_letters(plain));
    for (std::size_t at = lower.find('@'); at != std::string::npos; at = lower.find('@', at + 1)) {
        const auto local = local_part(lower, at);
        const auto domain = std::string_view(lower).substr(at + 1, 3);
        const bool is_domain = domain.size() == 3 && is_letter(domain[0]) &&
                               std::ranges::all_of(domain, [](char c) { return is_word(c) || c == '-'; });
        if (is_domain && std::ranges::any_of(local, is_letter) && !is_function(local)) return true;
    }
    return false;
}

}  // namespace digilots::inquiries
