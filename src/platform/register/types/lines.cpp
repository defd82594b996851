#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr i18n::Text too_many_lines = TEXT("Write at most {n} lines. Now there are {lines}.");
constexpr i18n::Text too_long_line = TEXT("Write at most {n} characters on a line.");

class LinesType final : public FieldType {
public:
    explicit LinesType(LinesLimits limits) : limits_(limits) {}

    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        std::vector<std::string> kept;
        const auto given = typed(draft, field.name);
        const std::size_t most_bytes = limits_.lines * (limits_.characters * 4 + 2);
        const auto text = cleaned(given.substr(0, 2 * most_bytes));
        for (const auto line : base::split(text, '\n'))
            if (const auto word = base::trim(line); !word.empty()) kept.emplace_back(word);
        const bool is_long = std::ranges::any_of(
            kept, [this](const std::string& line) { return base::length(line) > limits_.characters; });
        const bool is_too_much = given.size() > 2 * most_bytes || is_long || kept.size() > limits_.lines;
        if (is_too_much && limits_.wrong.id[0]) {
            add_problem(field, field.name, limits_.wrong, problems);
        } else if (kept.size() > limits_.lines) {
            problems.push_back({.input = std::string(field.name),
                                .in_words = around.words->t(too_many_lines,
                                                        {{"n", std::to_string(limits_.lines)},
                                                         {"lines", std::to_string(kept.size())}})});
        } else if (is_too_much) {
            add_problem(field, field.name, too_long_line, problems,
                        static_cast<std::int64_t>(limits_.characters));
        }
        into.columns[std::string(field.name)] = joined_list(kept);
    }

    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        std::string all;
        for (const auto& line : record.list(field.name)) all += (all.empty() ? "" : "\n") + line;
        into[std::string(field.name)] = {std::move(all)};
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return {{std::string(field.name), base::joined(record.list(field.name), "\n")}};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        return {{Control::area, control_of(field, draft, around)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        return {record.list(field.name)};
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        out.key(field.name).begin_array();
        for (const auto& line : record.list(field.name)) out.value(line);
        out.end_array();
    }

private:
    LinesLimits limits_;
};

}  // namespace

Field lines(std::string_view name, i18n::Text title, LinesLimits limits) {
    return {name, title, std::make_shared<LinesType>(limits)};
}

}  // namespace digilots::register_
