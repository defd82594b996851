#pragma once
// The slip that whoever asked takes home of an entry: what was done, what is next, where to ask. Never the note, never who
// they are.
#include <string>
#include <vector>

#include "inquiries/pages.h"
#include "platform/html/page.h"
#include "platform/print/format.h"

namespace digilots::inquiries {

struct SlipView {
    const print::Document& document;
    std::vector<print::InLanguage> languages;
    std::string back_url;
    std::string code = {};      // of a question, told a moment ago: then all on the page is sent by forms that hold it
    html::Link topics = {};     // with the topics, where they are left out because they may be sensitive; or without them
};

http::Response entry_slip_page(const Pages& pages, const http::Request& request);
http::Response entry_slip_file(const Pages& pages, const http::Request& request);

}  // namespace digilots::inquiries
