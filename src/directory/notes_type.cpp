#include <algorithm>

#include "directory/field_types.h"
#include "directory/record.h"
#include "platform/register/types.h"

namespace digilots::directory {
namespace {

using register_::Draft;
using register_::Surroundings;

/// Terms, with what was stated beside each.
class NotesType final : public register_::FieldType {
public:
    explicit NotesType(register_::Choices choices) : terms_(register_::terms("", {}, std::move(choices)).type) {}

    void read(const register_::Field& field, const Draft& draft, const Surroundings& around, register_::Record& into,
              register_::Problems& problems) const override {
        const auto earlier = read_notes(into.text(field.name));
        auto codes = codes_of(field, into);
        terms_->read(field, draft, around, codes, problems);
        std::vector<CodedNote> kept;
        for (const auto& code : codes.list(field.name)) {
            const auto found = std::ranges::find(earlier, code, &CodedNote::code);
            kept.push_back(found == earlier.end() ? CodedNote{code, ""} : *found);
        }
        into.columns[std::string(field.name)] = notes_text(kept);
    }
    void write(const register_::Field& field, const register_::Record& record, const Surroundings& around,
               Draft& into) const override {
        terms_->write(field, codes_of(field, record), around, into);
    }
    std::vector<register_::FormPart> form(const register_::Field& field, const Draft& draft,
                                          const Surroundings& around) const override {
        return terms_->form(field, draft, around);
    }
    register_::Shown show(const register_::Field& field, const register_::Record& record,
                          const Surroundings& around) const override {
        return terms_->show(field, codes_of(field, record), around);
    }
    tables::Cell cell(const register_::Field& field, std::size_t input, const register_::Record& record,
                      const Surroundings& around) const override {
        return terms_->cell(field, input, codes_of(field, record), around);
    }
    std::vector<std::string> from_cell(const register_::Field& field, std::size_t input, std::string_view cell,
                                       const Surroundings& around) const override {
        return terms_->from_cell(field, input, cell, around);
    }
    void json(const register_::Field& field, const register_::Record& record, base::JsonWriter& out) const override {
        terms_->json(field, codes_of(field, record), out);
    }

private:
    static register_::Record codes_of(const register_::Field& field, const register_::Record& record) {
        std::vector<std::string> codes;
        for (const auto& note : read_notes(record.text(field.name))) codes.push_back(note.code);
        register_::Record result;
        result.columns[std::string(field.name)] = register_::joined_list(codes);
        return result;
    }

    std::shared_ptr<const register_::FieldType> terms_;
};

}  // namespace

register_::Field notes(std::string_view name, i18n::Text title, register_::Choices choices) {
    return {name, title, std::make_shared<NotesType>(std::move(choices))};
}

}  // namespace digilots::directory
