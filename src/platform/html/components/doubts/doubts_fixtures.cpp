#include "platform/html/gallery.h"
#include "platform/html/templates.h"

namespace digilots::html::components {

std::vector<Fixture> doubts_fixtures(const Page& page) {
    return {{"asked about", doubts({.sentences = {"“Anna Berg” may be a person’s name. Take it out if it is one."},
                                    .asked_about = "1f2e"},
                                   page)},
            {"of one field", doubts({.sentences = {"“Anna Berg” may be a person’s name."},
                                     .asked_about = "1f2e",
                                     .title = "Look at the note before it is saved",
                                     .change_url = "#note",
                                     .change_label = "Change the note"},
                                    page)},
            {"none", doubts({}, page)}};
}

}  // namespace digilots::html::components
