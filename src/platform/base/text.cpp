#include "platform/base/text.h"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <map>
#include <memory>
#include <utility>

#include "platform/base/ensure.h"
#include "platform/base/marks.h"
#include "platform/base/mutex.h"

namespace digilots::base {
namespace {

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

icu::UnicodeString to_unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

const icu::Normalizer2& normalizer_nfc() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
    ENSURE(U_SUCCESS(status));
    return *normalizer;
}

icu::UnicodeString nfc(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    auto result = normalizer_nfc().normalize(text, status);
    ENSURE(U_SUCCESS(status));
    return result;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
    ENSURE(U_SUCCESS(status));
    auto result = normalizer->normalize(text, status);
    ENSURE(U_SUCCESS(status));
    return result;
}

/// Letters that no decomposition takes apart.
const char* plain_letters(UChar32 letter) {
    switch (letter) {
        case 0xe6:
            return "ae";  // æ
        case 0xf8:
            return "o";  // ø
        case 0x153:
            return "oe";  // œ
        case 0xdf:
            return "ss";  // ß
        case 0xf0:
            return "d";  // ð
        case 0x111:
            return "d";  // đ
        case 0xfe:
            return "th";  // þ
        case 0x142:
            return "l";  // ł
        case 0x127:
            return "h";  // ħ
        case 0x167:
            return "t";  // ŧ
        case 0x14b:
            return "n";  // ŋ
        case 0x131:
            return "i";  // ı
        default:
            return nullptr;
    }
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

bool is_mark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

constexpr UChar32 joiner = 0x200d;
constexpr UChar32 empty_braille = 0x2800;

/// A letter, number or sign that leaves ink. Marks, spaces and what programs ignore do not alone.
bool is_visible(UChar32 c) {
    const auto inked = U_GC_L_MASK | U_GC_N_MASK | U_GC_P_MASK | U_GC_S_MASK;
    return (U_GET_GC_MASK(c) & inked) != 0 && c != empty_braille && !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_any_visible(const icu::UnicodeString& text) {
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        if (is_visible(text.char32At(i))) return true;
    }
    return false;
}

/// Code point at `offset` of valid or invalid UTF-8 (then U+FFFD); moves `offset` past it.
UChar32 next(std::string_view text, std::size_t& offset) {
    auto place = static_cast<int32_t>(offset);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), place, static_cast<int32_t>(text.size()), c);
    offset = static_cast<std::size_t>(place);
    return c;
}

const icu::Collator& collator_for(std::string_view locale) {
    static Mutex mutex;
    static std::map<std::string, std::unique_ptr<icu::Collator>, std::less<>> collators
        GUARDED_BY(mutex);
    const Lock lock(mutex);
    auto found = collators.find(locale);
    if (found == collators.end()) {
        UErrorCode status = U_ZERO_ERROR;
        const std::string name(locale);
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale(name.c_str()), status));
        ENSURE(U_SUCCESS(status) && made);
        found = collators.emplace(name, std::move(made)).first;
    }
    return *found->second;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        auto place = static_cast<int32_t>(i);
        UChar32 c = 0;
        U8_NEXT(text.data(), place, static_cast<int32_t>(text.size()), c);
        if (c < 0) return false;
        i = static_cast<std::size_t>(place);
    }
    return true;
}

std::string clean(std::string_view text) {
    const icu::UnicodeString given = to_unicode(text);
    icu::UnicodeString kept;
    bool is_behind_control = false;
    for (int32_t i = 0; i < given.length(); i = given.moveIndex32(i, 1)) {
        const UChar32 c = given.char32At(i);
        // Kinds of line ends that no field has: the words they part stay apart.
        const bool parts = c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
        const bool stays = c == '\n' || c == '\t' || !u_iscntrl(c) || u_charType(c) == U_FORMAT_CHAR;
        if (!parts && !stays) {
            is_behind_control = true;
            continue;
        }
        // Two words that a control character parted do not become one that nobody wrote; a number's figures stay together.
        const auto length = kept.length();
        if (is_behind_control && length > 0 && u_isalpha(c) && u_isalpha(kept.char32At(length - 1))) kept.append(u' ');
        is_behind_control = false;
        if (parts) kept.append(u' ');
        else kept.append(c);
    }
    // After the removal: what stood apart may now be one letter.
    if (!is_ascii(text)) kept = nfc(kept);
    int32_t start = 0;
    int32_t end = kept.length();
    while (start < end && u_isUWhiteSpace(kept.charAt(start))) ++start;
    while (end > start && u_isUWhiteSpace(kept.charAt(end - 1))) --end;
    if (!is_any_visible(kept)) return {};
    return to_utf8(kept.tempSubStringBetween(start, end));
}

bool piles_marks(std::string_view text) {
    constexpr int most_marks = 4;
    if (is_ascii(text)) return false;
    int marks = 0;
    bool is_any_letter = false, is_any_mark = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const UChar32 c = next(text, offset);
        const bool stacks = (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
        is_any_mark = is_any_mark || stacks;
        is_any_letter = is_any_letter || is_visible(c);
        // What nobody sees between two marks parts them from no letter.
        if (!stacks && !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) marks = 0;
        if (stacks && ++marks > most_marks) return true;
    }
    return is_any_mark && !is_any_letter;
}

std::string cut(std::string_view text, std::size_t characters) {
    std::size_t offset = 0;
    std::size_t safe = 0;  // the last place between two whole characters
    UChar32 previous = 0;
    for (std::size_t count = 0; offset < text.size(); ++count) {
        std::size_t after = offset;
        const UChar32 c = next(text, after);
        if (!is_mark(c) && c != joiner && previous != joiner) safe = offset;
        if (count == characters) return std::string(text.substr(0, safe));
        previous = c;
        offset = after;
    }
    return std::string(text);
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count) next(text, offset);
    return count;
}

std::string ascii_lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string lower(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    return to_utf8(nfc(to_unicode(text).toLower(icu::Locale::getRoot())));
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return ascii_lower(text);
    const icu::UnicodeString apart = decomposed(to_unicode(text).toLower(icu::Locale::getRoot()));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
        const UChar32 c = apart.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (const char* plain = plain_letters(c)) {
            kept.append(icu::UnicodeString(plain, -1, US_INV));
        } else {
            kept.append(c);
        }
    }
    return to_utf8(nfc(kept));
}

std::string slug(std::string_view text) {
    std::string result;
    for (const char c : fold(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            result += c;
        } else if (!result.empty() && result.back() != '-' && c != '\'') {
            result += '-';
        }
    }
    if (!result.empty() && result.back() == '-') result.pop_back();
    return result.empty() ? "x" : result;
}

std::string collation_key(std::string_view text, std::string_view locale) {
    const icu::Collator& collator = collator_for(locale);
    const icu::UnicodeString unicode = to_unicode(text);
    std::string key(static_cast<std::size_t>(unicode.length()) * 4 + 16, '\0');
    for (;;) {
        const int32_t size = collator.getSortKey(unicode, reinterpret_cast<uint8_t*>(key.data()),
                                                 static_cast<int32_t>(key.size()));
        const bool fits = static_cast<std::size_t>(size) <= key.size();
        key.resize(static_cast<std::size_t>(size));
        if (fits) break;
    }
    if (!key.empty()) key.pop_back();  // the terminating zero
    return key;
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> result;
    std::string word;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        const UChar32 c = next(text, offset);
        if (u_isalnum(c) || (is_mark(c) && !word.empty())) {
            word += text.substr(start, offset - start);
        } else if (!word.empty()) {
            result.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) result.push_back(std::move(word));
    return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace digilots::base
