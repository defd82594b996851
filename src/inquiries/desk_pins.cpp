#include "inquiries/desk_pins.h"

#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::inquiries {

namespace {

constexpr const char* pin_cookie = "desk_pin";
constexpr int pinned_seconds = 60 * 60 * 12;

void use_pin(FormInput& input, const directory::Snapshot& directory, std::string_view name, std::string_view value) {
    if (name == "place") {
        const directory::Place* place = value.empty() ? nullptr : directory.place(value);
        if (!value.empty() && (!place || !place->listed())) return;
        input.inquiry.place = place ? place->id : "";
    } else if (name == "channel") {
        if (!taxonomy::find(taxonomy::List::channel, value)) return;
        input.inquiry.channel = value;
    } else if (name == "language") {
        if (!value.empty() && !taxonomy::find(taxonomy::List::language, value)) return;
        input.inquiry.language = value;
    } else {
        return;
    }
    input.pinned.emplace_back(name);
}

}  // namespace

// "place:sundsvall-kulturmagasinet.channel:phone".
void use_pins(FormInput& input, const directory::Snapshot& directory, const http::Request& request) {
    for (const auto part : base::split(request.cookie(pin_cookie), '.')) {
        const std::size_t colon = part.find(':');
        if (colon != std::string_view::npos) use_pin(input, directory, part.substr(0, colon), part.substr(colon + 1));
    }
}

http::Cookie pin(const FormInput& input) {
    std::string kept;
    const auto keep = [&](std::string_view name, const std::string& value) {
        if (base::holds(input.pinned, name)) kept += (kept.empty() ? "" : ".") + std::string(name) + ":" + value;
    };
    keep("place", input.inquiry.place);
    keep("channel", input.inquiry.channel);
    keep("language", input.inquiry.language);
    if (kept.empty()) return {pin_cookie, "", -1};
    return {pin_cookie, kept, pinned_seconds};
}

html::components::Field pin_field(const LogForm& form, const FormInput& input, const html::Page& page) {
    html::components::Field field{.name = "pinned", .label = page.t(TEXT("Keep for the next entries"))};
    const auto offer = [&](const char* name, std::string label) {
        field.options.push_back({name, std::move(label), base::holds(input.pinned, std::string_view(name))});
    };
    offer("place", page.t(TEXT("Place")));
    offer("channel", page.t(TEXT("Channel")));
    if (!form.language.name.empty()) offer("language", page.t(TEXT("Language")));
    return field;
}

}  // namespace digilots::inquiries
