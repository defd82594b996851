#include "platform/base/csv.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(Csv, a_spreadsheet_runs_nothing_that_somebody_wrote) {
    CsvWriter csv;
    csv.line({"=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "\r=1", "a=b"});
    const auto text = std::move(csv).take();
    EXPECT_NE(text.find("'=1+1;'+46;'-2;'@SUM(A1);'\t=1;\"'\r=1\";a=b\r\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace digilots::base
