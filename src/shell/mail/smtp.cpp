#include "shell/mail/smtp.hpp"

#include "app/url.hpp"

#include <curl/curl.h>

#include <memory>

namespace heng::mail {

namespace {

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

std::string url_of(const SmtpRules& rules) {
    const bool has_colon = rules.host.find(':') != std::string::npos;
    const std::string host = has_colon ? '[' + rules.host + ']' : rules.host;
    return (rules.tls == app::MailTls::tls ? "smtps://" : "smtp://") + host + ':' +
           std::to_string(rules.port);
}

void set_mail(CURL* curl, const SmtpRules& rules, curl_slist* recipients) {
    const std::string from = '<' + rules.from + '>';
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    const bool is_plain = rules.tls == app::MailTls::none;
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(is_plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (rules.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, rules.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, rules.password.reveal().c_str());
}

}  // namespace

Result<app::notices::Delivery> Smtp::send(const app::notices::Message& message) {
    const auto to = rules_.mailbox_of(message.tenant, message.person);
    if (!to || !app::is_mailbox(*to)) return app::notices::Delivery::nobody;
    const std::unique_ptr<curl_slist, FreeList> recipients(
        curl_slist_append(nullptr, ('<' + *to + '>').c_str()));
    const Request request{rules_.host, url_of(rules_), "smtp,smtps",
                          print_mail(message, rules_.from, *to, clock_.now())};
    return exchange(
               rules_.line, request,
               [&](void* curl) { set_mail(static_cast<CURL*>(curl), rules_, recipients.get()); })
        .map([](long) { return app::notices::Delivery::done; });
}

}  // namespace heng::mail
