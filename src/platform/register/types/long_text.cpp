#include "platform/base/text.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

class LongTextType final : public FieldType {
public:
    explicit LongTextType(std::size_t most) : most_(most) {}

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        into.columns[std::string(field.name)] = read_area(field, field.name, draft, most_, problems);
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return its_text(field, record);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        return {{Control::area, control_of(field, draft, around)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        return {record.list(field.name)};
    }

private:
    std::size_t most_;
};

}  // namespace

Field long_text(std::string_view name, i18n::Text title, std::size_t most_characters) {
    return {name, title, std::make_shared<LongTextType>(most_characters)};
}

}  // namespace digilots::register_
