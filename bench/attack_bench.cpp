// Made-up years of released tables, attacked by linear programming (Debian's glpk-utils).
//   attack_bench [ROUNDS] [CELLS]     of five years each, decided as one and table by table: 6 and 300 without
#include <cstdio>
#include <cstdlib>

#include "releases/attack_for_tests.h"

int main(int argument_count, char** arguments) {
    using namespace digilots;
    const int rounds = argument_count > 1 ? std::atoi(arguments[1]) : 6;
    const int cells = argument_count > 2 ? std::atoi(arguments[2]) : 300;
    suppression::Learned learned;
    for (int round = 1; round <= rounds; ++round) {
        for (const auto& tables : {releases::table_keys(), releases::tables_now()})
            learned.add(releases::attack_years(1000U * static_cast<unsigned>(round), cells, tables));
        std::printf("  round %d: %d cells\n", round, learned.tried);
        std::fflush(stdout);
    }
    std::printf("%s", learned.what.c_str());
    std::printf("%d hidden cells attacked: known exactly %d (at most 0), too closely %d (at most 0)\n", learned.tried, learned.exactly,
                learned.nearly);
    return learned.nearly == 0 ? 0 : 1;
}
