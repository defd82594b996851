#include "accounts/links.h"
#include "platform/i18n/translator.h"

namespace digilots::accounts {

namespace {

std::string paragraphs(std::initializer_list<std::string> texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : "\n") + text + "\n";
    return all;
}

}  // namespace

std::string link_address(std::string_view site, std::string_view language, std::string_view token) {
    return std::string(site) + "/" + std::string(language) + "/login/link/" + std::string(token);
}

mail::Letter letter_with_link(const Account& account, LinkReason reason, const std::string& address,
                              std::string_view language, const std::string& where, base::Instant now) {
    const auto& texts = i18n::translator(language);
    mail::Letter letter{.municipality_id = account.municipality_id,
                        .kind = "password link",
                        .recipient = account.email,
                        .subject = "",
                        .text = "",
                        .language = std::string(language),
                        .valid_until = now + (reason == LinkReason::invited ? given_link_lasts : link_lasts)};
    if (reason == LinkReason::invited) {
        const auto once = texts.t(
            "The link works once, for three days. After that you can ask for a new one on the page where you sign in.");
        letter.subject = texts.t("Your account in Digilots");
        letter.text =
            paragraphs({texts.t("Hello!"),
                        texts.t("You have got an account in Digilots for your work in {municipality}. Choose your "
                                "password here:",
                                {{"municipality", where}}),
                        address, once});
    } else {
        const auto once = texts.t(
            "The link works once, for 30 minutes. After that you can ask for a new one on the page where you sign in.");
        letter.subject = texts.t("A new password for Digilots");
        letter.text =
            paragraphs({texts.t("Hello!"),
                        texts.t("Somebody asked for a new password for your account in Digilots. Choose it here:"),
                        address, once, texts.t("If it was not you, do nothing. Your password stays as it is.")});
    }
    return letter;
}

}  // namespace digilots::accounts
