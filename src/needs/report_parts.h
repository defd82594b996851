#pragma once
// What the report of one municipality's round and that of several have in common.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "needs/pages.h"
#include "platform/print/document.h"

namespace digilots::needs {

/// A question of a round, as the report tells of it.
struct AskedQuestion {
    std::string code, part, title;
};
/// One line of what is answered: how many findings there are, by the number of the question ("" of none).
struct CoveredLine {
    std::string name;
    std::map<std::string, std::size_t> findings = {};
};
/// What a municipality shows to others as going well.
struct ToldExample {
    std::string title, about;
};

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
    /// Which questions have findings, and which have none: each stands in one of the two, in the order of the questions.
    void coverage(std::string caption, std::string of_what, const std::vector<CoveredLine>& lines,
                  const std::vector<AskedQuestion>& questions);
    /// By municipality, or of one ("").
    void good_examples(const std::vector<std::pair<std::string, std::vector<ToldExample>>>& by_whom);
    /// Nothing where nothing was asked.
    void what_was_asked(const std::vector<AskedQuestion>& questions);
};

/// How it is, how it should be, the way there; by number in each.
void sort_as_asked(std::vector<AskedQuestion>& questions);
/// How many findings have a resident among those who were asked, of those of which it is stated; and of how many it is not.
std::string voice_in_words(std::int64_t with_resident, std::int64_t stated, std::int64_t all, const html::Page& page);
/// A finding with who said it, by role, and how certain it is; `roles` as they are stored, one a line.
std::string finding_in_words(std::string_view title, std::string_view roles, const std::string& certainty,
                             const html::Page& page);
/// Of the address; "" all.
std::string asked_certainty(const http::Request& request);
/// "certainty=confirmed"; "" of all.
std::string query_of_certainty(const http::Request& request);
html::components::Field certainty_choice(const http::Request& request);
/// All findings of all whose round has the mark and may be read from here; nothing where there is none, or more than a PDF holds.
std::optional<print::Document> joint_edition(const Pages& pages, const http::Request& request, const std::string& mark);

}  // namespace digilots::needs
