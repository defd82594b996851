#include "platform/register/promised.h"

#include "platform/base/time.h"

namespace digilots::register_ {

namespace {

class StateOfPromised final : public ReadOnly {
public:
    StateOfPromised(const base::Clock& clock, StateWords words) : clock_(clock), words_(std::move(words)) {}

    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        auto state = record.text(field.name);
        const auto promised = record.text("promised_at");
        if (state == waiting && promised < now(0)) state = "late";
        else if (state == waiting && promised < now(1)) state = "soon";
        const auto choices = filter_choices(field, around);
        const auto* choice = find_choice(choices, state);
        return choice ? Shown{{choice->label}} : Shown{};
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        std::vector<Choice> choices{{std::string(waiting), around.t(words_.waits)},
                                    {"soon", around.t(words_.soon)},
                                    {"late", around.t(words_.late)}};
        for (const auto& done : words_.done) choices.push_back({std::string(done.key), around.t(done.label)});
        return choices;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        const std::string column(field.name), waits(waiting);
        if (chosen == "late") return {column + " = ? AND promised_at < ?", {waits, now(0)}};
        if (chosen == "soon") return {column + " = ? AND promised_at >= ? AND promised_at < ?", {waits, now(0), now(1)}};
        return {column + " = ?", {std::string(chosen)}};
    }

private:
    std::string now(int spans) const { return base::format_utc(clock_.now() + spans * soon_within); }

    const base::Clock& clock_;
    StateWords words_;
};

class PromiseType final : public ReadOnly {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {"promised_at", Storage::text}};
    }
    /// Where it stands in line changes with its state.
    std::vector<Column> told(const Field&) const override { return {{"promised_at", Storage::text}}; }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text("promised_at"));
        return at ? Shown{{promise_words(*at, around.zone, *around.words)}} : Shown{};
    }
};

class TriesType final : public ReadOnly {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::whole}, {"tried_at", Storage::text}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto number = record.whole(field.name).value_or(0);
        const auto at = base::parse_utc(record.text("tried_at"));
        if (number == 0 || !at) return {};
        const auto last = around.words->date_time(*at, around.zone);
        return {{around.words->tn("{n} try without an answer, the last on {time}",
                                  "{n} tries without an answer, the last on {time}", number, {{"time", last}})}};
    }
};

}  // namespace

Field tries(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<TriesType>()}; }

void count_try(Record& record, base::Instant now) {
    record.columns["tries"] = record.whole("tries").value_or(0) + 1;
    record.columns["tried_at"] = base::format_utc(now);
}

Field promise(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<PromiseType>()}; }
Field state_of_promised(std::string_view name, i18n::Text title, const base::Clock& clock, StateWords words) {
    return {name, title, std::make_shared<StateOfPromised>(clock, std::move(words))};
}

std::string place_in_line(std::string_view state, std::string_view promised_at, base::Instant done) {
    if (state == waiting) return std::string(promised_at);
    constexpr std::int64_t far = 999'999'999'999;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(done.time_since_epoch()).count();
    return "9" + std::to_string(far - seconds);
}

std::string promise_words(base::Instant promised_at, std::string_view zone, const i18n::Translator& words) {
    const auto civil = base::to_civil(promised_at, zone);
    const bool is_end_of_day = civil.hour == 23 && civil.minute == 59;
    return is_end_of_day ? words.date(civil.date) : words.date_time(promised_at, zone);
}

}  // namespace digilots::register_
