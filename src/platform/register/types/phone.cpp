#include "platform/base/phone.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_phone = 60;
constexpr i18n::Text no_phone = TEXT("Write one phone number, such as 060-19 10 00, with all its digits.");

class PhoneType final : public FieldType {
public:
    void read(const Field& field, const Draft& draft, const Surroundings& around, Record& into,
              Problems& problems) const override {
        const auto before = problems.size();
        auto line = read_line(field, field.name, draft, longest_phone, problems);
        if (!line.empty() && problems.size() == before) {
            const auto number = base::read_phone(line, base::country_of_zone(around.zone));
            if (number) line = number->written;
            if (!number) add_problem(field, field.name, no_phone, problems);
        }
        into.columns[std::string(field.name)] = std::move(line);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.type = "tel";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings& around) const override {
        const auto written = record.text(field.name);
        if (written.empty()) return {};
        const auto number = base::read_phone(written, base::country_of_zone(around.zone));
        return {{written}, number ? "tel:" + number->dialled : ""};
    }
};

}  // namespace

Field phone(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<PhoneType>()};
}

}  // namespace digilots::register_
