#include "inquiries/reason.h"

#include "inquiries/entry_view.h"
#include "platform/base/text.h"
#include "platform/personal/personal_data.h"

namespace digilots::inquiries {

namespace {

constexpr std::size_t longest_reason = 200;

}  // namespace

html::components::Field reason_field(const html::Page& page, const StoredInquiry& stored, const html::FormErrors& errors,
                                    std::string label) {
    if (!asks_for_reason(page.request(), stored)) return {};
    html::components::Field field{.name = "reason", .label = std::move(label)};
    field.value = base::clean(page.request().form.get("reason"));
    field.hint = page.t(TEXT("In one line. It stands with the entry's history; never a name or a number."));
    return field.with(errors);
}

std::string read_reason(const http::Request& request, const StoredInquiry& stored, html::FormErrors& errors) {
    if (!asks_for_reason(request, stored)) return "";
    const auto& translator = i18n::translator(request.language);
    auto reason = base::clean(request.form.get("reason"));
    if (reason.empty()) {
        errors.add("reason", translator.t(TEXT("Write in one line why: the entry is of another day, or somebody else's.")));
    } else if (base::length(reason) > longest_reason) {
        errors.add("reason", translator.t(TEXT("Write at most 200 characters.")));
    } else if (const auto found = personal::locate_personal_data(reason)) {
        errors.add("reason", note_refusal(*found, translator));
    }
    return reason;
}

}  // namespace digilots::inquiries
