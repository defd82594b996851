#include "platform/i18n/translator.h"

#include <boost/locale/gnu_gettext.hpp>

#include <array>
#include <climits>
#include <cstdio>
#include <locale>
#include <mutex>

#include "platform/base/embedded.h"
#include "platform/base/text.h"
#include "platform/i18n/fill.h"
#include "platform/i18n/locale_facts.h"

namespace digilots::i18n {
namespace {

using Messages = boost::locale::message_format<char>;

// All languages that this program can be given; one without a catalogue is not offered.
const std::array<LanguageInfo, 11>& known_languages() {
    static const std::array<LanguageInfo, 11> known{{
        {"sv", "Svenska", false, true},
        {"nb", "Norsk bokmål", false, true},
        {"en", "English", false, true},
        {"nn", "Norsk nynorsk", false, false},
        {"sv-easy", "Lätt svenska", false, false},
        {"fi", "Suomi", false, false},
        {"se", "Davvisámegiella", false, false},
        {"ar", "العربية", true, false},
        {"so", "Soomaali", false, false},
        {"ti", "ትግርኛ", false, false},
        {"uk", "Українська", false, false},
    }};
    return known;
}

std::string catalogue_name(const std::string& code) { return "texts/" + code + ".mo"; }

// The facet belongs to the locale; a language without a catalogue has none.
std::locale load_messages(const std::string& code) {
    const auto catalogue = base::embedded_file(catalogue_name(code));
    if (!catalogue) return std::locale::classic();
    boost::locale::gnu_gettext::messages_info info;
    info.language = code;
    info.encoding = "UTF-8";
    info.domains.emplace_back("digilots");
    info.paths.emplace_back("embedded");
    info.callback = [&catalogue](const std::string&, const std::string&) {
        return std::vector<char>(catalogue->begin(), catalogue->end());
    };
    return std::locale(std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info));
}

class GettextTranslator final : public Translator {
public:
    explicit GettextTranslator(const LanguageInfo& language)
        : language_(language),
          locale_(load_messages(language.code)),
          messages_(std::has_facet<Messages>(locale_) ? &std::use_facet<Messages>(locale_) : nullptr),
          facts_(read_locale_facts(language.code)) {}

    const LanguageInfo& language() const override { return language_; }

    std::string t(std::string_view id, std::initializer_list<Argument> arguments) const override {
        const std::string key(id);
        const char* found = messages_ && !key.empty() ? messages_->get(0, nullptr, key.c_str()) : nullptr;
        if (arguments.size() == 0) return found ? std::string(found) : key;
        return filled(found ? std::string_view(found) : id, {arguments.begin(), arguments.size()}, language_);
    }

    std::string tn(std::string_view one, std::string_view many, std::int64_t n,
                   std::initializer_list<Argument> arguments) const override {
        const std::int64_t size = n < 0 ? -n : n;
        // The plural rules look at the last digits only; the catalogue's number is an int.
        const int small = static_cast<int>(size > INT_MAX ? 1'000'000 + size % 1'000'000 : size);
        const char* found = messages_ ? messages_->get(0, nullptr, std::string(one).c_str(), small) : nullptr;
        std::vector<Argument> all(arguments);
        all.emplace_back("n", format_number(facts_, static_cast<double>(n), 0));
        return filled(found ? std::string_view(found) : size == 1 ? one : many, all, language_);
    }

    std::string number(double value, int decimals) const override { return format_number(facts_, value, decimals); }
    std::string date(base::Date date) const override { return format_date(facts_, facts_.date_pattern, date); }
    std::string short_date(base::Date date) const override {
        return format_date(facts_, facts_.short_date_pattern, date);
    }
    std::string weekday(int weekday) const override {
        return weekday < 0 || weekday > 6 ? "" : facts_.weekdays[static_cast<std::size_t>(weekday)];
    }
    std::string time(int hour, int minute) const override {
        char text[16];
        std::snprintf(text, sizeof text, "%02d%c%02d", hour % 100, facts_.hour_separator, minute % 100);
        return text;
    }
    std::string date_time(base::Instant instant, std::string_view zone) const override {
        const base::CivilTime civil = base::to_civil(instant, zone);
        return Translator::t(TEXT("{date} at {time}"), {{"date", date(civil.date)}, {"time", time(civil.hour, civil.minute)}});
    }

private:
    const LanguageInfo& language_;
    std::locale locale_;
    const Messages* messages_;
    LocaleFacts facts_;
};

struct Slot {
    std::once_flag once;
    std::unique_ptr<GettextTranslator> translator;
};

// "no" is how many browsers say Norwegian.
bool matches(const std::string& wanted, const std::string& offered) {
    const std::string primary = wanted.substr(0, wanted.find('-'));
    return wanted == offered || primary == offered || (primary == "no" && offered == "nb") ||
           (primary == "nn" && offered == "nb");
}

struct Wish {
    std::string language;
    double quality = 1;
};

std::vector<Wish> parse_wishes(std::string_view header) {
    std::vector<Wish> wishes;
    header = header.substr(0, 1000);
    while (!header.empty() && wishes.size() < 32) {
        const std::size_t comma = header.find(',');
        std::string part = base::ascii_lower(header.substr(0, comma));
        header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
        std::erase_if(part, [](char c) { return c == ' ' || c == '\t'; });
        Wish wish{part.substr(0, part.find(';')), 1};
        const std::size_t quality = part.find(";q=");
        if (quality != std::string::npos) {
            const std::string digits = part.substr(quality + 3, 5);
            wish.quality = digits.empty() || digits[0] == '0' ? 0 : 1;
            if (digits.size() > 2 && digits[0] == '0' && digits[1] == '.') {
                double scale = 0.1;
                for (const char c : std::string_view(digits).substr(2)) {
                    if (c < '0' || c > '9') break;
                    wish.quality += scale * (c - '0');
                    scale /= 10;
                }
            }
        }
        if (!wish.language.empty() && wish.quality > 0) wishes.push_back(std::move(wish));
    }
    return wishes;
}

}  // namespace

const Translator& translator(std::string_view language) {
    static std::array<Slot, 11> slots;
    const auto& known = known_languages();
    std::size_t index = 2;  // English
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].code == language && has_language(language)) index = i;
    }
    Slot& slot = slots[index];
    std::call_once(slot.once, [&] { slot.translator = std::make_unique<GettextTranslator>(known[index]); });
    return *slot.translator;
}

const std::vector<LanguageInfo>& languages() {
    static const std::vector<LanguageInfo> offered = [] {
        std::vector<LanguageInfo> result;
        for (const LanguageInfo& language : known_languages()) {
            if (language.code == "en" || base::embedded_file(catalogue_name(language.code))) result.push_back(language);
        }
        return result;
    }();
    return offered;
}

bool has_language(std::string_view code) {
    for (const LanguageInfo& language : languages()) {
        if (language.code == code) return true;
    }
    return false;
}

std::string negotiate(std::string_view accept_language, const std::vector<std::string>& offered) {
    std::string best;
    double best_quality = 0;
    for (const Wish& wish : parse_wishes(accept_language)) {
        for (const std::string& language : offered) {
            if (wish.quality > best_quality && matches(wish.language, base::ascii_lower(language))) {
                best = language;
                best_quality = wish.quality;
            }
        }
    }
    return best;
}

}  // namespace digilots::i18n
