#include "referral/ranking.h"

#include <algorithm>
#include <array>

#include "platform/slice/own_page.h"
#include "platform/base/text.h"
#include "referral/name_match.h"

namespace digilots::referral {
namespace {

using directory::Answer;
using directory::Openness;

constexpr double named_e_service = 90, named_place = 85, named_contact = 56, right_kind = 84, right_errand = 80;
constexpr double activity_on_topic = 58, topic_itself = 26, not_open_yet = 60, text_only = 20, any_place = 30, least = 8;
constexpr double body_by_its_name = 88, named_service_at_place = 60;
constexpr double answered_before = 130, answer_on_topic = 22;
constexpr double course_asked_for = 126;                  // before the places, behind an answer that holds the words
constexpr double own_page_by_its_name = 146, offer_by_its_name = 124;
constexpr double named_stop = 80, part_of_stop = 36;      // behind a place of that name
constexpr double in_the_locality = 40;                    // more than being open: "bankid Ängsta" is asked in Ängsta
constexpr double not_open_and_not_meant = 28;             // behind all that is open and named as much

/// "Avanmäla kostintyg" comes after the application itself.
bool undoes(const Name& name) {
    constexpr std::array<std::string_view, 6> words{"avanmala", "avsluta", "saga", "avbestalla", "avslutte", "avbestille"};
    return !name.folded.empty() && std::ranges::find(words, name.folded.front()) != words.end();
}

std::string dates_key(const std::vector<base::Date>& dates) {
    std::string key;
    for (const auto date : dates) key += (key.empty() ? "" : ",") + base::format_date(date);
    return key;
}

class Ranking {
public:
    Ranking(const Catalogue& catalogue, const Intent& intent, const TextHits& text, const OpeningTimes& times)
        : catalogue_(catalogue), intent_(intent), text_(text), times_(times), wanted_(wanted_words(intent)) {}

    std::vector<Ranked> run() {
        for (const auto& entry : catalogue_.entries) {
            auto ranked = judge(entry);
            if (ranked.score >= least) hits_.push_back(std::move(ranked));
        }
        put_errands_behind_named_place();
        std::ranges::stable_sort(hits_, std::greater{}, &Ranked::score);
        return std::move(hits_);
    }

private:
    Ranked judge(const Entry& entry) {
        Ranked ranked{&entry, 0, {}, {}};
        if (entry.topic) {
            judge_topic(ranked);
            return ranked;
        }
        if (entry.elsewhere && entry.elsewhere->of->as == FindableKind::As::answer) {
            judge_answer(ranked);
            return ranked;
        }
        judge_name(ranked);
        // "Dator" asks for one; to book it is one of the ways, and the first where it is called just so.
        if (entry.kind == "booking" && wanted_.size() == 1 && !intent_.topics.empty() && !is_whole_name(entry))
            ranked.score = std::min(ranked.score, activity_on_topic);
        // "Skriva ut" is a topic: who writes to us is not meant.
        if (entry.kind == own_page_kind && !intent_.topics.empty()) ranked.score = std::min(ranked.score, activity_on_topic);
        if (!entry.listed) {
            if (ranked.score > 0)
                ranked.score = std::min(ranked.score, is_named(entry) ? not_open_yet : not_open_and_not_meant);
            return ranked;
        }
        if (!entry.stops.empty()) judge_stops(ranked);
        if (entry.place) judge_place(ranked);
        if (entry.e_service || entry.service || entry.elsewhere) judge_errand(ranked);
        if (entry.contact) ranked.open = times_.now(entry);
        add_text(ranked);
        if (entry.kind == "activity" && entry.listed) judge_course(ranked);
        // What can be booked under the very name that was typed is meant.
        if (entry.kind == "booking" && entry.listed && is_called(entry)) ranked.score = std::max(ranked.score, offer_by_its_name);
        // "Boka tid" is what the page is called: no question that was answered before is meant.
        if (entry.kind == own_page_kind && intent_.topics.empty() && is_whole_name(entry)) ranked.score = own_page_by_its_name;
        if (ranked.score > 0 || intent_.words.empty()) add_wishes(ranked);
        return ranked;
    }

    /// "Medborgarkontoret" is a place; to book a time there is one of the things that are done with it.
    void put_errands_behind_named_place() {
        double least_of_named = 0;
        for (const auto& hit : hits_)
            if (hit.entry->place && hit.entry->listed && is_whole_name(*hit.entry))
                least_of_named = least_of_named == 0 ? hit.score : std::min(least_of_named, hit.score);
        for (auto& hit : hits_)
            if (least_of_named > 0 && hit.entry->e_service && !is_whole_name(*hit.entry))
                hit.score = std::min(hit.score, least_of_named - 1);
    }

    bool is_whole_name(const Entry& entry) const {
        const auto found = match(wanted_, entry);
        return found.coverage >= 0.99 && found.precision >= 0.99;
    }

    /// By its title, not by what people say for it.
    bool is_called(const Entry& entry) const {
        const auto found = match(wanted_, entry.names.front());
        return found.coverage >= 0.99 && found.precision >= 0.99;
    }

    void raise(Ranked& ranked, double score, Reason reason) {
        if (score <= ranked.score) return;
        ranked.score = score;
        ranked.reasons.insert(ranked.reasons.begin(), std::move(reason));
    }

    void judge_topic(Ranked& ranked) {
        const auto found = std::ranges::find(intent_.topics, ranked.entry->id);
        if (found == intent_.topics.end()) return;
        // It opens the list of the places that answer the topic: an empty list would be a dead end.
        const auto& listed_by = ranked.entry->topic->key;      // an own topic opens the list of its shared one
        const auto answers = [&](const auto& place) { return place.listed() && directory::answers_topic(place, listed_by); };
        if (std::ranges::none_of(catalogue_.snapshot->places, answers)) return;
        raise(ranked, topic_itself - static_cast<double>(found - intent_.topics.begin()), {ReasonKind::topic, *found});
    }

    /// A question that was answered before stands above all places where it holds the words that were asked, or is about the
    /// same and holds one of several; else behind what helps. A word for a kind of place asks for that place.
    void judge_answer(Ranked& ranked) {
        const auto& entry = *ranked.entry;
        const auto found = match(wanted_, entry);
        const Reason reason{ReasonKind::name, intent_.text};
        const auto shared = std::ranges::find_if(
            intent_.topics, [&](const auto& key) { return std::ranges::find(entry.topics, key) != entry.topics.end(); });
        const bool is_of_topic = shared != intent_.topics.end();
        const bool is_kind_alone = !intent_.place_kinds.empty() && wanted_.size() == 1;
        const bool is_asked = (found.coverage >= 0.99 && (found.precision >= 0.3 || !is_kind_alone)) ||
                              (found.coverage >= 0.6 && found.precision >= 0.5 && wanted_.size() > 1) ||
                              (found.coverage >= 0.2 && is_of_topic && wanted_.size() > 1);
        if (is_asked) raise(ranked, answered_before + 8 * found.coverage + 4 * found.precision, reason);
        else if (found.coverage >= 0.5) raise(ranked, 24 * found.coverage + 6 * found.precision, reason);
        if (is_of_topic) raise(ranked, answer_on_topic, {ReasonKind::topic, *shared});
        add_text(ranked);
    }

    void judge_name(Ranked& ranked) {
        const auto& entry = *ranked.entry;
        const auto found = match(wanted_, entry);
        const double whole = entry.place ? named_place : entry.contact ? named_contact : named_e_service;
        const Reason reason{ReasonKind::name, intent_.text};
        if (found.coverage >= 0.99) {
            raise(ranked, whole + 8 * found.precision, reason);
            // Who does just this is meant, and no place that shows how a device works; a kind of place is no name.
            if (entry.contact && entry.listed && intent_.place_kinds.empty())
                raise(ranked, body_by_its_name + 4 * found.precision, reason);
        } else if (found.coverage >= 0.7 && wanted_.size() == 1) {
            // Only a part of a longer word: behind those that do exactly this.
            raise(ranked, (entry.place ? 34 : 62) + 8 * found.precision, reason);
        } else if (found.coverage >= 0.5) {
            raise(ranked, 30 * found.coverage + 6 * found.precision, reason);
        }
        // The general words of a kind ("bibliotek") are judged as a kind, not as a name.
        if (entry.place && !intent_.place_kinds.empty() && wanted_.size() == 1 && entry.listed) {
            const bool of_kind = std::ranges::find(intent_.place_kinds, entry.place->kind) != intent_.place_kinds.end();
            if (of_kind) ranked.score = std::min(ranked.score, right_kind - 4 + 2 * found.precision);
        }
    }

    /// "Kurs", "datakurs", "en kurs i mobil": what is arranged stands before the places that help with the same.
    void judge_course(Ranked& ranked) {
        if (!asks_for_course()) return;
        const auto shared = std::ranges::find_if(intent_.topics, [&](const auto& key) {
            return std::ranges::find(ranked.entry->topics, key) != ranked.entry->topics.end();
        });
        if (shared != intent_.topics.end()) raise(ranked, course_asked_for, {ReasonKind::topic, *shared});
        else if (wanted_.size() == 1 || ranked.score > 0) raise(ranked, course_asked_for - 4, {ReasonKind::name, intent_.text});
    }

    bool asks_for_course() const {
        constexpr std::array<std::string_view, 10> ends{"kurs",   "kursen",  "kurser", "kurset",   "cirkel",
                                                        "course", "courses", "class",  "workshop", "دورة"};
        return std::ranges::any_of(wanted_, [&](const WantedWord& word) {
            return !word.folded.ends_with("konkurs") &&
                   std::ranges::any_of(ends, [&](std::string_view end) { return word.folded.ends_with(end); });
        });
    }

    /// A bus is found by where it stops, also beside its own name or a word for its kind: "bokbuss Ljustorp".
    void judge_stops(Ranked& ranked) {
        const auto& entry = *ranked.entry;
        auto wanted = wanted_;
        if (wanted.size() > 1)
            std::erase_if(wanted, [&](const WantedWord& word) {
                const auto named = [&](const Name& name) { return match(word, name) >= 1; };
                return std::ranges::any_of(entry.names, named) || is_of_kind(word);
            });
        if (wanted.empty() || (wanted_.size() == 1 && is_of_kind(wanted_.front()))) return;
        for (std::size_t at = 0; at < entry.stops.size(); ++at) {
            const auto found = match(wanted, entry.stops[at]);
            const Reason reason{ReasonKind::stop, entry.place->stops[at].id};
            if (found.coverage >= 0.99)
                raise(ranked, named_stop + 4 * found.precision, reason);
            else if (found.coverage >= 0.7)
                raise(ranked, part_of_stop + 8 * found.precision, reason);
        }
    }

    /// "Hållplats", "bibliotek": a word for a kind of place, which says nothing of where.
    bool is_of_kind(const WantedWord& wanted) const {
        return std::ranges::any_of(intent_.place_kinds, [&](const auto& key) {
            const auto* kind = taxonomy::find(taxonomy::List::place_kind, key);
            if (kind == nullptr) return false;
            return std::ranges::any_of(kind->words, [&](const auto& word) { return key_of(word) == wanted.key; });
        });
    }

    void judge_place(Ranked& ranked) {
        const auto& entry = *ranked.entry;
        const auto& place = *entry.place;
        const auto kind = std::ranges::find(intent_.place_kinds, place.kind);
        if (kind != intent_.place_kinds.end()) {
            const double smaller = place.kind == "library_branch" ? 3 : place.collective ? 1 : 0;
            raise(ranked, right_kind - smaller, {ReasonKind::place_kind, *kind});
        } else if (!place.stops.empty() && std::ranges::count(intent_.place_kinds, "mobile_library") > 0) {
            raise(ranked, right_kind - 2, {ReasonKind::place_kind, "mobile_library"});      // it stops, whatever it is
        }
        double later = 0;
        for (const auto& topic : intent_.topics) {
            auto found = coverage(entry, topic);
            if (found.points > 0) raise(ranked, found.points - later, std::move(found.reason));
            later += 2;
        }
        // No place is known to spare anybody the e-identification: that is said of e-services.
        if (intent_.words.empty() && intent_.wishes() && !intent_.without_e_id && serves_everyone(place)) {
            raise(ranked, any_place, {});
        }
        if (ranked.score > 0 && is_in_a_named_locality(entry)) ranked.score += in_the_locality;
        ranked.open = times_.now(entry);
        if (ranked.score > 0) add_openness(ranked);
    }

    /// Beside what is to be done there: a locality alone is a part of names and texts.
    bool is_in_a_named_locality(const Entry& entry) const {
        if (entry.locality.empty() || (wanted_.size() < 2 && intent_.topics.empty())) return false;
        return std::ranges::find(wanted_, entry.locality, &WantedWord::folded) != wanted_.end();
    }

    void judge_errand(Ranked& ranked) {
        const auto& entry = *ranked.entry;
        const auto shared = std::ranges::find_if(intent_.topics, [&](const auto& key) {
            return std::ranges::find(entry.topics, key) != entry.topics.end();
        });
        if (shared != intent_.topics.end()) {
            const bool stands_alone = !entry.service || entry.service->place.empty();
            const double points = entry.kind == "activity" ? activity_on_topic : stands_alone ? right_errand : 40;
            raise(ranked, points + 4 * match(wanted_, entry).coverage, {ReasonKind::topic, *shared});
        }
        if (undoes(entry.names.front())) ranked.score -= 6;
        // What stands at a place is found through the place, unless it was asked for by name.
        const bool is_at_place = (entry.service && !entry.service->place.empty()) ||
                                 (entry.elsewhere && !entry.elsewhere->place.empty());
        if (is_at_place) ranked.score = std::min(ranked.score, named_service_at_place);
        if (entry.service) ranked.open = times_.now(entry);
    }

    void add_openness(Ranked& ranked) {
        if (ranked.open.now == Openness::open) {
            ranked.score += 6;
        } else if (ranked.open.now == Openness::unknown) {
            ranked.score += 1;
        } else if (ranked.open.next_change) {
            ranked.score += 3;
        }
        if (ranked.entry->id == catalogue_.snapshot->fallback_place) ranked.score += 0.5;
    }

    void add_text(Ranked& ranked) {
        const auto found = text_.find(ranked.entry->kind + ":" + ranked.entry->id);
        if (found == text_.end()) return;
        if (ranked.score > 0) {
            ranked.score += 1.5 * found->second.score;
        } else if (!ranked.entry->place || serves_everyone(*ranked.entry->place)) {
            raise(ranked, text_only * found->second.score, {ReasonKind::text, found->second.word});
        }
    }

    void add_wishes(Ranked& ranked) {
        if (intent_.without_e_id && ranked.entry->e_service) wish_without_e_id(ranked, *ranked.entry->e_service);
        if (!ranked.entry->place) return;
        const auto& place = *ranked.entry->place;
        if (intent_.open_now) wish_open_now(ranked);
        if (intent_.time.any()) wish_open(ranked, place);
        if (intent_.drop_in) wish(ranked, place.drop_in, {ReasonKind::drop_in, ""});
    }

    /// Listed only where it is true.
    void wish_without_e_id(Ranked& ranked, const directory::EService& service) {
        const bool on_paper = service.paper_form == Answer::yes;
        if (service.e_id_required != Answer::no && !on_paper) {
            ranked.score = 0;
            return;
        }
        const Reason reason{ReasonKind::without_e_id, service.e_id_required == Answer::no ? "" : "paper"};
        if (intent_.words.empty()) raise(ranked, 50, reason);
        ranked.score += 6;
        ranked.reasons.push_back(reason);
    }

    bool asks_for_nothing_else() const { return intent_.words.empty() && intent_.place_kinds.empty(); }

    /// "Öppet" alone asks for opening hours as well; "öppet nu" has no use for what is closed.
    void wish_open_now(Ranked& ranked) {
        if (ranked.open.now == Openness::open) ranked.score += 12;
        if (ranked.open.now == Openness::closed) ranked.score -= 6;
        if (!intent_.only_now) return;
        if (ranked.open.now == Openness::unknown) ranked.reasons.push_back({ReasonKind::maybe_now, ""});
        if (ranked.open.now == Openness::closed && asks_for_nothing_else()) ranked.score = 0;
    }

    /// By the hours; where no hours are known, by what was stated in general.
    void wish_open(Ranked& ranked, const directory::Place& place) {
        const auto [open, staffed, days] = times_.as_wished(place);
        const auto& time = intent_.time;
        if (open == Openness::unknown && time.tonight && place.evening == Answer::yes) {
            ranked.score += 6;
            ranked.reasons.push_back({ReasonKind::maybe_tonight, ""});
            return;
        }
        ranked.staffed = staffed;
        auto answer = open == Openness::open ? Answer::yes : open == Openness::closed ? Answer::no : Answer::unknown;
        if (open == Openness::unknown && time.evening) answer = place.evening;
        if (open == Openness::unknown && time.weekend) answer = place.weekend;
        if (time.dates.size() > 1 && days.empty() && answer == Answer::yes) answer = Answer::unknown;    // which of them
        wish(ranked, answer, open_reason(days));
        // Who names a place asks about that place, not which other one is open.
        if (answer != Answer::yes && is_named(*ranked.entry)) ranked.score += answer == Answer::no ? 22 : 12;
        if (asks_for_nothing_else() && answer != Answer::yes) ranked.score = 0;
    }

    bool is_named(const Entry& entry) const {
        const bool only_kind = !intent_.place_kinds.empty() && wanted_.size() == 1;
        return !wanted_.empty() && !only_kind && match(wanted_, entry).coverage >= 0.99;
    }

    Reason open_reason(const std::vector<base::Date>& days) const {
        const auto& time = intent_.time;
        if (!time.dates.empty()) return {ReasonKind::date, dates_key(days.empty() ? time.dates : days)};
        for (std::size_t day = 0; day < time.weekdays.size(); ++day) {
            if (time.weekdays.test(day)) return {ReasonKind::weekday, std::to_string(day)};
        }
        if (time.weekend) return {ReasonKind::weekend, ""};
        if (time.tomorrow) return {ReasonKind::tomorrow, ""};
        if (time.today && !time.evening) return {ReasonKind::today, ""};
        if (time.hours) return {ReasonKind::hours, ""};
        return {time.tonight ? ReasonKind::tonight : ReasonKind::evening, ""};
    }

    void wish(Ranked& ranked, Answer answer, Reason reason) {
        if (answer == Answer::yes) {
            ranked.score += 12;
            ranked.reasons.push_back(std::move(reason));
        } else if (answer == Answer::no) {
            ranked.score -= 10;
        }
    }

    const Catalogue& catalogue_;
    const Intent& intent_;
    const TextHits& text_;
    const OpeningTimes& times_;
    std::vector<WantedWord> wanted_;
    std::vector<Ranked> hits_;
};

}  // namespace

std::vector<Ranked> rank(const Catalogue& catalogue, const Intent& intent, const TextHits& text, const OpeningTimes& times) {
    return Ranking(catalogue, intent, text, times).run();
}

}  // namespace digilots::referral
