#pragma once
// The installation's mail server, as its settings say it.
#include <string>

#include "accounts/accounts.h"
#include "app/settings.h"
#include "platform/mail/mailbox.h"
#include "platform/mail/smtp.h"
#include "platform/slice/slice.h"

namespace digilots::app {

class Application;

/// Not set where there is none. CommandError where the password cannot be read.
mail::Server mail_server_of(const Settings& settings);
/// Not set where no questions come by e-mail. CommandError where the password cannot be read.
mail::MailboxServer mailbox_of(const Settings& settings);
/// Whether accounts send letters, and what links in them begin with.
accounts::Letters letters_of(const Settings& settings);
/// Job, rule of deletion and examination of the outbox.
Slice mail_of(Application& application);
/// Whether the settings for mail can be used, for `digilots doctor`.
Finding examine_mail(const Settings& settings);
/// Logs in to the mailbox of questions, a few seconds at most; nothing where none is set.
std::vector<Finding> examine_mailbox(const Settings& settings, const municipality::Municipalities& municipalities);

}  // namespace digilots::app
