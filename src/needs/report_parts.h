#pragma once
// What the report of one municipality's round and that of several have in common.
#include <string>
#include <string_view>
#include <vector>

#include "needs/pages.h"
#include "platform/print/document.h"

namespace digilots::needs {

struct ReportWriter {
    const html::Page& page;
    print::Document& document;
    std::string certainty = "";         // of which alone it tells; "" of all

    void heading(int level, std::string words);
    /// Nothing for "".
    void paragraph(std::string words, print::Emphasis emphasis = print::Emphasis::usual);
    /// Nothing where there are none.
    void list(std::vector<std::string> lines);
    /// Support, what residents learn, skills and aids of one's own: what each is.
    void what_areas_mean();
    /// Above all else, where not every finding is shown.
    void which_certainty();
    /// Questions without a finding, by their numbers. Nothing where there are none.
    void unanswered(const std::vector<std::string>& codes);
};

/// A finding with who said it, by role, and how certain it is; `roles` as they are stored, one a line.
/// How many findings have a resident among those who were asked, of those of which it is stated; and of how many it is not.
std::string voice_in_words(std::int64_t with_resident, std::int64_t stated, std::int64_t all, const html::Page& page);
std::string finding_in_words(std::string_view title, std::string_view roles, const std::string& certainty,
                             const html::Page& page);
/// Of the address; "" all.
std::string asked_certainty(const http::Request& request);
/// "certainty=confirmed"; "" of all.
std::string query_of_certainty(const http::Request& request);
html::components::Field certainty_choice(const http::Request& request);

}  // namespace digilots::needs
