#include "questions/question_fields.h"

#include "platform/base/time.h"
#include "questions/registers.h"

namespace digilots::questions {

namespace {

using namespace register_;

/// What no form asks and no table brings in.
class ReadOnly : public FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override { return {}; }
    void read(const Field& field, const Draft&, const Surroundings&, Record& into, Problems&) const override {
        for (const auto& column : columns(field)) into.columns.try_emplace(column.name, std::string());
    }
    void write(const Field&, const Record&, const Surroundings&, Draft&) const override {}
    std::vector<FormPart> form(const Field&, const Draft&, const Surroundings&) const override { return {}; }
};

class ReadText final : public ReadOnly {
public:
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        return {record.list(field.name)};
    }
};

class ReadTerm final : public ReadOnly {
public:
    explicit ReadTerm(std::vector<FixedTerm> terms) : terms_(std::move(terms)) {}

    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto value = record.text(field.name);
        for (const auto& term : terms_)
            if (term.key == value) return {{around.t(term.label)}};
        return {};
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        std::vector<Choice> choices;
        for (const auto& term : terms_) choices.push_back({std::string(term.key), around.t(term.label)});
        return choices;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        return {std::string(field.name) + " = ?", {std::string(chosen)}};
    }

private:
    std::vector<FixedTerm> terms_;
};

class ReadMoment final : public ReadOnly {
public:
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text(field.name));
        return at ? Shown{{around.words->date_time(*at, around.zone)}} : Shown{};
    }
};

class StateOfQuestion final : public ReadOnly {
public:
    explicit StateOfQuestion(const base::Clock& clock) : clock_(clock) {}

    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        auto state = record.text(field.name);
        const auto promised = record.text("promised_at");
        if (state == "waiting" && promised < now(0)) state = "late";
        else if (state == "waiting" && promised < now(1)) state = "soon";
        const auto choices = filter_choices(field, around);
        const auto* choice = find_choice(choices, state);
        return choice ? Shown{{choice->label}} : Shown{};
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return {{"waiting", around.t(TEXT("Waits for an answer"))},
                {"soon", around.t(TEXT("Waits, and is to be answered soon"))},
                {"late", around.t(TEXT("Late: the promise is broken"))},
                {"answered", around.t(TEXT("Answered"))},
                {"closed", around.t(TEXT("Closed"))}};
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        const std::string column(field.name);
        if (chosen == "late") return {column + " = ? AND promised_at < ?", {std::string("waiting"), now(0)}};
        if (chosen == "soon")
            return {column + " = ? AND promised_at >= ? AND promised_at < ?", {std::string("waiting"), now(0), now(1)}};
        return {column + " = ?", {std::string(chosen)}};
    }

private:
    std::string now(int spans) const { return base::format_utc(clock_.now() + spans * soon_within); }

    const base::Clock& clock_;
};

class PromiseOfQuestion final : public ReadOnly {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {"promised_at", Storage::text}};
    }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text("promised_at"));
        return at ? Shown{{promise_words(*at, around.zone, *around.words)}} : Shown{};
    }
};

class AnsweredType final : public ReadOnly {
public:
    explicit AnsweredType(std::function<std::string(std::string_view)> name_of) : name_of_(std::move(name_of)) {}

    std::vector<Column> columns(const Field&) const override {
        return {{"answered_at", Storage::text}, {"answered_by", Storage::text}};
    }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text("answered_at"));
        if (!at) return {};
        const auto by = record.text("answered_by"), who = by.empty() || !name_of_ ? "" : name_of_(by);
        const auto when = around.words->date_time(*at, around.zone);
        return {{who.empty() ? when : when + ", " + who}};
    }

private:
    std::function<std::string(std::string_view)> name_of_;
};

}  // namespace

Field read_text(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<ReadText>()}; }
Field read_term(std::string_view name, i18n::Text title, std::vector<FixedTerm> terms) {
    return {name, title, std::make_shared<ReadTerm>(std::move(terms))};
}
Field read_moment(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<ReadMoment>()}; }
Field state_of_question(std::string_view name, i18n::Text title, const base::Clock& clock) {
    return {name, title, std::make_shared<StateOfQuestion>(clock)};
}
Field promise_of_question(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<PromiseOfQuestion>()};
}
Field answered(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of) {
    return {name, title, std::make_shared<AnsweredType>(std::move(name_of))};
}

}  // namespace digilots::questions
