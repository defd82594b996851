#include <algorithm>

#include "counts/implementation.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/personal/personal_data.h"
#include "platform/register/read_only.h"
#include "platform/register/through.h"

namespace digilots::counts {

namespace {

using namespace register_;

/// Later ones first, in the order of texts; of those that end alike the shorter.
std::string newest_first(const periods::Period& period) {
    constexpr int far = 99'999'999;
    const auto digits = [](base::Date day) {
        return static_cast<int>(day.year()) * 10'000 +
               static_cast<int>(static_cast<unsigned>(day.month())) * 100 +
               static_cast<int>(static_cast<unsigned>(day.day()));
    };
    return std::to_string(far - digits(period.to)) + "-" + std::to_string(far - digits(period.from));
}

/// "2026-w47" and "2026-W47" are the same.
std::string as_in_addresses(std::string written) {
    std::ranges::replace(written, 'w', 'W');
    return written;
}

/// A day, a week, a month or a year, written as in addresses.
class CountedPeriod final : public FieldType {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text},
                {"period", Storage::text},
                {"first_day", Storage::text},
                {"last_day", Storage::text}};
    }
    std::vector<std::string> inputs(const Field&) const override { return {"period"}; }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        for (const auto& column : columns(field)) into.columns.try_emplace(column.name, std::string());
        const auto written = base::fold(read_line(field, "period", draft, 20, problems));
        if (written.empty()) {
            for (const auto& column : columns(field)) into.columns[column.name] = std::string();
            return;
        }
        const auto period = counted_period(as_in_addresses(written));
        if (!period) return add_problem(field, "period", wrong_period, problems);
        if (period->from > around.today)
            return add_problem(field, "period", TEXT("The period is still to come."), problems);
        put_period(into, *period);
    }
    void write(const Field&, const Record& record, const Surroundings&, Draft& into) const override {
        into["period"] = {record.text("period")};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.name = "period";
        control.value = std::string(typed(draft, "period"));
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        const auto period = counted_period(record.text("period"));
        return period ? Shown{{periods::name_of(*period, *around.words)}} : Shown{};
    }
    tables::Cell cell(const Field&, std::size_t, const Record& record, const Surroundings&) const override {
        return record.text("period");
    }
    void json(const Field&, const Record& record, base::JsonWriter& out) const override {
        out.member("period", record.text("period"));
    }

private:
    static constexpr i18n::Text wrong_period =
        TEXT("Write a day as 2026-11-22, a week as 2026-W47, a month as 2026-11 or a year as 2026.");
};

/// Source, place and period in one column, so that no two can be alike.
class SameAs final : public ReadOnly {
public:
    void read(const Field& field, const Draft&, const Surroundings&, Record& into, Problems&) const override {
        into.columns[std::string(field.name)] =
            same_of(into.text("kind"), into.text("place"), into.text("period"));
    }
    Shown show(const Field&, const Record&, const Surroundings&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}
};

std::vector<FixedTerm> terms_of_sources() {
    std::vector<FixedTerm> terms;
    for (const auto& source : sources()) terms.push_back({source.key, source.label});
    return terms;
}

void check_count(const Checked& checked, Problems& problems) {
    if (personal::find_personal_data(checked.record.text("note")) != personal::PersonalData::none)
        problems.push_back({"note", TEXT("Remove the number or address: nothing here tells of a person.")});
}

std::vector<Field> fields_of_count() {
    return {
        term("kind", TEXT("What was counted"), fixed_terms(terms_of_sources())).required().listed().filter(),
        link("place", TEXT("Place"), "directory.place")
            .listed()
            .filter()
            .when_none(TEXT("The whole municipality"))
            .hint(TEXT("Without a place: a number that is of no single place. Not the sum of places: they "
                       "are summed here.")),
        unit_through({{"place", "directory.unit_of_place"}}),
        Field{"newest", TEXT("Period"), std::make_shared<CountedPeriod>()}.required().listed().sorted().hint(
            TEXT("A day as 2026-11-22, a week as 2026-W47, a month as 2026-11 or a year as 2026.")),
        whole_number("number", TEXT("How many"), 0, most_in_number).required().listed(),
        text("note", TEXT("Note"), 300)
            .hint(TEXT("Such as which system it comes from, or days that are missing.")),
        read_term("made", TEXT("Came by"),
                  {{"program", TEXT("A program")}, {"tap", TEXT("The page for visitors")}}),
        Field{"same", {}, std::make_shared<SameAs>()}.unique(already_there)};
}

}  // namespace

const std::vector<Source>& sources() {
    using enum Source::Says;
    static const std::vector<Source> all{
        {"visitors", TEXT("Visitors"), visitors},
        {"first_time", TEXT("Visitors who were never here before"), first_times},
        {"calls_answered", TEXT("Calls answered by the switchboard"), contacts},
        {"calls_lost", TEXT("Calls lost by the switchboard"), lost_calls},
        {"e_mails", TEXT("E-mails"), contacts},
        {"letters", TEXT("Letters"), contacts},
        {"chats", TEXT("Chats"), contacts},
        {"social_media", TEXT("Messages in social media"), contacts},
        {"e_service_cases", TEXT("Cases by e-services"), contacts},
        {"desk_contacts", TEXT("Contacts at desks, counted in another system"), contacts},
        {"web_visits", TEXT("Visits on the web"), web_visits},
        {"web_from_search", TEXT("Web visits from a search engine"), web_sources},
        {"web_from_social_media", TEXT("Web visits from social media"), web_sources},
        {"web_from_own_site", TEXT("Web visits from the municipality’s own pages"), web_sources},
        {"web_from_others", TEXT("Web visits from other sites"), web_sources},
        {"web_from_letters", TEXT("Web visits from letters, newsletters and codes on paper"), web_sources},
        {"web_typed", TEXT("Web visits by a typed address"), web_sources},
    };
    return all;
}

const Source* find_source(std::string_view key) {
    for (const auto& source : sources())
        if (source.key == key) return &source;
    return nullptr;
}

std::optional<periods::Period> counted_period(std::string_view key) {
    using enum periods::Kind;
    const auto period = periods::read(key);
    if (!period) return std::nullopt;
    const auto kind = periods::kind_of(*period);
    const bool is_one = kind == day || kind == week || kind == month || kind == year;
    return is_one ? period : std::nullopt;
}

void put_period(register_::Record& record, const periods::Period& period) {
    record.columns["period"] = periods::key_of(period);
    record.columns["first_day"] = base::format_date(period.from);
    record.columns["last_day"] = base::format_date(period.to);
    record.columns["newest"] = newest_first(period);
}

std::string same_of(std::string_view source, std::string_view place, std::string_view period) {
    if (source.empty() || period.empty()) return "";
    return std::string(source) + "|" + std::string(place) + "|" + std::string(period);
}

register_::Register count_register() {
    return {.key = "count",
            .table = "counts_count",
            .names = {TEXT("Numbers of other sources"), TEXT("Number of another source")},
            .see = http::Role::guide,
            .change = http::Role::guide,
            .path = "/staff/counts",
            .above = {{TEXT("Sheets and visitors"), "/staff/counts/sheet"}},
            .fields = fields_of_count(),
            .rules = check_count,
            .endings = Endings::none,
            .remove = http::Role::coordinator,
            .words = {
                .about = TEXT(
                    "What other systems and door counters say: calls, visitors, cases, visits on the web. It "
                    "stands in "
                    "statistics apart from the questions log. A year may stand beside its months: no day is "
                    "summed twice."),
                .caption = TEXT("Numbers, the latest period first"),
                .empty = TEXT("No numbers yet. Add one, or take in a table of them."),
                .add = TEXT("Add a number"),
                .added = TEXT("The number is added."),
                .saved = TEXT("The number is saved.")}};
}

}  // namespace digilots::counts
