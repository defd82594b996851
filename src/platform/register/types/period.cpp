#include "platform/base/ensure.h"
#include "platform/register/types.h"
#include "platform/register/types/days.h"

namespace digilots::register_ {

namespace {

constexpr i18n::Text ends_before = TEXT("The last day comes before the first.");
constexpr i18n::Text ahead = TEXT("Later"), running = TEXT("Now"), over = TEXT("Over");

class PeriodType final : public FieldType {
public:
    explicit PeriodType(std::string_view last_day) : last_(last_day) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {last_, Storage::text}};
    }
    std::vector<std::string> inputs(const Field& field) const override {
        return {std::string(field.name), last_};
    }
    std::string table_heading(const Field& field, std::size_t input,
                              const Surroundings& around) const override {
        const i18n::Text heading = input == 0 ? TEXT("{what}: first day") : TEXT("{what}: last day");
        return around.words->t(heading, {{"what", around.t(field.title)}});
    }

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto first = read_day(field, field.name, draft, problems);
        const auto last = read_day(field, last_, draft, problems);
        if (!first.empty() && !last.empty() && last < first) add_problem(field, last_, ends_before, problems);
        into.columns[std::string(field.name)] = first;
        into.columns[last_] = last;
    }
    void write(const Field& field, const Record& record, const Surroundings&, Draft& into) const override {
        into[std::string(field.name)] = {record.text(field.name)};
        into[last_] = {record.text(last_)};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto first = control_of(field, draft, around);
        auto last = first;
        first.label = table_heading(field, 0, around);
        last.name = last_;
        last.label = table_heading(field, 1, around);
        last.value = typed(draft, last_);
        last.hint = "";
        last.optional = true;
        first.type = last.type = "date";
        return {{Control::line, std::move(first)}, {Control::line, std::move(last)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto first = record.date(field.name), last = record.date(last_);
        const auto& words = *around.words;
        if (first && last)
            return {{words.t(TEXT("{first} to {last}"),
                             {{"first", words.date(*first)}, {"last", words.date(*last)}})}};
        if (first) return {{words.t(TEXT("from {first}"), {{"first", words.date(*first)}})}};
        if (last) return {{words.t(TEXT("until {last}"), {{"last", words.date(*last)}})}};
        return {};
    }

    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return {{"now", around.t(running)}, {"later", around.t(ahead)}, {"over", around.t(over)}};
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings& around) const override {
        const std::string first(field.name), today = base::format_date(around.today);
        if (chosen == "later") return {first + " > ?", {today}};
        if (chosen == "over") return {last_ + " <> '' AND " + last_ + " < ?", {today}};
        return {first + " <= ? AND (" + last_ + " = '' OR " + last_ + " >= ?)", {today, today}};
    }
    void json(const Field& field, const Record& record, base::JsonWriter& out) const override {
        FieldType::json(field, record, out);
        out.key(last_);
        record.text(last_).empty() ? out.null() : out.value(record.text(last_));
    }

private:
    std::string last_;
};

}  // namespace

Field period(std::string_view first_day, std::string_view last_day, i18n::Text title) {
    return {first_day, title, std::make_shared<PeriodType>(last_day)};
}

}  // namespace digilots::register_
