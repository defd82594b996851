#include "platform/http/told_again.h"

#include <string_view>

namespace digilots::http {

void tell_what_was_refused(Response& page, const Response& refused) {
    constexpr std::string_view mark = " data-error-summary>", list_end = "/ul>", last = "/div>", heading = "/h1>";
    const auto marked = refused.body.find(mark);
    if (marked == std::string::npos) return;
    const auto begin = refused.body.rfind('<', marked);
    const auto end = refused.body.find(last, refused.body.find(list_end, marked));
    const auto place = page.body.find(heading);
    if (end == std::string::npos || place == std::string::npos) return;
    page.body.insert(place + heading.size(), refused.body, begin, end + last.size() - begin);
}

}  // namespace digilots::http
