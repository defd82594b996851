#pragma once
// Parts that the directory's printed documents have in common.
#include <string>
#include <vector>

#include "directory/place_view.h"
#include "directory/stop_view.h"
#include "platform/print/document.h"
#include "platform/print/format.h"

namespace digilots::directory {

/// A part of a long document that the page's head leads to.
struct PrintedPart {
    std::string id, title;
    print::Document document;
};

/// A document on the screen, with the files that it can be printed from.
struct PrintedView {
    const print::Document& document;
    std::vector<html::Link> formats;
    std::vector<html::components::Option> units = {};  // of a list that can be one unit's
    std::vector<print::InLanguage> languages = {};  // of a document that is made for somebody else
    std::vector<PrintedPart> parts = {};            // below the document, each with its own heading
    bool is_long = false;                           // longer than a few screens: its head leads to the parts
};

using Blocks = std::vector<print::Block>;

/// In the reader's language, with today's date at the foot.
print::Document document_of(std::string title, const print::Format& format, const Pages& pages,
                            const html::Page& page);
/// What the municipality wrote, in its language.
print::Text theirs(std::string_view words, const html::Page& page);

void add_heading(Blocks& blocks, int level, const print::Text& text);
/// Nothing where there are no words.
void add_paragraph(Blocks& blocks, const print::Text& text,
                   print::Emphasis emphasis = print::Emphasis::usual);
/// A heading with a list below it; nothing where the list is empty.
void add_list(Blocks& blocks, const std::string& heading, const std::vector<std::string>& items);
/// A number to be dialled, said to be an example where it is one; nothing where there is none.
void add_number(Blocks& blocks, const components::Phone& phone, const html::Page& page);
/// Heading, an ordinary week, exceptions and public holidays to come, the note. False, and nothing, where
/// nothing is known.
bool add_hours(Blocks& blocks, const std::string& heading, const Hours& hours, Answer evening,
               const Pages& pages, const html::Page& page);
/// In place of hours, where and when a bus stops. False, and nothing, of what stands still.
bool add_stops(Blocks& blocks, const StopsView& stops, const html::Page& page);
/// Number, phone hours and what differs from them; nothing where there is no number.
void add_phone(Blocks& blocks, const PhoneView& line, const html::Page& page);
/// Who answers and where to go instead: the municipality's number and the desk.
void add_help(Blocks& blocks, const HelpView& help, const html::Page& page);

/// A code that a phone's camera reads, with the page's address below it, as this request reached it; `path` begins with "/".
Blocks code_of_page(const std::string& path, const html::Page& page);
/// Of its own host, or for this request only: the Host that a client names is not put on what others get.
http::Response for_host(http::Response response, const http::Request& request);

}  // namespace digilots::directory
