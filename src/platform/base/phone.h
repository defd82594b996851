#pragma once
// Phone numbers as people in Sweden and Norway write and paste them: the only place where one is read or dialled.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::base {

struct PhoneNumber {
    /// What follows "tel:": "+4660191000", "+4775420000;ext=12"; as it stands where it has no country ("112", "02800").
    std::string dialled;
    /// As typed, with plain spaces, hyphens and digits, without "tel:": to be kept and shown.
    std::string written;
};

/// "060-19 10 00", "+46(0)60-19 10 00", "0046 60 19 10 00", "(+47) 75 42 00 00", "1177", "060-19 10 00 ankn. 12", with
/// spaces, dashes and digits of any kind. `country` ("SE", "NO", "" unknown) is that of numbers without a country code.
/// Nothing where it is no one number of 3 to 15 digits.
std::optional<PhoneNumber> read_phone(std::string_view text, std::string_view country);
/// Of a person, who is to be rung: no short number of a service, such as "1234" or "1177".
std::optional<PhoneNumber> read_persons_phone(std::string_view text, std::string_view country);
/// "SE", "NO" by the zone of a municipality; "" for others.
std::string_view country_of_zone(std::string_view zone);

}  // namespace digilots::base
