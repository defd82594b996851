// main() of every test program.
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/mail/incoming.h"
#include "platform/tables/read_table.h"

// The tests' own code is not optimised, and of an inline function that several files hold the linker takes the first: this
// file is optimised and stands first, so that the product's code and the reading of its pages are tested at their speed.
// Twice as fast where pages are read (measured).
template class std::basic_string<char>;
template class std::basic_string_view<char>;
template class std::vector<std::string>;
template class std::vector<std::pair<std::string, std::string>>;
template struct std::pair<std::string, std::string>;

int main(int argument_count, char** arguments) {
    if (digilots::tables::is_reading_process(argument_count, arguments)) return digilots::tables::run_reading_process();
    if (digilots::mail::is_reading_process(argument_count, arguments)) return digilots::mail::run_reading_process();
    ::testing::InitGoogleTest(&argument_count, arguments);
    return RUN_ALL_TESTS();
}
