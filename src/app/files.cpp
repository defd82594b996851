#include "app/files.h"

#include "app/application.h"
#include "platform/files/sweep.h"

namespace digilots::app {

namespace {

const std::vector<PrivacyNotice> privacy{
    {PrivacyNotice::Of::staff, TEXT("Who added a picture or a document to a record stands beside it until "
                                    "the file is removed, or its record. Where and with "
                                    "which camera a picture was taken is removed before it is kept.")},
};

std::vector<Finding> examine_files(const Application& application) {
    const auto examined = files::examine(application.database);
    std::vector<Finding> findings;
    for (const auto& fault : examined.faults)
        findings.push_back(
            {Health::wrong, "files",
             fault + ": it is not shown. Add the file again, or restore a backup that has it whole."});
    if (!findings.empty()) return findings;
    return {{Health::good, "files",
             std::to_string(examined.files) + " of records, " + std::to_string(examined.bytes / 1024) +
                 " kB, all whole"}};
}

}  // namespace

Slice files_of(Application& app) {
    return {.name = "files",
            .privacy = privacy,
            .jobs = {files::sweeping(app.database)},
            .examine = [&app] { return examine_files(app); },
            .load_demo = [&app](const Demo& demo) { load_demo_files(app, demo); }};
}

}  // namespace digilots::app
