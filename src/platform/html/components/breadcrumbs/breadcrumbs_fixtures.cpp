#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> breadcrumbs_fixtures(const Page& page) {
    return {{"three levels",
             breadcrumbs(
                 {{"Start", "/sundsvall/"}, {"Places", "/sundsvall/places"}, {"Kulturmagasinet", "", true}},
                 page)}};
}

}  // namespace digilots::html::components
