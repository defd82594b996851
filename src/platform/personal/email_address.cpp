#include "platform/personal/email_address.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "platform/base/digits.h"
#include "platform/base/person_name.h"
#include "platform/personal/mail_hosts.h"
#include "platform/personal/word_list.h"

namespace digilots::personal {

namespace {

// Written in place of the sign or the point; "x" stands for any letter beside a-z. The short ones stand in brackets, the next
// also run together with what is beside them; the longer of two that begin alike comes first.
constexpr std::array<std::string_view, 3> short_signs{"at", "xt", "a"};
constexpr auto plain_signs = std::to_array<std::string_view>({"snabel-a", "snabela", "krxllalfa", "krxll-alfa", "alfakrxllen",
    "alfakrxll", "alfakrulle", "alfakrull", "alfakrxl", "krullalfa", "krull-alfa", "krxllealfa"});
constexpr auto sign_words = std::to_array<std::string_view>({
    "snabel a", "snabel", "krxll alfa", "krxll-a", "krxll a", "alfa krxll", "alfa-krxll", "alfa krulle", "alfa-krulle",
    "alfa krull", "krull alfa", "at-tecknet", "at-tecken", "at tecken", "at-tegnet", "at-tegn", "at tegn", "@-tecknet",
    "@-tecken", "@-tegnet", "@-tegn", "kanelbulle"});
// Before "@" these are offices, not people.
constexpr WordList functions{std::array<std::string_view, 42>{
    "info",          "information",  "kontakt",       "kontakta",   "contact",        "kommun",         "kommunen",
    "kommune",       "kommuneinfo",  "medborgarkontor", "medborgarkontoret", "medborgarservice", "kontaktcenter", "kundcenter",
    "servicecenter", "servicetorg",  "servicetorget", "innbyggertorg", "innbyggerservice", "bibliotek",  "biblioteket",
    "stadsbiblioteket", "folkebibliotek", "post",     "postmottak", "postmottaket",   "firmapost",      "registrator",
    "registratur",   "diarium",      "arkiv",         "support",    "helpdesk",       "kundservice",    "kundeservice",
    "kundtjxnst",    "kundtjanst",   "reception",     "resepsjon",  "bygglov",        "noreply",        "no-reply"}};

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

bool is_space(char c) { return c == ' ' || c == '\n'; }

/// Past the spaces and line ends that people put around the @; at most two.
std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (int i = 0; i < 2 && at < text.size() && is_space(text[at]); ++i) ++at;
    return at;
}

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
    return functions.holds(local);
}

/// `lower` has small letters.
bool holds_address(std::string_view lower) {
    constexpr std::string_view local = "!#$%&'*+-/=?^_`{|}~.\"";
    for (std::size_t at = lower.find('@'); at != std::string_view::npos; at = lower.find('@', at + 1)) {
        std::size_t before = at;
        for (int i = 0; i < 2 && before > 0 && is_space(lower[before - 1]); ++i) --before;
        if (before == 0 || !(is_word(lower[before - 1]) || local.contains(lower[before - 1]))) continue;
        const auto domain = lower.substr(skip_spaces(lower, at + 1));
        const bool is_of_provider = begins_with_provider(domain);
        if (is_function(local_part(lower, before)) && !is_of_free_mail(domain)) continue;
        if (is_of_provider && before == at && domain.size() == lower.size() - at - 1) return true;
        if (begins_with_domain(domain) || begins_with_glued_domain(domain) || begins_with_slipped_provider(domain)) return true;
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

/// What is written around a word that stands for a sign: "(at)", " [ at ] ", "_at_", "<punkt>", " snabel-a ".
struct Wrapping {
    bool is_bracketed = false, is_spaced = false;
    std::size_t end = 0;        // 0 where the word is not there
};

Wrapping wrapped(std::string_view text, std::size_t begin, std::string_view word) {
    constexpr std::string_view openings = "([{<_-/|*\"'.", closings = ")]}>_-/|*\"'.";
    std::size_t at = skip_spaces(text, begin);
    const bool has_space = at > begin;
    const auto opening = at < text.size() ? openings.find(text[at]) : openings.npos;
    if (opening != openings.npos) {
        ++at;
        if (at < text.size() && text[at] == ' ') ++at;
    }
    if (at == text.size() || text[at] != word[0] || !text.substr(at).starts_with(word)) return {};
    at += word.size();
    if (opening == openings.npos) {
        const auto end = skip_spaces(text, at);
        return {false, has_space && end > at, end};
    }
    if (at < text.size() && text[at] == ' ') ++at;
    if (at == text.size() || text[at] != closings[opening]) return {};
    return {true, false, skip_spaces(text, at + 1)};
}

/// Past the point that is spelled there, or 0.
std::size_t end_of_spelled_point(std::string_view text, std::size_t at) {
    for (const auto word : point_words) {
        const auto found = wrapped(text, at, word);
        if (found.is_bracketed || found.is_spaced) return found.end;
    }
    const auto found = wrapped(text, at, ".");
    return found.is_bracketed && std::string_view("([{<").contains(text[at]) ? found.end : 0;
}

/// Past the sign that is spelled there, or 0.
std::size_t end_of_spelled_sign(std::string_view text, std::size_t at) {
    for (const auto word : plain_signs) {
        if (const auto found = wrapped(text, at, word); found.end > 0) return found.end;
    }
    for (const auto word : sign_words) {
        const auto found = wrapped(text, at, word);
        if (found.is_bracketed || found.is_spaced) return found.end;
    }
    for (const auto word : short_signs) {
        const auto found = wrapped(text, at, word);
        if (!found.is_bracketed) continue;
        // "_a_" and "/åt/" are no signs.
        const auto opening = text[skip_spaces(text, at)];
        if ((word == "at" && opening != '.') || std::string_view("([{<").contains(opening)) return found.end;
    }
    const auto found = wrapped(text, at, "@");
    return found.is_bracketed ? found.end : 0;
}

/// " at " is a word of English and Norwegian. It stands for the sign where a spelled point follows the next word, before a
/// provider of mail, behind what only an address looks like, and where the address ends the sentence.
bool is_spelled_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (!rest.starts_with(" at ") && !rest.starts_with(" xt ")) return false;
    const auto domain = dotted_word(rest.substr(4));
    const auto after = rest.substr(4 + domain.size());
    if (!domain.empty() && end_of_spelled_point(after, 0) > 0) return true;
    const auto local = local_part(text, at);
    if (local.empty() || !begins_with_domain(domain) || domain.starts_with("www.")) return false;
    const auto name = domain.substr(0, domain.find('.'));
    if (std::ranges::all_of(name, base::is_digit)) return false;        // "1177.se" is no provider of mail
    if (begins_with_provider(domain) || local.find_first_of("._0123456789") != local.npos) return true;
    if (rest[1] == 'x') return false;           // "åt" is a word of its own
    std::string capitalised(local);
    if (small_letter(capitalised[0]) >= 'a') capitalised[0] = static_cast<char>(capitalised[0] & ~0x20);
    if (base::holds_person_name(capitalised)) return true;
    const bool ends = after.empty() || !(after[0] == ' ' || after[0] == '/');
    return ends && std::ranges::find(words_before_at, local) == words_before_at.end();
}

/// Behind the spaces and the sign that may stand around it, a spelling begins there: with one of its first letters.
bool may_begin_spelling(std::string_view text, std::size_t at) {
    constexpr std::string_view openings = "([{<_-/|*\"'.", first_letters = "skax@dp", in_brackets = "skax@dp.";
    at = skip_spaces(text, at);
    if (at < text.size() && first_letters.contains(text[at])) return true;
    if (at == text.size() || !openings.contains(text[at])) return false;
    ++at;
    if (at < text.size() && text[at] == ' ') ++at;
    return at < text.size() && in_brackets.contains(text[at]);
}

/// The signs in place of the words that are written for them, in small letters.
std::string with_signs(std::string_view lower) {
    std::string made;
    made.reserve(lower.size());
    constexpr std::string_view beginnings = " \n([{<_-/|*\"'.ska";       // all spellings begin with one of these
    for (std::size_t at = 0; at < lower.size();) {
        const bool may_begin = beginnings.contains(lower[at]) && may_begin_spelling(lower, at);
        const auto sign = may_begin ? end_of_spelled_sign(lower, at) : 0;
        const auto point = may_begin && sign == 0 ? end_of_spelled_point(lower, at) : 0;
        if (lower[at] == ' ' && is_spelled_at(lower, at)) {
            made += '@';
            at += 4;
        } else if (sign > 0 || point > 0) {
            made += sign > 0 ? '@' : '.';
            at = std::max(sign, point);
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

/// "a n n a @ g m a i l . c o m", "a-n-n-a": single characters with one sign between them, three or more, put together.
std::string with_letters_together(std::string_view lower) {
    const auto is_single = [&](std::size_t at) {
        const bool is_apart = at == 0 || is_space(lower[at - 1]) || lower[at - 1] == '-';
        const bool ends = at + 1 >= lower.size() || is_space(lower[at + 1]) || lower[at + 1] == '-';
        return at < lower.size() && !is_space(lower[at]) && lower[at] != '-' && is_apart && ends;
    };
    std::string made;
    for (std::size_t at = 0; at < lower.size();) {
        std::size_t end = at;
        while (is_single(end) && (end == at || lower[end - 1] == lower[at + 1])) end += 2;
        if (end < at + 6) {
            made += lower[at++];
            continue;
        }
        for (; at < end; at += 2) made += lower[at];
        at = end - 1;
    }
    return made;
}

/// An address that is cut by the end of a line: anna@exam⏎ple.se, anna@example.⏎se.
std::string with_lines_together(std::string_view lower) {
    std::string made;
    bool is_behind_sign = false;
    for (const char c : lower) {
        if (c == '\n' && is_behind_sign) continue;
        const bool is_sign = c == '@' && !made.empty() && is_word(made.back());
        is_behind_sign = is_sign || (is_behind_sign && !is_space(c));
        made += c;
    }
    return made;
}

/// "anna.berg", "anna_berg", "annaberg52": nothing else of a note looks so; no "t.ex", "10.30", "1177.se", "iphone15".
bool looks_like_local(std::string_view word) {
    constexpr std::array<std::string_view, 12> abbreviations{"t.ex", "bl.a",  "m.fl", "m.m", "d.v.s", "f.eks",
                                                             "o.l",  "p.g.a", "f.d",  "e.l", "o.s.v", "s.k"};
    constexpr std::array<std::string_view, 10> products{"iphone", "ipad",   "windows", "win",    "android",
                                                        "galaxy", "samsung", "office",  "macos", "ios"};
    const auto letters = static_cast<std::size_t>(std::ranges::count_if(word, is_letter));
    if (letters < 3 || !is_word(word.front()) || !is_word(word.back())) return false;
    if (std::ranges::find(abbreviations, word) != abbreviations.end()) return false;
    if (word.contains('_')) return true;
    if (word.contains('.')) return !begins_with_any(word.substr(word.rfind('.') + 1), ends);
    const auto first_figure = word.find_first_of("0123456789");
    if (first_figure == word.npos || word.size() - first_figure < 2 || !is_letter(word[0])) return false;
    const bool ends_in_figures = word.find_first_not_of("0123456789", first_figure) == word.npos;
    return ends_in_figures && std::ranges::find(products, word.substr(0, first_figure)) == products.end();
}

/// "anna.berg gmail.com": the sign is missing.
bool holds_address_without_sign(std::string_view lower) {
    for (std::size_t at = lower.find(' '); at != lower.npos; at = lower.find(' ', at + 1)) {
        const auto host = lower.substr(skip_spaces(lower, at));
        if (!begins_with_provider(host) || !begins_with_domain(host)) continue;
        const auto local = local_part(lower, at);
        if (!local.empty() && looks_like_local(local)) return true;
    }
    return false;
}

/// "annaatgmail.com", "annaatgmailpunktcom": all of it one word.
bool holds_glued_address(std::string_view lower) {
    constexpr std::size_t shortest_local = 3;
    for (std::size_t at = lower.find("at"); at != lower.npos; at = lower.find("at", at + 1)) {
        const auto host = lower.substr(at + 2);
        if (at < shortest_local || !std::ranges::all_of(lower.substr(at - shortest_local, shortest_local), is_word)) continue;
        const auto name = std::ranges::find_if(mail_names, [&](std::string_view one) { return host.starts_with(one); });
        if (name == mail_names.end()) continue;
        const auto rest = host.substr(name->size());
        if (rest.starts_with('.') && begins_with_any(rest.substr(1), ends)) return true;
        if (length_of_glued_point(rest) > 0 || end_of_spelled_point(rest, 0) > 0) return true;
    }
    return false;
}

}  // namespace

bool holds_email(std::string_view plain) {
    const std::string lower = with_plain_signs(in_small_letters(plain));
    if (holds_address(lower) || holds_glued_address(lower)) return true;
    const std::string signs = with_signs(lower), together = with_letters_together(lower);
    if (holds_address(signs) || holds_address_without_sign(signs)) return true;
    if (holds_address(with_lines_together(signs))) return true;
    return together != lower && holds_address(with_signs(with_plain_signs(together)));
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

}  // namespace digilots::personal
