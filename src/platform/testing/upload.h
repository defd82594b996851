#pragma once
// A form with a file, filled in and sent as a browser does.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"

namespace digilots::testing {

struct SentFile {
    std::string field, name, bytes;
};

/// multipart/form-data with the boundary "between".
inline std::string multipart_of(const FormFields& fields, const SentFile& file) {
    std::string body;
    for (const auto& [name, value] : fields)
        if (name != file.field)
            body +=
                "--between\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return body + "--between\r\nContent-Disposition: form-data; name=\"" + file.field + "\"; filename=\"" +
           file.name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.bytes +
           "\r\n--between--\r\n";
}

/// The page behind the form of `page` that takes a file: after a redirect, what it leads to.
inline Page upload(PageClient& client, const Page& page, const FormFields& fields, const SentFile& file) {
    const auto form = find_form(page.html, {{file.field, ""}}, "");
    if (!form) {
        ADD_FAILURE() << page.url << ": no form takes " << file.field << "\n" << page.html.substr(0, 4000);
        return page;
    }
    for (const auto& problem : form->problems(fields)) ADD_FAILURE() << page.url << ": " << problem;
    auto answer = client.send(http::Method::post, form->action, multipart_of(form->filled(fields), file),
                              {{"Content-Type", "multipart/form-data; boundary=between"}});
    return answer.status == 303 ? client.get(answer.header("Location")) : answer;
}

}  // namespace digilots::testing
