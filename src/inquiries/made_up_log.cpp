#include "inquiries/made_up_log.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

struct Weighted {
    std::string_view key;
    std::uint64_t weight;
};

// How much a day of the week and a month is asked, in percent of the usual.
constexpr std::array<int, 7> of_weekday{128, 122, 112, 128, 88, 40, 0};
constexpr std::array<int, 12> of_month{112, 102, 110, 118, 106, 84, 44, 92, 120, 118, 110, 84};
constexpr int days_of_a_year = 365;
// Who finds a desk closed comes at another time or goes to another one, so often.
constexpr int tries = 6;

constexpr Weighted kinds[] = {
    {"citizens_office", 30}, {"library_digidelcenter", 30}, {"library", 20}, {"library_branch", 8}, {"mobile_library", 5},
    {"elderly_meeting_place", 9}, {"learning_centre", 8}, {"labour_market_centre", 8}, {"state_office", 7}, {"town_hall", 9},
    {"activity_house", 4}, {"office", 3}};

constexpr Weighted topics[] = {
    {"e_id", 15}, {"mobile", 11}, {"print", 11}, {"e_services", 8}, {"who_does_what", 6}, {"password", 6}, {"digital_mail", 5},
    {"computer", 5}, {"tablet", 4}, {"bank", 4}, {"apps", 4}, {"authority_forms", 4}, {"e_health", 4}, {"bus_card", 4},
    {"scan", 4}, {"email", 4}, {"financial_assistance", 4}, {"preschool", 3}, {"social_insurance", 3}, {"tax", 3},
    {"job_application", 3}, {"cv", 3}, {"library_card", 3}, {"online_safety", 3}, {"copy", 2}, {"attachments", 2},
    {"pension", 2}, {"migration", 2}, {"employment_service", 2}, {"studies", 3}, {"school_platform", 2}, {"e_books", 2},
    {"photos", 2}, {"social_media", 2}, {"video_call", 1}, {"money_transfer", 2}, {"wifi", 2}, {"elderly_care", 2},
    {"welfare_technology", 2}, {"mobility_service", 2}, {"building_permit", 2}, {"waste", 2}, {"report_issue", 2},
    {"interpret_decision", 2}, {"school_choice", 1}, {"online_shopping", 1}, {"driving_licence", 1}, {"police", 1},
    {"talking_books", 1}, {"other", 1}};

constexpr Weighted channels[] = {{"visit", 60}, {"phone", 19}, {"drop_in", 10}, {"booked", 5}, {"email", 3},
                                 {"web_form", 1}, {"outreach", 1}, {"chat", 1}};
constexpr Weighted outcomes[] = {{"answered", 71}, {"referred", 16}, {"booked", 5}, {"not_solved", 4}, {"call_back", 3},
                                 {"left", 1}};
constexpr Weighted supports[] = {{"guidance", 34}, {"done_together", 27}, {"information", 22}, {"coaching", 7}, {"done_for", 6},
                                 {"interpretation", 4}};
constexpr Weighted barriers[] = {{"no_skill", 28}, {"no_e_id", 20}, {"hard_language", 11}, {"other_language", 9},
                                 {"fear_of_fraud", 8}, {"no_device", 7}, {"e_service_fault", 6}, {"no_network", 4},
                                 {"wrong_format", 3}, {"disability", 2}, {"no_connection", 1}, {"cost", 1}};
constexpr Weighted ages[] = {{"under_18", 3}, {"18_29", 10}, {"30_44", 15}, {"45_64", 20}, {"65_79", 33}, {"80_plus", 19}};
constexpr Weighted genders[] = {{"women", 54}, {"men", 45}, {"other", 1}};
constexpr Weighted languages[] = {{"", 66}, {"en", 9}, {"ar", 9}, {"so", 4}, {"uk", 5},
                                  {"ti", 2}, {"fa", 2}, {"fi", 2}, {"sign", 1}};
constexpr Weighted lengths[] = {{"2", 12}, {"5", 30}, {"10", 27}, {"15", 14}, {"20", 8}, {"30", 6}, {"45", 3}};
constexpr Weighted hours[] = {{"8", 4}, {"9", 12}, {"10", 19}, {"11", 15}, {"12", 7}, {"13", 13}, {"14", 13}, {"15", 10},
                              {"16", 7}, {"17", 4}, {"18", 3}, {"19", 1}};

constexpr std::string_view notes_sv[] = {
    "Hade fått nytt kort men inte hunnit byta i appen.", "Behöver mer tid, tipsade om drop-in på biblioteket.",
    "Kunde själv när texten förklarades.", "Länken i brevet gick inte att öppna.", "Kom tillbaka med rätt papper.",
    "Frågan ställs ofta den här veckan.", "Mobilen var för gammal för appen.", "Vill gärna gå kursen i vår."};
constexpr std::string_view notes_nb[] = {
    "Hadde fått nytt kort, men ikke byttet i appen.", "Trenger mer tid, tipset om drop-in på biblioteket.",
    "Klarte det selv da teksten ble forklart.", "Lenka i brevet lot seg ikke åpne.", "Kom tilbake med riktig papir.",
    "Mange spør om dette denne uka.", "Mobilen var for gammel for appen.", "Vil gjerne gå på kurset til våren."};

template <std::size_t Size>
std::string_view pick(Dice& dice, const Weighted (&all)[Size], const auto& weight_of) {
    std::uint64_t sum = 0;
    for (const auto& one : all) sum += weight_of(one);
    if (sum == 0) return all[0].key;
    std::uint64_t at = dice.below(sum);
    for (const auto& one : all) {
        const auto weight = weight_of(one);
        if (at < weight) return one.key;
        at -= weight;
    }
    return all[0].key;
}

template <std::size_t Size>
std::string_view pick(Dice& dice, const Weighted (&all)[Size]) {
    return pick(dice, all, [](const Weighted& one) { return one.weight; });
}

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

/// Declarations in spring, school choice in January, bus cards when school begins, building before summer, heating after.
std::uint64_t in_season(const Weighted& topic, unsigned month) {
    struct Season {
        std::string_view topic;
        unsigned from, to;
        std::uint64_t times;
    };
    constexpr Season seasons[] = {{"tax", 3, 5, 5},          {"school_choice", 1, 2, 6}, {"bus_card", 8, 9, 3},
                                  {"building_permit", 3, 5, 3}, {"preschool", 1, 3, 2},  {"studies", 8, 10, 2},
                                  {"report_issue", 12, 12, 2}, {"report_issue", 1, 2, 3}, {"library_card", 6, 7, 3},
                                  {"e_books", 6, 7, 3}};
    for (const auto& season : seasons)
        if (season.topic == topic.key && month >= season.from && month <= season.to) return topic.weight * season.times;
    return topic.weight;
}

bool asks_here(const MadeUpTown::Desk& desk, std::string_view topic) {
    return desk.topics.empty() || std::ranges::find(desk.topics, topic) != desk.topics.end();
}

class Day {
public:
    Day(const MadeUpTown& town, base::Date date, Dice& dice) : town_(town), date_(date), dice_(dice) {}

    /// Nothing where everybody is closed.
    std::optional<Inquiry> one() {
        const auto* desk = desk_and_hour();
        if (desk == nullptr) return std::nullopt;
        Inquiry made;
        made.place = desk->id;
        made.at = base::from_civil(date_, hour_, static_cast<int>(dice_.below(60)), town_.zone);
        made.topics.push_back(topic_at(*desk));
        if (dice_.percent(14))
            if (auto second = topic_at(*desk); second != made.topics.front()) made.topics.push_back(std::move(second));
        made.channel = desk->kind == "mobile_library" ? "book_bus" : std::string(pick(dice_, channels));
        made.outcome = pick(dice_, outcomes);
        if (made.outcome == "referred") refer(made, *desk);
        tell_more(made);
        tell_for_whom(made);
        return made;
    }

private:
    const MadeUpTown::Desk* desk_and_hour() {
        for (int attempt = 0; attempt < tries; ++attempt) {
            const auto kind = pick(dice_, kinds, [&](const Weighted& one) {
                return std::ranges::find(town_.desks, one.key, &MadeUpTown::Desk::kind) == town_.desks.end() ? 0 : one.weight;
            });
            std::vector<const MadeUpTown::Desk*> of_kind;
            for (const auto& desk : town_.desks)
                if (desk.kind == kind) of_kind.push_back(&desk);
            hour_ = number(pick(dice_, hours));
            if (of_kind.empty()) continue;
            // The first of a kind is the large one.
            const auto* desk = dice_.percent(75) ? of_kind.front() : of_kind[dice_.below(of_kind.size())];
            if (town_.is_open(*desk, date_, hour_)) return desk;
        }
        return nullptr;
    }

    std::string topic_at(const MadeUpTown::Desk& desk) {
        if (!town_.own_topics.empty() && dice_.percent(3)) return town_.own_topics[dice_.below(town_.own_topics.size())];
        const auto month = unsigned(date_.month());
        const bool of_desk = dice_.percent(85);
        return std::string(pick(dice_, topics, [&](const Weighted& one) {
            return of_desk && !asks_here(desk, one.key) ? 0 : in_season(one, month);
        }));
    }

    void refer(Inquiry& made, const MadeUpTown::Desk& desk) {
        const auto helpers = town_.helpers(made.topics.front(), desk);
        if (helpers.empty()) made.outcome = "answered";
        else made.referred_to = helpers[dice_.below(helpers.size())];
    }

    /// What is stated now and then: nobody fills in everything.
    void tell_more(Inquiry& made) {
        if (dice_.percent(86)) made.minutes = number(pick(dice_, lengths));
        if (dice_.percent(78)) made.support_given = made.outcome == "referred" ? "referral" : std::string(pick(dice_, supports));
        if (dice_.percent(40)) made.barrier = pick(dice_, barriers);
        if (dice_.percent(45)) made.age_band = pick(dice_, ages);
        if (dice_.percent(40)) made.gender = pick(dice_, genders);
        if (dice_.percent(22)) made.returning = true;
        if (dice_.percent(30)) {
            made.language = pick(dice_, languages);
            if (made.language.empty()) made.language = town_.country == "NO" ? "nb" : "sv";
        }
        // What stands there by itself is rarely taken away.
        const auto body = taxonomy::body_of_topic(made.topics.front());
        if (dice_.percent(90)) made.body = body.empty() ? "none" : std::string(body);
        const auto& notes = town_.country == "NO" ? notes_nb : notes_sv;
        if (dice_.percent(5)) made.note = notes[dice_.below(std::size(notes))];
    }

    /// Who could not be helped was mostly sent to whose question it is.
    static void send_elsewhere(Inquiry& made) {
        constexpr std::size_t not_said = 4;
        const auto minute = std::chrono::floor<std::chrono::minutes>(made.at).time_since_epoch().count();
        if (static_cast<std::size_t>(minute) % not_said == 0) return;
        const auto body = taxonomy::body_of_topic(made.topics.front());
        made.further.sent_instead = body.empty() ? "municipality" : std::string(body);
    }

    /// From what is told already, so that all else stays as it was made.
    void tell_for_whom(Inquiry& made) const {
        if (made.age_band == "65_79" || made.age_band == "80_plus") made.target_groups.emplace_back("older");
        if (made.age_band == "under_18") made.target_groups.emplace_back("children_young");
        const bool is_native = made.language.empty() || made.language == "sv" || made.language == "nb";
        if (!is_native) made.target_groups.emplace_back("foreign_born");
        if (made.barrier == "no_skill" && made.returning == true) made.barriers.emplace_back("fear_of_technology");
        made.follow_up = made.outcome == "not_solved" || made.outcome == "call_back";
        if (made.outcome == "not_solved") send_elsewhere(made);
        if (made.channel != "outreach") return;
        made.kind = "group";
        made.gender.clear();
        const int minute = static_cast<int>(std::chrono::floor<std::chrono::minutes>(made.at).time_since_epoch().count() % 60);
        constexpr int not_counted = 7;
        if (minute % not_counted == 0) return;
        made.persons.women = 2 + minute % 6;
        made.persons.men = minute % 5;
    }

    const MadeUpTown& town_;
    base::Date date_;
    Dice& dice_;
    int hour_ = 0;
};

/// So many on that day, about; what is left over comes now and then.
std::int64_t how_many(base::Date date, std::int64_t a_year, Dice& dice) {
    const auto share = static_cast<std::int64_t>(of_weekday[static_cast<std::size_t>(base::weekday_of(date))]) *
                       of_month[unsigned(date.month()) - 1];
    constexpr std::int64_t usual = 8'829;             // of `share`, on the average of a year
    const auto spread = 75 + static_cast<std::int64_t>(dice.below(51));   // percent
    const auto hundredths = a_year * share * spread / usual / days_of_a_year;
    return hundredths / 100 + (dice.below(100) < static_cast<std::uint64_t>(hundredths % 100) ? 1 : 0);
}

}  // namespace

std::uint64_t Dice::next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

std::vector<Inquiry> made_up_day(const MadeUpTown& town, base::Date date, std::int64_t a_year, std::uint64_t seed) {
    const auto day = std::chrono::sys_days(date).time_since_epoch().count();
    Dice dice(seed * 1'000'003ULL + static_cast<std::uint64_t>(day));
    std::vector<Inquiry> all;
    const auto wanted = town.desks.empty() ? 0 : how_many(date, a_year, dice);
    Day made(town, date, dice);
    for (std::int64_t at = 0; at < wanted; ++at)
        if (auto one = made.one()) all.push_back(std::move(*one));
    std::ranges::stable_sort(all, {}, &Inquiry::at);
    return all;
}

}  // namespace digilots::inquiries
