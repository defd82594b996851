#include "platform/print/enclosed.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <utility>
#define POINTERHOLDER_TRANSITION 4  // asked for by the library's headers
// Nothing of qpdf's JSON.hh is used, and clang refuses it in C++20: a vector of what is not defined yet.
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace digilots::print {

namespace {

constexpr std::size_t most_unpacked = 64'000'000, longest_dictionary = 1'000;

/// How much it unpacks to, counted no further than `most`.
std::size_t unpacked_size(std::string_view packed, std::size_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return 0;
    std::array<unsigned char, 1 << 16> room{};
    std::size_t size = 0;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    while (state == Z_OK && size <= most) {
        stream.next_out = room.data();
        stream.avail_out = static_cast<uInt>(room.size());
        state = inflate(&stream, Z_NO_FLUSH);
        size += room.size() - stream.avail_out;
    }
    inflateEnd(&stream);
    return size;
}

/// What the library unpacks while it reads (objects and their places) stays small; pages are copied as they are.
bool unpacks_to_little(std::string_view pdf) {
    constexpr std::string_view word = "stream";
    std::size_t left = most_unpacked;
    for (auto at = pdf.find(word); at != std::string_view::npos; at = pdf.find(word, at + word.size())) {
        const auto from = at - std::min(at, longest_dictionary);
        const auto before = pdf.substr(from, at - from);
        if (before.ends_with("end")) continue;
        if (before.rfind("ObjStm") == std::string_view::npos && before.rfind("XRef") == std::string_view::npos) continue;
        auto data = pdf.substr(at + word.size());
        data.remove_prefix(std::min(data.find_first_not_of("\r\n"), data.size()));
        const auto size = unpacked_size(data, left);
        if (size > left) return false;
        left -= size;
    }
    return true;
}

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

/// What is filled in or noted is drawn; its tags are of another tree, its links and actions are of another file.
QPDFObjectHandle only_seen(QPDFPageObjectHelper page) {
    auto object = page.getObjectHandle();
    for (const char* key : {"/Annots", "/AA", "/StructParents", "/B", "/Metadata", "/PieceInfo", "/Thumb", "/Tabs"})
        if (object.hasKey(key)) object.removeKey(key);
    return object;
}

void add_pages(QPDF& into, QPDF& from, bool is_as_it_is) {
    QPDFPageDocumentHelper pages(into);
    for (auto& page : QPDFPageDocumentHelper(from).getAllPages())
        pages.addPage(is_as_it_is ? page : QPDFPageObjectHelper(only_seen(page)), false);
}

/// An entry of the list of contents for each, to its first page.
void name_papers(QPDF& pdf, const std::vector<Enclosed>& papers, std::size_t first) {
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::vector<QPDFObjectHandle> entries;
    auto all = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    for (const auto& paper : papers) {
        auto entry = QPDFObjectHandle::newDictionary();
        entry.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(paper.name));
        entry.replaceKey("/Parent", all);
        entry.replaceKey("/Dest", QPDFObjectHandle::newArray(
                                      {pages.at(first).getObjectHandle(), QPDFObjectHandle::newName("/Fit")}));
        entries.push_back(pdf.makeIndirectObject(entry));
        first += paper.pages;
    }
    for (std::size_t at = 1; at < entries.size(); ++at) {
        entries[at].replaceKey("/Prev", entries[at - 1]);
        entries[at - 1].replaceKey("/Next", entries[at]);
    }
    all.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    all.replaceKey("/First", entries.front());
    all.replaceKey("/Last", entries.back());
    all.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(entries.size())));
    pdf.getRoot().replaceKey("/Outlines", all);
}

void open(QPDF& pdf, std::string_view bytes) {
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("given", bytes.data(), bytes.size());
}

}  // namespace

std::optional<Enclosed> enclosed(std::string name, std::string_view pdf) {
    if (!unpacks_to_little(pdf)) return std::nullopt;
    try {
        QPDF given, clean;
        open(given, pdf);
        if (given.isEncrypted()) return std::nullopt;
        QPDFPageDocumentHelper(given).flattenAnnotations();
        clean.emptyPDF();
        clean.setSuppressWarnings(true);
        add_pages(clean, given, false);
        const auto pages = QPDFPageDocumentHelper(clean).getAllPages().size();
        if (pages == 0) return std::nullopt;
        return Enclosed{.name = std::move(name), .bytes = written(clean), .pages = pages};
    } catch (const std::exception&) {
        return std::nullopt;  // locked, or nothing that the library can read
    }
}

std::string bound(std::string_view first, const std::vector<Enclosed>& papers) {
    if (papers.empty()) return std::string(first);
    QPDF pdf;
    open(pdf, first);
    const auto own_pages = QPDFPageDocumentHelper(pdf).getAllPages().size();
    // Each is read from until all is written.
    std::vector<std::unique_ptr<QPDF>> opened;
    for (const auto& paper : papers) {
        opened.push_back(std::make_unique<QPDF>());
        open(*opened.back(), paper.bytes);
        add_pages(pdf, *opened.back(), true);
    }
    name_papers(pdf, papers, own_pages);
    return written(pdf);
}

}  // namespace digilots::print
