#pragma once
// Files as a page shows them, and as they are sent.
#include <functional>
#include <string>
#include <vector>

#include "platform/files/files.h"
#include "platform/html/page.h"

namespace digilots::files {

struct ShownFile {
    std::string name, url, about;  // about: "PDF, 240 kB"
    std::string alternative_text = {};
    int width = 0, height = 0;
};

struct ShownFiles {
    std::vector<ShownFile> pictures = {}, documents = {};
    std::string language = {};  // in which they are named, where it is not the page's; "" else
};

/// "PDF, 240 kB"
std::string about_file(const File& file, const i18n::Translator& words);
/// Where residents open it.
std::string public_url(const File& file, const html::Page& page);
/// Pictures with what they show, then documents as links; nothing where there are none.
html::Safe on_page(const std::vector<File>& files, const html::Page& page);
/// The same with addresses of one's own.
html::Safe on_page(const std::vector<File>& files, const html::Page& page,
                   const std::function<std::string(const File&)>& url_of);

/// The bytes, never run as a part of this site: pictures, and PDF that cannot act by
/// itself (pdf_actions.h), open in the browser, all else is saved. For
/// everyone they may be kept by the browser for a week: what an address gives does not change.
enum class Reader { everyone, staff };
http::Response answer(const File& file, std::string bytes, Reader reader);

}  // namespace digilots::files
