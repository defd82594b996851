// Made-up people's numbers in thousands of spellings are all found; made-up ordinary notes are all but never
// refused.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <random>

#include "platform/personal/personal_data.h"

namespace digilots::personal {
namespace {

using Random = std::mt19937;

int pick(Random& random, int from, int to) {
    return from + static_cast<int>(random() % static_cast<unsigned>(to - from + 1));
}

template <std::size_t n>
std::string one_of(Random& random, const std::array<const char*, n>& texts) {
    return texts[random() % n];
}

std::string padded(int number, std::size_t length) {
    auto text = std::to_string(number);
    return std::string(length > text.size() ? length - text.size() : 0, '0') + text;
}

std::string digits(Random& random, std::size_t length) {
    std::string text;
    while (text.size() < length) text += static_cast<char>('0' + random() % 10);
    return text;
}

char check_digit(const std::string& nine) {
    int sum = 0;
    for (std::size_t i = 0; i < nine.size(); ++i) {
        const int doubled = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// Six digits of the date, four of the serial; days from 61 are coordination numbers.
std::pair<std::string, std::string> swedish(Random& random) {
    const auto date = padded(pick(random, 0, 99), 2) + padded(pick(random, 1, 12), 2) +
                      padded(pick(random, 1, 28) + (random() % 5 == 0 ? 60 : 0), 2);
    auto serial = padded(pick(random, 1, 999), 3);
    serial += check_digit(date + serial);
    return {date, serial};
}

std::string norwegian(Random& random) {
    constexpr std::array<int, 9> first{3, 7, 6, 1, 8, 9, 4, 5, 2};
    constexpr std::array<int, 10> second{5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    while (true) {
        const int day = pick(random, 1, 28) + (random() % 4 == 0 ? 40 : 0),
                  month = pick(random, 1, 12) + (random() % 4 == 0 ? 40 : 0);
        auto made = padded(day, 2) + padded(month, 2) + digits(random, 5);
        int sum = 0;
        for (std::size_t i = 0; i < 9; ++i) sum += (made[i] - '0') * first[i];
        const int one = (11 - sum % 11) % 11;
        if (one == 10) continue;
        made += static_cast<char>('0' + one);
        sum = 0;
        for (std::size_t i = 0; i < 10; ++i) sum += (made[i] - '0') * second[i];
        const int two = (11 - sum % 11) % 11;
        if (two == 10) continue;
        return made + static_cast<char>('0' + two);
    }
}

/// The same digits from another keyboard.
std::string in_script(Random& random, std::string_view text) {
    constexpr std::array<char32_t, 4> zeros{0xFF10, 0x0660, 0x06F0, 0x0966};
    const char32_t zero = zeros[random() % zeros.size()];
    std::string made;
    for (const char letter : text) {
        if (letter < '0' || letter > '9') {
            made += letter;
            continue;
        }
        const char32_t code = zero + static_cast<char32_t>(letter - '0');
        if (code >= 0x800) made += static_cast<char>(0xE0 | (code >> 12));
        made += static_cast<char>(code >= 0x800 ? 0x80 | ((code >> 6) & 0x3F) : 0xC0 | (code >> 6));
        made += static_cast<char>(0x80 | (code & 0x3F));
    }
    return made;
}

constexpr std::array<const char*, 10> before_text{
    "", "Hjälpte ", "pnr ", "fnr: ", "(", "Ville ha BankID, ", "hun sa ", "nummer ", "Case: ", "Åsa,"};
constexpr std::array<const char*, 8> after_text{"",   " ville ha hjälp", ".", ")", ", tack", " ok",
                                                "\n", " fekk hjelp"};

std::string inside_a_note(Random& random, const std::string& number) {
    const auto spelled = random() % 8 == 0 ? in_script(random, number) : number;
    return one_of(random, before_text) + spelled + one_of(random, after_text);
}

TEST(PersonalDataProperty, EverySwedishNumberIsFoundInAnySpelling) {
    constexpr std::array<const char*, 10> separators{"", "-", "+", " ", "–", "−", " - ", "/", ".", "\u00A0"};
    Random random(1);
    for (int round = 0; round < 20'000; ++round) {
        const auto [date, serial] = swedish(random);
        const auto century = random() % 3 == 0 ? std::string("19") : std::string();
        const auto text = inside_a_note(random, century + date + one_of(random, separators) + serial);
        ASSERT_EQ(find_personal_data(text), PersonalData::personal_number) << text;
    }
}

TEST(PersonalDataProperty, EveryInterimNumberIsFoundInAnySpelling) {
    constexpr std::array<const char*, 6> separators{"", "-", "+", " ", "–", " - "};
    constexpr std::string_view any = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", usual = "TRSUWXJKLMN";
    Random random(2);
    for (int round = 0; round < 20'000; ++round) {
        const auto date = swedish(random).first;
        const auto century = random() % 3 == 0 ? std::string("19") : std::string();
        const auto separator = one_of(random, separators);
        const auto letters = separator == " " ? usual : any;        // "261126 B302" may be a room
        const std::string serial = letters[random() % letters.size()] + digits(random, 3);
        const auto text = inside_a_note(random, century + date + separator + serial);
        ASSERT_EQ(find_personal_data(text), PersonalData::personal_number) << text;
    }
}

TEST(PersonalDataProperty, EveryNorwegianNumberIsFoundInAnySpelling) {
    constexpr std::array<const char*, 8> separators{"", " ", "-", "–", ".", "/", "\u202F", " - "};
    Random random(3);
    for (int round = 0; round < 20'000; ++round) {
        auto number = norwegian(random);
        number.insert(6, one_of(random, separators));
        const auto text = inside_a_note(random, number);
        ASSERT_EQ(find_personal_data(text), PersonalData::personal_number) << text;
    }
}

TEST(PersonalDataProperty, EveryCardIsFoundInAnySpelling) {
    constexpr std::array<const char*, 8> separators{"", " ", "-", "\u00A0", "_", ", ", "\n", "."};
    Random random(4);
    for (int round = 0; round < 10'000; ++round) {
        std::string card = (random() % 2 == 0 ? "4" : "5" + std::to_string(pick(random, 1, 5)));
        card += digits(random, 15 - card.size());
        card += check_digit(card);
        const std::string separator = one_of(random, separators);
        const auto text = "kort " + card.substr(0, 4) + separator + card.substr(4, 4) + separator +
                          card.substr(8, 4) + separator + card.substr(12) + one_of(random, after_text);
        ASSERT_NE(find_personal_data(text), PersonalData::none) << text;
    }
}

std::string clock_time(Random& random, const char* between) {
    return padded(pick(random, 6, 21), 2) + between + padded(15 * pick(random, 0, 3), 2);
}

std::string date_text(Random& random) {
    const auto year = std::to_string(pick(random, 2019, 2027)), month = padded(pick(random, 1, 12), 2),
               day = padded(pick(random, 1, 28), 2);
    switch (random() % 4) {
        case 0:
            return year + "-" + month + "-" + day;
        case 1:
            return day + "." + month + "." + year;
        case 2:
            return year + month + day;
        default:
            return std::to_string(pick(random, 1, 28)) + "/" + std::to_string(pick(random, 1, 12)) + " " +
                   year;
    }
}

/// What has figures in an ordinary note.
std::string ordinary_figure(Random& random) {
    const auto year = std::to_string(pick(random, 2015, 2027));
    switch (random() % 18) {
        case 0:
            return "Dnr KS " + year + "/" + padded(pick(random, 1, 99999), 5);
        case 1:
            return "ärende " + year + "-" + digits(random, 5);
        case 2:
            return "sak " + year + "/" + std::to_string(pick(random, 1, 99999));
        case 3:
            return "saksnr " + digits(random, 8);
        case 4:
            return "order " + digits(random, 8);
        case 5:
            return "kostar " + std::to_string(pick(random, 1, 999)) + " " + padded(pick(random, 0, 999), 3) +
                   " kr";
        case 6:
            return "öppet " + clock_time(random, "") + "-" + clock_time(random, "");
        case 7:
            return "åpent " + clock_time(random, ".") + "–" + clock_time(random, ".");
        case 8:
            return "orgnr 55" + std::to_string(pick(random, 2, 9)) + digits(random, 3) + "-" +
                   digits(random, 4);
        case 9:
            return "postnr " + std::to_string(pick(random, 100, 999)) + " " + digits(random, 2);
        case 10:
            return "rum " + digits(random, 4);
        case 11:
            return "version " + std::to_string(pick(random, 1, 130)) + "." + digits(random, 1) + "." +
                   digits(random, 4) + "." + digits(random, 3);
        case 12:
            return "mötet " + date_text(random) + " kl " + clock_time(random, ".");
        case 13:
            return date_text(random) + " - " + date_text(random);
        case 14:
            return "HP " + digits(random, 4) + ", Samsung SM-G" + digits(random, 3) + "B";
        case 15:
            return std::to_string(pick(random, 1, 90)) + " minuter, " + std::to_string(pick(random, 1, 30)) +
                   " personer";
        case 16:
            return year + "/" + year.substr(2) + ", " + std::to_string(pick(random, 0, 100)) + "," +
                   digits(random, 1) + " %";
        default:
            return "ring " + one_of(random, std::array<const char*, 6>{"112", "1177", "114 14", "116 117",
                                                                       "116 111", "02800"});
    }
}

TEST(PersonalDataProperty, OrdinaryNotesAreAllButNeverRefused) {
    constexpr std::array<const char*, 8> joints{", ", ". ", " och ", " og ", "\n", "; ", " – ", " "};
    Random random(5);
    constexpr int notes = 50'000;
    int refused = 0, warned = 0;
    std::string examples;
    for (int round = 0; round < notes; ++round) {
        std::string text = ordinary_figure(random);
        for (int more = pick(random, 0, 3); more > 0; --more)
            text += one_of(random, joints) + ordinary_figure(random);
        const auto found = find_personal_data(text);
        if (found != PersonalData::none && ++refused <= 20)
            examples += std::to_string(static_cast<int>(found)) + ": " + text + "\n---\n";
        warned += !doubts_about(text).empty();
    }
    std::printf("refused %d, warned %d of %d ordinary notes\n", refused, warned, notes);
    EXPECT_LE(refused * 1000, notes * 5) << examples;
    EXPECT_LE(warned * 1000, notes * 5);
    RecordProperty("refused", refused);
}

}  // namespace
}  // namespace digilots::personal
