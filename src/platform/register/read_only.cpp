#include "platform/register/read_only.h"

#include "platform/base/time.h"

namespace digilots::register_ {

namespace {

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

}  // namespace

void ReadOnly::read(const Field& field, const Draft&, const Surroundings&, Record& into, Problems&) const {
    for (const auto& column : columns(field)) into.columns.try_emplace(column.name, value_of_text(column.storage, ""));
}

Field read_text(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<ReadText>()}; }
Field read_term(std::string_view name, i18n::Text title, std::vector<FixedTerm> terms) {
    return {name, title, std::make_shared<ReadTerm>(std::move(terms))};
}
Field read_moment(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<ReadMoment>()}; }

}  // namespace digilots::register_
