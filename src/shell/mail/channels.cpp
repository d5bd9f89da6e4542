#include "shell/mail/channels.hpp"

#include "core/base/invariant.hpp"

namespace heng::mail {

namespace {

std::string lowered(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

LineRules line_rules(const app::Settings& settings) {
    LineRules out;
    out.hosts = settings.notice_hosts;
    return out;
}

Result<app::Secret> read_password(const app::Settings& settings, const ChannelNeeds& needs) {
    if (settings.smtp_password_file.empty()) return app::Secret("");
    return needs.read_file(settings.smtp_password_file).map([](const std::string& text) {
        return app::Secret(text.substr(0, text.find_first_of("\r\n")));
    });
}

Result<std::unique_ptr<app::notices::Channel>> make_smtp(const app::Settings& settings,
                                                         const ChannelNeeds& needs) {
    auto password = read_password(settings, needs);
    if (!password) return tl::unexpected(password.error());
    SmtpRules rules;
    rules.line = line_rules(settings);
    rules.host = lowered(settings.smtp_host);
    rules.port = settings.smtp_port;
    rules.tls = settings.smtp_tls;
    rules.user = settings.smtp_user;
    rules.password = std::move(*password);
    rules.from = settings.smtp_from;
    rules.mailbox_of = needs.mailbox_of;
    return std::make_unique<Smtp>(std::move(rules), needs.clock);
}

}  // namespace

Result<std::vector<std::unique_ptr<app::notices::Channel>>> make_channels(
    const app::Settings& settings, const ChannelNeeds& needs) {
    std::vector<std::unique_ptr<app::notices::Channel>> out;
    if (!settings.smtp_host.empty()) {
        auto smtp = make_smtp(settings, needs);
        if (!smtp) return tl::unexpected(smtp.error());
        out.push_back(std::move(*smtp));
    }
    if (!settings.webhook_url.empty()) {
        auto url = app::parse_url(settings.webhook_url);
        INVARIANT(url, "settings have addresses that can be read");
        out.push_back(std::make_unique<Webhook>(WebhookRules{line_rules(settings), *url}));
    }
    return out;
}

}  // namespace heng::mail
