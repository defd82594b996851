#include "platform/testing/pdf_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#define POINTERHOLDER_TRANSITION 4  // asked for by the library's headers
// Nothing of qpdf's JSON.hh is used, and clang refuses it in C++20: a vector of what is not defined yet.
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

namespace digilots::testing {

namespace {

std::string without_joiners(std::string text) {
    for (const std::string_view mark : {"\u2060", "\u200f"})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, mark.size());
    return text;
}

using Object = QPDFObjectHandle;

bool draws(std::string_view word) {
    static const std::set<std::string_view> all{"S",  "s",  "f",  "F",  "f*", "B", "B*", "b",
                                                "b*", "Do", "sh", "Tj", "TJ", "'", "\""};
    return all.contains(word);
}

/// Which letters a font's codes are, from its ToUnicode map: lines "<01> <0041>" and "<01> <02> <0041>".
using Letters = std::map<std::string, std::string>;

std::string hex_of(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string utf8_of_utf16(std::string_view hex) {
    std::string bytes = "\xfe\xff";
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
    return Object::newString(bytes).getUTF8Value();
}

Letters letters_of(Object font) {
    Letters letters;
    if (!font.hasKey("/ToUnicode")) return letters;
    const auto data = font.getKey("/ToUnicode").getStreamData();
    std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const auto from = map.find("beginbfchar");
    for (std::size_t at = from; at < map.size();) {
        const auto open = map.find('<', at), close = map.find('>', open), second = map.find('<', close),
                   end = map.find('>', second);
        if (end == std::string::npos) break;
        std::string code = map.substr(open + 1, close - open - 1);
        std::ranges::transform(code, code.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        letters[code] = utf8_of_utf16(map.substr(second + 1, end - second - 1));
        at = end + 1;
    }
    return letters;
}

class PageReader : public Object::ParserCallbacks {
public:
    PageReader(ReadPdf& read, Object page) : read_(read), fonts_(page.getKey("/Resources").getKey("/Font")) {}

    void handleObject(Object object, size_t, size_t) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        const auto word = object.getOperatorValue();
        if (word == "BDC" || word == "BMC") begin(word);
        if (word == "EMC") end();
        if (draws(word) && marks_.empty()) ++read_.neither_read_nor_only_drawn;
        if (word == "Tf") font_ = operands_.front().getName();
        if (word == "Tj" || word == "TJ") show(operands_.front());
        operands_.clear();
    }
    void handleEOF() override {}

private:
    void begin(const std::string& word) {
        const bool says =
            word == "BDC" && operands_.back().isDictionary() && operands_.back().hasKey("/ActualText");
        if (says) {
            read_.text += without_joiners(operands_.back().getKey("/ActualText").getUTF8Value());
            ++said_;
        }
        marks_.push_back(says);
    }
    void end() {
        if (marks_.back()) --said_;
        marks_.pop_back();
        if (marks_.empty()) read_.text += "\n";
    }
    void show(Object shown) {
        if (said_ > 0) return;
        for (auto& part : shown.isArray() ? shown.getArrayAsVector() : std::vector<Object>{shown}) {
            if (!part.isString()) continue;
            const auto bytes = part.getStringValue();
            const bool is_wide = fonts_.getKey(font_).getKey("/Subtype").getName() == "/Type0";
            if (!known_.contains(font_)) known_[font_] = letters_of(fonts_.getKey(font_));
            const std::size_t step = is_wide ? 2 : 1;
            for (std::size_t at = 0; at + step <= bytes.size(); at += step) letter(bytes.substr(at, step));
        }
    }
    void letter(const std::string& code) {
        const auto& letters = known_[font_];
        const auto found = letters.find(hex_of(code));
        if (found != letters.end())
            read_.text += without_joiners(found->second);
        else if (code.size() == 1)
            read_.text += code[0] & 0x80 ? Object::newString(code).getUTF8Value() : code;
        else
            read_.text += "\ufffd";
    }

    ReadPdf& read_;
    Object fonts_;
    std::map<std::string, Letters> known_;
    std::string font_;
    std::vector<Object> operands_;
    std::vector<bool> marks_;
    int said_ = 0;
};

void read_element(Object element, ReadPdf& read) {
    if (element.hasKey("/Alt")) read.alternatives.push_back(element.getKey("/Alt").getUTF8Value());
    if (element.hasKey("/Lang")) read.languages.push_back(element.getKey("/Lang").getUTF8Value());
    const auto name = element.getKey("/S").getName().substr(1);
    Object attributes = element.getKey("/A");
    if (attributes.isDictionary() && attributes.hasKey("/Summary"))
        read.summaries.push_back(attributes.getKey("/Summary").getUTF8Value());
    if (name == "TH")
        read.scopes.push_back(attributes.isDictionary() && attributes.hasKey("/Scope")
                                  ? attributes.getKey("/Scope").getName().substr(1)
                                  : "");
    read.tree += name;
    Object kids = element.getKey("/K");
    bool is_below = false, holds = false;
    const int number = kids.isArray() ? kids.getArrayNItems() : 1;
    for (int at = 0; at < number; ++at) {
        Object kid = kids.isArray() ? kids.getArrayItem(at) : kids;
        holds = holds || !kid.isNull();
        if (!kid.isDictionary() || !kid.hasKey("/S")) continue;
        read.tree += is_below ? ' ' : '(';
        is_below = true;
        read_element(kid, read);
    }
    if (is_below) read.tree += ')';
    if (!holds) read.tree += '-';
}

void read_fonts(Object page, ReadPdf& read) {
    for (auto& [name, font] : page.getKey("/Resources").getKey("/Font").getDictAsMap()) {
        Object described = font;
        if (font.hasKey("/DescendantFonts")) described = font.getKey("/DescendantFonts").getArrayItem(0);
        Object descriptor = described.getKey("/FontDescriptor");
        const bool is_inside =
            descriptor.isDictionary() && (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
                                          descriptor.hasKey("/FontFile3"));
        if (!is_inside && font.getKey("/Subtype").getName() != "/Type3") read.fonts_missing.push_back(name);
    }
}

}  // namespace

ReadPdf read_pdf(std::string_view bytes) {
    ReadPdf read;
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    try {
        pdf.processMemoryFile("read", bytes.data(), bytes.size());
    } catch (const std::exception& error) {
        ADD_FAILURE() << "no PDF: " << error.what();
        return read;
    }
    Object root = pdf.getRoot();
    read.title = pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value();
    read.language = root.getKey("/Lang").getUTF8Value();
    read.shows_title = root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue();
    if (root.hasKey("/StructTreeRoot")) {
        Object top = root.getKey("/StructTreeRoot").getKey("/K");
        read_element(top.isArray() ? top.getArrayItem(0) : top, read);
    }
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        if (read.pages++ == 0) {
            const auto box = page.getObjectHandle().getKey("/MediaBox").getArrayAsRectangle();
            read.width = box.urx - box.llx;
            read.height = box.ury - box.lly;
        }
        PageReader reader(read, page.getObjectHandle());
        page.parseContents(&reader);
        if (page.getObjectHandle().getKey("/Resources").hasKey("/Font"))
            read_fonts(page.getObjectHandle(), read);
    }
    EXPECT_FALSE(pdf.anyWarnings());
    return read;
}

}  // namespace digilots::testing
