#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

/// What no form asks: an import or the slice itself writes it.
class StoredType final : public FieldType {
public:
    StoredType(Storage storage, std::string_view first) : storage_(storage), first_(first) {}

    std::vector<Column> columns(const Field& field) const override {
        return {{std::string(field.name), storage_}};
    }
    std::vector<std::string> inputs(const Field&) const override { return {}; }
    void read(const Field& field, const Draft&, const Surroundings&, Record& into, Problems&) const override {
        into.columns.try_emplace(std::string(field.name), value_of_text(storage_, first_));
    }
    void write(const Field&, const Record&, const Surroundings&, Draft&) const override {}
    std::vector<FormPart> form(const Field&, const Draft&, const Surroundings&) const override { return {}; }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto text = record.as_text(field.name);
        if (text.empty()) return {};
        if (const auto* source = source_of(field, around)) {
            for (const auto& choice : choices_in(around, this, source->choices))
                if (choice.key == text) return {{choice.label}};
            return {{around.t(TEXT("Not there any more"))}};
        }
        const auto day = base::parse_date(text);
        return {{day ? around.words->date(*day) : text}};
    }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}

private:
    /// Of one that holds whose or what it is: by its name.
    static const LinkSource* source_of(const Field& field, const Surroundings& around) {
        if (field.source.empty() || around.links == nullptr) return nullptr;
        const auto found = around.links->find(field.source);
        return found == around.links->end() ? nullptr : &found->second;
    }
    Storage storage_;
    std::string_view first_;
};

}  // namespace

Field stored(std::string_view name, i18n::Text title, Storage storage, std::string_view first) {
    return {name, title, std::make_shared<StoredType>(storage, first)};
}

}  // namespace digilots::register_
