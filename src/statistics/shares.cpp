#include "statistics/shares.h"

#include <algorithm>
#include <array>

#include "platform/base/lists.h"
#include "statistics/statistics.h"

namespace digilots::statistics {

namespace {

constexpr std::array<KnownShare, 8> all_shares{{
    {"answered_at_first_contact", "inquiries", TEXT("Answered at first contact, of all with an outcome"), "outcome"},
    {"referred", "inquiries", TEXT("Referred, of all with an outcome"), "outcome"},
    {"referred_without_receiver", "referred", TEXT("Receiver not noted, of all who were referred")},
    {"returning", "inquiries", TEXT("Has been here before, of all inquiries")},
    {"bookings_helped", "bookings", TEXT("Helped, of all bookings")},
    {"bookings_did_not_come", "bookings", TEXT("Did not come, of all bookings")},
    {"assisted_visits_worked", "assisted_visits", TEXT("Worked, of all assisted digital visits")},
    {"callbacks_not_reached", "callbacks_opened", TEXT("Not reached, of all call-backs")},
}};

const measures::Measure* offered_as(std::string_view key, const Offered& offered) {
    const auto found = std::ranges::find(offered, key, &measures::Measure::key);
    return found == offered.end() ? nullptr : *found;
}

/// The other one can be asked the same question.
bool answers_too(const measures::Measure& measure, const measures::Query& query) {
    const auto knows = [&](std::string_view dimension) { return has_dimension(measure, dimension); };
    const auto limits = [&](const auto& limit) { return measure.find(limit.first) != nullptr; };
    return std::ranges::all_of(query.by, knows) && std::ranges::all_of(query.where, limits);
}

std::optional<Share> share_of_measures(const KnownShare& known, const Question& question, const Offered& offered) {
    const auto *part = offered_as(known.part, offered), *whole = offered_as(known.whole, offered);
    // Counts alone: of a share its parts stand beside it already.
    const auto is_count = [](const measures::Measure* one) { return one && one->kind == measures::Kind::count; };
    if (!is_count(part) || !is_count(whole)) return std::nullopt;
    if (!answers_too(*part, question.query) || !answers_too(*whole, question.query)) return std::nullopt;
    return Share{.part = part, .whole = whole, .over = "", .stated = std::string(known.stated)};
}

}  // namespace

std::span<const KnownShare> known_shares() { return all_shares; }

std::vector<ShareOfTwo> shares_of_two() {
    std::vector<ShareOfTwo> all;
    for (const auto& one : all_shares)
        all.push_back({std::string(one.part), std::string(one.whole), std::string(one.stated)});
    return all;
}

const KnownShare* share_of_part(std::string_view part) { return base::find_in(all_shares, part, &KnownShare::part); }

std::vector<std::string> possible_shares(const Question& question, const Offered& offered) {
    std::vector<std::string> possible;
    for (const auto& known : all_shares) {
        const bool is_part = known.part == question.measure->key, is_whole = known.whole == question.measure->key;
        if ((is_part || is_whole) && share_of_measures(known, question, offered))
            possible.emplace_back(is_part ? known.whole : known.part);
    }
    if (question.measure->kind == measures::Kind::count || question.measure->kind == measures::Kind::sum)
        possible.insert(possible.end(), question.query.by.begin(), question.query.by.end());
    return possible;
}

std::optional<Share> share_named(std::string_view key, const Question& question, const Offered& offered) {
    if (!base::holds(possible_shares(question, offered), key)) return std::nullopt;
    for (const auto& known : all_shares) {
        const bool is_part = known.part == question.measure->key && known.whole == key;
        const bool is_whole = known.whole == question.measure->key && known.part == key;
        if (is_part || is_whole) return share_of_measures(known, question, offered);
    }
    return Share{.part = question.measure, .whole = question.measure, .over = std::string(key), .stated = ""};
}

std::string share_title(const Question& question, const i18n::Translator& translator) {
    const auto& share = *question.beside.share;
    if (!share.over.empty())
        return translator.t(TEXT("Part of all: {what}"),
                            {{"what", split_title(*question.measure, share.over, translator)}});
    const auto* known = share_of_part(share.part->key);
    return known ? translator.t(known->title) : translator.t(share.part->title);
}

}  // namespace digilots::statistics
