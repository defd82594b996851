#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> pagination_fixtures(const Page& page) {
    return {{"in the middle", pagination(paginate(480, 7, 20, "/x?q=a%20b&page=3"), page)},
            {"one page: nothing", pagination(paginate(5, 1, 20, "/x"), page)}};
}

}  // namespace digilots::html::components
