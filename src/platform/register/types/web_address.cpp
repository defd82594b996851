#include "platform/base/plain.h"
#include "platform/base/web_address.h"
#include "platform/register/types.h"

namespace digilots::register_ {

namespace {

constexpr std::size_t longest_web_address = 1000;
constexpr i18n::Text with_user =
    TEXT("Write the address without “@” and what stands before it: it hides where the link leads");
constexpr i18n::Text no_web_address = TEXT("Write the whole address, beginning with https://");

/// A scheme that a link may have, a host, and nothing that nobody sees.
bool is_web_address(std::string_view text) {
    const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
    if (!text.starts_with(scheme)) return false;
    const auto host = text.substr(scheme.size(), text.find_first_of("/?#", scheme.size()) - scheme.size());
    return !host.empty() && host.find('.') != std::string_view::npos &&
           host.find('@') == std::string_view::npos &&
           text.find_first_of(" \"<>\\") == std::string_view::npos && !base::holds_invisible(text);
}

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
        if (is_bare(line) && is_web_address("https://" + line)) line.insert(0, "https://");
        if (base::names_user_before_host(line)) {
            problems.push_back({std::string(field.name), with_user});
        } else if (!line.empty() && problems.size() == before && !is_web_address(line)) {
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

Field web_address(std::string_view name, i18n::Text title) {
    return {name, title, std::make_shared<WebAddressType>()};
}

}  // namespace digilots::register_
