// Which PDF documents a browser does not open for residents by itself.
#include "platform/files/pdf_actions.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "platform/files/files_for_tests.h"
#include "platform/files/shown.h"
#include "platform/print/pdf.h"

namespace digilots::files {
namespace {

std::string packed(const std::string& text) {
    auto size = ::compressBound(text.size());
    std::string bytes(size, '\0');
    ::compress(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
    bytes.resize(size);
    return bytes;
}
std::string object_stream(const std::string& objects, const std::string& more = "") {
    return "7 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode" + more + ">>stream\r\n" + packed(objects) +
           "\nendstream endobj\n";
}
std::string disposition_of(const std::string& bytes) {
    const auto response = answer({.media_type = "application/pdf", .name = "Blankett"}, bytes, Reader::everyone);
    for (const auto& [name, value] : response.headers)
        if (name == "Content-Disposition") return value.substr(0, value.find(';'));
    return "";
}

TEST(PdfActions, WhatMayActIsSavedAndNotOpened) {
    for (const auto& content : {
             std::string("2 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\n"),
             std::string("2 0 obj<</S/#4a#61vaScr#69pt/JS(app.alert(1))>>endobj\n"),
             std::string("2 0 obj<</AA<</O<</S /Launch/F(cmd.exe)>>>>>>endobj\n"),
             std::string("2 0 obj<</Names<</EmbeddedFiles 3 0 R>>>>endobj\n"),
             std::string("2 0 obj<</Length 40>>stream\n9 0 obj<</S/JavaScript>>endobj\nendstream endobj\n"),
             object_stream("9 0 <</S/JavaScript/JS(app.alert(1))>>"),
             object_stream("9 0 <</S/Java#53cript>>") + object_stream("8 0 <<>>"),
             object_stream("9 0 <<>>", "/DecodeParms<</Predictor 12>>"),
             std::string("7 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nlocked or cut off\nendstream endobj\n"),
             std::string("7 0 obj<</Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n00>\nendstream endobj\n"),
             "7 0 obj<</Type/ObjStm/Filter/FlateDecode/P(" + std::string(9000, 'x') + ")>>stream\n" +
                 packed("9 0 <</S/Launch>>") + "\nendstream\n",
             object_stream(std::string(33 * 1024 * 1024, ' ')),
         }) {
        EXPECT_TRUE(may_act(pdf(content))) << content.substr(0, 80);
        EXPECT_EQ(disposition_of(pdf(content)), "attachment") << content.substr(0, 80);
    }
}

TEST(PdfActions, WhatOnlyShowsIsOpened) {
    for (const auto& bytes : {
             pdf(),
             pdf("2 0 obj<</OpenAction[3 0 R/Fit]/A<</S/URI/URI(https://lotsby.example)>>>>endobj\n"),
             pdf("2 0 obj(JavaScript and Launch are words)endobj\n"),
             pdf(object_stream("9 0 <</Type/Page>>") + object_stream("10 0 <</S/URI>>")),
             print::pdf({.title = "A", .language = "en", .blocks = {{print::Paragraph{{"A"}}}}}),
         }) {
        EXPECT_FALSE(may_act(bytes)) << bytes.substr(0, 200);
        EXPECT_EQ(disposition_of(bytes), "inline");
    }
}

}  // namespace
}  // namespace digilots::files
