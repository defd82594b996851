#include <sys/stat.h>

#include "app/command_line.h"
#include "platform/mail/incoming.h"
#include "platform/tables/read_table.h"

int main(int argument_count, char** arguments) {
    // Started by this program for a spreadsheet or a letter that somebody sent: no command of anybody else's.
    if (digilots::tables::is_reading_process(argument_count, arguments)) return digilots::tables::run_reading_process();
    if (digilots::mail::is_reading_process(argument_count, arguments)) return digilots::mail::run_reading_process();
    // Databases, backups and indexes are for the service's own user alone.
    ::umask(0077);
    return digilots::app::run_command_line(argument_count, arguments);
}
