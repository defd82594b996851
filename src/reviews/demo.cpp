// A made-up meeting with three improvements: one done, one in work, one late.
#include <array>

#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "reviews/implementation.h"

namespace digilots::reviews {

namespace {

struct MadeUp {
    const char *title, *why, *status, *effect;
    int days;  // until it is to be done
};

constexpr std::array swedish{
    MadeUp{"Skylt vid entrén: hjälp med BankID på tisdagar", "Många kommer på fel dag.", "done",
           "Färre kommer förgäves.", -20},
    MadeUp{"Kortare blankett för bostadstillägg", "Frågan kommer varje dag, och mest om samma ruta.",
           "in_work", "", 40},
    MadeUp{"Lånedator även på landet", "Bussen kan inte skriva ut.", "decided", "", -3}};
constexpr std::array norwegian{
    MadeUp{"Skilt ved inngangen: hjelp med BankID på tirsdager", "Mange kommer på feil dag.", "done",
           "Færre kommer forgjeves.", -20},
    MadeUp{"Kortere skjema for bostøtte", "Spørsmålet kommer hver dag, og mest om samme felt.", "in_work", "",
           40},
    MadeUp{"Lånemaskin også i grendene", "Bussen kan ikke skrive ut.", "decided", "", -3}};

std::string add(register_::Records& records, const register_::Surroundings& around,
                const register_::Draft& draft, const std::string& account) {
    const auto added = records.add(around, draft, account);
    ENSURE(added.has_value());
    return added->id;
}

/// The first two units look at their log every third and every sixth month.
void set_rhythms(const Reviews::Implementation& self, const std::string& municipality, const std::string& account) {
    auto& units = self.neighbours.organisation.unit_records();
    const auto around = units.around(municipality);
    constexpr int quarter = 3, half_a_year = 6;
    int months = quarter;
    for (const auto& unit : units.all(municipality)) {
        if (months > half_a_year) return;
        auto draft = units.draft_of(unit, around);
        draft["review_months"] = {std::to_string(months)};
        ENSURE(units.change(around, unit.id, draft, account, base::Seen::anything()).has_value());
        months += quarter;
    }
}

}  // namespace

void load_demo(Reviews& reviews, const Demo& demo) {
    auto& self = Inside::of(reviews);
    for (const auto& id : demo.complete) {
        auto around = self.around(id);
        if (!self.neighbours.municipalities.is_active(id) || self.reviews.list(around, {}, 1, 0).found > 0)
            continue;
        const auto account = demo.account ? demo.account(id, http::Role::editor) : "";
        set_rhythms(self, id, account);
        const bool is_norwegian = around.language == "nb";
        const auto held = base::add_days(around.today, -30);
        const auto review = add(
            self.reviews, around,
            {{"title", {is_norwegian ? "Gjennomgang av høsten" : "Genomgång av hösten"}},
             {"held_on", {base::format_date(held)}},
             {"findings",
              {is_norwegian
                   ? "BankID og utskrift står for halvparten av henvendelsene. Mange kommer uten avtale."
                   : "BankID och utskrift står för hälften av frågorna. Många kommer utan att ha bokat."}},
             {"decided",
              {is_norwegian ? "Tre forbedringer, ny gjennomgang om et kvartal."
                            : "Tre förbättringar, ny genomgång om ett kvartal."}}},
            account);
        const auto functions =
            self.neighbours.organisation.held_by(id, demo.account ? demo.account(id, http::Role::guide) : "");
        for (const auto& one : is_norwegian ? norwegian : swedish)
            add(self.improvements, around,
                {{"title", {one.title}},
                 {"why", {one.why}},
                 {"status", {one.status}},
                 {"due", {base::format_date(base::add_days(around.today, one.days))}},
                 {"function", {functions.empty() ? "" : functions.front().id}},
                 {"effect", {one.effect}},
                 {"review", {review}}},
                account);
    }
}

}  // namespace digilots::reviews
