#pragma once
/// @file
/// Digests as JSON to a web server, which hands them on as the city does: 政务微信, 钉钉, text
/// messages.
#include "app/notices/dispatch.hpp"
#include "app/url.hpp"
#include "shell/mail/transfer.hpp"

namespace heng::mail {

struct WebhookRules {
    LineRules line;
    app::Url url;
};

class Webhook final : public app::notices::Channel {
public:
    explicit Webhook(WebhookRules rules) : rules_(std::move(rules)) {}

    std::string name() const override { return "webhook"; }
    /// Posts {"tenant","person","day","due","near","overdue","subject","text","link"}; person is an
    /// id, and with tenant and day it tells two posts of one digest apart from two digests. Any
    /// status but 2xx is a refusal, redirects included.
    /// @returns `done`, or `notice_refused`, `notice_host_refused`.
    [[nodiscard]] Result<app::notices::Delivery> send(
        const app::notices::Message& message) override;

private:
    WebhookRules rules_;
};

}  // namespace heng::mail
