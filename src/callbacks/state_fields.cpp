// What no form asks: how a call-back went.
#include "callbacks/fields.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using namespace register_;

class LackingType final : public ReadOnly {
public:
    explicit LackingType(std::string_view contact) : contact_(contact) {}
    std::vector<Column> columns(const Field&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}
    Shown show(const Field&, const Record& record, const Surroundings& around) const override {
        if (record.text("state") != waiting || !record.is_unknown(contact_)) return {};
        const auto url = around.slug.empty() ? "" : "/" + around.slug + "/staff/callbacks/" + record.id + "/change";
        return {{around.t(TEXT("How the person is reached"))}, url};
    }

private:
    std::string_view contact_;
};

class OutcomeType final : public ReadOnly {
public:
    explicit OutcomeType(std::function<std::string(std::string_view)> name_of) : name_of_(std::move(name_of)) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text},
                {std::string(field.name) + "_note", Storage::text},
                {"closed_at", Storage::text},
                {"closed_by", Storage::text}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto at = base::parse_utc(record.text("closed_at"));
        if (!at) return {};
        const auto known = outcomes()(around);
        const auto* outcome = find_choice(known, record.text(field.name));
        Shown shown{{outcome ? outcome->label : around.t(TEXT("Not there any more"))}};
        if (const auto note = record.text(std::string(field.name) + "_note"); !note.empty()) shown.lines.push_back(note);
        const auto by = record.text("closed_by"), who = by.empty() || !name_of_ ? "" : name_of_(by);
        const auto when = around.words->date_time(*at, around.zone);
        shown.lines.push_back(who.empty() ? when : when + ", " + who);
        return shown;
    }
    bool has_filter() const override { return true; }
    std::vector<Choice> filter_choices(const Field&, const Surroundings& around) const override { return outcomes()(around); }
    Condition where(const Field& field, std::string_view chosen, const Surroundings&) const override {
        return {std::string(field.name) + " = ?", {std::string(chosen)}};
    }

private:
    std::function<std::string(std::string_view)> name_of_;
};

class EntryType final : public FieldType {
public:
    explicit EntryType(EntryWords words) : words_(std::move(words)) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), Storage::text}, {"asker", Storage::text}, {"opened_unit", Storage::text}};
    }
    std::vector<std::string> cells(const Field&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}
    /// Of this municipality's log, and there.
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        const std::string before = into.text(field.name), wanted(typed(draft, field.name));
        into.columns[std::string(field.name)] = before;
        for (const char* beside : {"asker", "opened_unit"}) into.columns.try_emplace(beside, std::string());
        if (!draft.contains(field.name) || wanted == before) return;
        const auto named = wanted.empty() ? std::optional(NamedEntry{}) : words_(around, wanted);
        if (!named)
            return add_problem(field, field.name, TEXT("What you chose is there no more. Choose again."), problems);
        into.columns[std::string(field.name)] = wanted;
        into.columns["asker"] = named->asker;
    }
    /// Only what the address names, or stands there: the log is in no list of choices.
    std::vector<FormPart> form(const Field& field, const Draft& draft, const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        const auto words = control.value.empty() ? std::nullopt : words_(around, control.value);
        if (!words) return {};
        control.options = {{control.value, words->words, true}, {"", around.t(TEXT("None")), false}};
        return {{Control::choice, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto id = record.text(field.name);
        const auto words = id.empty() ? std::nullopt : words_(around, id);
        return words ? Shown{{words->words}} : Shown{};
    }

private:
    EntryWords words_;
};

}  // namespace

Choices outcomes() {
    return fixed_terms({{"reached", TEXT("Reached, and got an answer")},
                        {"answered", TEXT("Answered by e-mail or letter")},
                        {"came_back", TEXT("The person came back and was helped")},
                        {"not_reached", TEXT("Not reached after several tries")},
                        {"withdrawn", TEXT("Not needed any more")}});
}

Field lacking_field(std::string_view name, i18n::Text heading, std::string_view contact) {
    Field field{name, {}, std::make_shared<LackingType>(contact)};
    return field.heading(heading).listed();
}

Field outcome_field(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of) {
    return {name, title, std::make_shared<OutcomeType>(std::move(name_of))};
}
Field entry_field(std::string_view name, i18n::Text title, EntryWords words) {
    return {name, title, std::make_shared<EntryType>(std::move(words))};
}

}  // namespace digilots::callbacks
