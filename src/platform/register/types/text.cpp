#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

class TextType final : public FieldType {
public:
    explicit TextType(std::size_t most) : most_(most) {}

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        into.columns[std::string(field.name)] = read_line(field, field.name, draft, most_, problems);
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return its_text(field, record);
    }
    bool is_ordered_by_language() const override { return true; }

private:
    std::size_t most_;
};

}  // namespace

Field text(std::string_view name, i18n::Text title, std::size_t most_characters) {
    return {name, title, std::make_shared<TextType>(most_characters)};
}

}  // namespace digilots::register_
