#include "platform/base/colour.h"

#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_colour = 20;
constexpr i18n::Text no_colour = TEXT("Write the colour as # and six digits, such as #1f5fa8.");
constexpr i18n::Text too_light = TEXT(
    "White text on this colour has a contrast of {ratio} to 1. It must be at least {least} to 1. Choose a darker "
    "colour.");

double white_on(const base::Colour& colour) {
    return base::contrast(colour, base::white);
}

class ColourType final : public FieldType {
public:
    explicit ColourType(ColourUse use) : use_(use) {}

    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        auto line = read_line(field, field.name, draft, longest_colour, problems);
        if (!line.empty()) {
            const auto colour = base::parse_colour(line);
            // The same colour in capitals is no other.
            if (colour) line = base::format_colour(*colour);
            if (const auto stood = base::parse_colour(into.text(field.name)); stood && base::format_colour(*stood) == line)
                line = into.text(field.name);
            if (!colour) add_problem(field, field.name, no_colour, problems);
            if (colour && is_too_light(*colour)) {
                // Rounded down, so that 4.49 is not shown as the 4.5 that would do.
                const double shown = static_cast<double>(static_cast<int>(white_on(*colour) * 10)) / 10;
                problems.push_back({std::string(field.name), too_light, 0, {"ratio", shown},
                                    {"least", base::least_contrast}});
            }
        }
        into.columns[std::string(field.name)] = std::move(line);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        const auto colour = base::parse_colour(control.value);
        if (use_ == ColourUse::carries_white_text && colour && !is_too_light(*colour))
            control.hint = around.words->t(TEXT("White text on it has a contrast of {ratio} to 1."),
                                           {{"ratio", around.words->number(white_on(*colour), 1)}});
        return {{Control::line, std::move(control)}};
    }

private:
    bool is_too_light(const base::Colour& colour) const {
        return use_ == ColourUse::carries_white_text && white_on(colour) < base::least_contrast;
    }

    ColourUse use_;
};

}  // namespace

Field colour(std::string_view name, i18n::Text title, ColourUse use) {
    return {name, title, std::make_shared<ColourType>(use)};
}

}  // namespace digilots::register_
