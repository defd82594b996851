#include "platform/base/email.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_e_mail = 254;
constexpr i18n::Text with_unseen_sign =
    TEXT("The address holds a sign that is not seen or looks like another. Write it by hand instead of "
         "pasting it");
constexpr i18n::Text with_mailto =
    TEXT("Write the address alone, without “mailto:” before it or “?” after it");
constexpr i18n::Text no_e_mail = TEXT("Write one e-mail address, such as kontakt@kommun.se.");

void check(const Field& field, std::string_view address, Problems& problems) {
    switch (base::fault_of_email(address)) {
        case base::EmailFault::none:
            return;
        case base::EmailFault::invisible:
            problems.push_back({std::string(field.name), with_unseen_sign});
            return;
        case base::EmailFault::mailto:
            problems.push_back({std::string(field.name), with_mailto});
            return;
        case base::EmailFault::not_one_address:
            add_problem(field, field.name, no_e_mail, problems);
    }
}

class EMailType final : public FieldType {
public:
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto before = problems.size();
        auto line = read_line(field, field.name, draft, longest_e_mail, problems);
        if (!line.empty() && problems.size() == before) check(field, line, problems);
        into.columns[std::string(field.name)] = std::move(line);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.type = "email";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        const auto address = record.text(field.name);
        return address.empty() ? Shown{} : Shown{{address}, "mailto:" + address};
    }
};

}  // namespace

Field e_mail(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<EMailType>()};
}

}  // namespace digilots::register_
