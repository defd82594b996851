// Beside an entry of the log: the way to book a time for whoever asked, with what the entry says already.
#include "booking/implementation.h"
#include "platform/html/writer.h"

namespace digilots::booking {

inquiries::Companion Bookings::beside_entries() const {
    return {.line = [this](const html::Page& page, const inquiries::Inquiry& entry)
                -> std::optional<inquiries::Companion::Line> {
        if (implementation_->plan.of(page.request().tenant->id)->offers.empty()) return std::nullopt;
        auto url = page.tenant_url("/staff/bookings/new") + "?place=" + html::url_encode(entry.place);
        if (!entry.topics.empty()) url += "&topic=" + html::url_encode(entry.topics.front());
        if (entry.minutes) url += "&minutes=" + std::to_string(*entry.minutes);
        return inquiries::Companion::Line{{page.t("Book a time for somebody"), std::move(url)}};
    }};
}

}  // namespace digilots::booking
