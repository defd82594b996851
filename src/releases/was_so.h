#pragma once
// What was so where and when released numbers were counted: campaigns, days on which a place was closed, how long ago it is.
#include <string>
#include <vector>

#include "platform/i18n/translator.h"
#include "releases/asked.h"

namespace digilots::releases {

/// The same in several municipalities once.
struct WasSoSomewhere {
    std::string words;
    std::vector<std::string> municipalities;    // ids
};
/// Of all that it is made of, in their order.
std::vector<WasSoSomewhere> was_so_of(const Pages& pages, const Asked& asked, const i18n::Translator& translator);
/// For a page: each with who they are, where there are several, and as many as can be looked over.
std::vector<std::string> lines_of_was_so(const Pages& pages, const Asked& asked, const html::Page& page);

/// "" where no more years have passed since than the municipality says that figures hold; of several as many as is usual.
std::string outdated_text(const Pages& pages, const Asked& asked, const html::Page& page);

}  // namespace digilots::releases
