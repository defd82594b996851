#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> notice_fixtures(const Page& page) {
    return {
        {"information", notice({.text = "The library closes at 14.00 today."}, page)},
        {"success, announced",
         notice({.text = "Saved. BankID, 5 minutes.", .kind = NoticeKind::success, .announce = true}, page)},
        {"warning with title", notice({.text = "Choose a phone number in the settings.",
                                       .kind = NoticeKind::warning,
                                       .title = "No phone number yet"},
                                      page)},
        {"danger", notice({.text = "The entry was not saved.", .kind = NoticeKind::danger}, page)}};
}

}  // namespace digilots::html::components
