#pragma once
// What both engines' connections have in common; only for the files of this folder.
#include <exception>
#include <string_view>

#include "platform/db/connection.h"

namespace digilots::db {

class EngineConnection : public Connection {
public:
    Rows run(const Statement& statement, std::vector<Value> parameters) final;
    std::int64_t change(const Statement& statement, std::vector<Value> parameters) final;
    void execute_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) final;

    /// Several statements without parameters (a migration).
    virtual void run_script(std::string_view script) = 0;

    /// At the start of each transaction.
    void forget_failure() { failure_ = nullptr; }
    /// At its end: throws what a closure has swallowed, so that half a transaction is never committed.
    void rethrow_failure() const;

protected:
    virtual Rows do_run(const Statement& statement, const std::vector<Value>& parameters) = 0;
    virtual std::int64_t do_change(const Statement& statement, const std::vector<Value>& parameters) = 0;
    virtual void do_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) = 0;

private:
    template <class F>
    auto guarded(const Statement& statement, F&& work);

    std::exception_ptr failure_;
};

}  // namespace digilots::db
