// A visit to a mailbox whose server is played, well and badly behaved: what is kept is marked as read, and nothing else.
#include "platform/mail/mailbox.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "platform/base/ensure.h"
#include "platform/base/mutex.h"
#include "platform/base/text.h"

namespace digilots::mail {
namespace {

using namespace std::chrono_literals;

enum class Manner {
    usual,
    refuses_password,
    silent,
    no_imap,
    endless_line,
    breaks_in_letter,
    refuses_first,
    gives_all,
    literal_in_search,
    drips
};

/// One connection after the other, on a free loopback port.
class PlayedImap {
public:
    PlayedImap(std::map<int, std::string> letters, Manner manner) : manner_(manner), letters_(std::move(letters)) {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ENSURE(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(listener_, 8) == 0);
        ENSURE(::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
        thread_ = std::jthread([this] { serve(); });
    }
    ~PlayedImap() {
        stopping_ = true;
        thread_.join();
        ::close(listener_);
    }
    MailboxServer server() const {
        return {.url = "imap://127.0.0.1:" + std::to_string(port_), .user = "us\"er", .password = "p\\w"};
    }
    std::vector<int> seen() const {
        const base::Lock lock(mutex_);
        return seen_;
    }
    std::string login() const {
        const base::Lock lock(mutex_);
        return login_;
    }

private:
    bool wait(int descriptor) const {
        while (!stopping_) {
            pollfd wanted{descriptor, POLLIN, 0};
            if (::poll(&wanted, 1, 20) > 0) return true;
        }
        return false;
    }
    void serve() {
        while (wait(listener_)) {
            const int connection = ::accept(listener_, nullptr, nullptr);
            if (connection < 0) continue;
            talk(connection);
            ::close(connection);
        }
    }
    static bool say(int connection, const std::string& text) {
        return ::send(connection, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
    }
    void talk(int connection) {
        if (manner_ == Manner::silent) {
            wait(connection);
            return;
        }
        if (manner_ == Manner::no_imap && !say(connection, "220 smtp.example.org\r\n")) return;
        if (manner_ == Manner::endless_line)
            while (!stopping_ && say(connection, std::string(4096, 'x'))) {
            }
        if (!say(connection, "* OK ready\r\n")) return;
        std::string unread;
        for (char piece[4096]; wait(connection);) {
            const auto count = ::recv(connection, piece, sizeof piece, 0);
            if (count <= 0) return;
            unread.append(piece, static_cast<std::size_t>(count));
            for (std::size_t end = 0; (end = unread.find("\r\n")) != std::string::npos; unread.erase(0, end + 2))
                if (!answer(connection, unread.substr(0, end))) return;
        }
    }
    bool answer(int connection, const std::string& line) {
        const auto tag = line.substr(0, line.find(' '));
        const auto command = line.substr(tag.size() + 1);
        if (command.starts_with("LOGIN")) {
            const base::Lock lock(mutex_);
            login_ = command;
            return say(connection, tag + (manner_ == Manner::refuses_password ? " NO wrong\r\n" : " OK\r\n"));
        }
        if (command.starts_with("UID SEARCH")) {
            std::string all = "* SEARCH";
            const auto marked = seen();
            for (const auto& [number, bytes] : letters_)
                if (std::ranges::find(marked, number) == marked.end()) all += " " + std::to_string(number);
            if (manner_ == Manner::literal_in_search) all += " {1000000}";
            if (manner_ == Manner::drips)
                while (say(connection, "* OK still here\r\n")) ::poll(nullptr, 0, 5);
            return say(connection, all + "\r\n" + tag + " OK\r\n");
        }
        if (command.starts_with("UID FETCH")) {
            const auto& bytes = letters_.at(std::stoi(command.substr(10)));
            const int number = std::stoi(command.substr(10));
            if (manner_ == Manner::refuses_first && number == letters_.begin()->first)
                return say(connection, tag + " NO [SERVERBUG] cannot read it\r\n");
            const auto asked = static_cast<std::size_t>(std::stoi(command.substr(command.find("<0.") + 3)));
            const auto part = manner_ == Manner::gives_all ? bytes : bytes.substr(0, asked);
            const auto head = "* 1 FETCH (BODY[] {" + std::to_string(part.size()) + "}\r\n";
            if (manner_ == Manner::breaks_in_letter && number == letters_.begin()->first)
                return say(connection, head + part.substr(0, 3)) && false;
            return say(connection, head + part + ")\r\n" + tag + " OK\r\n");
        }
        if (command.starts_with("UID STORE")) {
            const base::Lock lock(mutex_);
            seen_.push_back(std::stoi(command.substr(10)));
        }
        return say(connection, tag + " OK\r\n") && command != "LOGOUT";
    }

    const Manner manner_;
    const std::map<int, std::string> letters_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    mutable base::Mutex mutex_;
    std::vector<int> seen_;
    std::string login_;
    std::jthread thread_;
};

const std::map<int, std::string> three{
    {4, "From: a@example.org\r\n\r\nOne {12}\r\n"}, {7, "From: b@example.org\r\n\r\nA1 OK\r\n"}, {9, ""}};

TEST(Mailbox, AnAddressIsOneOfAMailbox) {
    for (const char* good :
         {"imaps://mail.example.org", "imaps://mail.example.org:993", "imap://127.0.0.1:143", "imap://localhost:1143"})
        EXPECT_TRUE(is_mailbox_address(good)) << good;
    for (const char* wrong : {"", "imap://mail.example.org", "imaps://", "imaps://u@h", "imaps://h/INBOX", "https://h", "imaps://a b"})
        EXPECT_FALSE(is_mailbox_address(wrong)) << wrong;
}

const auto keep_all = [](const FetchedLetter&) { return Keeping::kept; };

TEST(Mailbox, WhatIsKeptIsMarkedAndNothingElse) {
    const PlayedImap played(three, Manner::usual);
    std::vector<std::string> letters;
    const auto keep = [&](const FetchedLetter& letter) {
        letters.push_back(letter.bytes);
        return letters.size() == 1 ? Keeping::later : Keeping::kept;
    };
    const auto visit = visit_mailbox(played.server(), keep);
    EXPECT_EQ(visit.marked, 2U);
    EXPECT_EQ(visit.put_off, 1U);
    EXPECT_EQ(visit.last, std::vector<std::string>{"4"});
    EXPECT_EQ(letters, (std::vector<std::string>{three.at(4), three.at(7), ""}));
    EXPECT_EQ(played.seen(), (std::vector<int>{7, 9}));
    EXPECT_EQ(played.login(), R"(LOGIN "us\"er" "p\\w")");
    EXPECT_EQ(count_unread(played.server()), 1U);
    EXPECT_EQ(visit_mailbox(played.server(), keep_all).marked, 1U) << "comes again";
}

TEST(Mailbox, WhatCannotBeKeptStaysUnread) {
    const PlayedImap played(three, Manner::usual);
    const auto fail = [](const FetchedLetter&) -> Keeping { throw std::runtime_error("the disk is full"); };
    EXPECT_THROW(visit_mailbox(played.server(), fail), std::runtime_error);
    EXPECT_TRUE(played.seen().empty());
}

TEST(Mailbox, OfALongLetterTheBeginningIsReadAndVisitsAreBounded) {
    std::map<int, std::string> letters;
    for (int number = 1; number <= 5; ++number)
        letters[number] = "From: a@example.org\r\n\r\n" + std::string(number == 1 ? 300'000 : 10, 'x');
    const PlayedImap played(letters, Manner::usual);
    std::vector<bool> whole;
    const auto keep = [&](const FetchedLetter& letter) {
        whole.push_back(letter.is_whole);
        EXPECT_LE(letter.bytes.size(), 100'000U);
        return Keeping::kept;
    };
    EXPECT_EQ(visit_mailbox(played.server(), keep, nullptr, {.longest_letter = 100'000, .most_letters = 3}).marked, 3U);
    EXPECT_EQ(whole, (std::vector<bool>{false, true, true}));
    EXPECT_EQ(visit_mailbox(played.server(), keep, [] { return true; }).marked, 0U) << "asked to stop";
}

TEST(Mailbox, ABadServerIsTroubleAndLosesNothing) {
    const MailboxLimits impatient{.connect = 1s, .answer = 300ms};
    for (const auto manner :
         {Manner::refuses_password, Manner::silent, Manner::no_imap, Manner::endless_line, Manner::literal_in_search,
          Manner::drips}) {
        const PlayedImap played(three, manner);
        bool is_asked = false;
        const auto keep = [&](const FetchedLetter&) {
            is_asked = true;
            return Keeping::kept;
        };
        try {
            visit_mailbox(played.server(), keep, nullptr, impatient);
            ADD_FAILURE() << static_cast<int>(manner);
        } catch (const MailboxTrouble& trouble) {
            EXPECT_EQ(std::string(trouble.what()).find("p\\w"), std::string::npos);
        }
        EXPECT_FALSE(is_asked);
        EXPECT_TRUE(played.seen().empty());
    }
    EXPECT_THROW(visit_mailbox(
                     {.url = "imap://127.0.0.1:1"}, keep_all, nullptr, impatient),
                 MailboxTrouble);
}

TEST(Mailbox, OneLetterThatTheServerDoesNotGiveIsPassedOver) {
    for (const auto manner : {Manner::refuses_first, Manner::breaks_in_letter}) {
        const PlayedImap played(three, manner);
        const auto visit = visit_mailbox(played.server(), keep_all, nullptr, {.connect = 1s, .answer = 300ms});
        EXPECT_EQ(visit.marked, 2U) << static_cast<int>(manner);
        EXPECT_EQ(visit.troubled, 1U);
        EXPECT_NE(visit.trouble, "");
        EXPECT_EQ(visit.last, std::vector<std::string>{"4"});
        EXPECT_EQ(played.seen(), (std::vector<int>{7, 9}));
    }
}

TEST(Mailbox, WhatStayedUnreadComesBehindTheOthers) {
    const PlayedImap played(three, Manner::usual);
    EXPECT_EQ(visit_mailbox(played.server(), keep_all, nullptr, {.most_letters = 2}, {"4"}).marked, 2U);
    EXPECT_EQ(played.seen(), (std::vector<int>{7, 9}));
}

TEST(Mailbox, ManyNumbersAreReadAndALetterThatIsSentWholeIsCut) {
    std::map<int, std::string> letters{{1, "From: a@example.org\r\n\r\n" + std::string(500'000, 'x')}};
    for (int number = 10'001; number <= 40'000; ++number) letters[number] = "From: b@example.org\r\n\r\nx";
    const PlayedImap played(letters, Manner::gives_all);
    std::vector<std::pair<std::size_t, bool>> came;
    const auto keep = [&](const FetchedLetter& letter) {
        came.emplace_back(letter.bytes.size(), letter.is_whole);
        return Keeping::kept;
    };
    EXPECT_EQ(visit_mailbox(played.server(), keep, nullptr, {.longest_letter = 100'000, .most_letters = 2}).marked, 2U);
    EXPECT_EQ(came, (std::vector<std::pair<std::size_t, bool>>{{100'000, false}, {24, true}}));
    const MailboxLimits tight{.longest_letter = 100'000, .most_letters = 1, .most_passed_over = 1000};
    const PlayedImap again(letters, Manner::gives_all);
    EXPECT_EQ(visit_mailbox(again.server(), keep_all, nullptr, tight).marked, 1U) << "passed over";
}

TEST(Mailbox, AVisitToASilentServerEndsSoonAfterSomebodyAsks) {
    const PlayedImap played(three, Manner::silent);
    const auto began = std::chrono::steady_clock::now();
    int asked = 0;
    const auto visit = visit_mailbox(played.server(), keep_all, [&] { return ++asked > 2; });
    EXPECT_EQ(visit.marked, 0U);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 10s) << "an answer is waited for a minute";
}

}  // namespace
}  // namespace digilots::mail
