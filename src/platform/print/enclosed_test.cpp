#include "platform/print/enclosed.h"

#include <gtest/gtest.h>

#define POINTERHOLDER_TRANSITION 4  // asked for by the library's headers
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "platform/print/document.h"
#include "platform/print/pdf.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::print {
namespace {

std::string paper_saying(const std::string& words) {
    Document document{.title = words, .language = "sv"};
    document.blocks.push_back({Heading{1, {words}}});
    return pdf(document);
}

std::string locked(const std::string& file) {
    QPDF pdf;
    pdf.processMemoryFile("open", file.data(), file.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

TEST(PapersOfOthers, StandBehindInTheirOrderAndTheFirstKeepsItsTags) {
    const auto first = paper_saying("Agenda");
    const auto budget = enclosed("Budget", paper_saying("Money")), map = enclosed("Map", paper_saying("Roads"));
    ASSERT_TRUE(budget && map);
    EXPECT_EQ(budget->pages, 1U);
    const auto all = bound(first, {*budget, *map});
    const auto read = testing::read_pdf(all);
    EXPECT_EQ(read.pages, 3);
    EXPECT_EQ(read.title, "Agenda");
    EXPECT_EQ(read.tree, testing::read_pdf(first).tree);
    EXPECT_EQ(bound(first, {*budget, *map}), all) << "the same papers give the same bytes";
    EXPECT_EQ(bound(first, {}), first);
}

TEST(PapersOfOthers, WhatIsLockedBrokenOrNoneIsLeftOut) {
    const auto whole = paper_saying("Money");
    EXPECT_FALSE(enclosed("Locked", locked(whole)));
    EXPECT_FALSE(enclosed("Nothing", ""));
    EXPECT_FALSE(enclosed("No PDF", "%PDF-1.7\nThis is none."));
    EXPECT_FALSE(enclosed("Cut off", std::string_view(whole).substr(0, 40)));
}

}  // namespace
}  // namespace digilots::print
