#include "platform/base/plain.h"
#include "platform/base/web_address.h"
#include "platform/register/types.h"
#include "platform/register/types/web_addresses.h"

namespace digilots::register_ {

namespace {

constexpr i18n::Text no_web_address = TEXT("Write the whole address, beginning with https://");
constexpr i18n::Text with_user =
    TEXT("Write the address without “@” and what stands before it: it hides where the link leads");

/// "sundsvall.se/badkort" is how people write it.
bool is_bare(std::string_view text) {
    return text.find(':') == std::string_view::npos &&
           text.substr(0, text.find('/')).find('.') != std::string_view::npos;
}

class WebAddressType final : public FieldType {
public:
    void read(const Field& field, const Draft& draft, const Surroundings&, Record& into,
              Problems& problems) const override {
        const auto before = problems.size();
        auto line = read_line(field, field.name, draft, longest_web_address, problems);
        if (is_bare(line) && is_followed("https://" + line)) line.insert(0, "https://");
        if (base::names_user_before_host(line)) {
            problems.push_back({std::string(field.name), with_user});
        } else if (!line.empty() && problems.size() == before && !is_followed(line)) {
            add_problem(field, field.name, no_web_address, problems);
        }
        into.columns[std::string(field.name)] = std::move(line);
    }
    std::vector<FormPart> form(const Field& field, const Draft& draft,
                               const Surroundings& around) const override {
        auto control = control_of(field, draft, around);
        control.type = "url";
        return {{Control::line, std::move(control)}};
    }
    Shown show(const Field& field, const Record& record, const Surroundings&) const override {
        const auto address = record.text(field.name);
        return address.empty() ? Shown{} : Shown{{address}, address};
    }
};

}  // namespace

bool is_followed(std::string_view address) {
    if (!base::is_web_address(address) || base::names_user_before_host(address)) return false;
    const auto begin = address.find("//") + 2;
    const auto host = address.substr(begin, address.find_first_of("/?#", begin) - begin);
    return host.contains('.') && address.find_first_of("\"<>") == std::string_view::npos &&
           !base::holds_invisible(address);
}

Field web_address(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<WebAddressType>()};
}

}  // namespace digilots::register_
