#include "platform/base/text.h"
#include "platform/html/markdown.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr int below_a_question = 2;
constexpr i18n::Text how = TEXT(
    "An empty line begins a paragraph. - makes a list, # a heading, *word* emphasis, [title](https://…) a link.");

/// Kept and put into tables as it was typed.
class FormattedTextType final : public FieldType {
public:
    explicit FormattedTextType(std::size_t most) : most_(most) {}

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        into.columns[std::string(field.name)] = read_area(field, field.name, draft, most_, problems);
    }
    std::vector<FreeText> free_texts(const Field& field, const Record& record) const override {
        return its_text(field, record);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.hint += (control.hint.empty() ? "" : " ") + around.t(how);
        control.rows = 8;
        return {{Control::area, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        const auto text = record.text(field.name);
        Shown shown;
        const auto plain = html::without_markdown(text);
        for (const auto line : base::split(plain, '\n'))
            if (!line.empty()) shown.lines.emplace_back(line);
        shown.formatted = html::markdown(text, below_a_question);
        return shown;
    }

private:
    std::size_t most_;
};

}  // namespace

Field formatted_text(std::string_view name, i18n::Text title, std::size_t most_characters) {
    return {name, title, std::make_shared<FormattedTextType>(most_characters)};
}

}  // namespace digilots::register_
