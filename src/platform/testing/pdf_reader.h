#pragma once
// What a screen reader finds in a PDF.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::testing {

struct ReadPdf {
    std::string title, language;
    bool shows_title = false;  // in the window instead of the file's name
    int pages = 0;
    double width = 0, height = 0;  // of the first page, in points
    std::string tree;              // "Document(H1 P Table(TR(TH TH) TR(TH TD)))"; what holds nothing: "P-"
    std::vector<std::string> alternatives;   // words for pictures, in order
    std::vector<std::string> summaries;      // what each table is
    std::vector<std::string> scopes;         // "Row", "Column" of each TH, "" where it says none
    std::vector<std::string> languages;      // of elements that are not in the document's own
    int neither_read_nor_only_drawn = 0;     // instructions that draw outside of both
    std::vector<std::string> fonts_missing;  // named and not in the file
    /// The text of all pages in the order of their drawing; letters that cannot be taken out are "\ufffd". Without word
    /// joiners and marks of direction, as readers for people take it out.
    std::string text;
};

/// A failure of the test where it is no PDF.
ReadPdf read_pdf(std::string_view bytes);

}  // namespace digilots::testing
