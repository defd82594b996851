#include <sys/stat.h>

#include "app/command_line.h"

int main(int argument_count, char** arguments) {
    // Databases, backups and indexes are for the service's own user alone.
    ::umask(0077);
    return digilots::app::run_command_line(argument_count, arguments);
}
