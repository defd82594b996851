#pragma once
// Which paper and which letters somebody asks for in an address: "?paper=a5&size=large".
#include <optional>
#include <string>
#include <vector>

#include "platform/html/page.h"
#include "platform/print/document.h"

namespace digilots::print {

struct Format {
    Paper paper = Paper::a4;
    Size size = Size::usual;
    bool operator==(const Format&) const = default;
};

/// The parameters of a route that prints.
const std::vector<std::string>& format_query();
/// The first one offered where none or an unknown one is named.
Format format_of(const http::Request& request, const std::vector<Paper>& offered);
/// "?paper=a5&size=large"; "" for the first one in usual letters. `more` comes behind it: "unit=…".
std::string query_of(const Format& format, const std::vector<Paper>& offered, const std::string& more = "");
/// A file is drawn for one spelling of what is asked; any other leads to that. Nothing where it is said so
/// already.
std::optional<http::Response> to_one_spelling(const http::Request& request, const std::vector<Paper>& offered,
                                              const std::string& more = "");

/// Links to `pdf_url` in each format that is offered, in usual and in large letters: "A4", "A5, large print".
std::vector<html::Link> format_links(const std::string& pdf_url, const std::vector<Paper>& offered,
                                     const html::Page& page, const std::string& more = "");

/// What is handed to somebody at a desk: A5, A6.
const std::vector<Paper>& slip_papers();
/// Of a document that is made for somebody else: the same in a language that the municipality offers.
struct InLanguage {
    std::string language, name;
    bool right_to_left = false;
    std::vector<html::Link> formats;
};
/// `path`: of the file, without a language.
std::vector<InLanguage> in_each_language(const std::string& path, const std::vector<Paper>& offered, const html::Page& page,
                                         const std::string& more = "");

/// The document as a file that the browser shows and search engines do not: "kulturmagasinet.pdf".
http::Response pdf_answer(const Document& document, const std::string& file_name);
/// The same of a file that is there already.
http::Response pdf_file_answer(std::string file, const std::string& file_name);

/// The same as a file to be changed in a word processor: "kulturmagasinet.odt".
http::Response odt_answer(const Document& document, const std::string& file_name);
html::Link odt_link(const std::string& odt_url, const html::Page& page);

}  // namespace digilots::print
