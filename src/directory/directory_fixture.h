#pragma once
// For the tests of this slice: the real mapping in a database of its own, and requests to the slice's own routes.
#include <gtest/gtest.h>

#include "directory/directory.h"
#include "platform/base/embedded.h"
#include "platform/testing/database.h"

namespace digilots::directory {

class DirectoryTest : public testing::Test {
protected:
    DirectoryTest() {
        import(std::string(*base::embedded_file("data/demo/mapping.json")));
    }

    ImportPlan import(const std::string& text) {
        const auto plan = plan_import(*database_, text, "mapping.json");
        apply_import(*database_, municipalities_, plan, clock_.now());
        municipalities_.refresh();
        directory_.refresh();
        return plan;
    }

    http::Request request(std::string_view path) {
        http::Request request;
        request.path = path.substr(0, path.find('?'));
        request.received = clock_.now();
        request.language = "sv";
        return request;
    }

    http::Response get(std::string_view path, std::string_view accept = "text/html") { return call(http::Method::get, path, {}, accept); }
    http::Response post(std::string_view path, http::Fields form) { return call(http::Method::post, path, std::move(form), "text/html"); }

    base::TestClock clock_{digilots::testing::at("2026-11-23T09:00:00Z")};   // a Monday, 10.00 in Sweden
    std::unique_ptr<db::Database> database_ = digilots::testing::fresh_database();
    municipality::Municipalities municipalities_{*database_, clock_};
    Directory directory_{*database_, municipalities_, clock_};

private:
    /// Finds the route as the server does: literal segments win.
    http::Response call(http::Method method, std::string_view path, http::Fields form, std::string_view accept);
};

}  // namespace digilots::directory
