#pragma once
// All pages of one installation in one process, signed in as somebody who may see all of them, and their forms: found by
// reading the pages, so that what is added later is found too.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/application.h"
#include "platform/http/router.h"
#include "platform/testing/database.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"

namespace digilots::app {

/// One thing that takes text from outside.
struct Entrance {
    enum class Kind { form, query, json } kind = Kind::form;
    std::string page;      // where the form stands; the path of a query or of an interface
    std::string action;    // of the form, as it stands in the page
    std::string field;
    bool operator<(const Entrance& other) const {
        return std::tie(kind, page, action, field) < std::tie(other.kind, other.page, other.action, other.field);
    }
};

class WholeSite {
public:
    /// At home in Sundsvall, or in what the operator added with this key.
    explicit WholeSite(const std::string& key = "");

    /// Every page that can be come to, at most `most_of_a_kind` of one route: path → the answer. Each must be there.
    std::map<std::string, testing::Page> read_all(std::size_t most_of_a_kind);
    /// Every field of every form of these pages and of the described interface, each once.
    std::vector<Entrance> entrances(const std::map<std::string, testing::Page>& pages) const;
    /// Sends `text` through one of them, with everything else as a person would fill it in.
    http::Response send(const Entrance& entrance, const std::string& text, std::uint32_t turn);
    /// Sends every form of these pages as somebody would who means well; how many. None may fail.
    std::size_t send_all_forms(const std::map<std::string, testing::Page>& pages);
    /// What somebody sees who is not signed in.
    testing::Page visit(const std::string& url) { return testing::PageClient(*server_).get_once(url); }
    /// Paths of all pages that anyone may read, without those below one thing ("/sundsvall/places/…").
    std::vector<std::string> public_paths() const;
    /// One who may see and change everything.
    testing::PageClient somebody();
    /// Whose entries are their own.
    const std::string& account() const { return account_; }
    /// Routes that take a form, and by them the forms of these pages that are sent there.
    std::map<std::string, std::vector<testing::Form>> posted_forms(const std::map<std::string, testing::Page>& pages) const;
    /// As a server that is started anew on the same data.
    void start_again();

    base::TestClock clock;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<Application> application;

private:
    void make_server();
    http::Identity everybody() const;
    http::Identity program() const;
    std::string with_home(std::string path) const;
    http::Response ask(http::Method method, const std::string& url, std::string body = "", const std::string& type = "");
    http::Response send_form(const Entrance& entrance, const std::string& text, std::uint32_t turn);
    http::Response send_json(const Entrance& entrance, const std::string& text, std::uint32_t turn);

    testing::TemporaryFolder folder_;
    const std::string home_, slug_;
    std::string account_;
    std::unique_ptr<http::Router> router_;
    std::unique_ptr<http::Server> server_;
};

}  // namespace digilots::app
