#pragma once
// Reads a JSON object field by field, with the path in every message; what nobody asked for is reported at the end.
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "directory/directory.h"
#include "platform/base/json.h"

namespace digilots::directory {

struct ImportReport {
    std::vector<std::string> errors;
    std::vector<std::string> unused;
    void error(std::string path, std::string_view message);
    void unusable(std::string path, std::string_view message);
};

class MappingObject {
public:
    MappingObject(const base::Json& json, std::string path, ImportReport& report);

    const std::string& path() const { return path_; }
    std::string path_of(std::string_view field) const;
    ImportReport& report() const { return *report_; }

    /// Cleaned text; "" where null or missing. A text longer than 2000 characters or with markup is an error.
    std::string text(std::string_view field);
    /// The same; missing or empty is an error.
    std::string required(std::string_view field);
    /// One of the file's own enumeration `allowed`; "" where null.
    std::string code(std::string_view field, const std::set<std::string, std::less<>>& allowed);
    std::string id(std::string_view field);
    Answer answer(std::string_view field);
    std::optional<int> number(std::string_view field, int highest);
    std::vector<std::string> texts(std::string_view field);
    /// Nothing where null or missing; anything but an array of objects is an error.
    std::vector<MappingObject> objects(std::string_view field);
    std::optional<MappingObject> object(std::string_view field);
    /// Read elsewhere or without meaning here.
    void ignore(std::string_view field) { used_.emplace(field); }
    /// Reports the fields that nobody asked for and that hold something.
    void report_rest();

private:
    const base::Json* take(std::string_view field);
    std::string checked(const base::Json& json, const std::string& path) const;

    const base::Json* json_;
    std::string path_;
    ImportReport* report_;
    std::set<std::string, std::less<>> used_;
};

}  // namespace digilots::directory
