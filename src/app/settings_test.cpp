#include "app/settings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/command.h"
#include "app/mail.h"

namespace digilots::app {
namespace {

class SettingsTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = ::testing::TempDir() + "settings-XXXXXX";
        folder = mkdtemp(pattern.data());
        flags["data"] = folder;
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void write_file(const std::string& text) { std::ofstream(folder + "/settings.toml") << text; }
    base::Result<Settings, SettingsError> read() {
        return read_settings(flags, [this](const char* name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            if (found == environment.end()) return std::nullopt;
            return found->second;
        });
    }

    std::string folder;
    Flags flags, environment;
};

TEST_F(SettingsTest, HasDefaultsForEverything) {
    const auto settings = read();
    ASSERT_TRUE(settings.has_value());
    EXPECT_EQ(settings->database, "sqlite");
    EXPECT_EQ(settings->listen, "127.0.0.1:8080");
    EXPECT_TRUE(settings->rate_limits);
}

TEST_F(SettingsTest, EachIsAnOptionOfTheServer) {
    const auto& of_server = serve_command().settings;
    for (const auto& setting : known_settings()) {
        const std::string key = setting.key;
        const bool is_of_all = key == "data" || key == "database";
        EXPECT_EQ(std::ranges::count(of_server, key), is_of_all ? 0 : 1) << key;
    }
}

TEST_F(SettingsTest, FlagBeatsEnvironmentAndEnvironmentBeatsFile) {
    write_file("listen = \"127.0.0.1:1001\"\nworkers = 7\nrate_limits = false\ntrusted_proxies = [\"::1\", \"10.0.0.1\"]\n");
    environment["DIGILOTS_LISTEN"] = "127.0.0.1:1002";
    environment["DIGILOTS_WORKERS"] = "8";
    flags["listen"] = "127.0.0.1:1003";
    const auto settings = read();
    ASSERT_TRUE(settings.has_value()) << settings.error().message;
    EXPECT_EQ(settings->listen, "127.0.0.1:1003");
    EXPECT_EQ(settings->workers, 8);
    EXPECT_FALSE(settings->rate_limits);
    EXPECT_EQ(settings->trusted_proxies, (std::vector<std::string>{"::1", "10.0.0.1"}));
}

TEST_F(SettingsTest, TilesNeedAnAddressWithAnOrigin) {
    environment["DIGILOTS_MAP_TILES"] = "https://{s}.tiles.example.org:8443/{z}/{x}/{y}.png";
    const auto settings = read();
    ASSERT_TRUE(settings.has_value()) << settings.error().message;
    EXPECT_EQ(origin_of_tiles(settings->map_tiles), "https://*.tiles.example.org:8443");
    EXPECT_EQ(origin_of_tiles(""), "");
    for (const char* wrong : {"https://tiles.example.org/map.png", "tiles.example.org/{z}/{x}/{y}.png", "javascript:{z}{x}{y}",
                              "https://a.example; script-src */{z}/{x}/{y}", "https://{host}/{z}/{x}/{y}.png"}) {
        environment["DIGILOTS_MAP_TILES"] = wrong;
        const auto refused = read();
        ASSERT_FALSE(refused.has_value()) << wrong;
        EXPECT_EQ(refused.error().key, "map_tiles");
    }
}

TEST_F(SettingsTest, AWrongValueIsNamedWithItsKeyItsSourceAndWhatIsAllowed) {
    environment["DIGILOTS_DATABASE"] = "mysql://localhost";
    const auto settings = read();
    ASSERT_FALSE(settings.has_value());
    EXPECT_EQ(settings.error().key, "database");
    EXPECT_NE(settings.error().message.find("DIGILOTS_DATABASE"), std::string::npos);
    EXPECT_NE(settings.error().message.find("sqlite"), std::string::npos);
}

TEST_F(SettingsTest, RefusesWhatNoSettingAllows) {
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{
             {"listen", "8080"}, {"listen", "127.0.0.1:70000"}, {"listen", "::1:8080"}, {"workers", "0"},
             {"workers", "many"}, {"rate_limits", "sometimes"}, {"log_level", "loud"}, {"tls_key", "/not/there"}}) {
        Flags wrong = flags;
        wrong[key] = value;
        const auto settings = read_settings(wrong, [](const char*) { return std::nullopt; });
        ASSERT_FALSE(settings.has_value()) << key << " = " << value;
        EXPECT_EQ(settings.error().key, key);
    }
}

TEST_F(SettingsTest, AnUnknownKeyInTheFileIsAnErrorThatListsTheKnownOnes) {
    write_file("lisen = \"127.0.0.1:80\"\n");
    const auto settings = read();
    ASSERT_FALSE(settings.has_value());
    EXPECT_EQ(settings.error().key, "lisen");
    EXPECT_NE(settings.error().message.find("listen"), std::string::npos);
}

TEST_F(SettingsTest, ABrokenFileIsNamedWithItsLine) {
    write_file("workers = 4\nlisten =\n");
    const auto settings = read();
    ASSERT_FALSE(settings.has_value());
    EXPECT_NE(settings.error().message.find("line 2"), std::string::npos) << settings.error().message;
}

TEST_F(SettingsTest, AMissingFileThatWasAskedForIsAnError) {
    flags["settings"] = folder + "/other.toml";
    EXPECT_FALSE(read().has_value());
}

TEST_F(SettingsTest, AFolderOrADeviceInPlaceOfTheFileIsAnError) {
    for (const auto& no_file : {folder, std::string("/dev/zero")}) {
        flags["settings"] = no_file;
        const auto settings = read();
        ASSERT_FALSE(settings.has_value()) << no_file;
        EXPECT_NE(settings.error().message.find(no_file + " is no file"), std::string::npos) << settings.error().message;
    }
    flags.erase("settings");
    std::filesystem::create_directory(folder + "/settings.toml");
    EXPECT_FALSE(read().has_value()) << "a folder by the file's usual name";
}

TEST_F(SettingsTest, HostsBelongToMunicipalities) {
    write_file("hosts = [\"Digital.Sundsvall.se=sundsvall\", \"digital.harnosand.se = 2280\", "
               "\"digital.example=region-gavleborg\"]\n");
    const auto settings = read();
    ASSERT_TRUE(settings.has_value()) << settings.error().message;
    EXPECT_EQ(settings->hosts.at("digital.sundsvall.se"), "sundsvall");
    EXPECT_EQ(settings->hosts.at("digital.harnosand.se"), "harnosand");
    EXPECT_EQ(settings->hosts.at("digital.example"), "region-gavleborg") << "one with a key is looked for when serving";
    for (const char* wrong : {"digital.sundsvall.se", "=sundsvall", "a b=sundsvall", "digital.se=At lantis", "digital.se=",
                              "a.se=sundsvall,a.se=harnosand", "https://a.se=sundsvall"}) {
        flags["hosts"] = wrong;
        const auto refused = read();
        ASSERT_FALSE(refused.has_value()) << wrong;
        EXPECT_EQ(refused.error().key, "hosts");
    }
}

TEST_F(SettingsTest, LettersNeedAllThatTheyNeedAndNothingHalf) {
    const std::string file = folder + "/password";
    std::ofstream(file) << "secret\nnot this\n";
    const Flags all{{"smtp_url", "smtp://mail.example.org:587"}, {"mail_from", "digilots@example.org"},
                    {"public_address", "https://digilots.example.org"}, {"smtp_user", "digilots"}, {"smtp_password_file", file}};
    for (const auto& [key, value] : all) flags[key] = value;
    const auto settings = read();
    ASSERT_TRUE(settings.has_value()) << settings.error().message;
    const auto server = mail_server_of(*settings);
    EXPECT_EQ(server.password, "secret");
    EXPECT_TRUE(server.needs_tls);
    EXPECT_TRUE(letters_of(*settings).are_sent);
    EXPECT_EQ(letters_of(*settings).site, "https://digilots.example.org");
    for (const auto* missing : {"mail_from", "public_address", "smtp_user", "smtp_password_file", "smtp_url"}) {
        auto some = flags;
        some.erase(missing);
        const auto half = read_settings(some, [](const char*) { return std::nullopt; });
        ASSERT_FALSE(half.has_value()) << missing;
        EXPECT_TRUE(half.error().key.starts_with("smtp_")) << missing;
    }
    for (const auto& [key, wrong] : std::vector<std::pair<std::string, std::string>>{
             {"smtp_url", "mail.example.org"}, {"smtp_url", "http://mail.example.org"}, {"mail_from", "digilots"},
             {"mail_from", "a@b.example,c@d.example"}, {"public_address", "digilots.example.org"},
             {"public_address", "https://digilots.example.org/x"}, {"public_address", "https://digilots.example.org/"},
             {"smtp_password_file", folder + "/not-there"}}) {
        auto refused = flags;
        refused[key] = wrong;
        const auto settings_of = read_settings(refused, [](const char*) { return std::nullopt; });
        ASSERT_FALSE(settings_of.has_value()) << key << wrong;
        EXPECT_EQ(settings_of.error().key, key) << wrong;
    }
    std::ofstream(file) << "\n";
    EXPECT_THROW(mail_server_of(*settings), CommandError) << "no password in it";
    EXPECT_EQ(examine_mail(*settings).health, Health::wrong);
}

TEST_F(SettingsTest, WithoutAMailServerNothingIsSaidToBeMissing) {
    const auto settings = read();
    EXPECT_FALSE(letters_of(*settings).are_sent);
    EXPECT_FALSE(mail_server_of(*settings).is_set());
    EXPECT_EQ(examine_mail(*settings).health, Health::good);
}

TEST_F(SettingsTest, FiguresAreFetchedOnlyWhereThatWasAskedFor) {
    EXPECT_FALSE(read()->fetches_kolada());
    flags["kolada_hours"] = "6";
    EXPECT_EQ(read()->kolada_interval(), 6);
    EXPECT_TRUE(read()->fetches_kolada());
    flags["kolada_hours"] = "0";
    flags["kolada_address"] = "https://kolada.example/v3";
    EXPECT_FALSE(read()->fetches_kolada());
    flags.erase("kolada_hours");
    EXPECT_TRUE(read()->fetches_kolada());
    EXPECT_EQ(read()->kolada_interval(), 24);
    for (const char* wrong : {"file:///etc/passwd", "kolada.example", "https://"}) {
        flags["kolada_address"] = wrong;
        EXPECT_EQ(read().error().key, "kolada_address") << wrong;
    }
}

TEST_F(SettingsTest, KostraIsFetchedOnlyWhereThatWasAskedFor) {
    EXPECT_FALSE(read()->fetches_kostra());
    flags["kostra_hours"] = "168";
    EXPECT_EQ(read()->kostra_interval(), 168);
    EXPECT_FALSE(read()->fetches_kolada());
    flags["kostra_hours"] = "8761";
    EXPECT_EQ(read().error().key, "kostra_hours");
    flags.erase("kostra_hours");
    flags["kostra_address"] = "https://statbank.example/table";
    EXPECT_TRUE(read()->fetches_kostra());
    EXPECT_EQ(read()->kostra_interval(), 24);
}

}  // namespace
}  // namespace digilots::app
