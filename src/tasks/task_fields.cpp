#include "tasks/task_fields.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/said_in_json.h"
#include "tasks/sentences.h"

namespace digilots::tasks {

namespace {

using namespace register_;

constexpr std::size_t longest_title = 200, longest_why = 2000;
constexpr std::string_view by_hand = "-", tasks_path = "/staff/tasks/";

std::string sentence_column(const Field& field) { return std::string(field.name) + "_said"; }
std::string path_of(const Surroundings& around, const std::string& path) {
    return path.empty() || around.slug.empty() ? "" : "/" + around.slug + path;
}

/// What a duty says in words of its own, or somebody wrote.
class SentenceType : public FieldType, public SaidInJson {
public:
    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {sentence_column(field), Storage::text}};
    }
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into, Problems& problems) const override {
        into.columns.try_emplace(sentence_column(field), std::string());
        if (into.text(sentence_column(field)).empty()) into.columns[std::string(field.name)] = typed_text(field, draft, problems);
    }
    /// What a duty says is no one's typing.
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return record.text(sentence_column(field)).empty() ? its_text(field, record) : std::vector<FreeText>{};
    }
    void write(const Field& field, const Record& record, const Surroundings& around, Draft& into) const override {
        into[std::string(field.name)] = {base::joined(show(field, record, around).lines, "\n")};
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        if (around.record && !around.record->text(sentence_column(field)).empty()) return {};
        return {{control(), control_of(field, draft, around)}};
    }
    /// In the municipality's own language, as what it names and its days are.
    void json_said(const Field& field, const Record& record, const Surroundings& around, base::JsonWriter& out) const override {
        const auto lines = show(field, record, {.municipality_id = "", .words = &i18n::translator(around.language)}).lines;
        out.key(field.name);
        if (lines.empty()) out.null();
        else out.value(base::joined(lines, "\n"));
    }

private:
    virtual std::string typed_text(const Field& field, const Draft& draft, Problems& problems) const = 0;
    virtual Control control() const = 0;
};

class TitleType final : public SentenceType {
public:
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto name = record.text(field.name), sentence = record.text(sentence_column(field));
        if (!sentence.empty()) return {{words_of(sentence, {{"name", name}}, *around.words)}};
        return name.empty() ? Shown{} : Shown{{name}};
    }

private:
    std::string typed_text(const Field& field, const Draft& draft, Problems& problems) const override {
        return read_line(field, field.name, draft, longest_title, problems);
    }
    Control control() const override { return Control::line; }
};

class WhyType final : public SentenceType {
public:
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto sentence = record.text(sentence_column(field));
        return {sentence.empty() ? record.list(field.name) : words_of_stored(sentence, *around.words)};
    }
    /// With its empty lines: it comes back from a table as it was typed.
    tables::Cell cell(const Field& field, std::size_t input, const Record& record, const Surroundings& around) const override {
        return record.text(sentence_column(field)).empty() ? tables::Cell(record.text(field.name))
                                                           : FieldType::cell(field, input, record, around);
    }

private:
    std::string typed_text(const Field& field, const Draft& draft, Problems& problems) const override {
        return read_area(field, field.name, draft, longest_why, problems);
    }
    Control control() const override { return Control::area; }
};

/// What no form asks.
class ReadType : public FieldType {
public:
    std::vector<std::string> inputs(const Field&) const override { return {}; }
    void read(const Field& field, const Draft&, const Surroundings&, Record& into, Problems&) const override {
        for (const auto& column : columns(field)) into.columns.try_emplace(column.name, first());
    }
    void write(const Field&, const Record&, const Surroundings&, Draft&) const override {}
    std::vector<FormPart> form(const Field&, const Draft&, const Surroundings&) const override { return {}; }

private:
    virtual std::string first() const { return ""; }
};

class StateType final : public ReadType {
public:
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto state = record.text(field.name), due = record.text("due");
        const bool is_overdue = state == "open" && !due.empty() && due < base::format_date(around.today);
        const auto choices = filter_choices(field, around);
        const auto* choice = find_choice(choices, is_overdue ? "overdue" : state);
        return choice ? Shown{{choice->label}} : Shown{};
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        return {{"open", around.t(TEXT("To be done"))},
                {"overdue", around.t(TEXT("Overdue"))},
                {"done", around.t(TEXT("Done"))},
                {"gone", around.t(TEXT("Not needed any more"))}};
    }
    Condition where(const Field&, std::string_view chosen, const Surroundings& around) const override {
        if (chosen != "overdue") return {"state = ?", {std::string(chosen)}};
        return {"state = ? AND due <> ? AND due < ?", {std::string("open"), std::string(), base::format_date(around.today)}};
    }

private:
    std::string first() const override { return "open"; }
};

class OriginType final : public ReadType {
public:
    explicit OriginType(const Known& known) : known_(known) {}

    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto key = record.text(field.name);
        if (key.empty()) return {{around.t(TEXT("Written by hand"))}};
        const auto* duty = known_.duty(key);
        return {{around.t(duty ? duty->title : TEXT("No longer in the list"))}};
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override {
        std::vector<Choice> choices{{std::string(by_hand), around.t(TEXT("Written by hand"))}};
        for (const auto& duty : known_.duties) choices.push_back({duty.key, around.t(duty.title)});
        return choices;
    }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        return {std::string(field.name) + " = ?", {chosen == by_hand ? std::string() : std::string(chosen)}};
    }

private:
    const Known& known_;
};

class AboutType final : public FieldType {
public:
    explicit AboutType(const Known& known) : known_(known) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {"path", Storage::text}};
    }
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        into.columns.try_emplace("path", std::string());
        const std::string before = into.text(field.name), wanted(typed(draft, field.name));
        into.columns[std::string(field.name)] = before;
        if (wanted == before || !into.text("duty").empty()) return;
        const auto about = wanted.empty() ? std::nullopt : known_.about(wanted, around.municipality_id, *around.words);
        if (!wanted.empty() && !about)
            return add_problem(field, field.name, TEXT("What you chose is there no more. Choose again."), problems);
        into.columns[std::string(field.name)] = wanted;
        into.columns["path"] = about ? about->path : std::string();
    }
    std::vector<std::string> cells(const Field&) const override { return {}; }
    /// Only what the address names, or stands there: nobody looks through all records of a municipality in one list.
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        const auto about = known_.about(control.value, around.municipality_id, *around.words);
        if (!about || (around.record && !around.record->text("duty").empty())) return {};
        control.options = {{"", around.t(TEXT("None")), false}, {control.value, about->name, true}};
        return {{Control::choice, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto about = known_.about(record.text(field.name), around.municipality_id, *around.words);
        const auto path = record.id.empty() ? record.text("path") : std::string(tasks_path) + record.id + "/about";
        if (!about && record.text("path").empty()) return {};
        if (!about) return path.empty() ? Shown{} : Shown{{around.t(TEXT("The page where it is done"))}, path_of(around, path)};
        return {{about->name}, path_of(around, path.empty() ? about->path : path)};
    }

private:
    const Known& known_;
};

class OutcomeType final : public ReadType {
public:
    explicit OutcomeType(std::function<std::string(std::string_view)> name_of) : name_of_(std::move(name_of)) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text},
                {sentence_column(field), Storage::text},
                {"done_at", Storage::text},
                {"done_by", Storage::text}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        Shown shown{record.list(field.name)};
        for (auto& sentence : words_of_stored(record.text(sentence_column(field)), *around.words))
            shown.lines.push_back(std::move(sentence));
        const auto at = base::parse_utc(record.text("done_at"));
        if (!at) return shown;
        const auto by = record.text("done_by"), who = by.empty() || !name_of_ ? "" : name_of_(by);
        const auto when = around.words->date_time(*at, around.zone);
        shown.lines.push_back(who.empty() ? when : when + ", " + who);
        return shown;
    }

private:
    std::function<std::string(std::string_view)> name_of_;
};

}  // namespace

const DutyKind* Known::duty(std::string_view key) const { return base::find_in(duties, key, &DutyKind::key); }

std::optional<Known::About> Known::about(std::string_view record, std::string_view municipality_id,
                                         const i18n::Translator& words) const {
    const auto colon = record.find(':');
    if (colon == std::string_view::npos || record.size() > 250) return std::nullopt;
    const auto kind = record.substr(0, colon), id = record.substr(colon + 1);
    for (const auto& trail : trails) {
        const auto* known = base::find_in(trail.records, kind, &audit::RecordWords::kind);
        if (!known || known->folder.empty()) continue;
        const auto name = known->name_of ? known->name_of(municipality_id, id, words) : std::string(id);
        if (name.empty()) return std::nullopt;
        return About{known->name_of ? name : words.t(known->words) + " " + name, known->folder + std::string(id)};
    }
    return std::nullopt;
}

Field title_field(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<TitleType>()}; }
Field why_field(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<WhyType>()}; }
Field state_field(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<StateType>()}; }
Field origin_field(std::string_view name, i18n::Text title, const Known& known) {
    return {name, title, std::make_shared<OriginType>(known)};
}
Field about_field(std::string_view name, i18n::Text title, const Known& known) {
    return {name, title, std::make_shared<AboutType>(known)};
}
Field outcome_field(std::string_view name, i18n::Text title, const std::function<std::string(std::string_view)>& name_of) {
    return {name, title, std::make_shared<OutcomeType>(name_of)};
}

}  // namespace digilots::tasks
