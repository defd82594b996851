#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> error_summary_fixtures(const Page& page) {
    FormErrors errors;
    errors.add("field-email", "Write your e-mail address");
    errors.add("field-minutes", "Write the time in whole minutes, such as 15");
    FormErrors general;
    general.add("", "The e-mail address or the password is wrong");
    return {{"two fields", error_summary(errors, page)},
            {"no field", error_summary(general, page)},
            {"none", error_summary({}, page)}};
}

}  // namespace digilots::html::components
