#pragma once
// An editor of a municipality before the forms of its directory.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "directory/directory_world.h"
#include "platform/testing/page_client.h"

namespace digilots::directory {

class EditorTest : public ::testing::Test, public DirectoryWorld {
protected:
    /// Of Sundsvall, where no other code is given.
    explicit EditorTest(std::string code = "2281") : municipality(std::move(code)) {
        client.accept_language = "sv";
        client.cookies()["session"] = "editor:" + municipality;
    }
    /// As it is stored now; stands until the next call.
    const Place* place(const char* id) { return (snapshot = directory.snapshot(municipality))->place(id); }

    const std::string municipality;
    SnapshotPtr snapshot;
    testing::PageClient client{server};
    const std::string town_hall = "/sundsvall/staff/directory/places/sundsvall-kommunhuset";
};

}  // namespace digilots::directory
