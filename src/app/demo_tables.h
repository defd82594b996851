#pragma once
// The records of the demo's made-up municipalities, from tables as anybody takes them in: data/demo/lotsby/place.csv.
#include "app/application.h"

namespace digilots::app {

class DemoTables {
public:
    DemoTables(Application& application, const Demo& demo);

    /// Those that can be taken in now: what they link to is there, and somebody to do it. All of one or nothing.
    void take_in();
    /// CommandError where one could not be taken in.
    void check_all_taken() const;

private:
    struct Table {
        std::string municipality, file;      // "lotsby", "lotsby/place"
        register_::Records* records;
        std::string fault = "";
    };
    bool take_in(Table& table);
    void add(const std::string& municipality, const std::string& from, std::initializer_list<const char*> names);

    Application& application_;
    const Demo& demo_;
    std::vector<Table> waiting_;
};

}  // namespace digilots::app
