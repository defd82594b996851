#pragma once
// What free text may not hold, and what it may hold and is asked about: Swedish and Norwegian. The browser's scripts say the
// same (web/scripts/free_text).
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace digilots::personal {

enum class PersonalData { none, personal_number, phone_number, email, card_number, account_number };
/// Swedish personnummer, samordningsnummer and interim numbers, Norwegian fødselsnummer, D- and H-numbers (with check digits,
/// both centuries, any separators), phone numbers, e-mail addresses (also "(at)"), card numbers, IBAN. Any bytes are allowed in.
PersonalData find_personal_data(std::string_view text);
/// A number of a person, a card or an account, whatever else stands there; what no text of any kind is to hold. Else none.
PersonalData find_kept_number(std::string_view text);
/// What of a text is refused: the whole address, the number alone without the words that say what it is. In characters, the
/// first is 1, both included.
struct PersonalStretch {
    PersonalData kind = PersonalData::none;
    std::size_t from = 0, to = 0;
};
/// Where it stands. For texts as long as notes: it reads them once for each word.
std::optional<PersonalStretch> locate_personal_data(std::string_view text);
/// What may be personal and may be ordinary: it is kept, and who writes it is told.
enum class Doubt { phone_number, email, name, address };
std::vector<Doubt> doubts_about(std::string_view text);

}  // namespace digilots::personal
