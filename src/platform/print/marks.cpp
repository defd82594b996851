#include "platform/print/marks.h"

#include <memory>
#define POINTERHOLDER_TRANSITION 4  // asked for by the library's headers
// Nothing of qpdf's JSON.hh is used, and clang refuses it in C++20: a vector of what is not defined yet.
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "platform/base/ensure.h"
#include "platform/html/tags.h"
#include "platform/print/only_drawn.h"

namespace digilots::print {

namespace {

using Object = QPDFObjectHandle;
using Name = const char*;

std::string description_of(const Document& document) {
    return "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           html::escaped(document.title) +
           "</rdf:li></rdf:Alt></dc:title>"
           "<dc:language><rdf:Bag><rdf:li>" +
           html::escaped(document.language) +
           "</rdf:li></rdf:Bag></dc:language>"
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

void mark_whole(QPDF& pdf, const Document& document) {
    Object root = pdf.getRoot();
    root.replaceKey("/Lang", Object::newUnicodeString(document.language));
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    if (document.right_to_left) preferences.replaceKey("/Direction", Object::newName("/R2L"));
    root.replaceKey("/ViewerPreferences", preferences);
    Object description = Object::newStream(&pdf, description_of(document));
    description.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    description.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", description);
    Object about = Object::newDictionary();
    about.replaceKey("/Title", Object::newUnicodeString(document.title));
    about.replaceKey("/Producer", Object::newUnicodeString("Digilots"));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(about));
}

/// All elements below one, itself first, in the order in which they stand in the file.
void collect(Object element, std::vector<Object>& all) {
    if (!element.isDictionary() || !element.hasKey("/S")) return;
    all.push_back(element);
    Object kids = element.getKey("/K");
    if (kids.isArray()) {
        for (auto& kid : kids.getArrayAsVector()) collect(kid, all);
    } else {
        collect(kids, all);
    }
}

std::vector<Object> elements_of(QPDF& pdf) {
    std::vector<Object> all;
    // There is no tree where nothing was drawn.
    if (!pdf.getRoot().hasKey("/StructTreeRoot")) return all;
    Object top = pdf.getRoot().getKey("/StructTreeRoot").getKey("/K");
    for (auto& kid : top.isArray() ? top.getArrayAsVector() : std::vector<Object>{top}) collect(kid, all);
    return all;
}

Object attributes_of(Name owner) {
    Object attributes = Object::newDictionary();
    attributes.replaceKey("/O", Object::newName(owner));
    return attributes;
}

void mark_element(Object element, const Opened& opened) {
    const Tag& tag = *opened.tag;
    if (!tag.alternative.empty() && !tag.is_table())
        element.replaceKey("/Alt", Object::newUnicodeString(tag.alternative));
    if (!tag.language.empty()) element.replaceKey("/Lang", Object::newUnicodeString(tag.language));
    // Words instead of a table would hide its cells.
    if (!tag.alternative.empty() && tag.is_table()) {
        Object attributes = attributes_of("/Table");
        attributes.replaceKey("/Summary", Object::newUnicodeString(tag.alternative));
        element.replaceKey("/A", attributes);
    }
    if (*tag.scope != '\0') {
        Object attributes = attributes_of("/Table");
        attributes.replaceKey("/Scope", Object::newName(std::string("/") + tag.scope));
        element.replaceKey("/A", attributes);
    }
    if (opened.box) {
        Object attributes = attributes_of("/Layout");
        attributes.replaceKey("/Placement", Object::newName("/Block"));
        const auto& box = *opened.box;
        attributes.replaceKey("/BBox",
                              Object::newArray(Object::Rectangle(box.left, box.bottom, box.right, box.top)));
        element.replaceKey("/A", attributes);
    }
}

/// What an element holds, each with the page that it stands on.
std::vector<Object> contents_of(Object element) {
    std::vector<Object> contents;
    Object kids = element.getKey("/K");
    for (auto& kid : kids.isArray() ? kids.getArrayAsVector() : std::vector<Object>{kids}) {
        if (!kid.isInteger()) {
            contents.push_back(kid);
            continue;
        }
        Object on_page = Object::newDictionary();
        on_page.replaceKey("/Type", Object::newName("/MCR"));
        on_page.replaceKey("/Pg", element.getKey("/Pg"));
        on_page.replaceKey("/MCID", kid);
        contents.push_back(on_page);
    }
    return contents;
}

bool is_same(Object one, Object other) {
    return one.isIndirect() && other.isIndirect() && one.getObjGen() == other.getObjGen();
}

/// Where each page says whose its contents are.
void hand_over(QPDF& pdf, Object from, Object to) {
    Object pairs = pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
    for (int pair = 1; pair < pairs.getArrayNItems(); pair += 2) {
        Object owners = pairs.getArrayItem(pair);
        if (!owners.isArray()) continue;
        for (int at = 0; at < owners.getArrayNItems(); ++at) {
            if (is_same(owners.getArrayItem(at), from)) owners.setArrayItem(at, to);
        }
    }
}

/// A paragraph on two pages is one.
void join(QPDF& pdf, Object first, Object further) {
    Object contents = Object::newArray(contents_of(first));
    for (auto& content : contents_of(further)) contents.appendItem(content);
    first.replaceKey("/K", contents);
    hand_over(pdf, further, first);
    Object parent = further.getKey("/P");
    std::vector<Object> stay;
    for (auto& kid : parent.getKey("/K").getArrayAsVector()) {
        if (!is_same(kid, further)) stay.push_back(kid);
    }
    parent.replaceKey("/K", Object::newArray(stay));
}

}  // namespace

std::string marked(std::string_view file, const Document& document, const std::vector<Opened>& opened) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("drawn", file.data(), file.size());
    mark_whole(pdf, document);
    auto elements = elements_of(pdf);
    ENSURE(elements.size() == opened.size());
    for (std::size_t at = 0; at < opened.size(); ++at) {
        ENSURE(elements[at].getKey("/S").getName() == std::string("/") + opened[at].tag->name);
        mark_element(elements[at], opened[at]);
    }
    for (std::size_t at = 0; at < opened.size(); ++at) {
        if (opened[at].goes_on) join(pdf, elements[*opened[at].goes_on], elements[at]);
    }
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) mark_only_drawn(page);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace digilots::print
