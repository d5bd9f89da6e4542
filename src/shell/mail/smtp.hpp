#pragma once
/// @file
/// Digests as mail.
#include "app/log.hpp"
#include "app/notices/dispatch.hpp"
#include "shell/mail/transfer.hpp"

#include <functional>
#include <optional>

namespace heng::mail {

struct SmtpRules {
    LineRules line;
    std::string host;  ///< In lower case.
    int port = 0;
    app::MailTls tls = app::MailTls::starttls;
    std::string user;  ///< Empty: without signing in.
    app::Secret password{""};
    std::string from;
    /// Where a person gets mail, if anywhere.
    std::function<std::optional<std::string>(const std::string& tenant,
                                             const cycle::PersonId& person)>
        mailbox_of;
};

class Smtp final : public app::notices::Channel {
public:
    /// @pre `clock` outlives it.
    Smtp(SmtpRules rules, app::Clock& clock) : rules_(std::move(rules)), clock_(clock) {}

    std::string name() const override { return "mail"; }
    /// A line that the server will not encrypt is not used where encryption is asked for.
    /// @returns how it went; `nobody` also for a mailbox that is none; or `notice_refused`,
    /// `notice_host_refused`.
    [[nodiscard]] Result<app::notices::Delivery> send(
        const app::notices::Message& message) override;

private:
    SmtpRules rules_;
    app::Clock& clock_;
};

/// The mail as it goes over the line, with CR LF: plain text in UTF-8, base64. The same digest has
/// the same Message-ID each time, so that a mail sent twice is known for one.
/// @pre `from` and `to` are mailboxes.
std::string print_mail(const app::notices::Message& message, const std::string& from,
                       const std::string& to, ledger::Instant now);

}  // namespace heng::mail
