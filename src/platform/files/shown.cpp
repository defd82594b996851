#include "platform/files/shown.h"

#include <algorithm>

#include "platform/files/pdf_actions.h"
#include "platform/files/templates.h"

namespace digilots::files {

namespace {

std::string size_in_words(std::int64_t bytes, const i18n::Translator& words) {
    constexpr double kilobyte = 1024, megabyte = 1024 * 1024;
    const auto number = static_cast<double>(bytes);
    if (number >= megabyte) return words.number(number / megabyte, 1) + " MB";
    return words.number(std::max(1.0, number / kilobyte)) + " kB";
}

}  // namespace

std::string about_file(const File& file, const i18n::Translator& words) {
    const auto* type = media_type(file.media_type);
    return std::string(type ? type->label : "") + ", " + size_in_words(file.bytes, words);
}

std::string public_url(const File& file, const html::Page& page) {
    return page.tenant_url("/files/" + html::url_encode(file.id) + "/" + html::url_encode(file.file_name()));
}

html::Safe on_page(const std::vector<File>& files, const html::Page& page) {
    return on_page(files, page, [&page](const File& file) { return public_url(file, page); });
}

html::Safe on_page(const std::vector<File>& files, const html::Page& page,
                   const std::function<std::string(const File&)>& url_of) {
    if (files.empty()) return {};
    ShownFiles shown;
    const auto& tenant = page.request().tenant;
    if (tenant && tenant->languages.front() != page.translator().language().code)
        shown.language = tenant->languages.front();
    for (const auto& file : files) {
        auto& list = file.is_picture() ? shown.pictures : shown.documents;
        list.push_back({file.name, url_of(file), about_file(file, page.translator()), file.alternative_text,
                        file.width, file.height});
    }
    return templates::shown_files(shown, page);
}

http::Response answer(const File& file, std::string bytes, Reader reader) {
    const bool is_pdf = file.media_type == "application/pdf", opens = file.is_picture() || (is_pdf && !may_act(bytes));
    auto response = http::download(std::move(bytes), file.media_type, file.file_name());
    if (file.media_type == "text/plain") response.content_type += "; charset=utf-8";
    for (auto& [name, value] : response.headers)
        if (name == "Content-Disposition" && opens) value = "inline" + value.substr(value.find(';'));
    // A browser's own reader of PDF does not open in a sandbox; it has none of this site's rights.
    response.headers.emplace_back("Content-Security-Policy",
                                  std::string("default-src 'none'; style-src 'unsafe-inline'; "
                                              "frame-ancestors 'none'") +
                                      (is_pdf ? "" : "; sandbox"));
    if (reader == Reader::everyone)
        response.headers.emplace_back("Cache-Control", "public, max-age=604800, immutable");
    return response;
}

}  // namespace digilots::files
