#include "inquiries/further.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"

namespace digilots::inquiries {

namespace {

using taxonomy::List;

constexpr std::array<FurtherWord, 12> words{{
    {"problem", &Further::problem, List::problem, TEXT("What the trouble was with"), true},
    {"sent_instead", &Further::sent_instead, List::body, TEXT("Sent to instead"), true},
    {"interpreter", &Further::interpreter, List::interpreter, TEXT("Interpreter or translation"), true},
    {"device", &Further::device, List::device, TEXT("Device"), true},
    {"found_us", &Further::found_us, List::found_us, TEXT("How they found us"), true},
    {"identity_proof", &Further::identity_proof, List::identity_proof, TEXT("Proof of identity that was shown")},
    {"assisted_role", &Further::assisted_role, List::assisted_role, TEXT("Sent in for the person by")},
    {"feedback", &Further::feedback, List::feedback, TEXT("View, complaint or praise"), true},
    {"feedback_status", &Further::feedback_status, List::feedback_status, TEXT("What became of it")},
    {"handover", &Further::handover, List::handover, TEXT("How it was handed over")},
    {"referral_reason", &Further::referral_reason, List::referral_reason, TEXT("Why it was passed on")},
    {"followed_up", &Further::followed_up, List::followed_up, TEXT("How the follow-up went")},
}};

constexpr std::array<FurtherFlag, 2> flags{{{"consent", &Further::consent, TEXT("The person had agreed to it")},
                                            {"rules_followed", &Further::rules_followed, TEXT("Rules for the helper followed")}}};

constexpr std::string_view yes = "yes", no = "no";
constexpr std::string_view been_here = "returning";     // "no" alone: yes has a column, which figures add up

}  // namespace

std::span<const FurtherWord> further_words() { return words; }
std::span<const FurtherFlag> further_flags() { return flags; }
const FurtherWord* further_word(std::string_view name) { return base::find_in(words, name, &FurtherWord::name); }

const FurtherFlag* further_flag(std::string_view name) { return base::find_in(flags, name, &FurtherFlag::name); }

std::string further_text(const Inquiry& inquiry) {
    const Further& further = inquiry.further;
    std::string text;
    const auto add = [&](std::string_view name, std::string_view key) {
        text += text.empty() ? "," : "";
        text += std::string(name) + ":" + std::string(key) + ",";
    };
    for (const auto& word : words)
        if (const auto& key = further.*word.member; !key.empty()) add(word.name, key);
    for (const auto& flag : flags)
        if (const auto said = further.*flag.member) add(flag.name, *said ? yes : no);
    if (inquiry.returning == false) add(been_here, no);
    if (!further.body_unit.empty()) add(unit_concerned, further.body_unit);
    return text;
}

void take_further(std::string_view text, Inquiry& into) {
    Further& further = into.further;
    for (const auto& said : base::separated(text, ',')) {
        const auto colon = std::min(said.find(':'), said.size());
        const auto name = std::string_view(said).substr(0, colon);
        if (colon == said.size()) continue;
        const auto key = said.substr(colon + 1);
        if (const auto* word = further_word(name)) further.*word->member = key;
        else if (const auto* flag = further_flag(name)) further.*flag->member = key == yes;
        else if (name == unit_concerned) further.body_unit = key;
        else if (name == been_here && !into.returning) into.returning = false;
    }
}

std::string further_key(std::string_view text, std::string_view name) {
    const std::string beginning = "," + std::string(name) + ":";
    const auto found = text.find(beginning);
    if (found == text.npos) return "";
    const auto from = found + beginning.size();
    return std::string(text.substr(from, text.find(',', from) - from));
}

void keep_noes(Inquiry& inquiry, const Inquiry& before) {
    const auto keep = [](std::optional<bool>& now, const std::optional<bool>& then) {
        if (!now && then == false) now = then;
    };
    keep(inquiry.returning, before.returning);
    for (const auto& flag : flags) keep(inquiry.further.*flag.member, before.further.*flag.member);
}

void settle_further(Inquiry& inquiry) {
    Further& further = inquiry.further;
    if (!further.feedback.empty() && further.feedback_status.empty()) further.feedback_status = "new";
    if (!further.body_unit.empty() && inquiry.body.empty()) inquiry.body = "municipality";
}

}  // namespace digilots::inquiries
