// A printed document as a word processor finds it.
#include "platform/print/odt.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <vector>

#include "platform/files/files_for_tests.h"
#include "platform/print/pencil.h"
#include "platform/print/qr.h"
#include "platform/tables/xml_part.h"
#include "platform/tables/zip_file.h"

namespace digilots::print {
namespace {

/// The parts of one XML file: "h p span" in their order, and the words in them.
struct ReadPart final : tables::XmlListener {
    std::string tree, words;
    std::map<std::string, std::vector<std::string>> values;  // of attributes

    void begin(std::string_view name, const tables::XmlAttributes& attributes) override {
        tree += (tree.empty() ? "" : " ") + std::string(tables::local_name(name));
        if (tables::local_name(name) == "line-break") words += "\n";
        for (const char* wanted : {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0|language",
                                   "urn:oasis:names:tc:opendocument:xmlns:text:1.0|outline-level",
                                   "urn:oasis:names:tc:opendocument:xmlns:style:1.0|writing-mode",
                                   "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0|page-width",
                                   "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0|full-path",
                                   "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0|media-type",
                                   "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0|transform",
                                   "http://www.w3.org/1999/xlink|href"})
            if (attributes.has(wanted))
                values[std::string(tables::local_name(wanted))].emplace_back(attributes.value(wanted));
    }
    void end(std::string_view) override {}
    void text(std::string_view some) override { words += some; }
};

struct ReadOdt {
    explicit ReadOdt(const Document& document) : bytes(odt(document)), zip(tables::ZipFile::open(bytes, {})) {}
    ReadPart part(const std::string& name) const {
        ReadPart read;
        const auto* entry = zip ? zip->find(name) : nullptr;
        EXPECT_NE(entry, nullptr) << name;
        if (entry) tables::read_xml(*zip, *entry, read);
        return read;
    }
    std::string packed(const std::string& name) const {
        const auto* entry = zip ? zip->find(name) : nullptr;
        return entry ? std::string(zip->packed_bytes(*entry)) : "";
    }

    const std::string bytes;
    const base::Result<tables::ZipFile, tables::TableFault> zip;
};

Document leaflet_to_change() {
    Document document{"Kulturmagasinet & <huset>", "sv"};
    document.footer = "Utskrivet 27 november 2026";
    document.blocks = {
        {Heading{1, {"Kulturmagasinet & <huset>"}}},
        {Paragraph{{"rad ett\nrad två\x01"}, Emphasis::lead}},
        {Paragraph{{"Welcome", "en"}, Emphasis::usual, "https://example.org/?a=1&b=2"}},
        {Columns{{{{Heading{2, {"Ring"}}}, {Paragraph{{"060-19 10 00"}, Emphasis::number}}},
                  {{Picture{"Kod som leder till \"sidan\"", qr_code("https://example.org/sundsvall"), 90}}}},
                 {0.6, 0.4}}},
        {Table{"Öppettider", {{"Dag"}, {"Tider"}}, {{{"måndag"}, {"08.00–17.00"}}, {{"tisdag"}, {"stängt"}}}, {false, true}}},
        {List{{{{"e-legitimation"}}, {{"skriva ut"}}}}},
        {Picture{"En cirkel", Drawing{[](Pencil& pencil) { pencil.disc(0, 0, 1, "#005b99", {}); }, 1.2}, 0}},
    };
    return document;
}

TEST(PrintedOdt, SaysWhatItIsBeforeAnythingElse) {
    const auto bytes = odt(leaflet_to_change());
    ASSERT_GT(bytes.size(), 80U);
    EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(bytes.substr(26, 4), std::string("\x08\0\0\0", 4)) << "a name of eight letters, and nothing beside it";
    EXPECT_EQ(bytes.substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
    EXPECT_EQ(bytes, odt(leaflet_to_change())) << "the same each time";
}

TEST(PrintedOdt, HoldsHeadingsTablesListsAndPicturesAsSuch) {
    const ReadOdt read(leaflet_to_change());
    ASSERT_TRUE(read.zip);
    const auto content = read.part("content.xml");
    const auto body = content.tree.substr(content.tree.find("text h"));
    EXPECT_EQ(body,
              "text h p line-break p a span "
              "table table-column table-column table-row table-cell h p table-cell p frame image desc "
              "table table-column table-column table-header-rows table-row table-cell p table-cell p "
              "table-row table-cell p table-cell p table-row table-cell p table-cell p p "
              "list list-item p list-item p p frame image desc");
    EXPECT_EQ(content.words,
              "Kulturmagasinet & <huset>rad ett\nrad tvåWelcomeRing060-19 10 00Kod som leder till \"sidan\""
              "DagTidermåndag08.00–17.00tisdagstängte-legitimationskriva utEn cirkel");
    EXPECT_EQ(content.values.at("language"), std::vector<std::string>{"en"});
    EXPECT_EQ(content.values.at("outline-level"), (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(content.values.at("href"),
              (std::vector<std::string>{"https://example.org/?a=1&b=2", "Pictures/1.png", "Pictures/2.png"}));
    for (const char* picture : {"Pictures/1.png", "Pictures/2.png"})
        EXPECT_TRUE(read.packed(picture).starts_with("\x89PNG")) << picture;
}

TEST(PrintedTable, NumbersStandAtTheEndOfTheirColumn) {
    const Table table{"Budget", {{"Line"}, {"Sum"}, {"Share"}, {"Hours"}, {"Day"}, {"To fill in"}},
                      {{{"1"}, {"1\u00A0165\u202F661,50"}, {"12 %"}, {"8–16"}, {"2026-12-01"}, {""}},
                       {{"2"}, {"\u22123"}, {"–"}, {"9"}, {"2026-12-02"}, {""}}}};
    std::vector<bool> numeric;
    for (std::size_t column = 0; column < table.headers.size(); ++column) numeric.push_back(table.is_numeric(column));
    EXPECT_EQ(numeric, (std::vector<bool>{false, true, true, false, false, false}));
    Table said = table;
    said.numeric = {false, false, true};
    EXPECT_FALSE(said.is_numeric(1)) << "as whoever made it says";
}

TEST(PrintedOdt, NamesEachOfItsFilesAndIsWellFormed) {
    const ReadOdt read(leaflet_to_change());
    ASSERT_TRUE(read.zip);
    const auto named = read.part("META-INF/manifest.xml").values["full-path"];
    EXPECT_EQ(named, (std::vector<std::string>{"/", "content.xml", "styles.xml", "meta.xml", "Pictures/1.png",
                                               "Pictures/2.png"}));
    EXPECT_EQ(read.zip->entries().size(), named.size() + 1) << "and mimetype and itself, instead of the whole";
    EXPECT_EQ(read.part("meta.xml").words, "DigilotsKulturmagasinet & <huset>sv");
    const auto styles = read.part("styles.xml");
    EXPECT_NE(styles.words.find("Utskrivet 27 november 2026"), std::string::npos);
    EXPECT_EQ(styles.values.at("language"), std::vector<std::string>{"sv"});
}

TEST(PrintedOdt, HoldsPhotographsAsTheyWereTaken) {
    const auto photograph = files::jpeg(64, 48, 6);
    Document document{"Underlag", "sv"};
    const PictureFile file{.media_type = "image/jpeg",
                           .width = 48,
                           .height = 64,
                           .bytes = std::make_shared<const std::string>(photograph)};
    document.blocks = {{Picture{"En skylt", file}}, {Paragraph{{"För högt"}}}};
    const ReadOdt read(document);
    ASSERT_TRUE(read.zip);
    EXPECT_EQ(read.packed("Pictures/1.jpg"), photograph);
    const auto content = read.part("content.xml");
    EXPECT_EQ(content.words, "En skyltFör högt");
    EXPECT_EQ(content.values.at("transform").size(), 1U) << "it lies on its side in the file";
    EXPECT_EQ(read.part("META-INF/manifest.xml").values.at("media-type").back(), "image/jpeg");
}

TEST(PrintedOdt, ReadsFromTheRightAndFollowsPaperAndLetters) {
    auto document = leaflet_to_change();
    document.language = "ar";
    document.right_to_left = true;
    document.paper = Paper::a5;
    document.size = Size::large;
    const ReadOdt read(document);
    const auto styles = read.part("styles.xml");
    for (const auto& mode : styles.values.at("writing-mode")) EXPECT_EQ(mode, "rl-tb");
    EXPECT_EQ(styles.values.at("page-width").front().substr(0, 3), "419");
    EXPECT_EQ(read.part("content.xml").tree.find("table-cell h"), std::string::npos)
        << "large letters stand below each other";
}

}  // namespace
}  // namespace digilots::print
