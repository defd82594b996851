#include "platform/base/colour.h"

#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_colour = 20;
constexpr i18n::Text no_colour = TEXT("Write the colour as # and six digits, such as #1f5fa8.");

class ColourType final : public FieldType {
public:
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto line = read_line(field, field.name, draft, longest_colour, problems);
        if (!line.empty()) {
            const auto colour = base::parse_colour(line);
            if (colour) line = base::format_colour(*colour);
            if (!colour) add_problem(field, field.name, no_colour, problems);
        }
        into.columns[std::string(field.name)] = std::move(line);
    }
};

}  // namespace

Field colour(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<ColourType>()};
}

}  // namespace digilots::register_
