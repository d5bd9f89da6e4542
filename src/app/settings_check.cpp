/// @file
/// What settings must hold together.
#include "app/settings.hpp"
#include "app/url.hpp"

#include <algorithm>

namespace heng::app {

namespace {

class Check {
public:
    explicit Check(const Settings& settings) : settings_(settings) {}

    Issues all() {
        check_server();
        check_sessions();
        check_oidc();
        check_mail();
        check_webhook();
        return std::move(issues_);
    }

private:
    /// `name` is set so that `other` must be `needed`, and is not.
    void need(bool holds, const char* name, const char* other, std::string needed) {
        if (!holds) issues_.push_back({Code::settings_conflict, {}, {name, other, needed}});
    }

    void check_server() {
        const bool is_open = !is_loopback(settings_.server_address);
        const auto url = parse_url(settings_.server_public_url);
        need(settings_.tls_certificate.empty() || !settings_.tls_key.empty(), "tls.certificate",
             "tls.key", "PATH");
        need(settings_.tls_key.empty() || !settings_.tls_certificate.empty(), "tls.key",
             "tls.certificate", "PATH");
        if (is_open && !settings_.has_tls())
            need(url && url->is_https, "server.address", "tls.certificate, server.public_url",
                 "TLS, https://HOST");
        if (url && !url->is_https)
            need(!settings_.has_tls() && is_loopback(url->host), "server.public_url",
                 "tls.certificate, server.address", "https://HOST");
        if (settings_.is_demo) need(!is_open, "demo", "server.address", "127.0.0.1, ::1");
        need(settings_.demo_day.empty() || settings_.is_demo, "demo_day", "demo", "true");
    }

    void check_sessions() {
        need(settings_.session_idle_minutes <= settings_.session_hours * 60, "session.idle_minutes",
             "session.hours", "≤ " + std::to_string(settings_.session_hours * 60));
    }

    void check_oidc() {
        const auto issuer = parse_url(settings_.oidc_issuer);
        const bool is_on = issuer.has_value();
        need(!is_on || !settings_.oidc_client_id.empty(), "oidc.issuer", "oidc.client_id", "ID");
        need(!is_on || !settings_.oidc_client_secret_file.empty(), "oidc.issuer",
             "oidc.client_secret_file", "PATH");
        need(!is_on || !settings_.server_public_url.empty(), "oidc.issuer", "server.public_url",
             "https://HOST");
        need(!is_on || issuer->is_https || is_loopback(issuer->host), "oidc.issuer", "oidc.issuer",
             "https://HOST");
        const std::pair<const char*, const std::string*> others[] = {
            {"oidc.client_id", &settings_.oidc_client_id},
            {"oidc.client_secret_file", &settings_.oidc_client_secret_file},
            {"oidc.ca_file", &settings_.oidc_ca_file}};
        for (const auto& [name, value] : others)
            need(is_on || value->empty(), name, "oidc.issuer", "https://HOST");
    }

    bool is_allowed(const std::string& host) const {
        const auto& hosts = settings_.notice_hosts;
        return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
    }

    void check_mail() {
        if (settings_.smtp_host.empty()) return;
        std::string host = settings_.smtp_host;
        for (char& c : host)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        need(is_allowed(host), "notices.smtp.host", "notices.hosts", host);
        need(!settings_.smtp_from.empty(), "notices.smtp.host", "notices.smtp.from", "NAME@HOST");
        if (settings_.smtp_user.empty()) {
            need(settings_.smtp_password_file.empty(), "notices.smtp.password_file",
                 "notices.smtp.user", "USER");
            return;
        }
        need(!settings_.smtp_password_file.empty(), "notices.smtp.user",
             "notices.smtp.password_file", "PATH");
        need(settings_.smtp_tls != MailTls::none || is_loopback(host), "notices.smtp.user",
             "notices.smtp.tls", "starttls, tls");
    }

    void check_webhook() {
        const auto url = parse_url(settings_.webhook_url);
        if (!url) return;
        need(is_allowed(url->host), "notices.webhook.url", "notices.hosts", url->host);
        need(url->is_https || is_loopback(url->host), "notices.webhook.url", "notices.webhook.url",
             "https://HOST");
    }

    const Settings& settings_;
    Issues issues_;
};

}  // namespace

Issues check(const Settings& settings) {
    return Check(settings).all();
}

}  // namespace heng::app
