#pragma once
// A part of a zip read as XML from its beginning to its end, never held whole. Without a document type:
// entities are neither declared nor fetched.
#include <string_view>

#include "platform/tables/zip_file.h"

namespace digilots::tables {

/// Of one element, by name.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    /// "" where it is not there. Without a namespace: "r"; with one: "urn:…|value".
    std::string_view value(std::string_view name) const;
    bool has(std::string_view name) const;

private:
    const char* const* pairs_;
};

/// Is told of an XML part. Elements of a namespace come as "NAMESPACE|name".
class XmlListener {
public:
    virtual ~XmlListener() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view some) = 0;
    /// All that it needs is read.
    virtual bool is_done() const { return false; }
};

/// Throws TableFault: damaged, or with a document type. Also what the listener throws.
void read_xml(const ZipFile& file, const ZipEntry& entry, XmlListener& listener);

/// "row" of "http://…|row".
std::string_view local_name(std::string_view name);

}  // namespace digilots::tables
