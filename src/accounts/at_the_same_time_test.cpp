// Two people do what only one of them may, at the same moment.
#include <gtest/gtest.h>

#include <liboath/oath.h>

#include "accounts/service.h"
#include "accounts/sql.h"
#include "accounts/totp.h"
#include "platform/base/uuid.h"
#include "platform/testing/race.h"

namespace digilots::accounts {
namespace {

constexpr const char* old_password = "correct horse battery";

struct TwoOffices {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase servers;
    Service first{*servers.first, clock}, second{*servers.second, clock};
    const std::string hash = PasswordPool().enter().hash(old_password);

    Service& of(int runner) { return runner % 2 == 0 ? first : second; }

    std::string add(const std::string& municipality, http::Role role = http::Role::administrator) {
        Account account;
        account.id = base::new_uuid(clock.now());
        account.municipality_id = municipality;
        account.email = account.id + "@sundsvall.example";
        account.password_hash = hash;
        account.role = role;
        servers.first->write(
            [&](db::Connection& connection) { return store::add_account(connection, account, clock.now()); });
        return account.id;
    }

    SignInAttempt attempt_of(const std::string& id, const std::string& code = "") const {
        SignInAttempt attempt;
        attempt.email = id + "@sundsvall.example";
        attempt.password = old_password;
        attempt.code = code;
        return attempt;
    }

    std::size_t administrators(const std::string& municipality) {
        std::size_t count = 0;
        for (const auto& account : first.list(municipality))
            count += account.role == http::Role::administrator && !account.disabled;
        return count;
    }

    std::string code_for(const std::string& secret) const {
        char* bytes = nullptr;
        std::size_t length = 0;
        oath_base32_decode(secret.data(), secret.size(), &bytes, &length);
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(clock.now().time_since_epoch()).count();
        char code[7] = {};
        oath_totp_generate(bytes, length, static_cast<time_t>(seconds), 30, 0, 6, code);
        free(bytes);
        return code;
    }
};

TEST(AtTheSameTime, TwoAdministratorsWhoDemoteEachOtherLeaveOne) {
    TwoOffices offices;
    for (int round = 0; round < 30; ++round) {
        const std::string here = "m" + std::to_string(round);
        const std::vector<std::string> both{offices.add(here), offices.add(here)};
        const int demoted = testing::count_winners(2, [&](int runner) {
            const auto& other = both[static_cast<std::size_t>(runner)];
            return offices.of(runner).change_access(here, other, {http::Role::guide}, "operator").has_value();
        });
        EXPECT_EQ(demoted, 1) << round;
        EXPECT_EQ(offices.administrators(here), 1u) << round;
    }
}

TEST(AtTheSameTime, OfTwoWhoChangeTheRoleBothHaveSeenOneIsTold) {
    TwoOffices offices;
    offices.add("m1");
    const std::string bo = offices.add("m1");
    for (int round = 0; round < 12; ++round) {
        const auto account = *offices.first.find("m1", bo);
        const auto seen = base::Seen::mark(mark_of(account));
        std::vector<http::Role> others{http::Role::guide, http::Role::editor, http::Role::coordinator};
        std::erase(others, *account.role);
        const int changed = testing::count_winners(2, [&](int runner) {
            const auto role = others[static_cast<std::size_t>(runner)];
            return offices.of(runner).change_access("m1", bo, {role}, "operator", seen).has_value();
        });
        EXPECT_EQ(changed, 1) << round;
    }
}

TEST(AtTheSameTime, TwoAdministratorsWhoCloseOrDemoteEachOtherLeaveOne) {
    TwoOffices offices;
    for (int round = 0; round < 30; ++round) {
        const std::string here = "m" + std::to_string(round);
        const std::string anna = offices.add(here), bo = offices.add(here);
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                static_cast<void>(offices.first.disable(here, anna, "operator", LastAdministrator::stays));
            } else {
                static_cast<void>(offices.second.change_access(here, bo, {http::Role::guide}, "operator"));
            }
        });
        EXPECT_EQ(offices.administrators(here), 1u) << round;
    }
}

TEST(AtTheSameTime, OfTwoNewPasswordsForOneOldOneCounts) {
    TwoOffices offices;
    for (int round = 0; round < 4; ++round) {
        const std::string anna = offices.add("2281");
        const int changed = testing::count_winners(2, [&](int runner) {
            const auto fresh = "new password number " + std::to_string(runner);
            return offices.of(runner).change_password(anna, old_password, fresh, "192.0.2.1").has_value();
        });
        EXPECT_EQ(changed, 1) << round;
    }
}

TEST(AtTheSameTime, WhoSignsInWhileThePasswordIsReplacedIsNotLeftInside) {
    TwoOffices offices;
    for (int round = 0; round < 6; ++round) {
        const std::string anna = offices.add("2281");
        SignIn entered;
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                entered = offices.first.sign_in(offices.attempt_of(anna));
            } else {
                EXPECT_TRUE(offices.second.set_password("2281", anna, "another good password", "operator"));
            }
        });
        const bool inside = entered.state == SignInState::signed_in &&
                            offices.first.find_session(entered.session_token, offices.clock.now()).has_value();
        EXPECT_FALSE(inside) << round;
    }
}

TEST(AtTheSameTime, TheSecondStepIsTurnedOnOnceAndGivesOneSetOfCodes) {
    TwoOffices offices;
    for (int round = 0; round < 10; ++round) {
        const std::string anna = offices.add("2281");
        offices.first.start_second_step(anna);
        const auto code = offices.code_for(offices.first.find(anna)->totp_pending);
        std::vector<std::string> codes;
        const int turned_on = testing::count_winners(2, [&](int runner) {
            const auto given = offices.of(runner).confirm_second_step(anna, code);
            if (given) codes = *given;
            return given.has_value();
        });
        EXPECT_EQ(turned_on, 1) << round;
        const auto kept = offices.first.database().read([&](db::Connection& connection) {
            return connection.query(sql::count_recovery_codes, anna)[0].integer("codes");
        });
        EXPECT_EQ(kept, static_cast<std::int64_t>(codes.size())) << round;
    }
}

TEST(AtTheSameTime, ARecoveryCodeOpensOneDoor) {
    TwoOffices offices;
    const std::string anna = offices.add("2281");
    offices.first.start_second_step(anna);
    const auto codes = offices.first.confirm_second_step(anna, offices.code_for(offices.first.find(anna)->totp_pending));
    ASSERT_TRUE(codes);
    for (int round = 0; round < 4; ++round) {
        const int entered = testing::count_winners(2, [&](int runner) {
            const auto& code = (*codes)[static_cast<std::size_t>(round)];
            return offices.of(runner).sign_in(offices.attempt_of(anna, code)).state == SignInState::signed_in;
        });
        EXPECT_EQ(entered, 1) << round;
    }
}

TEST(AtTheSameTime, TwoWhoLeaveDoNotHandOverToEachOther) {
    TwoOffices offices;
    for (int round = 0; round < 10; ++round) {
        const auto here = "m" + std::to_string(round);
        offices.add(here);
        const auto anna = offices.add(here), bo = offices.add(here);
        const int closed = testing::count_winners(2, [&](int runner) {
            const auto& who = runner == 0 ? anna : bo;
            const auto& successor = runner == 0 ? bo : anna;
            return offices.of(runner).disable(here, who, "operator", LastAdministrator::stays, successor).has_value();
        });
        EXPECT_EQ(closed, 1) << round << ": who takes over is still there";
    }
}

TEST(AtTheSameTime, AKeyIsRevokedOnce) {
    TwoOffices offices;
    for (int round = 0; round < 10; ++round) {
        const http::Scope write_log{"log:write", i18n::Text{"log inquiries"}};
        ASSERT_TRUE(offices.first.add_token("2281", "", "queue", {&write_log}, "operator"));
        const auto id = offices.first.tokens("2281").front().id;
        std::string newest = id;
        for (const auto& token : offices.first.tokens("2281")) {
            if (!token.revoked) newest = token.id;
        }
        const int revoked = testing::count_winners(2, [&](int runner) {
            return offices.of(runner).revoke_token("2281", newest, "operator").has_value();
        });
        EXPECT_EQ(revoked, 1) << round;
    }
}

TEST(AtTheSameTime, ALinkIsUsedOnce) {
    TwoOffices offices;
    for (int round = 0; round < 6; ++round) {
        const std::string bo = offices.add("2281");
        const auto given = offices.first.give_link("2281", bo, "operator", {"https://x.example", "sv", "Sundsvall"});
        ASSERT_TRUE(given);
        const auto token = given->link.substr(given->link.rfind('/') + 1);
        const int set = testing::count_winners(4, [&](int runner) {
            return offices.of(runner).set_password_by_link(token, "new password " + std::to_string(runner)).has_value();
        });
        EXPECT_EQ(set, 1) << round;
    }
}

TEST(AtTheSameTime, OfManyGuessesOnlyThoseThatAreFreeAreChecked) {
    for (int round = 0; round < 20; ++round) {
        Throttle throttle;
        const auto now = testing::at("2026-11-23T10:30:00Z");
        const int checked = testing::count_winners(16, [&](int) {
            Guess guess(throttle, {{"code:anna", 5}}, now);
            if (guess.wait()) return false;
            guess.was_wrong(now);
            return true;
        });
        EXPECT_EQ(checked, 5) << round;
        EXPECT_TRUE(throttle.wait({{"code:anna", 5}}, now));
    }
}

}  // namespace
}  // namespace digilots::accounts
