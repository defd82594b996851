#include "progress/pages.h"

namespace digilots::progress {

namespace {

using http::Access;
using http::Method;
using Handler = http::Response (*)(const Pages&, const http::Request&);

class Table {
public:
    explicit Table(const Pages& pages) : pages_(pages) {}

    void add(Method method, const std::string& path, Access access, Handler handler) {
        routes.push_back({method, path, access, [pages = pages_, handler](const http::Request& request) {
                              return handler(pages, request);
                          }});
    }

    http::Routes routes;

private:
    Pages pages_;
};

void add_public(Table& table) {
    const auto get = [&table](const std::string& path, Handler handler) {
        table.add(Method::get, path, Access::anyone, handler);
    };
    get("/{municipality}/progress", progress_page);
    get("/{municipality}/progress/method", method_page);
    get("/{municipality}/progress/wheel", wheel_page);
    get("/{municipality}/progress/wheel/embed", embedded_wheel_page);
    get("/{municipality}/progress/wheel/years", wheel_years_page);
    get("/{municipality}/progress/wheel/years.csv", wheel_years_csv);
    get("/{municipality}/progress/wheel.svg", wheel_svg_file);
    get("/{municipality}/progress/wheel.png", wheel_png_file);
    get("/{municipality}/progress/wheel.pdf", wheel_pdf_file);
    get("/{municipality}/progress/wheel.csv", wheel_csv_file);
    get("/{municipality}/progress/targets/{target}", target_page);
    get("/{municipality}/progress/targets/{target}/figures.csv", target_csv_file);
    get("/api/v1/{municipality}/wheel", get_wheel);
}

/// The same for municipalities without a service here.
void add_national(Table& table) {
    const auto get = [&table](const std::string& path, Handler handler) {
        table.add(Method::get, path, Access::anyone, handler);
    };
    get("/wheels", wheels_page);
    get("/wheels/method", method_page);
    get("/wheels/{slug}", wheel_page);
    get("/wheels/{slug}/wheel/embed", embedded_wheel_page);
    get("/wheels/{slug}/wheel/years", wheel_years_page);
    get("/wheels/{slug}/wheel/years.csv", wheel_years_csv);
    get("/wheels/{slug}/wheel.svg", wheel_svg_file);
    get("/wheels/{slug}/wheel.png", wheel_png_file);
    get("/wheels/{slug}/wheel.pdf", wheel_pdf_file);
    get("/wheels/{slug}/wheel.csv", wheel_csv_file);
    get("/wheels/{slug}/targets/{target}", target_page);
    get("/wheels/{slug}/targets/{target}/figures.csv", target_csv_file);
    get("/api/v1/wheels/{slug}", get_wheel);
}

void add_staff(Table& table) {
    const std::string base = "/{municipality}/staff/progress";
    const auto read = [&](const std::string& path, Handler handler) {
        table.add(Method::get, base + path, Access::guide, handler);
    };
    const auto edit = [&](const std::string& path, Handler handler) {
        table.add(Method::post, base + path, Access::coordinator, handler);
    };
    read("", choose_targets_page);
    edit("/adopt", adopt_proposal);
    read("/targets/{target}", choose_target_page);
    edit("/targets/{target}", save_target);
    edit("/targets/{target}/leave-out", leave_out_target);
    read("/goals", own_goals_page);
    read("/goals/{key}", own_goal_page);
    edit("/goals/{key}", save_own_goal);
    edit("/goals/{key}/remove", remove_own_goal);
    read("/evaluations", evaluations_page);
    read("/evaluations/{year}", evaluation_page);
    edit("/evaluations/{year}", save_evaluation);
    edit("/evaluations/{year}/close", close_evaluation);
}

}  // namespace

http::Routes routes(Progress& progress, const municipality::Municipalities& municipalities,
                    const base::Clock& clock) {
    Table table({progress, municipalities, clock});
    add_public(table);
    add_national(table);
    add_staff(table);
    return std::move(table.routes);
}

}  // namespace digilots::progress
