#pragma once
/// @file
/// The ways out for notices that the settings ask for.
#include "shell/mail/smtp.hpp"
#include "shell/mail/webhook.hpp"

#include <memory>
#include <vector>

namespace heng::mail {

/// What the channels need beyond the settings.
struct ChannelNeeds {
    /// The whole file. @returns `file_unreadable`
    std::function<Result<std::string>(const std::string& path)> read_file;
    /// Where a person gets mail, if anywhere.
    decltype(SmtpRules::mailbox_of) mailbox_of;
    app::Clock& clock;  ///< Outlives the channels.
};

/// Mail where there is a mail server, a webhook where there is an address; nothing where there is
/// neither. The password is the first line of its file.
/// @pre `app::check` has found nothing wrong with the settings.
/// @returns the channels, or `file_unreadable`.
[[nodiscard]] Result<std::vector<std::unique_ptr<app::notices::Channel>>> make_channels(
    const app::Settings& settings, const ChannelNeeds& needs);

}  // namespace heng::mail
