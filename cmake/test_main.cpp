// main() of every test program.
#include <gtest/gtest.h>

#include "platform/mail/incoming.h"
#include "platform/tables/read_table.h"

int main(int argument_count, char** arguments) {
    if (digilots::tables::is_reading_process(argument_count, arguments)) return digilots::tables::run_reading_process();
    if (digilots::mail::is_reading_process(argument_count, arguments)) return digilots::mail::run_reading_process();
    ::testing::InitGoogleTest(&argument_count, arguments);
    return RUN_ALL_TESTS();
}
