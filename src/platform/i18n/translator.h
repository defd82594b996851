#pragma once
// Texts of one language: gettext catalogues compiled in, read through Boost.Locale with ICU. Source language
// is English.
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/time.h"

namespace digilots::i18n {

/// A text key held apart from its translation (error messages, code lists, menu entries). The literal is the
/// English text. `TEXT("Open now")` marks it for extraction.
struct Text {
    const char* id = "";
    bool operator==(const Text&) const = default;
};

using Argument = std::pair<std::string_view, std::string>;

struct LanguageInfo {
    std::string code;      // "sv", "nb", "en", "ar" …
    std::string own_name;  // "Svenska"
    bool right_to_left = false;
    bool reviewed = false;  // a person has read it; otherwise pages say so
};

class Translator {
public:
    virtual ~Translator() = default;
    virtual const LanguageInfo& language() const = 0;
    /// The translation, else the English id. {name} placeholders are filled from the arguments, not escaped.
    virtual std::string t(std::string_view id, std::initializer_list<Argument> arguments = {}) const = 0;
    std::string t(Text text, std::initializer_list<Argument> arguments = {}) const {
        return t(std::string_view(text.id), arguments);
    }
    /// Plural by the language's rule; {n} is filled with the localised number.
    virtual std::string tn(std::string_view one, std::string_view many, std::int64_t n,
                           std::initializer_list<Argument> arguments = {}) const = 0;
    /// "1 234,5" as the language writes it.
    /// Between the parts of a line: ", ", or as it is written from right to left.
    std::string_view comma() const { return language().right_to_left ? "، " : ", "; }
    virtual std::string number(double value, int decimals = 0) const = 0;
    virtual std::string date(base::Date date) const = 0;        // "22 november 2026"
    virtual std::string short_date(base::Date date) const = 0;  // "22 nov."
    virtual std::string weekday(int weekday) const = 0;         // 0 = "måndag"
    virtual std::string time(int hour, int minute) const = 0;   // "16.30" / "16:30"
    virtual std::string date_time(base::Instant instant, std::string_view zone) const = 0;
};

/// Lives for the whole run; unknown codes give English.
const Translator& translator(std::string_view language);
const std::vector<LanguageInfo>& languages();
bool has_language(std::string_view code);
/// Best of `offered` for an Accept-Language header, or "".
std::string negotiate(std::string_view accept_language, const std::vector<std::string>& offered);

}  // namespace digilots::i18n

#define TEXT(literal) (::digilots::i18n::Text{literal})
